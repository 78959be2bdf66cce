"""What a source is: a name, a pronoun, a description of someone, or people whom the text leaves unnamed."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final, Literal

from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.role_phrases import is_role, phrase, trimmed
from sayso.coreference.source_owner import speaks_inside
from sayso.data.article import Span
from sayso.lexicon.english import (
    BODY_NOUNS,
    COURTESIES,
    DEGREES,
    DETERMINERS,
    EVENTS,
    INDEFINITE,
    OWN_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    ROLES,
    TITLES,
    UNNAMED,
    words,
)
from sayso.text.normalise import POSSESSIVE

Kind = Literal["name", "owned", "several", "pronoun", "own words", "description", "unnamed"]


_TOKEN: Final = re.compile(r"[^\W_](?:\w|[.&’'‘ʼ-](?=\w))*(?:\.(?=\s+\S))?(?:(?<=s)[’'](?=\s))?|--|[,;:()—–]")
_LONGEST_SHOWN: Final = 80
_MARKS: Final = frozenset({*",;:()—–", "--"})
_TRAILING: Final = words("himself herself itself themselves also too then later all both now")
_LIKE: Final = frozenset({"like", "including"})
_GOES_BY: Final = words("known nicknamed called named goes dubbed calls performs records writes posts name gives gave")
_LEADING_TO_NAME: Final = words(
    "as by the name of only also locally simply himself herself just better nickname alias handle pseudonym under his"
    " her their"
)
_GIVEN_AS: Final = frozenset({"as", "only"})
"""What parts "gave her name as Doe" from "in the name of Doe"."""

_STYLES: Final = frozenset({"Most", "Very", "Right", "Rt", "Hon", "Revd", "Rev", "His", "Her", "Eminence"})
_SMALL_IN_OFFICES: Final = frozenset({"for", "of", "and", "the", "to"})
_DEFINITE: Final = frozenset({"the", "this", "that", "his", "her", "my"})
_OF_OFFICES: Final = frozenset({"of", "for", "to", "at", "from"})
_JOINING: Final = frozenset({"and", "or", "&"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A source read: `words` as reasons quote it, `names` those who speak by name, `role` what it calls them."""

    kind: Kind
    words: str
    names: tuple[Placed, ...] = ()
    role: Span | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a mark, or a whole name, at its place in the text."""

    text: str
    start: int
    end: int
    name: Placed | None = None

    @property
    def plain(self) -> str:
        return self.text.rstrip(".").casefold()


def read(text: str, pieces: Sequence[Span], placed: Sequence[Placed]) -> Reading:
    """Read the source of a statement; `placed` are all names of the text in order.

    The head of the first noun phrase decides: "Brian Doe, the campaign's secretary" is Brian Doe, "Ana Doe's doctor"
    is not Ana Doe.
    """
    shown = " ".join(" ".join(piece.text.split()) for piece in pieces)
    tokens = _tokens(text, pieces[0].start, max(piece.end for piece in pieces[:1]), placed)
    while tokens and (tokens[0].plain in PREPOSITIONS | _JOINING or tokens[0].text in _MARKS):
        tokens.pop(0)
    segments = _segments(tokens)
    if not segments:
        return Reading("unnamed", shown)
    return (
        _pronoun(shown, segments)
        or _after_an_event(shown, segments)
        or _named(text, shown, segments)
        or _inside(shown, segments)
        or _described(text, shown, segments)
    )


def _after_an_event(shown: str, segments: Sequence[Sequence[_Token]]) -> Reading | None:
    """The person who comes last where a source ran into its verb's subject from the left.

    So it is in "(About) the recent offer for talks with the union Ana Doe [said]": no offer speaks.
    """
    last = segments[-1][-1].name
    is_person = last is not None and last.type == "person" and len(segments[-1]) > 1
    if not is_person or _head(segments[0])[-1].plain not in EVENTS or segments[-1][-2].plain in PREPOSITIONS | _JOINING:
        return None
    return Reading("name", shown, _names(segments[-1][-1:]))


def _tokens(text: str, start: int, end: int, placed: Sequence[Placed]) -> list[_Token]:
    inside = [p for p in placed[_first_from(placed, start) :][: end - start] if p.name.end <= end]
    tokens: list[_Token] = []
    place = start
    for mention in inside:
        if mention.name.start >= end:
            break
        tokens += [_Token(m.group(), *m.span()) for m in _TOKEN.finditer(text, place, mention.name.start)]
        place = mention.name.end
        tokens.append(_Token(mention.name.text, mention.name.start, place, mention))
        if possessive := re.compile(r"[’'ʼ]s?(?!\w)").match(text, place, end):
            place = possessive.end()
            tokens[-1] = _Token(text[mention.name.start : place], mention.name.start, place, mention)
    tokens += [_Token(m.group(), *m.span()) for m in _TOKEN.finditer(text, place, end)]
    return [token for n, token in enumerate(tokens) if not _is_honour(token, tokens[:n])]


def _is_honour(token: _Token, before: Sequence[_Token]) -> bool:
    """Whether letters stand behind a person's name as part of it: "Will Marlow MP", "Ruth Ole OBE FRS"."""
    while before and _is_letters(before[-1]):
        before = before[:-1]
    name = before[-1].name if before else None
    return name is not None and name.type == "person" and _is_letters(token)


def _is_letters(token: _Token) -> bool:
    return token.plain.replace(".", "") in DEGREES and not token.text.islower()


def _first_from(placed: Sequence[Placed], start: int) -> int:
    return bisect_left(placed, start, key=lambda p: p.name.start)


def _segments(tokens: Sequence[_Token]) -> list[list[_Token]]:
    """What stands between commas, brackets and dashes."""
    segments: list[list[_Token]] = [[]]
    for token in tokens:
        if token.text in _MARKS:
            segments.append([])
        else:
            segments[-1].append(token)
    return [segment for segment in segments if segment]


def _pronoun(shown: str, segments: Sequence[Sequence[_Token]]) -> Reading | None:
    first = segments[0][0].plain
    alone = len(_head(segments[0])) == 1
    if segments[0][0].name is not None:  # "US" is a country, which "us" is not.
        return None
    if first in OWN_WORDS and alone:
        return Reading("own words", shown)
    if first in PRONOUNS | RELATIVES and alone:
        return Reading("pronoun", first)
    return None


def _head(segment: Sequence[_Token]) -> list[_Token]:
    """The segment up to its first preposition, relative pronoun or "representing …", without "himself"."""
    cut = next((n for n in range(1, len(segment)) if _goes_on(segment, n)), None)
    head = list(segment[:cut])
    while len(head) > 1 and head[-1].plain in _TRAILING:
        head.pop()
    return head


def _goes_on(segment: Sequence[_Token], at: int) -> bool:
    """Whether what tells more of a noun begins at a word: "for Doe", "who knows Doe", "representing Doe"."""
    token, following = segment[at], segment[at + 1 : at + 2]
    if token.name or token.plain in PREPOSITIONS | RELATIVES:
        return not token.name
    is_participle = token.text.islower() and token.text.endswith("ing")
    return is_participle and any(t.name or t.plain in DETERMINERS for t in following)


def _named(text: str, shown: str, segments: Sequence[Sequence[_Token]]) -> Reading | None:
    head = _head(segments[0])
    if _ends_in_an_officer(segments[0], head) or _ends_in_a_minister(segments[0], head):
        return Reading("name", shown, _names(segments[0][-1:]), _words_of(text, segments[0][:-1]))
    if head[-1].name is not None:
        return _with_fellows(text, shown, segments, head)
    if (holder := _holder_of_offices(segments)) is not None:
        return Reading("name", shown, _names([holder]), _words_of(text, segments[0]))
    if (known := _known_as(segments)) is not None:
        return Reading("name", shown, (known,), _words_of(text, segments[0]))
    if len(segments) > 1 and _is_apposition(segments[1]):
        return Reading("name", shown, _names([_head(segments[1])[-1]]), _words_of(text, segments[0]))
    if (last := segments[0][-1]).name is not None and _ends_in_a_person_after_a_body(segments[0]):
        return Reading("name", shown, _names([last]), _words_of(text, segments[0][:-1]))
    return None


def _holder_of_offices(segments: Sequence[Sequence[_Token]]) -> _Token | None:
    """The person behind a list of offices: "chairman, chief executive and president Ana Doe" is one."""
    *before, last = [token for segment in segments for token in segment]
    if len(segments) == 1 or last.name is None or last.name.type != "person" or before[0].plain in DETERMINERS:
        return None
    offices = [segment[-1] for segment in segments[:-1]]
    offices += [token for token, following in pairwise(before) if following.plain in _JOINING] + before[-1:]
    return last if all(token.plain in ROLES for token in offices) and not any(t.name for t in before) else None


def _known_as(segments: Sequence[Sequence[_Token]]) -> Placed | None:
    """The name by which one who is described goes: "a man known only as Falcon", "who goes by the name “Rusty”"."""
    tokens = [token for segment in segments for token in segment]
    for at, token in enumerate(tokens[:-1]):
        if token.plain in _GOES_BY and (token.plain != "name" or tokens[at + 1].plain in _GIVEN_AS):
            after = [each for each in tokens[at + 1 : at + 5] if each.plain not in _LEADING_TO_NAME]
            if after and after[0].name is not None and after[0].name.type == "person":
                return after[0].name
    return None


def _ends_in_an_officer(segment: Sequence[_Token], head: Sequence[_Token]) -> bool:
    """Whether a person comes last, after an office that stands after a body: "Union of Tarn Miners chair Ana Doe".

    So does one with two offices: "Event Chair and Tarn Professor Dr Ana Doe"; "the mayor and Senator Doe" are two.
    """
    last, before = segment[-1], segment[:-1]
    if last.name is None or last.name.type != "person" or not before:
        return False
    officed = before[-1].plain in ROLES or (before[-1].plain in TITLES and before[-1].plain not in COURTESIES)
    joined = [n for n, t in enumerate(before) if t.plain in _JOINING]
    if not joined:
        return officed and len(head) < len(segment) and head[-1].name is not None
    offices = [t for t in before[joined[-1] + 1 :] if t.plain in ROLES]
    alone = not any(t.name and t.name.type == "person" for t in before)
    return bool(offices) and alone and before[0].plain not in DETERMINERS and before[joined[-1] - 1].plain in ROLES


def _ends_in_a_minister(segment: Sequence[_Token], head: Sequence[_Token]) -> bool:
    """Whether a person comes last, after an office with a field in capitals: "Minister for Roads and Ports Ana Doe"."""
    last, between = segment[-1], segment[len(head) : -1]
    is_person = last.name is not None and last.name.type == "person" and len(head) < len(segment) - 1
    if not is_person or segment[-2].plain in PREPOSITIONS | _JOINING | ROLES or head[-1].plain not in ROLES:
        return False
    return all(token.text[0].isupper() or token.plain in _SMALL_IN_OFFICES for token in between)


def _with_fellows(text: str, shown: str, segments: Sequence[Sequence[_Token]], head: list[_Token]) -> Reading:
    """One speaker, or several when "and" or a list joins further names to the first."""
    fellows = [head[-1]]
    if any(t.plain in _JOINING for t in head):
        fellows = [t for n, t in enumerate(head) if t.name and (n + 1 == len(head) or head[n + 1].plain in _JOINING)]
        unnamed_fellow = len(fellows) < 2
        if unnamed_fellow and _joins_people(head):
            return Reading("unnamed", shown)
    # In "Doe, who served in Norland and Sudland, said" the list is that of the clause.
    listed = takewhile(lambda segment: segment[0].plain not in RELATIVES, segments[1:])
    fellows += [t for s in listed if _goes_on_a_list(s) for t in s if t.name]
    if len(fellows) > 1:
        return Reading("several", shown, _names(fellows))
    return Reading("name", shown, _names([head[-1]]), _words_of(text, head[:-1]))


def _goes_on_a_list(segment: Sequence[_Token]) -> bool:
    """Whether a list goes on: ", Brown and Doe" or "and Doe"; not ", a friend of Brown and Doe"."""
    head = _head(segment)
    opens = segment[0].name is not None or segment[0].plain in _JOINING
    return opens and head[-1].name is not None and any(t.plain in _JOINING for t in head)


def _joins_people(head: Sequence[_Token]) -> bool:
    """Whether "and" stands right in front of the last name's own phrase: "his wife and John Doe"."""
    place = max(n for n, t in enumerate(head) if t.plain in _JOINING)
    return all(t.name or t.plain in TITLES or t.text[:1].isupper() for t in head[place + 1 :])


def _is_apposition(second: Sequence[_Token]) -> bool:
    """Whether nothing but a name follows a description: "The campaign’s chairman, Phil Doe,", "A guest, Ana Doe"."""
    head = _head(second)
    name = head[-1].name
    if name is None or any(t.plain in _JOINING for t in head):
        return False
    is_called = name.type == "person" and all(_may_call(t) for t in head[:-1]) and not POSSESSIVE.search(head[0].text)
    return is_called or all(t.name or t.plain in TITLES or t.plain in ROLES for t in head)


def _ends_in_a_person_after_a_body(segment: Sequence[_Token]) -> bool:
    """Whether the last name follows another and no preposition: "Spokesman for the ministry Ivan Doe".

    So does the subject that a source ran into from the left: "(About talks with) the Gulf Council Ivan Doe said".
    """
    last, before = segment[-1], segment[-2] if len(segment) > 1 else None
    is_person = last.name is not None and last.name.type == "person"
    return is_person and before is not None and before.name is not None and before.name.type != "person"


def _may_call(token: _Token) -> bool:
    """Whether a word may stand before a name in an apposition: "the tenor", "the Most Rev", "Prof"."""
    return token.text.islower() or token.plain in TITLES or token.text in _STYLES


def _inside(shown: str, segments: Sequence[Sequence[_Token]]) -> Reading | None:
    examples = _examples(segments)
    if examples:
        return Reading("several" if len(examples) > 1 else "owned", shown, examples)
    owner = speaks_inside(segments)
    return Reading("owned", shown, (owner,)) if owner else None


def _examples(segments: Sequence[Sequence[_Token]]) -> tuple[Placed, ...]:
    """Those by whose names several are shown: "critics of the plan, like Senators Doe and Lee"."""
    first, *rest = segments
    at = next((n for n, t in enumerate(first) if t.plain in _LIKE), None)
    shown = first[at:] if at else rest[0] if rest and rest[0][0].plain in _LIKE else []
    plural = first[0].plain.endswith("s") or _head(first)[-1].plain.endswith("s")
    return _names([t for t in shown if t.name and t.name.type != "country"]) if plural else ()


def _described(text: str, shown: str, segments: Sequence[Sequence[_Token]]) -> Reading:
    """A definite description, or people unnamed: "the mayor" against "a spokesman", "officials", "the report"."""
    segment = _without_place(segments[0])
    span = trimmed(text, segment[0].start, segment[-1].end)
    read = phrase(span.text) if span else None
    if read is None or span is None:
        return Reading("unnamed", shown)
    lone = len(segment) == 1 and segment[0].plain in BODY_NOUNS
    definite = segment[0].plain in _DEFINITE or lone or _is_headless_title(segment)
    noun = _head(segment)[-1].plain
    plural = noun.endswith("s") and not noun.endswith("ss") and not POSSESSIVE.search(noun)
    unnamed = read.head in UNNAMED and not is_role(span.text) and segment[0].plain != "the" and not lone
    if not definite or plural or unnamed:
        return Reading("unnamed", shown)
    return Reading("description", shown, role=span)


def _without_place(segment: Sequence[_Token]) -> Sequence[_Token]:
    """A description without where and when it speaks: "The minister [in a meeting with Doe]", not "of", "for", "to"."""
    after = (n for n, t in enumerate(segment) if n and not t.name and t.plain in PREPOSITIONS - _OF_OFFICES)
    return segment[: next(after, len(segment))]


def _is_headless_title(segment: Sequence[_Token]) -> bool:
    """Whether it is definite without "the": "Foreign Minister", "Iran's foreign minister"."""
    first = segment[0]
    if first.plain in INDEFINITE | DETERMINERS:
        return False
    possessive = any(POSSESSIVE.search(t.text) for t in _head(segment)[:-1])
    return possessive or (first.text[:1].isupper() and is_role(" ".join(t.text for t in _head(segment))))


def _words_of(text: str, tokens: Sequence[_Token]) -> Span | None:
    """The role in front of a name; a bare "Mr" is none."""
    kept = [t for t in tokens if t.text not in _MARKS]
    while kept and kept[0].plain in COURTESIES | DETERMINERS:
        kept.pop(0)
    while kept and kept[-1].plain in COURTESIES:
        kept.pop()
    if not kept or not is_role(" ".join(t.text for t in kept)):
        return None
    end = kept[-1].end
    abbreviated = kept[-1].plain in TITLES and text[end : end + 1] == "."
    return Span.of(text, kept[0].start, end + 1 if abbreviated else end)


def _names(tokens: Sequence[_Token]) -> tuple[Placed, ...]:
    return tuple(t.name for t in tokens if t.name is not None)


def quoted_words(text: str) -> str:
    """Words as a reason shows them: on one line, not too long, in quotation marks."""
    line = " ".join(text.split()).strip(" ,;:")
    return f"“{line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + '…'}”"
