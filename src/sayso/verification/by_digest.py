"""What has become of statements of which no more than digests was kept, in a new capture of their page.

Whether the very words stand there can be told, and where. One of which nothing shows that they do is gone: what was
changed in it cannot be told, since its words are not there to be compared.
"""

from collections.abc import Iterator, Sequence

from sayso.data.article import Article
from sayso.data.statement import Attribution, Statement
from sayso.text.digests import digest_at, digest_of
from sayso.verification.judge import spans_of
from sayso.verification.verdict import Verdict


def in_text(number: int, statement: Statement, after: Article, known: set[int]) -> Verdict:
    """The verdict on one in a text; `known` are the shifts by which others have moved, and this one's if it has.

    Elsewhere it stands where its words are found in one place alone, each as far from the others as before.
    """
    said = statement.attribution
    if statement.where == "related":
        return _in_titles(number, statement, [story.title for story in after.related])
    for by in sorted(known | {0}, key=abs):
        if _stands(said, after.text, by):
            return _told(number, said, after.text, by)
    found = [by for by in _shifts(said, after.text) if _stands(said, after.text, by)]
    if len(found) != 1:
        return Verdict(number, "gone")
    known.add(found[0])
    return _told(number, said, after.text, found[0])


def between(before: Sequence[Statement], after: Sequence[Statement]) -> list[Verdict]:
    """The verdicts where of the new capture too only digests are there: what has another may be altered or gone."""
    places: dict[tuple[str, str], list[Statement]] = {}
    for one in after:
        places.setdefault((one.where, digest_of(one.attribution)), []).append(one)
    return [_beside(n, one, places.get((one.where, digest_of(one.attribution)), [])) for n, one in enumerate(before)]


def _beside(number: int, one: Statement, same: list[Statement]) -> Verdict:
    if not same:
        return Verdict(number, "untold")
    nearest = min(same, key=lambda other: abs(other.attribution.begins - one.attribution.begins))
    start, end = _ends(nearest.attribution)
    is_there = _ends(one.attribution) == (start, end) and nearest.story == one.story
    return Verdict(number, "verbatim" if is_there else "moved", start, end, nearest.story)


def _in_titles(number: int, statement: Statement, titles: Sequence[str]) -> Verdict:
    found = [n for n, title in enumerate(titles) if _stands(statement.attribution, title, 0)]
    if not found:
        return Verdict(number, "gone")
    story = statement.story if statement.story in found else found[0]
    start, end = _ends(statement.attribution)
    return Verdict(number, "verbatim" if story == statement.story else "moved", start, end, story)


def _stands(said: Attribution, text: str, by: int) -> bool:
    start, end = _ends(said)
    return start + by >= 0 and end + by <= len(text) and digest_at(said, text, by) == said.digest


def _shifts(said: Attribution, text: str) -> Iterator[int]:
    """By how much it can have moved: to wherever a word begins."""
    start, end = _ends(said)
    for at in range(len(text) - (end - start) + 1):
        if not text[at].isspace() and (at == 0 or not text[at - 1].isalnum() or not text[at].isalnum()):
            yield at - start


def _told(number: int, said: Attribution, text: str, by: int) -> Verdict:
    start, end = _ends(said)
    now = said.moved(by, text)
    return Verdict(number, "moved" if by else "verbatim", start + by, end + by, now=now)


def _ends(said: Attribution) -> tuple[int, int]:
    spans = spans_of(said)
    return spans[0].start, max(span.end for span in spans)
