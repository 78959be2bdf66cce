"""A source and its cue to which the model gives no words, though a clause stands beside them.

"[Machines were replaced in two booths], the returning officer tells the Post." and "Holt said [that nobody was hurt]."
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.factuality.view import FINITE
from sayso.attribution.linking.linker import Linked, Piece
from sayso.lexicon.english import PREPOSITIONS, SUBORDINATORS, words
from sayso.text.datelines import dateline_end
from sayso.text.doc import Doc

GUESSED = 0.5
"""The score of words that only their place beside a cue tells."""

_SAYING = words("said says say tells told tell added adds announced announces explained explains")
_NEAR = 2
_FEWEST = 3
_LONGEST = 300
_OPENS_CLAUSE = re.compile(r"(?: (?:the |an? )?[\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})? (?=that [a-z])")


def with_clauses_beside(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, those without words given the clause that stands beside source and cue in their sentence."""
    held = sorted((piece.start, piece.end) for each in linked for piece in each.contents)
    return [_filled(doc, each, held) if not each.contents else each for each in linked]


def _filled(doc: Doc, linked: Linked, held: Sequence[tuple[int, int]]) -> Linked:
    source, cue, text = linked.source, linked.cue, doc.text
    if source is None or cue is None or not 0 < cue.start - source.end <= _NEAR:
        return linked
    if _SAYING.isdisjoint(text[cue.start : cue.end].split()) or doc.quoted(cue.start):
        return linked
    start, end = doc.sentence_at(source.start)
    found = _before(text, start, source) or _behind(text, cue, end)
    if found is None or any(found[0] < held_end and held_start < found[1] for held_start, held_end in held):
        return linked
    return replace(linked, contents=(Piece(*found, "content", GUESSED),))


def _before(text: str, start: int, source: Piece) -> tuple[int, int] | None:
    """The clause that a comma parts from the source: "Nobody was hurt, Holt said"."""
    start += dateline_end(text[start : source.start])
    start += next((n for n, mark in enumerate(text[start : source.start]) if not mark.isspace()), 0)
    clause = text[start : source.start].rstrip()
    first = clause.partition(" ")[0].casefold()
    led_in = first in PREPOSITIONS | SUBORDINATORS or first.endswith("ing")
    whole = clause.endswith(",") and len(clause.split()) > _FEWEST and len(clause) < _LONGEST
    is_clause = whole and not led_in and FINITE.search(clause) and not any(mark in clause for mark in '“”"')
    return (start, start + len(clause) - 1) if is_clause else None


def _behind(text: str, cue: Piece, end: int) -> tuple[int, int] | None:
    """The clause that "that" opens: "Holt told the Post that nobody was hurt"."""
    opens = _OPENS_CLAUSE.match(text, cue.end, end)
    clause = text[opens.end() : end].rstrip().rstrip(".!?") if opens else ""
    fits = len(clause.split()) > _FEWEST and len(clause) < _LONGEST and FINITE.search(clause)
    return (opens.end(), opens.end() + len(clause)) if opens and fits else None
