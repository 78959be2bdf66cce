"""The record as Python programs ask it: answers that become Arrow, polars or pandas tables; many documents at once."""
