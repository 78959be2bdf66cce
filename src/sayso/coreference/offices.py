"""Whether somebody is quoted as an official: by the roles that an article gives them, a body by its name."""

from collections.abc import Sequence
from typing import Final

from sayso.coreference.role_phrases import is_honorific
from sayso.data.actor import ActorType
from sayso.lexicon.english import TITLES
from sayso.lexicon.public_offices import OFFICES, OFFICES_ALONE, ONCE, PUBLIC_BODIES
from sayso.text.normalise import POSSESSIVE, WORD, fold

_OF: Final = frozenset({"of", "for", "at", "in"})


def is_office(type_: ActorType, name: str, roles: Sequence[str], *, named: bool) -> bool | None:
    """Whether a speaker is an official; None of a person of whom no role is told.

    >>> is_office("person", "Irena Valtari", ["energy minister"], named=True)
    True
    >>> is_office("person", "Ana Doe", ["president of the Tarn Institute"], named=True)
    False
    >>> is_office("organisation", "Interior Ministry", [], named=True)
    True
    """
    if type_ == "country":
        return True
    told = [role for role in roles if not is_honorific(role)]
    if type_ != "person" or not named:
        return _is_public(name) or any(map(_is_public, told))
    return any(map(_is_public, told)) if told else None


def _is_public(role: str) -> bool:
    words = [fold(POSSESSIVE.sub("", m.group())).rstrip(".") for m in WORD.finditer(role)]
    words = [TITLES.get(word, word) for word in words]
    if set(words[:2]) & ONCE:
        return False
    end = next((n for n, word in enumerate(words) if n and word in _OF), len(words))
    if set(words) & PUBLIC_BODIES or set(words[end - 1 : end]) & OFFICES:
        return True
    of_the_state = end == len(words) or words[end + 1 :][-1:] == ["state"]
    return bool(set(words[end - 1 : end]) & OFFICES_ALONE) and of_the_state
