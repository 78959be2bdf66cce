"""The words of a source: marks, words and whole names, in the pieces that commas part."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sayso.coreference.mention_cleanup import Placed
from sayso.lexicon.english import DEGREES, DETERMINERS, PREPOSITIONS, RELATIVES, ROLES, words

_TOKEN: Final = re.compile(r"[^\W_](?:\w|[.&’'‘ʼ-](?=\w))*(?:\.(?=\s+\S))?(?:(?<=s)[’'](?=\s))?|--|[,;:()\[\]—–]")
MARKS: Final = frozenset({*",;:()[]—–", "--"})
JOINING: Final = frozenset({"and", "or", "&"})
_TRAILING: Final = words("himself herself itself themselves also too then later all both now")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole name, at its place in the text."""

    text: str
    start: int
    end: int
    name: Placed | None = None

    @property
    def plain(self) -> str:
        return self.text.rstrip(".").casefold()


def tokens_of(text: str, start: int, end: int, placed: Sequence[Placed]) -> list[Token]:
    inside = [p for p in placed[_first_from(placed, start) :][: end - start] if p.name.end <= end]
    tokens: list[Token] = []
    place = start
    for mention in inside:
        if mention.name.start >= end:
            break
        tokens += [Token(m.group(), *m.span()) for m in _TOKEN.finditer(text, place, mention.name.start)]
        place = mention.name.end
        tokens.append(Token(mention.name.text, mention.name.start, place, mention))
        if possessive := re.compile(r"[’'ʼ]s?(?!\w)").match(text, place, end):
            place = possessive.end()
            tokens[-1] = Token(text[mention.name.start : place], mention.name.start, place, mention)
    tokens += [Token(m.group(), *m.span()) for m in _TOKEN.finditer(text, place, end)]
    return _without_short_forms([token for n, token in enumerate(tokens) if not _is_honour(token, tokens[:n])])


def _without_short_forms(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the acronym of an office in front of its holder: "chief executive officer (CEO) Ana Doe"."""
    short = {at for at in range(1, len(tokens) - 3) if _is_short_form(tokens[at - 1 : at + 3])}
    return [token for at, token in enumerate(tokens) if short.isdisjoint(range(at - 2, at + 1))]


def _is_short_form(tokens: Sequence[Token]) -> bool:
    office, opening, letters, closing = tokens
    return office.plain in ROLES and letters.text.isupper() and (opening.text, closing.text) == ("(", ")")


def _is_honour(token: Token, before: Sequence[Token]) -> bool:
    """Whether letters stand behind a person's name as part of it: "Will Marlow MP", "Ruth Ole OBE FRS"."""
    while before and _is_letters(before[-1]):
        before = before[:-1]
    name = before[-1].name if before else None
    return name is not None and name.type == "person" and _is_letters(token)


def _is_letters(token: Token) -> bool:
    return token.plain.replace(".", "") in DEGREES and not token.text.islower()


def _first_from(placed: Sequence[Placed], start: int) -> int:
    return bisect_left(placed, start, key=lambda p: p.name.start)


def segments_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """What stands between commas, brackets and dashes."""
    segments: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in MARKS:
            segments.append([])
        else:
            segments[-1].append(token)
    return [segment for segment in segments if segment]


def head_of(segment: Sequence[Token]) -> list[Token]:
    """The segment up to its first preposition, relative pronoun or "representing …", without "himself"."""
    cut = next((n for n in range(1, len(segment)) if _goes_on(segment, n)), None)
    head = list(segment[:cut])
    while len(head) > 1 and head[-1].plain in _TRAILING:
        head.pop()
    return head


def _goes_on(segment: Sequence[Token], at: int) -> bool:
    """Whether what tells more of a noun begins at a word: "for Doe", "who knows Doe", "representing Doe"."""
    token, following = segment[at], segment[at + 1 : at + 2]
    if token.name or token.plain in PREPOSITIONS | RELATIVES:
        return not token.name
    is_participle = token.text.islower() and token.text.endswith("ing")
    return is_participle and any(t.name or t.plain in DETERMINERS for t in following)
