"""Subjects who are somebody's and have no name: "Doe's mother wept. “…,” she said." She is the mother, and not Doe."""

import re
from collections.abc import Iterator
from typing import Final

from sayso.coreference.discourse import Discourse
from sayso.coreference.unnamed_speakers import is_personal
from sayso.data.article import Span
from sayso.lexicon.english import DETERMINERS, PREPOSITIONS, STOP
from sayso.text.normalise import POSSESSIVE, WORD

_OWNER: Final = re.compile(
    r"(?P<owner>(?:[^\W\d_a-z][\w’'.-]*\s){0,3}[^\W\d_][\w.-]*(?:[’']s|(?<=s)[’'])|[Hh]is|[Hh]er|[Tt]heir)\s"
)
_HIS: Final = frozenset({"his", "her", "their"})
_MOST_WORDS: Final = 3


def described_subjects(discourse: Discourse) -> Iterator[Span]:
    """The words for whoever is the subject of a sentence as somebody's relative or servant, outside of quotations."""
    for start, end in zip(discourse.sentences.starts, discourse.sentences.ends, strict=True):
        first = WORD.search(discourse.text, start, end)
        if first is None or discourse.quoted(first.start()):
            continue
        begin = first.end() + 1 if first.group().casefold() in ("the", "then", "but", "and", "later") else first.start()
        owner = _OWNER.match(discourse.text, begin, end)
        if owner and _owns(owner["owner"]) and (noun := _personal_noun(discourse.text, owner.end(), end)):
            yield Span.of(discourse.text, begin, noun)


def _owns(words: str) -> bool:
    """Whether somebody owns: "Doe’s" and "her", not "It’s" for "It is"."""
    *_, last = words.split()
    return last.casefold() in _HIS or POSSESSIVE.sub("", last).casefold() not in STOP


def _personal_noun(text: str, start: int, end: int) -> int | None:
    """Where the noun phrase ends that begins at `start`, if it is one person's and a verb may follow."""
    words = []
    for word in WORD.finditer(text, start, end):
        words.append(word)
        if len(words) > _MOST_WORDS or not word.group()[0].islower():
            return None
        if is_personal(word.group().casefold()):
            following = WORD.match(text, word.end() + 1)
            apart = following is None or text[word.end()] != " "
            plain = "" if following is None else following.group().casefold()
            another = plain in PREPOSITIONS | STOP - DETERMINERS and not plain.endswith(("d", "s"))
            return None if apart or another or is_personal(plain) else word.end()
    return None
