"""Several of one surname or one calling, meant at once: "both Hadleys", "the two Hadleys", "both doctors"."""

import re
from collections.abc import Set
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.mention_cleanup import one_of_family
from sayso.coreference.person_name import Name
from sayso.coreference.role_phrases import phrase
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named, noun_of
from sayso.data.article import Span
from sayso.lexicon.english import Gender, words
from sayso.text.normalise import fold

_SPOUSES: Final[dict[str, Gender]] = {"wife": "woman", "widow": "woman", "husband": "man"}
_OWNER: Final = re.compile(r"(?:[Tt]he )?(?P<owner>(?:[\w-]+ ){0,3}[\w-]+)[’']s? ")
_MARRIED: Final = words("mrs lady")
_ALL: Final = re.compile(
    r"(?:(?P<both>both|the two)|the three|the|all(?: the| of the)?) (?P<noun>[^\W\d_][\w’'-]*s)(?: themselves)?",
    re.IGNORECASE,
)


def all_of_a_kind(scene: Scene, source: Span) -> tuple[Key, ...]:
    """Those whom a source means at once by their surname or what they are; none where that may be others."""
    found = _ALL.fullmatch(source.text.strip(" ,"))
    if found is None:
        return ()
    persons = [key for key in scene.cast.everybody() if key[0] == "person" and is_named(key)]
    surnames = {key: scene.cast.forms(key)[0].words[-1] for key in persons if len(scene.cast.forms(key)[0].words) > 1}
    if found["noun"][0].isupper():
        family = one_of_family(fold(found["noun"]), list(surnames.values()))
        meant = tuple(key for key in persons if family and surnames.get(key) == family)
    else:
        called = phrase(found["noun"].removesuffix("s")) if found["both"] else None
        meant = tuple(scene.ties.holders(called)) if called else ()
    return meant if len(meant) == 2 or (len(meant) > 2 and not found["both"]) else ()


def spouse_of(scene: Scene, owners: Set[Key], source: Span) -> Key | None:
    """The wife whom "his wife" means: "Mrs. John Doe" or "Lady Doe", where he is John Doe; and the other way round."""
    wanted = _SPOUSES.get(noun_of(source.text))
    owners = owners or _by_office(scene, source.text)
    if wanted is None or len(owners) != 1:
        return None
    (own,) = owners
    full = {form.words for form in scene.cast.forms(own) if len(form.words) > 1}
    mine = scene.cast.forms(own)[0].words[-1:]
    found = [
        key
        for key in scene.cast.everybody()
        if key[0] == "person" and key != own and any(_may_wed(f, full, mine, wanted) for f in scene.cast.forms(key))
    ]
    return found[0] if len(found) == 1 else None


def _by_office(scene: Scene, words: str) -> frozenset[Key]:
    """Whose wife "the governor's wife" is."""
    owner = _OWNER.match(words)
    held = phrase(owner["owner"]) if owner else None
    return frozenset(key for key in scene.ties.holders(held) if key[0] == "person") if held else frozenset()


def _may_wed(form: Name, full: Set[tuple[str, ...]], surname: tuple[str, ...], wanted: Gender) -> bool:
    """Whether a form is what a spouse is called by another's name."""
    married = not _MARRIED.isdisjoint(title.rstrip(".").casefold() for title in form.titles)
    if wanted == "woman":
        return married and (form.words in full or form.words == surname)
    return form.gender != "woman" and form.words in full
