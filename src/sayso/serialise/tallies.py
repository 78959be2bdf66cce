"""A tally in JSON and as rows of a table: the same figures in every format, and how they were made."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final
from urllib.parse import urlencode

from sayso.data.made import Made, with_model
from sayso.data.tally import Cell, Coded, Tally
from sayso.serialise.pieces import Form

FIGURES: Final = ("count", "share", "low", "high", "least", "most", "articles", "having")

OF_CODED: Final = ("coded", "right", "right_low", "right_high", "corrected")
"""Where people coded a sample: how many, how many of them are right, as a share, and what that makes of the count."""


def made_form(made: Made) -> Form:
    return {**asdict(made), "readers": list(made.readers)}


def tally_form(tally: Tally) -> Form:
    """What `sayso tally --json` prints; `having` finds the statements of a cell again."""
    return {
        "by": list(tally.by),
        "unit": tally.unit,
        "total": tally.total,
        "open": tally.open,
        "interval_by": tally.interval_by,
        "cells": [_cell_form(tally, cell) for cell in tally.cells],
        "made": made_form(tally.made),
    }


def having(tally: Tally, cell: Cell) -> str:
    """The cell as a search takes it."""
    return urlencode(list(zip(tally.by, cell.having, strict=True)))


def figures_of(tally: Tally) -> tuple[str, ...]:
    """The names of the figures that it has."""
    return FIGURES + (OF_CODED if any(cell.coded for cell in tally.cells) else ())


def header(tally: Tally) -> list[str]:
    """The names of a table's columns; a column of one's own that is called like a figure keeps out of its way."""
    figures = figures_of(tally)
    return [f"{name}_" if name in figures else name for name in tally.by] + list(figures)


def rows(tally: Tally) -> Iterator[dict[str, Any]]:
    """A row for each cell: the labels of its values, empty where not told, then its figures."""
    names = header(tally)
    for cell in tally.cells:
        labels = [None if key.value is None else key.label for key in cell.keys]
        figures = _figures(tally, cell)
        yield dict(zip(names, [*labels, *(figures.get(name) for name in figures_of(tally))], strict=True))


def methods(tally: Tally, *, gender: bool = False) -> str:
    """The paragraph for a paper, of a tally by `named`: what read the articles, and how much could be told."""
    made, share = tally.made, {cell.keys[0].value: cell.count for cell in tally.cells}
    named, unnamed = share.get("named", 0), share.get("unnamed", 0)
    told = [
        f"Statements (source, cue and content spans with their speakers) were extracted with sayso {made.version}"
        f" ({'; '.join(with_model(made.readers) or made.readers) or 'nothing read'}) from {made.articles:,} articles.",
        f"Of {tally.total:,} voices in the statements counted, those of several who speak together each,"
        f" {_part(named, tally.total)} had a speaker named in the article,"
        f" {_part(unnamed, tally.total)} one who is only described,"
        f" and {_part(tally.open, tally.total)} none that could be told;"
        " the last are reported as such and bound every share from below and above.",
        "Intervals are Wilson's, 95 %, for the effective number of articles (Korn and Graubard).",
    ]
    if gender:
        told.append(
            "Whether a speaker is a woman or a man was taken from titles, nouns and pronouns in the articles alone;"
            " conflicting or missing evidence counts as not told."
        )
    return " ".join([*told, f"The record's digest is {made.record} ({made.at[:10]})."])


def _part(count: int, of: int) -> str:
    return f"{count:,} ({100 * count / of:.1f} %)" if of else f"{count:,}"


def _cell_form(tally: Tally, cell: Cell) -> Form:
    return {"keys": [{"value": key.value, "label": key.label} for key in cell.keys], **_figures(tally, cell)}


def _figures(tally: Tally, cell: Cell) -> Form:
    low, high = (cell.interval.low, cell.interval.high) if cell.interval else (None, None)
    found = cell.count, cell.share, low, high, cell.least, cell.most, cell.articles, having(tally, cell)
    return dict(zip(FIGURES, found, strict=True)) | _coded(cell.coded)


def _coded(coded: Coded | None) -> Form:
    if coded is None:
        return {}
    low, high = coded.interval.low, coded.interval.high
    found = coded.coded, coded.right / coded.coded, low, high, coded.corrected
    return dict(zip(OF_CODED, found, strict=True))
