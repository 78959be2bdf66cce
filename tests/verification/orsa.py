"""An article with seven statements, to be edited as an editor would, and what has become of them."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.data.article import Article, Block, StoryStub
from sayso.data.statement import Statement
from sayso.verification import Verdict, compare
from tests.record.printed import printed, unmarked

TITLE = "Orsa dam to stay, mayor says"
YEARS, SIGN, CRACKS, NO, MONEY, WATER, OURS = range(7)
MARKED = (
    "<Mayor Ana Ruiz> {said} on Monday [that the old dam will stay where it is for a hundred years].",
    "The council had met behind closed doors. [“We will not sign,”] <Ruiz> {told} reporters. [“We will not pay.”]",
    "<Ben Holt, an engineer,> {said} [the wall was cracked in 14 places and could not be mended]. He showed pictures.",
    "<He> {said} [no].",
    "The ministry gave its figures in March. <Minister Carl Venn> {did not say} [that the money would come this year].",
    "Farmers gathered at the gate at noon. <Dora Lund>, who keeps sheep, {said} [the water had never been so low].",
    "[“It is our dam,”] <she> {said}.",
)
BEFORE = printed(*MARKED, title=TITLE)
PLAIN = tuple(map(unmarked, MARKED))


def article(*paragraphs: str, title: str = TITLE, kinds: Sequence[str] = (), related: Sequence[str] = ()) -> Article:
    """A new capture of it with these paragraphs; `kinds` are of those that are no paragraphs, counted from the last."""
    found = printed(*paragraphs, title=title).article
    blocks = list(found.blocks)
    for at, kind in enumerate(reversed(kinds), start=1):
        blocks[-at] = Block(kind, blocks[-at].start, blocks[-at].end)  # type: ignore[arg-type]
    stories = tuple(StoryStub(title, order=n) for n, title in enumerate(related))
    return replace(found, blocks=tuple(blocks), related=stories)


def verdicts(after: Article, marked: Sequence[str] = MARKED) -> list[Verdict]:
    """What has become of the statements; each that stands is shown to stand where it is said to."""
    before = printed(*marked, title=TITLE)
    found = compare(before.article, before.statements, after)
    for verdict, statement in zip(found, before.statements, strict=True):
        holds(verdict, statement, before.article.text, after.text)
    return found


def holds(verdict: Verdict, statement: Statement, before: str, after: str) -> None:
    """A verdict keeps its promises: offsets of the very words, and a diff that leads from the old to the new."""
    said = statement.attribution
    if verdict.standing in ("verbatim", "moved"):
        assert verdict.now
        pieces = zip(
            (*said.source, *said.cue, *said.content),
            (*verdict.now.source, *verdict.now.cue, *verdict.now.content),
            strict=True,
        )
        assert all(after[new.start : new.end] == new.text == old.text for old, new in pieces)
        assert (verdict.now == said) == (verdict.standing == "verbatim")
    if verdict.standing == "altered" and ("equal", " … ") not in verdict.diff:
        old = "".join(words for tag, words in verdict.diff if tag != "insert")
        new = "".join(words for tag, words in verdict.diff if tag != "delete")
        assert " ".join(old.split()) in " ".join(before.split())
        # Words that stayed are written as they were, so white space before them may be the old one's.
        assert "".join(new.split()) == "".join(after[verdict.start : verdict.end].split())
    assert (verdict.start is None) == (verdict.standing == "gone")


def standings(*paragraphs: str, **how: object) -> list[str]:
    return [verdict.standing for verdict in verdicts(article(*paragraphs, **how))]  # type: ignore[arg-type]
