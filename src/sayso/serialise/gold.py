"""What people decided of statements, as gold: for measuring and, where somebody wants that, for training."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.data.position import Position
from sayso.data.results import Decision, Passage
from sayso.data.statement import Statement
from sayso.serialise.core import Form, statement_form
from sayso.serialise.positions import position_form

if TYPE_CHECKING:
    from sayso.record import Record


def lines(record: "Record") -> Iterator[Form]:
    """One object an article that somebody decided on, then one for each two actors that are the same or different.

    `attributions` are the statements that were confirmed or given to somebody, as `sayso eval` reads them, each with
    whose it was decided to be; `rejected` those that are none; `positions` are as it was decided of them. What nobody
    looked at is in none of these.
    """
    decided: dict[str, list[Decision]] = defaultdict(list)
    pairs = []
    for decision in record.decisions():
        if decision.stands and decision.passage and decision.verb in ("reattribute", "reject", "judge"):
            decided[decision.passage.article].append(decision)
        elif decision.stands and decision.verb in ("same", "different"):
            pairs.append(decision)
    for article, some in sorted(decided.items()):
        yield _article(record, article, some)
    for one in pairs:
        yield {
            "verb": one.verb,
            "actors": [{"id": one.one, "article": one.one_in}, {"id": one.other, "article": one.other_in}],
            "who": one.who,
        }


def _article(record: "Record", article: str, decided: list[Decision]) -> Form:
    read = record.as_read(article)
    latest: dict[int, Decision] = {}
    for one in decided:
        if one.verb != "judge" and one.passage and (number := _place_of(read.statements, one.passage)) is not None:
            latest[number] = one
    forms = {number: _told(read.statements[number], one) for number, one in latest.items()}
    return {
        "article": article,
        "text": read.article.text,
        "attributions": [forms[n] for n, one in latest.items() if one.verb == "reattribute"],
        "rejected": [forms[n] for n, one in latest.items() if one.verb == "reject"],
        "positions": list(_positions(article, read.positions, decided)),
    }


def _positions(article: str, found: Sequence[Position], decided: Sequence[Decision]) -> Iterator[Form]:
    """The positions that somebody decided on, each as it was decided to be; "wrong" is none."""
    latest = {_about(one): one for one in decided if one.verb == "judge"}
    for position in found:
        shown, holder, target = position.evidence[0], position.holder.span, position.target.span
        if judged := latest.get((position.story, shown.text, holder.text, target.text)):
            told = {"decided": judged.name, "who": judged.who, "why": judged.why}
            yield position_form(position.as_judged(judged.name)) | told


def _about(one: Decision) -> tuple[object, ...]:
    return one.passage and one.passage.story, one.passage and one.passage.words, one.one, one.other


def _told(statement: Statement, decision: Decision) -> Form:
    return {**statement_form(statement), "decided": decision.one, "who": decision.who, "why": decision.why}


def _place_of(statements: tuple[Statement, ...], passage: Passage) -> int | None:
    """The statement that shares the most characters with what was decided on."""

    def shared(statement: Statement) -> int:
        if statement.story != passage.story:
            return 0
        spans = [span for _, _, span in statement.attribution.spans()]
        return sum(max(0, min(span.end, passage.end) - max(span.start, passage.start)) for span in spans)

    best = max(range(len(statements)), key=lambda n: shared(statements[n]), default=None)
    return best if best is not None and shared(statements[best]) else None
