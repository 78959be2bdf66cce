"""Who holds the office that opens a source: "Minister for Roads and Ports Ana Doe", "chairman and chief Ana Doe"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sayso.coreference.role_phrases import is_personal, is_role
from sayso.coreference.source_tokens import JOINING, Token, head_of
from sayso.lexicon.english import COURTESIES, DETERMINERS, PREPOSITIONS, ROLES, TITLES, words

_SMALL_IN_OFFICES: Final = frozenset({"for", "of", "and", "the", "to", "in", "on", "at", "with"})
_HAVE_FIELDS: Final = words(
    "minister secretary director head chief commissioner chair chairman chairwoman professor manager officer president"
    " superintendent inspector dean editor lecturer undersecretary coordinator"
)
"""Offices of which a plain noun behind "of" tells the field; a "lawyer for" and a "friend of" are somebody's."""

_LONGEST_FIELD: Final = 4


def holder_of_offices(segments: Sequence[Sequence[Token]]) -> Token | None:
    """The person behind a list of offices: "chairman, chief executive and president Ana Doe" is one."""
    *before, last = [token for segment in segments for token in segment]
    if len(segments) == 1 or last.name is None or last.name.type != "person" or before[0].plain in DETERMINERS:
        return None
    offices = [segment[-1] for segment in segments[:-1]]
    offices += [token for token, following in pairwise(before) if following.plain in JOINING] + before[-1:]
    return last if all(token.plain in ROLES for token in offices) and not any(t.name for t in before) else None


def holder_behind_a_body(segments: Sequence[Sequence[Token]]) -> Token | None:
    """The person whom nothing but a comma parts from what looks like a body: "The Controller of Prisons, Mrs Ana Doe,".

    A list of speakers has "and"; one name behind another with no more between is who holds what the first names.
    """
    first, second = segments[0], segments[1] if len(segments) > 1 else []
    if not second or first[-1].name is None or first[-1].name.type == "person":
        return None
    *before, last = head_of(second)
    called = all(token.plain in TITLES for token in before)
    alone = len(segments) == 2 or (segments[2][0].plain not in JOINING and segments[2][0].name is None)
    is_person = last.name is not None and last.name.type == "person"
    return last if is_person and called and alone and len(before) + 1 == len(second) else None


def ends_in_an_officer(segment: Sequence[Token], head: Sequence[Token]) -> bool:
    """Whether a person comes last, after an office that stands after a body: "Union of Tarn Miners chair Ana Doe".

    So does one with two offices: "Event Chair and Tarn Professor Dr Ana Doe"; "the mayor and Senator Doe" are two.
    """
    last, before = segment[-1], segment[:-1]
    if last.name is None or last.name.type != "person" or not before:
        return False
    officed = before[-1].plain in ROLES or (before[-1].plain in TITLES and before[-1].plain not in COURTESIES)
    joined = [n for n, t in enumerate(before) if t.plain in JOINING]
    if not joined:
        return officed and len(head) < len(segment) and head[-1].name is not None
    offices = [t for t in before[joined[-1] + 1 :] if t.plain in ROLES]
    alone = not any(t.name and t.name.type == "person" for t in before)
    return bool(offices) and alone and before[0].plain not in DETERMINERS and before[joined[-1] - 1].plain in ROLES


def ends_in_a_minister(segment: Sequence[Token], head: Sequence[Token]) -> bool:
    """Whether a person comes last, after an office and its field: "Minister for Roads and Ports Ana Doe".

    A field has capitals, or is what an office is of: "director of nursing Ana Doe".
    """
    last, between = segment[-1], segment[len(head) : -1]
    while between and between[-1].plain in TITLES:
        between = between[:-1]
    is_person = last.name is not None and last.name.type == "person" and bool(between)
    if not is_person or between[-1].plain in PREPOSITIONS | JOINING | ROLES or not is_role(head[-1].text):
        return False
    of_field = head[-1].plain in _HAVE_FIELDS and between[0].plain in ("of", "for") and len(between) <= _LONGEST_FIELD
    return all(token.text[0].isupper() or token.plain in _SMALL_IN_OFFICES for token in between) or (
        of_field and not any(is_personal(token.plain) or token.plain in PREPOSITIONS for token in between[1:])
    )
