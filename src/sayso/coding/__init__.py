"""Statements drawn for people to code by hand, and what their answers say: agreement, and how many are right."""

from sayso.coding.agreement import Agreement, Rate, agreement, coded
from sayso.coding.sheets import ANSWERS, BadSheet, Drawn, read_sheet, write_sheet

__all__ = ["ANSWERS", "Agreement", "BadSheet", "Drawn", "Rate", "agreement", "coded", "read_sheet", "write_sheet"]
