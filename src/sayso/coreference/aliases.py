"""What the text tells of whom by another name, or by "they": "Liu Doe, known as DJ Pebble", "Ana Lee (they/them)"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.coreference.clusters import Key, Reference
from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.person_name import IN_CAPITALS, Name, gender_of_given_name, parse
from sayso.lexicon.english import COMPANY_FORMS, ORGANISATION_WORDS, ROLES, STOP, TITLES, words
from sayso.lexicon.given_names import given_names
from sayso.text.doc import Doc

_KNOWN_AS: Final = re.compile(
    r",? (?:(?:who|is|was|has been|also|best|better|more|now|then|once|often|sometimes|otherwise|formerly|\w+ly) )*"
    r"(?:born|(?:known|nicknamed|dubbed|billed|perform(?:s|ing)|record(?:s|ing)|writ(?:es|ing)|goes)(?: \w+ly)?"
    rf"(?: (?:as|by the name(?: of)?))?) (?:the )?[“\"'‘]?(?P<name>{IN_CAPITALS})"
)
_ALIAS: Final = r"(?:the |The )?[“\"'‘]?(?P<name>(?:[A-Z]\. ?){0,3}[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3})"
_BEHIND: Final = re.compile(
    r"(?:(?:,? (?:the|an?) [^,.;()“”]{2,50}?)?,? (?:(?:best|better|also|now|then|once|widely|still) )?known"
    r"(?: (?:to|among) [a-z][a-z ]{1,24})? as "
    r"|(?:,| [—–-]| \() ?(?:real name|aka|a\.k\.a\.|alias|née|formerly|stage name)(?: is| was)? "
    r"|,? whose (?:stage|real|pen|birth|ring|legal|professional) name (?:is|was) "
    r"|,? who (?:(?:once|now|also|then|first) )?"
    r"(?:publish|perform|record|writ|post|paint|fight|wrestl|sing|sang|wrote|go)"
    r"(?:e?s|ed|es)? (?:\w+ly )?(?:as|(?:under|by) the (?:name|pseudonym)(?: of)?) "
    r"|, (?:the|an?) [^,.;()“”]{2,40}? behind the name )"
    rf"{_ALIAS}(?=[”\"'’,.;)]| [—–-]| who\b|$)"
)
"""The same behind what its bearer is, or in so many words: "the actor known to fans as Moonbow", "real name Lee"."""

_GIVEN_AND: Final = re.compile(r"\b(?P<given>[^\W\d_a-z][\w’'-]{1,20}) and $")
KIN: Final = words("sisters brothers siblings twins spouses cousins")
_OF_FAMILY: Final = re.compile(rf"\b(?:{'|'.join(sorted(KIN))}|newlyweds) $", re.IGNORECASE)
_AND_MRS: Final = re.compile(r"\b(?P<title>[A-Z][a-z]{1,12})\.? and Mrs\.? $")
_LONGEST_COUPLE: Final = 30
_LONGEST_GIVEN: Final = 26
_USES_THEY: Final = re.compile(
    r"\bnon-?binary\b|\bgenderqueer\b|\bagender\b|\bthey[ /]+(?:and )?them\b"
    r"|\((?:they|them)/|\b(?:uses?|using|prefers?|goes by|pronouns (?:are|were)) (?:the pronouns? )?[“\"‘']?they\b",
    re.IGNORECASE,
)


def with_aliases(text: str, placed: Sequence[Placed]) -> tuple[list[Placed], list[tuple[Name, Name]]]:
    """The names with those that the text gives persons besides, and these each with whose it is."""
    also = list(_aliases(text, placed))
    spans = [(alias.start, alias.end) for alias, _ in also]
    kept = [p for p in placed if not any(start < p.name.end and p.name.start < end for start, end in spans)]
    words = {alias.words for alias, _ in also}
    typed = (replace(p, type="person") if p.name.words in words else p for p in kept)
    named = [*typed, *(Placed(alias, "person") for alias, _ in also)]
    return sorted(named, key=lambda p: p.name.start), also


def _aliases(text: str, placed: Iterable[Placed]) -> Iterator[tuple[Name, Name]]:
    for mention in placed:
        at = mention.name.end
        found = (_KNOWN_AS.match(text, at) or _BEHIND.match(text, at)) if mention.type == "person" else None
        alias = parse(text, *found.span("name")) if found else None
        if alias is not None and _is_ones_own(alias) and alias.words != mention.name.words:
            yield replace(alias, titles=()), mention.name


def of_one_family(text: str, placed: Sequence[Placed]) -> tuple[list[Placed], list[tuple[Name, Name]]]:
    """Two first names before one surname are two people of that surname: "Greta and Olga Lund".

    Gives the names, with first names that nobody saw, and these each with the full name that it stands for.
    """
    families = {p.name.words[-1:] for p in placed if p.type == "person" and len(p.name.words) > 1}
    starts = {p.name.start: p for p in placed}
    seen: dict[int, Placed] = {}
    named: list[tuple[Name, Name]] = []
    for mention in placed:
        found = _GIVEN_AND.search(text[max(0, mention.name.start - _LONGEST_GIVEN) : mention.name.start])
        if len(mention.name.words) < 2 or mention.name.titles or found is None:
            continue
        start = mention.name.start - len(found.group())
        are_kin = _OF_FAMILY.search(text[max(0, start - _LONGEST_GIVEN) : start]) is not None
        if mention.type != "person" and not are_kin:
            continue
        first = starts[start].name if start in starts else parse(text, start, start + len(found["given"]))
        is_given = first is not None and (first.words[0] in given_names() or are_kin)
        if first is None or not is_given or len(first.words) > 1 or first.words in families:
            continue
        seen |= {start: Placed(first, "person"), mention.name.start: Placed(mention.name, "person")}
        whole = f"{first.text} {mention.name.text.split()[-1]}"
        named.append((first, replace(first, text=whole, words=(*first.words, mention.name.words[-1]))))
    return [*(p for p in placed if p.name.start not in seen), *seen.values()], named


def husbands(text: str, placed: Sequence[Placed]) -> Iterator[Placed]:
    """The husband of "Senator and Mrs. John Doe", who is named by his wife's name alone."""
    for mention in placed:
        name = mention.name
        if mention.type == "person" and name.gender == "woman" and len(name.words) > 1:
            found = _AND_MRS.search(text, max(0, name.start - _LONGEST_COUPLE), name.start)
            if found is not None:
                yield Placed(replace(name, titles=(found["title"], "Mr")), "person")
            elif gender_of_given_name(name) == "man" and _is_mr(text, name, placed):
                yield Placed(replace(name, titles=("Mr",)), "person")


def _is_mr(text: str, name: Name, placed: Iterable[Placed]) -> bool:
    """Whether a "Mr. Doe" of whom nothing else is known is the husband of "Mrs. John Doe"."""
    full = {p.name.words for p in placed if p.name.words[-1:] == name.words[-1:] and p.name.gender != "woman"}
    alone = all(words == name.words or len(words) == 1 for words in full)
    return alone and re.search(rf"\bMr\.? {re.escape(name.text.split()[len(name.words) - 1])}\b", text) is not None


def _is_ones_own(name: Name) -> bool:
    words = set(name.text.casefold().split())
    return not words & (STOP | ORGANISATION_WORDS | COMPANY_FORMS) and not words <= (ROLES | TITLES.keys())


def called_they(doc: Doc, references: Sequence[Reference]) -> frozenset[Key]:
    """The persons of whom the text says that they are called "they"."""
    found = set()
    for told in _USES_THEY.finditer(doc.text):
        start = doc.sentence_at(told.start())[0]
        first, last = (bisect_left(references, place, key=lambda r: r.name.start) for place in (start, told.start()))
        persons = [r.actor for r in references[first:last] if r.actor is not None and r.actor[0] == "person"]
        found |= set(persons[-1:])
    return frozenset(found)
