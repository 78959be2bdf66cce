"""What is right of a family's articles and what is not, and that errors of the half set aside stay unseen."""

from dataclasses import replace

import pytest
import typer

from benchmarks.families.__main__ import Read, main, show_errors
from benchmarks.families.judging import Denials, Outcome, denials, judged
from corpora.families.cases import Case, Gold, unmarked
from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Document, Span
from sayso.data.statement import Attribution, Speaker, Statement

MARKED = (
    "Ana Ruiz is ill. [?: “It is a cold,”] her mother said. [Costa: She would sing], Rui Costa said. [!Costa: He lied]."
)


@pytest.fixture
def case() -> Case:
    return Case("relatives", "tuned", *unmarked(MARKED, ("one form",)), silent=("Ruiz",))


def reading(case: Case, *statements: Statement) -> Reading:
    actors = (Actor("ruiz", "Ana Ruiz", "person"), Actor("costa", "Rui Costa", "person", ("Rui Costa", "Costa")))
    return Reading(Article(Document("a", None, "text/plain", ""), case.text), statements, actors)


def stated(gold: Gold, speaker: str | None, **flags: bool) -> Statement:
    by = Speaker(speaker, "", "person", "name") if speaker else None
    return Statement(Attribution((), (), gold.content, **flags), speaker=by)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gold", "speaker", "flags", "outcome"),
    [
        (0, None, {}, "right"),
        (0, "ruiz", {}, "wrong"),
        (1, "costa", {}, "right"),
        (1, "ruiz", {}, "wrong"),
        (1, None, {}, "open"),
        (1, "costa", {"negated": True}, "wrong"),
        (1, "costa", {"denied": True}, "wrong"),
        (2, "costa", {}, "wrong"),
        (2, "costa", {"denied": True}, "right"),
    ],
)
def test_what_is_right(case: Case, gold: int, speaker: str | None, flags: dict[str, bool], outcome: Outcome) -> None:
    statement = stated(case.golds[gold], speaker, **flags)
    assert judged(case, reading(case, statement))[gold].outcome == outcome


def test_a_content_swallowed_by_another_statement_is_in_the_wrong_mouth(case: Case) -> None:
    swallowing = replace(case.golds[1], content=(Span.of(case.text, 0, len(case.text)),))
    outcomes = [one.outcome for one in judged(case, reading(case, stated(swallowing, "ruiz")))]
    assert outcomes[1] == "wrong"
    assert [one.outcome for one in judged(case, reading(case))] == ["not found"] * 3


def test_words_of_a_silent_one_are_counted(case: Case) -> None:
    stray = replace(case.golds[0], content=(Span.of(case.text, 0, 8),))
    assert judged(case, reading(case, stated(stray, "ruiz")))[-1].gold is None


def test_denials_are_counted_both_ways(case: Case) -> None:
    read = reading(case, stated(case.golds[1], "costa", denied=True), stated(case.golds[2], "costa", denied=True))
    assert denials(case, read) == Denials(told=2, right=1, gold=1)


def test_errors_of_the_half_set_aside_are_not_shown(case: Case) -> None:
    with pytest.raises(typer.BadParameter):
        main(half="aside", errors=True)
    aside = replace(case, half="aside")
    with pytest.raises(ValueError, match="set aside"):
        show_errors([Read(aside, judged(aside, reading(aside)), Denials(0, 0, 0))])
