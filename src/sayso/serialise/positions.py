"""The JSON form of positions: who stands where, with the words that show it."""

from collections.abc import Sequence

from sayso.data.article import Span
from sayso.data.position import Party, Position
from sayso.data.results import PositionRow
from sayso.serialise.pieces import Form, document_form, span_form

_FLAGS = ("negated", "hypothetical", "mutual", "past")


def position_form(one: Position) -> Form:
    """What `sayso read --json` tells of a position; `statement` is the number of the one in whose words it stands."""
    return {
        "holder": party_form(one.holder),
        "target": party_form(one.target),
        "polarity": one.polarity,
        "relation": one.relation,
        "according_to": party_form(one.according_to) if one.according_to else None,
        **{flag: getattr(one, flag) for flag in _FLAGS},
        "dated": one.dated,
        "confidence": one.confidence,
        "where": one.where,
        "story": one.story,
        "statement": one.statement,
        "evidence": [span_form(span) for span in one.evidence],
    }


def party_form(party: Party) -> Form:
    """`id` is null for who or what is no actor of the article: an issue, a group described."""
    return {"id": party.actor, "name": party.name, "span": span_form(party.span)}


def stance_form(row: PositionRow) -> Form:
    """What `sayso stance --json` prints of a position on the record; `reverses` is the id of one it contradicts.

    `decided` is what somebody decided of it, null where nobody did.
    """
    article = {"id": row.article.id, "title": row.article.title, "outlet": row.article.outlet}
    told = {"statement": row.statement, "dated": row.dated}
    return {
        "id": row.id,
        **(position_form(row.position) | told),
        "reverses": row.reverses,
        "decided": row.decided,
        "document": document_form(row.document),
        "article": article,
    }


def positions_from(forms: Sequence[Form]) -> tuple[Position, ...]:
    """What `position_form` was given; raises KeyError, TypeError or ValueError for another form."""
    return tuple(_position(form) for form in forms)


def _position(form: Form) -> Position:
    teller = form["according_to"]
    return Position(
        _party(form["holder"]),
        _party(form["target"]),
        form["polarity"],
        form["relation"],
        tuple(Span(**span) for span in form["evidence"]),
        form["where"],
        form["story"],
        form["statement"],
        _party(teller) if teller else None,
        dated=form["dated"],
        confidence=form["confidence"],
        **{flag: form[flag] for flag in _FLAGS},
    )


def _party(form: Form) -> Party:
    return Party(Span(**form["span"]), form["name"], form["id"])
