"""Lines that are a name and what its bearer is, each over a quotation or under one: "RUNE HOLT, SHEPHERD" ¶ “I stay.”

A heading looks like it, and so does a place ("NEW LINDO, NORLAND"). So either several such lines alternate with
quotations, or what stands behind the name is what people are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from sayso.attribution.repairs.lead_in_subject import DAYS, OPENERS
from sayso.attribution.repairs.signatures import PLATE, Signature, names_a_work
from sayso.lexicon.callings import is_calling
from sayso.lexicon.given_names import given_names
from sayso.lexicon.labels import NO_SPEAKER
from sayso.text.doc import Doc
from sayso.text.quotations import Quotation

_LINE = re.compile(rf"(?P<name>{PLATE})(?P<mark>:)?")
_LONGEST = 160
_AGE = re.compile(r"[,(\s]+\d{1,2}(?:[,)]|\Z)")
_SEVERAL = 2


class _Line(NamedTuple):
    """A line that is a plate with a name, or a quotation, or neither."""

    kind: Literal["plate", "quotation", "prose"]
    start: int
    name_end: int = 0
    has_colon: bool = False
    quotation: Quotation | None = None


def portraits(doc: Doc) -> Mapping[int, Signature]:
    """For each quotation that such a line names the speaker of, by where it begins, the line as its signature.

    >>> text = "Ana Ruiz, teacher\\n\\n“We stay.”"
    >>> [text[slice(*found.signer)] for found in portraits(Doc(text)).values()]
    ['Ana Ruiz, teacher']
    """
    runs = (list(run) for kind, run in groupby(_lines(doc), key=lambda line: line.kind != "prose") if kind)
    return {quotation.start: _signature(plate) for run in runs for plate, quotation in _pairs(doc, run)}


def _lines(doc: Doc) -> Iterator[_Line]:
    """The lines of a text, a quotation over several paragraphs as one."""
    pieces = {piece: quotation for quotation in doc.quotations for piece in quotation.pieces}
    for start, end in zip(doc.blocks.starts, doc.blocks.ends, strict=True):
        quotation = pieces.get((start, end))
        if quotation is None:
            apart = doc.kind_at(start) == "quote"
            yield _plate(doc, start, end) or _Line("quotation" if apart else "prose", start)
        elif start == quotation.start:
            yield _Line("quotation", start, quotation=quotation)


def _plate(doc: Doc, start: int, end: int) -> _Line | None:
    if end - start > _LONGEST or doc.kind_at(start) in ("title", "caption"):
        return None
    found = _LINE.fullmatch(doc.text, start, end)
    words = found["name"].partition(",")[0].split() if found else []
    if found is None or words[0] in OPENERS | DAYS or words[0].casefold() in NO_SPEAKER:
        return None
    return _Line("plate", start, found.end("name"), found["mark"] is not None)


def _pairs(doc: Doc, run: Sequence[_Line]) -> Iterator[tuple[_Line, Quotation]]:
    """Each plate of a run with its quotation: below where a plate begins the run, above where one ends it."""
    over = run[0].kind == "plate"
    if not over and (run[-1].kind != "plate" or any(line.has_colon for line in run)):
        return
    neighbours = pairwise(run if over else reversed(run))
    found = [(plate, own.quotation) for plate, own in neighbours if plate.kind == "plate" and own.quotation]
    several = len(found) >= _SEVERAL
    for plate, quotation in found:
        if _is_proven(doc.text[plate.start : plate.name_end], several, over) and not names_a_work(doc.text, quotation):
            yield plate, quotation


def _is_proven(plate: str, several: bool, over: bool) -> bool:
    """Whether a line names a person: by what is told of him, or as one of several lines that do alike."""
    name, told = re.split(r"(?=,| \(| [–—-] )|$", plate, maxsplit=1)
    is_known = name.split()[0].capitalize().casefold() in given_names()
    is_person = any(map(is_calling, told.split())) or _AGE.match(told) is not None
    if several and " " in name:
        return bool(told) or is_known
    return over and bool(told) and (is_person or is_known)


def _signature(plate: _Line) -> Signature:
    mark = (plate.name_end, plate.name_end + 1) if plate.has_colon else None
    return Signature(mark, (plate.start, plate.name_end))
