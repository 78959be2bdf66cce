"""What a source is: a name, a pronoun, a description of someone, or people whom the text leaves unnamed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Literal

from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.office_holders import (
    ends_in_a_minister,
    ends_in_an_officer,
    holder_behind_a_body,
    holder_of_offices,
)
from sayso.coreference.role_phrases import is_role, phrase, trimmed
from sayso.coreference.source_owner import speaks_inside
from sayso.coreference.source_tokens import JOINING, MARKS, Token, head_of, segments_of, tokens_of
from sayso.data.article import Span
from sayso.lexicon.english import (
    BODY_NOUNS,
    COURTESIES,
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


_LONGEST_SHOWN: Final = 80
_LIKE: Final = frozenset({"like", "including"})
_GOES_BY: Final = words(
    "known nicknamed called named goes dubbed calls performs records writes posts name gives gave identified"
    " introduced going"
)
_MADE_KNOWN: Final = re.compile(
    r",? (?:who (?:\w+ )?(?:gave|gives|goes|identified|introduced|calls|called|asked)|(?:known|identified|named)\b)"
    r"[^.;:“”\"\n]{0,140}"
)
"""What behind a source may tell the name of who it describes: "said the woman[, who gave her name as Ana Doe]"."""

_OF_ONESELF: Final = words("himself herself themselves themself him her them his their as only to be by")
_LEADING_TO_NAME: Final = words(
    "as by the name of only also locally simply himself herself just better nickname alias handle pseudonym under his"
    " her their"
)
_GIVEN_BY_OTHERS: Final = words("nicknamed called named dubbed identified introduced")
_HAVING: Final = words("had has have later also only")
_GIVEN_AS: Final = frozenset({"as", "only"})
"""What parts "gave her name as Doe" from "in the name of Doe"."""

_STYLES: Final = frozenset({"Most", "Very", "Right", "Rt", "Hon", "Revd", "Rev", "His", "Her", "Eminence"})
_DEFINITE: Final = frozenset({"the", "this", "that", "his", "her", "my"})
_OWNED_BY: Final = frozenset({"his", "her", "their", "the"})
_OF_OFFICES: Final = frozenset({"of", "for", "to", "at", "from"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A source read: `words` as reasons quote it, `names` those who speak by name, `role` what it calls them."""

    kind: Kind
    words: str
    names: tuple[Placed, ...] = ()
    role: Span | None = None


def read(text: str, pieces: Sequence[Span], placed: Sequence[Placed]) -> Reading:
    """Read the source of a statement; `placed` are all names of the text in order.

    The head of the first noun phrase decides: "Brian Doe, the campaign's secretary" is Brian Doe, "Ana Doe's doctor"
    is not Ana Doe.
    """
    shown = " ".join(" ".join(piece.text.split()) for piece in pieces)
    told = _MADE_KNOWN.match(text, pieces[0].end)
    if told and (known := _described_as(text, pieces[0], told.end(), placed)):
        return Reading("name", shown, (known,))
    tokens = tokens_of(text, pieces[0].start, pieces[0].end, placed)
    while tokens and (tokens[0].plain in PREPOSITIONS | JOINING or tokens[0].text in MARKS):
        tokens.pop(0)
    segments = segments_of(tokens)
    if not segments:
        return Reading("unnamed", shown)
    return (
        _pronoun(shown, segments)
        or _after_an_event(shown, segments)
        or _named(text, shown, segments)
        or _inside(shown, segments)
        or _described(text, shown, segments)
    )


def _after_an_event(shown: str, segments: Sequence[Sequence[Token]]) -> Reading | None:
    """The person who comes last where a source ran into its verb's subject from the left.

    So it is in "(About) the recent offer for talks with the union Ana Doe [said]": no offer speaks.
    """
    last = segments[-1][-1].name
    is_person = last is not None and last.type == "person" and len(segments[-1]) > 1
    if (
        not is_person
        or head_of(segments[0])[-1].plain not in EVENTS
        or segments[-1][-2].plain in PREPOSITIONS | JOINING
    ):
        return None
    return Reading("name", shown, _names(segments[-1][-1:]))


def _pronoun(shown: str, segments: Sequence[Sequence[Token]]) -> Reading | None:
    first = segments[0][0].plain
    alone = len(head_of(segments[0])) == 1
    if segments[0][0].name is not None:  # "US" is a country, which "us" is not.
        return None
    if first in OWN_WORDS and alone:
        return Reading("own words", shown)
    if first in PRONOUNS | RELATIVES and alone:
        return Reading("pronoun", first)
    return None


def _named(text: str, shown: str, segments: Sequence[Sequence[Token]]) -> Reading | None:
    head = head_of(segments[0])
    if (kin := _with_kin(segments)) is not None:
        return Reading("several", shown, kin)
    apposed = len(segments) > 1 and _is_apposition(segments[1])
    if (holder := holder_behind_a_body(segments)) is not None:
        return Reading("name", shown, _names([holder]), _words_of(text, segments[0]))
    if ends_in_an_officer(segments[0], head) or (not apposed and ends_in_a_minister(segments[0], head)):
        return Reading("name", shown, _names(segments[0][-1:]), _words_of(text, segments[0][:-1]))
    if head[-1].name is not None:
        return _with_fellows(text, shown, segments, head)
    if (holder := holder_of_offices(segments)) is not None:
        return Reading("name", shown, _names([holder]), _words_of(text, segments[0]))
    if (known := _known_as(segments)) is not None:
        return Reading("name", shown, (known,), _words_of(text, segments[0]))
    if apposed:
        return Reading("name", shown, _names([head_of(segments[1])[-1]]), _words_of(text, segments[0]))
    if (last := segments[0][-1]).name is not None and _ends_in_a_person_after_a_body(segments[0]):
        return Reading("name", shown, _names([last]), _words_of(text, segments[0][:-1]))
    return None


def _described_as(text: str, piece: Span, end: int, placed: Sequence[Placed]) -> Placed | None:
    """The name by which one without a name in the source goes, as the words up to `end` tell."""
    tokens = tokens_of(text, piece.start, end, placed)
    if any(token.name for token in tokens if token.start < piece.end):
        return None
    return _known_as(segments_of(tokens))


def _known_as(segments: Sequence[Sequence[Token]]) -> Placed | None:
    """The name by which one who is described goes: "a man known only as Falcon", "who goes by the name “Rusty”"."""
    tokens = [token for segment in segments for token in segment]
    for at, token in enumerate(tokens[:-1]):
        if token.plain in _GOES_BY and not _of_another(tokens, at):
            after = [each for each in tokens[at + 1 : at + 5] if each.plain not in _LEADING_TO_NAME]
            if after and after[0].name is not None and after[0].name.type == "person":
                return after[0].name
    return None


def _of_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of naming is about somebody else: "who named Doe", "who gave Doe a ride", "in the name of Doe"."""
    verb, following = tokens[at].plain, tokens[at + 1].plain
    if verb == "name":
        return following not in _GIVEN_AS
    if verb in ("gives", "gave"):
        return following not in _OF_ONESELF or "name" not in [each.plain for each in tokens[at + 1 : at + 4]]
    active = at > 0 and tokens[at - 1].plain in RELATIVES | _HAVING
    return active and verb in _GIVEN_BY_OTHERS and following not in _OF_ONESELF


def _with_fellows(text: str, shown: str, segments: Sequence[Sequence[Token]], head: list[Token]) -> Reading:
    """One speaker, or several when "and" or a list joins further names to the first."""
    fellows = [head[-1]]
    if any(t.plain in JOINING for t in head):
        fellows = [t for n, t in enumerate(head) if t.name and (n + 1 == len(head) or head[n + 1].plain in JOINING)]
        unnamed_fellow = len(fellows) < 2
        if unnamed_fellow and _joins_people(head):
            return Reading("unnamed", shown)
    # In "Doe, who served in Norland and Sudland, said" the list is that of the clause.
    listed = takewhile(lambda segment: segment[0].plain not in RELATIVES, segments[1:])
    fellows += [t for s in listed if _goes_on_a_list(s) for t in s if t.name]
    if len(fellows) > 1:
        return Reading("several", shown, _names(fellows))
    return Reading("name", shown, _names([head[-1]]), _words_of(text, head[:-1]))


def _goes_on_a_list(segment: Sequence[Token]) -> bool:
    """Whether a list goes on: ", Brown and Doe" or "and Doe"; not ", a friend of Brown and Doe"."""
    head = head_of(segment)
    opens = segment[0].name is not None or segment[0].plain in JOINING
    return opens and head[-1].name is not None and any(t.plain in JOINING for t in head)


def _with_kin(segments: Sequence[Sequence[Token]]) -> tuple[Placed, ...] | None:
    """Both of "Captain Doe and his sister, Ana Doe": what "and" joins to a name has its own behind a comma."""
    for at, segment in enumerate(segments[:-1]):
        joined = next((n for n, t in enumerate(segment) if t.plain in JOINING), None)
        if joined is None or segment[joined + 1 : joined + 2] == [] or segment[joined + 1].plain not in _OWNED_BY:
            continue
        before = segment[:joined] if joined else segments[0]
        first, second = head_of(before)[-1].name, head_of(segments[at + 1])[-1].name
        names = [one for one in (first, second) if one is not None and one.type == "person"]
        if len(names) == 2 and _is_apposition(_without_article(segments[at + 1])):
            return tuple(names)
    return None


def _without_article(segment: Sequence[Token]) -> Sequence[Token]:
    """ "the dentist Pavel Doe" as "dentist Pavel Doe"."""
    return segment[1:] if len(segment) > 1 and segment[0].plain in _DEFINITE else segment


def _joins_people(head: Sequence[Token]) -> bool:
    """Whether "and" stands right in front of the last name's own phrase: "his wife and John Doe"."""
    place = max(n for n, t in enumerate(head) if t.plain in JOINING)
    return all(t.name or t.plain in TITLES or t.text[:1].isupper() for t in head[place + 1 :])


def _is_apposition(second: Sequence[Token]) -> bool:
    """Whether nothing but a name follows a description: "The campaign’s chairman, Phil Doe,", "A guest, Ana Doe"."""
    head = head_of(second)
    name = head[-1].name
    if name is None or any(t.plain in JOINING for t in head):
        return False
    is_called = name.type == "person" and all(_may_call(t) for t in head[:-1]) and not POSSESSIVE.search(head[0].text)
    return is_called or all(t.name or t.plain in TITLES or t.plain in ROLES for t in head)


def _ends_in_a_person_after_a_body(segment: Sequence[Token]) -> bool:
    """Whether the last name follows another and no preposition: "Spokesman for the ministry Ivan Doe".

    So does the subject that a source ran into from the left: "(About talks with) the Gulf Council Ivan Doe said".
    """
    last, before = segment[-1], segment[-2] if len(segment) > 1 else None
    is_person = last.name is not None and last.name.type == "person"
    return is_person and before is not None and before.name is not None and before.name.type != "person"


def _may_call(token: Token) -> bool:
    """Whether a word may stand before a name in an apposition: "the tenor", "the Most Rev", "Prof"."""
    return token.text.islower() or token.plain in TITLES or token.text in _STYLES


def _inside(shown: str, segments: Sequence[Sequence[Token]]) -> Reading | None:
    examples = _examples(segments)
    if examples:
        return Reading("several" if len(examples) > 1 else "owned", shown, examples)
    owner = speaks_inside(segments)
    return Reading("owned", shown, (owner,)) if owner else None


def _examples(segments: Sequence[Sequence[Token]]) -> tuple[Placed, ...]:
    """Those by whose names several are shown: "critics of the plan, like Senators Doe and Lee"."""
    first, *rest = segments
    at = next((n for n, t in enumerate(first) if t.plain in _LIKE), None)
    shown = first[at:] if at else rest[0] if rest and rest[0][0].plain in _LIKE else []
    plural = first[0].plain.endswith("s") or head_of(first)[-1].plain.endswith("s")
    return _names([t for t in shown if t.name and t.name.type != "country"]) if plural else ()


def _described(text: str, shown: str, segments: Sequence[Sequence[Token]]) -> Reading:
    """A definite description, or people unnamed: "the mayor" against "a spokesman", "officials", "the report"."""
    segment = _without_place(segments[0])
    span = trimmed(text, segment[0].start, segment[-1].end)
    read = phrase(span.text) if span else None
    if read is None or span is None:
        return Reading("unnamed", shown)
    lone = len(segment) == 1 and segment[0].plain in BODY_NOUNS
    definite = segment[0].plain in _DEFINITE or lone or _is_headless_title(segment)
    noun = head_of(segment)[-1].plain
    plural = noun.endswith("s") and not noun.endswith("ss") and not POSSESSIVE.search(noun)
    unnamed = read.head in UNNAMED and not is_role(span.text) and segment[0].plain != "the" and not lone
    if not definite or plural or unnamed:
        return Reading("unnamed", shown)
    return Reading("description", shown, role=span)


def _without_place(segment: Sequence[Token]) -> Sequence[Token]:
    """A description without where and when it speaks: "The minister [in a meeting with Doe]", not "of", "for", "to"."""
    after = (n for n, t in enumerate(segment) if n and not t.name and t.plain in PREPOSITIONS - _OF_OFFICES)
    return segment[: next(after, len(segment))]


def _is_headless_title(segment: Sequence[Token]) -> bool:
    """Whether it is definite without "the": "Foreign Minister", "Iran's foreign minister"."""
    first = segment[0]
    if first.plain in INDEFINITE | DETERMINERS:
        return False
    possessive = any(POSSESSIVE.search(t.text) for t in head_of(segment)[:-1])
    return possessive or (first.text[:1].isupper() and is_role(" ".join(t.text for t in head_of(segment))))


def _words_of(text: str, tokens: Sequence[Token]) -> Span | None:
    """The role in front of a name; a bare "Mr" is none."""
    kept = [t for t in tokens if t.text not in MARKS]
    while kept and kept[0].plain in COURTESIES | DETERMINERS:
        kept.pop(0)
    while kept and kept[-1].plain in COURTESIES:
        kept.pop()
    if not kept or not is_role(" ".join(t.text for t in kept)):
        return None
    end = kept[-1].end
    abbreviated = kept[-1].plain in TITLES and text[end : end + 1] == "."
    return Span.of(text, kept[0].start, end + 1 if abbreviated else end)


def _names(tokens: Sequence[Token]) -> tuple[Placed, ...]:
    return tuple(t.name for t in tokens if t.name is not None)


def quoted_words(text: str) -> str:
    """Words as a reason shows them: on one line, not too long, in quotation marks."""
    line = " ".join(text.split()).strip(" ,;:")
    return f"“{line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + '…'}”"
