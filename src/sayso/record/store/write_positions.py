"""The positions of an article as rows."""

from collections.abc import Mapping
from typing import Any

from sayso.data.analysis import Reading
from sayso.data.article import Span
from sayso.data.position import Party, Position
from sayso.record.store.schema_positions import positions
from sayso.record.store.sheaf import Sheaf


def add_positions(sheaf: Sheaf, reading: Reading, appearances: Mapping[str, int], article_id: int) -> None:
    rows = [{"article_id": article_id, "n": n, **_row(one, appearances)} for n, one in enumerate(reading.positions)]
    for row in rows:
        sheaf.add_one(positions, row)


def _row(one: Position, appearances: Mapping[str, int]) -> dict[str, Any]:
    return {
        **_party("holder", one.holder, appearances),
        **_party("target", one.target, appearances),
        **_party("teller", one.according_to, appearances),
        "polarity": one.polarity,
        "relation": one.relation,
        "place": one.where,
        "story": one.story,
        "statement": one.statement,
        "evidence": [_span(span) for span in one.evidence],
        "negated": one.negated,
        "hypothetical": one.hypothetical,
        "past": one.past,
        "mutual": one.mutual,
        "dated": one.dated,
        "confidence": one.confidence,
    }


def _party(of: str, party: Party | None, appearances: Mapping[str, int]) -> dict[str, Any]:
    if party is None:
        return {f"{of}_id": None, of: None, f"{of}_span": None}
    known = appearances.get(party.actor) if party.actor else None
    return {f"{of}_id": known, of: party.name, f"{of}_span": _span(party.span)}


def _span(span: Span) -> list[Any]:
    return [span.start, span.end, span.text]
