"""Compare: two people, or one in two periods, on some words, side by side."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response

from sayso.data.results import Facets, Page
from sayso.data.search import Meant
from sayso.record import Record
from sayso.serving.web.base.cache import Unchanged
from sayso.serving.web.base.dependencies import InShort, OnRecord
from sayso.serving.web.base.query_params import Day, Name, Question, Words, iso_day
from sayso.serving.web.base.rendering import page
from sayso.serving.web.views.search import notes

router = APIRouter(include_in_schema=False)
MOST: Final = 25


@dataclass(frozen=True, slots=True)
class Sides:
    """What is compared, as the URL says it: `b` may be left out where the periods differ."""

    a: Name = ""
    b: Name = ""
    q: Words = ""
    a_since: Day = ""
    a_until: Day = ""
    b_since: Day = ""
    b_until: Day = ""

    def questions(self) -> tuple[Question, ...]:
        """Both in order of time, so that one sees what changed; one alone where the other is the same."""
        words = self.q.strip()
        a, b = self.a.strip(), self.b.strip() or self.a.strip()
        left = Question(q=words, by=a, **self._days("a"), order="time")  # type: ignore[arg-type]
        right = Question(q=words, by=b, **self._days("b"), order="time")  # type: ignore[arg-type]
        return (left,) if left == right else (left, right)

    def _days(self, side: str) -> dict[str, str]:
        """The period of a side; raises BadDay."""
        written = {name: getattr(self, f"{side}_{name}").strip() for name in ("since", "until")}
        return {name: value and iso_day(name, value) for name, value in written.items()}


@dataclass(frozen=True, slots=True)
class Side:
    name: str
    question: Question
    found: Page
    facets: Facets
    notes: list[str]


@router.get("/compare")
def compare(request: Request, record: OnRecord, kept: InShort, sides: Annotated[Sides, Depends()]) -> Response:
    shown = [_side(record, kept, question) for question in sides.questions()] if sides.a.strip() else []
    return page(request, "compare.html", sides=sides, shown=shown, most=MOST)


def _side(record: Record, kept: Unchanged, question: Question) -> Side:
    asked = record.meant(question.for_people)
    whom = asked.by if isinstance(asked.by, Meant) else Meant(question.by)
    return Side(
        whom.names[0] if len(whom.names) == 1 else question.by,
        question,
        record.search(asked, limit=MOST, order="time"),
        kept.facets(asked),
        notes(asked),
    )
