"""Sources that tell of two people and name one: "Doe, whose partner Lee", "a spokesman for the minister, Gen. Doe"."""

import re
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.role_phrases import is_personal, phrase
from sayso.coreference.source_parser import Reading
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import gender_of_noun, noun_of
from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.lexicon.english import AGENTS, words

_WHOSE: Final = re.compile(r",\s+whose\b")
_SERVANT: Final = re.compile(
    r"(?P<servant>(?:[Aa]n?|[Tt]he|[Oo]ne of the|[Hh]is|[Hh]er|[Tt]heir)? ?[^,]{2,60}? "
    r"(?:for|of|to|with|representing|treating|advising|guarding|accompanying) "
    r"(?P<other>(?:an?|the|his|her|their|its|our|[\w.’'-]+[’']s?) [^,]{2,60})), (?:[\w.’'-]+ ){0,4}"
)
_WED: Final = words("wife widow husband widower girlfriend boyfriend fiancée fiancé")


def whose_partner(scene: Scene, attribution: Attribution) -> Key | None:
    """The second of two in "Doe, whose partner Lee said …, denied it", where the cue is the one right behind him."""
    source, cue = attribution.source[0], attribution.cue
    within = scene.references_between(source.start, source.end)
    opens = _WHOSE.search(source.text)
    if not within or not opens or not cue or scene.doc.text[within[-1].name.end : cue[0].start].strip():
        return None
    last = within[-1]
    inside = last.name.start > source.start + opens.end()
    return last.actor if inside and last.actor and last.actor[0] == "person" else None


def servant_of(scene: Scene, reading: Reading, source: Span) -> str | None:
    """The words for who speaks in "a spokesman for the minister, Gen. Doe, said", where Doe may be the minister.

    None where the name behind is the speaker's: the text has another minister, it calls Doe a spokesman elsewhere, or
    the speaker is somebody's wife and Doe a woman.
    """
    name = reading.names[0].name
    found = _SERVANT.fullmatch(scene.doc.text, source.start, max(source.start, name.start))
    actor = scene.reference_at(name.start).actor
    if found is None or actor is None:
        return None
    if actor[0] != "person":
        return found["servant"] if noun_of(found["servant"]) in AGENTS else None
    noun, other = noun_of(found["servant"]), phrase(found["other"])
    if other is None or not is_personal(noun) or not is_personal(noun_of(found["other"])):
        return None
    if scene.references_between(found.start("other"), found.end("other")) or _is_named(scene, actor, noun, source):
        return None
    others = [key for key in scene.ties.holders(other) if key != actor and key[0] == "person"]
    return None if others else found["servant"]


def _is_named(scene: Scene, actor: Key, noun: str, source: Span) -> bool:
    """Whether somebody is told to be what the noun calls, in other words or by the sex of those who wed."""
    wanted, known = gender_of_noun(noun), scene.trail.genders.get(actor)
    if noun in _WED and wanted == known:
        return True
    roles = (role for role in scene.ties.of(actor) if not source.start <= role.start < source.end)
    return any(noun_of(role.text) == noun for role in roles)
