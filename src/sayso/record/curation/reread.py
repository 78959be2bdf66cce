"""What a second reading of a document tells otherwise, kept beside the record's own figures until it is forgotten.

It lies in `meta` under "reread/MOMENT/ARTICLE": nothing of the record hangs on it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from sayso.data.changes import Difference, Reread
from sayso.data.statement import Statement, words_said
from sayso.record.store.schema import meta
from sayso.text.digests import digest_of, statement_in_digest
from sayso.text.telling import flags, mark_of

_KEY: Final = "reread/"
_MARKS: Final = ("negated", "denied", "hypothetical", "act")
_ALIKE: Final = 0.5


def differences(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Difference, ...]:
    """What differs between two readings of one document, in the order of the later; what is gone comes last.

    A statement is the same where its words are; else the one whose words overlap it by half. Where the later reading
    is kept in digests, no words of the earlier are told.
    """
    if any(one.attribution.digest for one in after):
        before = [statement_in_digest(one) for one in before]
    left = list(before)
    found: list[Difference] = []
    pending: list[Statement] = []
    for one in after:
        other = next((other for other in left if _are_same(other, one)), None)
        if other is None:
            pending.append(one)
        else:
            left.remove(other)
            found += _between(other, one)
    for one in pending:
        near = max(left, key=lambda other: _overlap(other, one), default=None)
        if near is None or _overlap(near, one) < _ALIKE:
            found.append(Difference("new", _told(one), _speaker(one)))
            continue
        left.remove(near)
        spoke = _speaker(near) if _speaker(near) != _speaker(one) else None
        found.append(Difference("other words", _told(one), _speaker(one), _told(near), spoke))
    return (*found, *(Difference("gone", _told(one), _speaker(one)) for one in left))


def keep_reread(connection: Connection, reread: Reread) -> None:
    """Keep it, in the place of any of the same moment; one that tells nothing is not kept."""
    if not reread.differences:
        return
    told = {"before": reread.before, "after": reread.after, "differences": [asdict(one) for one in reread.differences]}
    key = f"{_KEY}{reread.at}/{reread.article}"
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=json.dumps(told)))


def reread_since(connection: Connection, moment: str) -> Iterator[Reread]:
    """In order of time."""
    for row in sorted(connection.execute(select(meta).where(meta.c.key.startswith(_KEY))).all()):
        _, at, article = row.key.split("/")
        if at >= moment:
            told: dict[str, Any] = json.loads(row.value)
            found = tuple(Difference(**one) for one in told["differences"])
            yield Reread(article, at, told["before"], told["after"], found)


def forget_rereads(connection: Connection, article: str) -> None:
    """Remove what is told of an article: it holds words of its text."""
    connection.execute(delete(meta).where(meta.c.key.startswith(_KEY), meta.c.key.endswith(f"/{article}")))


def _between(before: Statement, after: Statement) -> Iterator[Difference]:
    """What differs where the words are the same."""
    words, now, then = _told(after), _speaker(after), _speaker(before)
    if now != then:
        yield Difference("other speaker", words, now, spoke=then)
    elif any(getattr(before.attribution, mark) != getattr(after.attribution, mark) for mark in _MARKS):
        yield Difference("other marks", words, now)


def _are_same(one: Statement, other: Statement) -> bool:
    if (one.where, one.story) != (other.where, other.story):
        return False
    said, beside = one.attribution, other.attribution
    return digest_of(said) == digest_of(beside) if said.digest else words_said(one) == words_said(other)


def _told(one: Statement) -> str:
    """Its words; with them what keeps them from being plainly said."""
    marks = flags(one) if mark_of(one.attribution) else []
    return f"{words_said(one)} ({', '.join(marks)})" if marks else words_said(one)


def _speaker(one: Statement) -> str | None:
    return ", ".join(who.name for who in one.speakers) or None


def _overlap(one: Statement, other: Statement) -> float:
    """How much of the longer of two contents both have, where they stand in one text."""
    if (one.where, one.story) != (other.where, other.story):
        return 0.0
    here, there = (
        {n for span in each.attribution.content for n in range(span.start, span.end)} for each in (one, other)
    )
    return len(here & there) / max(len(here | there), 1)
