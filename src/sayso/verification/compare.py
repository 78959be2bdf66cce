"""What has become of the statements of an article in a new capture of its page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.data.article import Article
from sayso.data.keeping import LEFT_OUT
from sayso.data.statement import Statement
from sayso.verification.by_digest import in_text
from sayso.verification.judge import Texts, spans_of, verdict_on_title
from sayso.verification.related_stories import stories_beside
from sayso.verification.verdict import Verdict


def compare(before: Article, statements: Sequence[Statement], after: Article) -> list[Verdict]:
    """One verdict a statement, in their order; their offsets are into `before`, those of the verdicts into `after`.

    The texts are put side by side as wholes first, so that no stretch of the new one stands for two of the old, and
    a look-alike elsewhere is not taken for a statement that was deleted. Of both articles only text, blocks and
    related stories are looked at. Statements must hold: `check` finds no fault in them. What does not stand in a text
    of which parts were left out is untold.
    """
    verdicts = list(_verdicts(before, statements, after))
    if LEFT_OUT in after.text:
        return [replace(one, standing="untold") if one.standing == "gone" else one for one in verdicts]
    return verdicts


def _verdicts(before: Article, statements: Sequence[Statement], after: Article) -> Iterator[Verdict]:
    if any(one.attribution.digest for one in statements):
        moved: set[int] = set()
        yield from (in_text(number, one, after, moved) for number, one in enumerate(statements))
        return
    if (before.text, before.blocks, before.related) == (after.text, after.blocks, after.related):
        yield from (_unchanged(number, statement) for number, statement in enumerate(statements))
        return
    texts = Texts.of(before, after)
    stories = stories_beside(before.related, after.related)
    for number, statement in enumerate(statements):
        if statement.where != "related":
            yield texts.verdict(number, statement.attribution)
        elif (old := statement.story) is None or old not in stories:
            yield Verdict(number, "gone")
        else:
            new = stories[old]
            titles = before.related[old].title, after.related[new].title
            yield replace(verdict_on_title(titles, number, statement.attribution), story=new)


def _unchanged(number: int, statement: Statement) -> Verdict:
    said = statement.attribution
    spans = spans_of(said)
    if not spans:
        return Verdict(number, "gone")
    start, end = spans[0].start, max(span.end for span in spans)
    return Verdict(number, "verbatim", start, end, statement.story, now=said)
