"""Who a byline names: persons, told from what they are, where they are and whom they write for.

Words are looked at one by one, each once: no name is found by a pattern that could go back over what it has read.
"""

import re

from sayso.lexicon.bylines import (
    BODIES,
    BY,
    DEGREES,
    LABELS,
    LEAD_INS,
    NO_NAME,
    OFFICES,
    PARTICLES,
    ROLE_WORDS,
    SUFFIXES,
    WIRES,
)
from sayso.lexicon.given_names import given_names
from sayso.reading.blocks.draft import ends_sentence
from sayso.reading.metadata.dates import FoundDate, find_date
from sayso.text.as_read import seen
from sayso.text.normalise import LETTERS, fold

LONGEST_BYLINE = 200
_LONGEST_NAME, _MOST_WORDS = 60, 5
_LONGEST_PART, _MOST_TOLD, _MOST_OF_STAFF = (
    50,
    4,
    8,
)  # of a field that is meant for names, where a club or a nickname is one too
_WORDS_OF_A_NAME = 3
_CREDIT = re.compile(
    r"\b(?:illustration(?:s|en)?|photo(?:s|graphs?|graphy)?|fotos?|bild(?:er)?|pictures?|video|übersetz(?:t|ung)"
    r"|translat(?:ed|ion)|traduction)(?: (?:by|von|par|de)\b|:)",
    re.IGNORECASE,
)
_AND = re.compile(r"[,;&|/•·\n]|\b(?:and|und|et|with)\b", re.IGNORECASE)
_MARKS = " \t|,;·•–—-:/@»«›"
_JOINS = frozenset(("&", "+", "|"))
_AFTER_NAME = frozenset(("in", "for", "of", "at", "from", "on", "mit", "aus", "für", "bei", "à", "en"))
_BEFORE_DATE = re.compile(
    r"(?:\b(?:on|am|le|um|at|posted|published|updated|veröffentlicht|publié|erstellt|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\b[\s,:|-]{0,3}){1,3}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S{0,64}(?:@|://|www\.)\S{0,200}")
_READING_TIME = re.compile(r"[\s|·•,–-]{1,4}\d{1,3}[ -]min(?:ute)?s?\.?(?: read| lesezeit)?$", re.IGNORECASE)
_LOGIN = re.compile(r"[a-z0-9_.-]{1,40}")
_NOBODY = frozenset(("admin", "administrator", "unknown", "none", "null", "by", "author", "guest", "webmaster"))


def byline(line: str) -> tuple[str, ...]:
    """The names in a line like "Analysis by Jane Doe and John Roe, Staff Writers"; none for any other line."""
    line = _READING_TIME.sub("", without_credits(seen(line).strip()))
    if len(line) > LONGEST_BYLINE:
        return ()
    line, _ = without_date(line)
    rest = _after_by(line)
    if rest is None or (ends_sentence(rest) and not rest.casefold().endswith(("jr.", "sr."))):
        return ()
    return names_in(rest)


def without_credits(words: str) -> str:
    """A byline without what it says of pictures and translators: "Text: Ada Venn Illustration: Olga Fenn"."""
    credit = _CREDIT.search(words)
    before = words[: credit.start()] if credit else ""
    is_one_label = LEAD_INS.issuperset(LETTERS.findall(before.casefold()))  # "Text & Fotos: Ada Venn" made both
    return words if is_one_label else before


def dated_byline(line: str) -> tuple[str, ...]:
    """The names in a line that tells a date and a writer: "Stars | 06.11.2023 13:30 by Olga"."""
    if len(line) > LONGEST_BYLINE:
        return ()
    rest, found = without_date(line)
    words = rest.split()
    place = next((n for n, word in enumerate(words[:-1]) if word.casefold().strip(":") in BY), None) if found else None
    if place is None:
        return ()
    end = next((n for n, word in enumerate(words) if n > place + 1 and _is_behind_name(word)), len(words))
    return names_told(" ".join(words[place:end])) if end - place <= _MOST_WORDS else ()


def _is_behind_name(word: str) -> bool:
    return word.casefold() in _AFTER_NAME or not word[0].isalpha() or word.casefold() in NO_NAME


def without_date(line: str) -> tuple[str, FoundDate | None]:
    """A line without the date that stands before, in or behind the rest of it, and that date."""
    found = find_date(line)
    if not found:
        return line, None
    before, after = line[: found.start].strip(_MARKS), line[found.end :].strip(_MARKS)
    before = _BEFORE_DATE.sub("", before[-LONGEST_BYLINE:]).strip(_MARKS)
    if before and after and _after_by(after) is not None:
        return after, found
    return before or after, found


def names_in(words: str) -> tuple[str, ...]:
    """The persons in a list of names, without what they are and where they are."""
    return tuple(dict.fromkeys(name for part in _parts(words) if (name := _person(part))))


def person_beside_date(line: str) -> str | None:
    """The person whose name is all of a line but a date; only where it begins with a given name."""
    rest, found = without_date(line)
    words = rest.strip(_MARKS).split()
    if not found or not 2 <= len(words) <= _WORDS_OF_A_NAME or fold(words[0]) not in given_names():
        return None
    return in_small(" ".join(words)) if _reads_as_name(words, " ".join(words)) else None


def persons_told(words: str) -> tuple[str, ...]:
    """The persons in a field that is meant for names, whether or not it begins with "By" or holds a date too."""
    words, _ = without_date(" ".join(without_credits(seen(words)).split())[: 4 * LONGEST_BYLINE])
    return names_in(_after_by(words) or words)


def names_told(words: str) -> tuple[str, ...]:
    """The names in a field that is meant for them, where "Kay", "fox42" and "Staff and agencies" are names too."""
    if names := persons_told(words):
        return names
    words, _ = without_date(" ".join(seen(words).split())[: 4 * LONGEST_BYLINE])
    told = _ADDRESS.sub("", _after_by(words) or words).strip(_MARKS)
    return (told,) if _may_be_told(told) else ()


def _may_be_told(name: str) -> bool:
    """Whether a field that is meant for names can mean somebody by this: a nickname, a club, "Staff and agencies"."""
    words = name.casefold().split()
    if not 1 < len(name) <= _LONGEST_PART or name.casefold() in _NOBODY or not any(map(str.isalpha, name)):
        return False
    if BODIES.intersection(words) or BY.intersection(words):
        return False
    return len(words) <= _MOST_TOLD or (len(words) <= _MOST_OF_STAFF and ROLE_WORDS.issuperset(words))


def wire_in(words: str) -> str | None:
    """The news agency that a byline or an outlet names: "Robert Burns, Associated Press" is AP's."""
    if len(words) > LONGEST_BYLINE:
        return None
    return next((WIRES[part] for part in map(_bare, _AND.split(words)) if part in WIRES), None)


def is_login(name: str) -> bool:
    """Whether a name is what somebody logs in with ("janedoe"), and not what readers see."""
    return bool(_LOGIN.fullmatch(name))


def _after_by(line: str) -> str | None:
    """What stands behind "By", "Analysis by" or "Author:"; None where nothing of the kind leads in."""
    words = line.lstrip(_MARKS).replace(" :", ":").split()
    for place, word in enumerate(words[:4]):
        bare = word.casefold().strip(":,")
        if bare in BY and place + 1 < len(words):
            rest = " ".join(words[place + 1 :])
            return _after_by(rest) or rest if bare in ("by", "von") else rest
        label = word.endswith((":", "：")) and word.rstrip(":：").casefold() in LABELS
        if label and place + 1 < len(words):
            return _after_by(" ".join(words[place + 1 :])) or " ".join(words[place + 1 :])
        if bare not in LEAD_INS and word not in _JOINS:
            return None
    return None


def _parts(words: str) -> list[str]:
    parts: list[str] = []
    for part in _AND.split(_ADDRESS.sub(" ", words[: 4 * LONGEST_BYLINE])):
        bare = part.strip(_MARKS)
        if parts and _bare(bare) in SUFFIXES:
            parts[-1] = f"{parts[-1]} {bare}"
        elif bare:
            parts.append(bare)
    return parts


def _person(part: str) -> str | None:
    """The person that a part of a byline names: "JANE DOE in Port Elna" is Jane Doe."""
    words = part.partition("(")[0].split()
    if words and words[0].casefold() in BY:
        words = words[1:]
    words = _without_wire(words)
    place = next((n for n, word in enumerate(words) if n and word.casefold() in _AFTER_NAME), len(words))
    words = [word for word in words[:place] if word.casefold() not in DEGREES]
    while len(words) > 2 and words[-1].isdecimal():
        words = words[:-1]  # the number of a note on who he is
    while len(words) > 2 and words[0].casefold() in OFFICES:
        words = words[1:]
    while len(words) > 2 and words[-1].casefold() in OFFICES:
        words = words[:-1]
    name = " ".join(words).strip(_MARKS)
    return in_small(name) if _reads_as_name(words, name) else None


def _without_wire(words: list[str]) -> list[str]:
    """ "Jane Doe Associated Press" without the wire that she writes for."""
    whole = [word.casefold() for word in words]
    cut = next((n for n in range(2, len(words)) if " ".join(whole[n:]) in WIRES), len(words))
    return words[:cut]


def person_alone(line: str) -> str | None:
    """The person whose name is a line, or who he is behind it: "Ada Venn", "Ada Venn, Staff Writer"."""
    name, _, role = line.strip(f"{_MARKS}()").partition(",")
    words = name.split()
    says_more = role and not ROLE_WORDS.issuperset(role.casefold().split())
    if says_more or not 2 <= len(words) <= _WORDS_OF_A_NAME or fold(words[0]) not in given_names():
        return None
    return in_small(name) if _reads_as_name(words, name) else None


def _reads_as_name(words: list[str], name: str) -> bool:
    if not 2 <= len(words) <= _MOST_WORDS or len(name) > _LONGEST_NAME or _bare(name) in WIRES:
        return False
    small = [word.casefold() for word in words]
    if NO_NAME.intersection(small) or ROLE_WORDS.issuperset(small):
        return False
    return all(map(_may_be_in_name, words)) and sum(not word[0].islower() for word in words) >= 2


def _may_be_in_name(word: str) -> bool:
    if word.casefold() in PARTICLES:
        return True
    letters = word.strip("“”\"'‘’().,")
    return (
        letters[:1].isalpha() and not letters[0].islower() and not any(letter in "0123456789!?:_#" for letter in word)
    )


def in_small(name: str) -> str:
    """A name that is set in capitals as it is written: "TOBY O'HALLAM" is Toby O'Hallam; "JD" stays."""
    if not name.isupper() or max(map(len, name.split())) <= 3:
        return name
    return " ".join(word if "." in word and word.lower() != "jr." else _word_in_small(word) for word in name.split())


def _word_in_small(word: str) -> str:
    if word.casefold() in PARTICLES:
        return word.casefold()
    if word.casefold().startswith("mc") and len(word) > 4:
        return f"Mc{word[2:].capitalize()}"
    return re.sub(r"[^\W\d_]+", lambda piece: piece[0].capitalize(), word)


def _bare(words: str) -> str:
    return " ".join(words.casefold().strip(f"{_MARKS}()[]").split())
