"""Bynames in marks: "a vendor who wanted to be known only as “Boyet”", "a woman everybody here calls “Aunt Chit”".

What stands in the marks is a person's name, and whoever is described before it bears it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.person_name import IN_CAPITALS, Name
from sayso.coreference.role_phrases import is_personal
from sayso.lexicon.callings import is_calling
from sayso.text.doc import Doc
from sayso.text.normalise import fold

_BETWEEN: Final = (
    r"(?:as|by|the|name|of|only|also|simply|just|locally|himself|herself|themselves|to|his|her|their|its|friends"
    r"|everybody|everyone|all|family|neighbours|neighbors|colleagues|fans|here|at|in|on|around|nickname|alias|handle"
    r"|street|stage|first|door|town|village|road|row|market|harbour|harbor|me|us|him|them|is|was|and)"
)
_CALLED: Final = re.compile(
    r"\b(?:known|nicknamed|dubbed|called|calls?|knows?|goes|going|identified|introduc\w+|addressed|answers|gave|gives"
    rf"|signs|styles)(?: {_BETWEEN}){{0,8}},? [“\"‘'](?P<name>{IN_CAPITALS})[.,]?[”\"’']"
)
_ARTICLE: Final = re.compile(r"\b(?:an?|the|one|another|his|her|their) ", re.IGNORECASE)
_MOST_WORDS: Final = 6
_APPOSED: Final = re.compile(r"(?:[\w’'-]+ ){1,5}[\w’'-]+, ")
_MARKS: Final = "“”\"‘’'"
_LONGEST: Final = 140


class Byname(NamedTuple):
    """Where the one is described who bears it, and the name."""

    described: int
    name: Name


def bynames(doc: Doc) -> Iterator[Byname]:
    """The bynames of a text with whoever the sentence describes last before each."""
    for called in _CALLED.finditer(doc.text):
        start = max(doc.sentence_at(called.start())[0], called.start() - _LONGEST)
        described = [one for one in _ARTICLE.finditer(doc.text, start, called.start()) if _is_persons(doc, one)]
        if described:
            text, place = called["name"], called.span("name")
            words = tuple(fold(word) for word in text.split())
            yield Byname(described[-1].start(), Name(text, words, start=place[0], end=place[1]))


def _is_persons(doc: Doc, article: re.Match[str]) -> bool:
    """Whether a person's noun follows an article, before any mark: "a 52-year-old vendor"."""
    for word in doc.words_in(article.end(), article.end() + _LONGEST)[:_MOST_WORDS]:
        if doc.text[word.start - 1] != " " or word.text[0].isupper():
            return False
        if is_personal(word.text) or is_calling(word.text):
            return True
        if doc.text[word.end : word.end + 1] != " ":
            return False
    return False


def with_bynames(placed: Sequence[Placed], called: Iterable[Byname]) -> list[Placed]:
    """The names with the bynames among them, each a person's wherever it stands."""
    found = [Placed(one.name, "person") for one in called]
    if not found:
        return [*placed]
    known = {one.name.words for one in found}
    kept = (p for p in placed if not any(p.name.start < o.name.end and o.name.start < p.name.end for o in found))
    typed = (replace(p, type="person") if p.name.words in known else p for p in kept)
    return sorted([*typed, *found], key=lambda p: p.name.start)


def is_byname(text: str, start: int, end: int) -> bool:
    """Whether a name stands in marks of its own: “Boyet” or “Boyet.”"""
    return text[max(0, start - 1) : start] in _MARKS and text[end : end + 2].lstrip(".,")[:1] in {*_MARKS}


def named_behind(doc: Doc, known: Iterable[Byname], start: int) -> Name | None:
    """The byname of whoever is described from `start`: "the busker, a man who goes by “Uncle Reed”"."""
    end = doc.sentence_at(start)[1]
    for one in known:
        if start <= one.described < end:
            return one.name if one.described == start or _APPOSED.fullmatch(doc.text, start, one.described) else None
    return None
