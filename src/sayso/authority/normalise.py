"""The words of a list, checked, and made into an actor; each function raises ValueError for what it cannot take."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from sayso.data.actor import ActorType
from sayso.data.entry import Known
from sayso.text.normalise import slug

_TYPES: Final[dict[ActorType, str]] = {
    "person": "person human individual",
    "organisation": """organisation organization org company corporation business enterprise firm institution agency
        ministry government publicbody body party politicalparty ngo union association newspaper""",
    "country": "country nation sovereignstate",
    "group": "group ethnicgroup community movement",
}
_TYPE_OF: Final = {word: type_ for type_, words in _TYPES.items() for word in words.split()}
_QID: Final = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/|wd:)?(Q[1-9][0-9]*)", re.IGNORECASE)
_DATE: Final = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?", re.ASCII)
_GLIMPSE: Final = 40
_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")


def made(
    type_: ActorType,
    name: str,
    *,
    id: str = "",
    names: Iterable[str] = (),
    roles: Iterable[str] = (),
    qid: str = "",
    born: str = "",
    columns: Iterable[tuple[str, str]] = (),
) -> Known:
    """The actor of whom the list says so; what is empty it does not say."""
    name = tidy(name)
    if not name:
        raise ValueError("no name in it")
    qid = qid_of(qid) if qid.strip() else ""
    # Namesakes share their type and name, but not the QID.
    own_id = tidy(id) or qid or f"{type_}:{slug(name) or name}"
    others = tuple(other for other in _each(names) if other != name)
    told = tuple((column, value) for column, cell in columns if (value := tidy(cell)))
    birth = date_of(born) if born.strip() else None
    return Known(own_id, name, type_, others, _each(roles), qid or None, birth, told)


def tidy(text: str) -> str:
    """The words with one blank between them."""
    if _HALF_CHARACTER.search(text):  # JSON can escape one, and no file can hold it
        raise ValueError(f"there is half a character in {shown(text)}")
    return " ".join(text.split())


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(tidy, texts))))


def plain(word: str) -> str:
    """A word as it is compared: "Birth_Date" and "birth date" are "birthdate"."""
    return re.sub(r"[\W_]+", "", word.casefold())


def type_of(word: str) -> ActorType:
    """The type that a word means: "Company" an organisation."""
    if not word.strip():
        raise ValueError("no type in it")
    if plain(word) not in _TYPE_OF:
        raise ValueError(f"{shown(word)} is no person, organisation, country or group")
    return _TYPE_OF[plain(word)]


def qid_of(text: str) -> str:
    """The QID in a text that is one, or the address of one: "http://www.wikidata.org/entity/Q42"."""
    found = _QID.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{shown(text)} is no QID of Wikidata's")
    return found[1].upper()


def is_qid(text: str) -> bool:
    """Whether a text is a QID and no more: a list can have QIDs for ids."""
    return re.fullmatch("Q[1-9][0-9]*", text) is not None


def date_of(text: str) -> str:
    """An ISO date, month or year, without the time of day."""
    found = _DATE.fullmatch(text.strip())
    known = found[1] if found else ""
    try:
        date.fromisoformat(known + "0000-01-01"[len(known) :])
    except ValueError as error:
        raise ValueError(f"{shown(text)} is no date like 1961-03-04, 1961-03 or 1961") from error
    return known


def shown(text: str) -> str:
    """The words in quotation marks, made fit for a message and cut to it."""
    words = " ".join(_HALF_CHARACTER.sub("�", text).split())
    return f"“{words if len(words) <= _GLIMPSE else words[: _GLIMPSE - 1] + '…'}”"
