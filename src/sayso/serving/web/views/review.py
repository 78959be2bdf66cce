"""Review: the least certain first; accept, reject, give to another, merge or part people; undo; what was decided."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from sayso.data.record_errors import Undecidable
from sayso.data.results import Decision
from sayso.record import Record
from sayso.serving.web.base.dependencies import InShort, OnRecord
from sayso.serving.web.base.permissions import Writer
from sayso.serving.web.base.query_params import MOST_WORDS, After, Question
from sayso.serving.web.base.rendering import actor_path, page
from sayso.serving.web.views.quote import the_statement

router = APIRouter(include_in_schema=False)
AT_ONCE: Final = 10
PAIRS: Final = 10
DECISIONS: Final = 100
NOBODY: Final = "nobody"

Verb = Literal["accept", "reject", "reattribute", "same", "different", "rename", "judge", "undo"]
Words = Annotated[str, Form(max_length=MOST_WORDS)]


@router.get("/review")
def review(
    request: Request,
    record: OnRecord,
    kept: InShort,
    after: After = None,
    done: Annotated[int | None, Query(ge=1)] = None,
    s: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """`done` is the number of the decision that was just made, `s` the id of the one statement to look at."""
    found = record.doubtful(limit=AT_ONCE, after=after)
    rows = (the_statement(record, s),) if s else found.rows
    decisions = record.decisions()
    return page(
        request,
        "review.html",
        doubts=rows,
        pairs=record.perhaps_same(PAIRS),
        people=kept.facets(Question().search).speakers[:100],
        decided=sum(one.stands and one.verb in ("reattribute", "reject") for one in decisions),
        total=kept.facets(Question().search).total,
        decisions=decisions[: -DECISIONS - 1 : -1],
        made=next((one for one in decisions if one.id == done), None),
        after=after,
        next=None if s else found.next,
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A decision as a form asks for it."""

    verb: Annotated[Verb, Form()]
    statement: Words = ""
    position: Words = ""
    one: Words = ""
    other: Words = ""
    number: Annotated[int | None, Form(ge=1)] = None
    seen: Annotated[int | None, Form(ge=0, description="The last decision that there was when it was asked.")] = None
    why: Words = ""
    back: Annotated[Literal["review", "actor", "article"], Form()] = "review"


@router.post("/decide")
def decide(record: OnRecord, kept: InShort, who: Writer, wanted: Annotated[Asked, Depends()]) -> Response:
    """Make a decision, signed by the one who entered, and go back to where it was made."""
    _ensure_nobody_else_did(record, wanted, who)
    made = _decided(record, wanted, who, wanted.why.strip() or None)
    kept.forget()
    if wanted.back == "actor":
        return RedirectResponse(actor_path(wanted.one), 303)
    if wanted.back == "article":
        return RedirectResponse(f"/article/{quote(wanted.one.rpartition('@')[2], safe='')}", 303)
    return RedirectResponse(f"/review?done={made.id}", 303)


def _ensure_nobody_else_did(record: Record, wanted: Asked, who: str) -> None:
    """Tell who decides on a statement that somebody else did so since he saw it: he is to look again."""
    if wanted.seen is None or not wanted.statement:
        return
    others = [one for one in record.decided_on(wanted.statement, since=wanted.seen) if one.who != who]
    if others:
        last = others[-1]
        what = f"{last.verb} {last.one or ''}".strip()
        raise Undecidable(
            f"{last.who} has decided on this statement since you saw it ({what}, number {last.id}):"
            " go back, look at it again, and decide anew if you see it otherwise"
        )


def _decided(record: Record, wanted: Asked, who: str, why: str | None) -> Decision:
    statement, one, other = wanted.statement, wanted.one, wanted.other.strip()
    match wanted.verb:
        case "accept":
            return record.reattribute(statement, _speaker_of(record, statement), who=who, why=why)
        case "reattribute":
            return record.reattribute(statement, other or NOBODY, who=who, why=why)
        case "reject":
            return record.reject(statement, who=who, why=why)
        case "same":
            return record.same(one, other, who=who, why=why)
        case "different":
            return record.different(one, other, who=who, why=why)
        case "rename":
            return record.rename(one, other, who=who, why=why)
        case "judge":
            return record.judge(wanted.position, other, who=who, why=why)
        case "undo":
            return record.undo(wanted.number, who=who, why=why)


def _speaker_of(record: Record, statement: str) -> str:
    """Whom an article only describes is nobody whose words they could be."""
    speaker = the_statement(record, statement).statement.speaker
    return speaker.actor if speaker and speaker.named else NOBODY
