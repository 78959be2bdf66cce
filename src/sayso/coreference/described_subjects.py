"""Subjects who are somebody's and have no name: "Doe's mother wept. “…,” she said." She is the mother, and not Doe."""

import re
from collections.abc import Iterator
from typing import Final

from sayso.coreference.role_phrases import is_personal
from sayso.data.article import Span
from sayso.lexicon.english import DETERMINERS, PREPOSITIONS, STOP
from sayso.text.doc import Doc
from sayso.text.normalise import POSSESSIVE, WORD

_OWNER: Final = re.compile(
    r"(?P<owner>(?:[^\W\d_a-z][\w’'.-]*\s){0,3}[^\W\d_][\w.-]*(?:[’']s|(?<=s)[’'])|[Hh]is|[Hh]er|[Tt]heir)\s"
)
_HIS: Final = frozenset({"his", "her", "their"})
_MOST_WORDS: Final = 3


def described_subjects(doc: Doc) -> Iterator[Span]:
    """The words for whoever is the subject of a sentence as somebody's relative or servant, outside of quotations."""
    for start, end in zip(doc.sentences.starts, doc.sentences.ends, strict=True):
        first = next(iter(doc.words_in(start, end)), None)
        if first is None or doc.quoted(first.start):
            continue
        begin = first.end + 1 if first.text.casefold() in ("the", "then", "but", "and", "later") else first.start
        owner = _OWNER.match(doc.text, begin, end)
        if owner and _owns(owner["owner"]) and (noun := _personal_noun(doc.text, owner.end(), end)):
            yield Span.of(doc.text, begin, noun)


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
