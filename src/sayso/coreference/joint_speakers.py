"""Several who are meant as one: "they", "both", "the pair" after "Doe and Lee", and "the police and the army"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.coreference.aliases import KIN
from sayso.coreference.clusters import Key, Reference
from sayso.coreference.role_phrases import is_personal
from sayso.coreference.salience import Salience, Trace
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named
from sayso.data.article import Span
from sayso.lexicon.english import DETERMINERS, ORGANISATION_NOUNS, PART_OF_BODY, PEOPLE

_BETWEEN: Final = re.compile(r"(?:, [^,.;:“”\"]{1,40},?)?,? and (?:[\w’'.]+ ){0,3}|, (?:[\w’'.]+ ){0,2}")
_ALL_OF_THEM: Final = re.compile(
    r"they|both(?: of them)?|(?:the|these) (?:two|three|pair|couple|duo|trio)(?: of them)?|all three", re.IGNORECASE
)
_THE: Final = re.compile(r"(?:[Tt]he|[Tt]hese|[Bb]oth)(?: two| three)? [a-z]+\Z")
_AND: Final = " and "
_CALLED: Final = 60
_LONGEST_PART: Final = 4


def means_several(words: str) -> bool:
    """Whether words may mean all of those who were just named together."""
    return _ALL_OF_THEM.fullmatch(words) is not None


def called_together(scene: Scene, words: str, position: int) -> tuple[Key, ...]:
    """Those whom "the envoys" calls as the sentence did that named them: "Envoys Doe and Lee met"."""
    noun = words.casefold().rpartition(" ")[2]
    if not (_THE.match(words) and noun.endswith("s") and noun.isalpha()):
        return ()
    found = named_together(scene, position)
    first = min((r.name.start for r in scene.references if r.actor in found and r.name.start < position), default=0)
    kin = {scene.cast.forms(key)[0].words[-1] for key in found} if all(key[0] == "person" for key in found) else set()
    if noun in KIN and len(kin) == 1:
        return found
    called = re.search(
        rf"\b{noun}\s(?:[\w.-]+\s){{0,2}}$", scene.doc.text[max(0, first - _CALLED) : first], re.IGNORECASE
    )
    return found if called else ()


def one_of_two(scene: Scene, source: Span) -> Key | None:
    """Whom "the former" and "the latter" mean: of two persons in the sentence before the first and the last."""
    which = source.text.casefold()
    if which not in ("the former", "the latter"):
        return None
    for sentence in scene.trail.before(source.start):
        persons = [t.actor for t in sorted(sentence) if t.actor[0] == "person" and is_named(t.actor)]
        two = list(dict.fromkeys(persons))
        if len(two) == 2:
            return two[which == "the latter"]
        if len(two) > 2:
            return None
    return None


def named_together(scene: Scene, position: int) -> tuple[Key, ...]:
    """Those whom the text before `position` last names or has speak as one; none where anybody else came up since."""
    for sentence in scene.trail.before(position):
        spoke = _at_once(sentence)
        if len(spoke) > 1:
            return spoke
        leading = [trace for trace in sentence if trace.salience >= Salience.OTHER]
        groups = list(_coordinated(scene, sentence))
        if len(groups) == 1 and not any(_is_rival(trace, groups[0]) for trace in leading):
            return groups[0]
        if leading:
            return ()
    return ()


def _at_once(sentence: Sequence[Trace]) -> tuple[Key, ...]:
    """Those who spoke with one voice, if nobody speaks after them in the sentence."""
    spoken = [trace for trace in sentence if trace.salience is Salience.SPEAKER]
    last = max((trace.start for trace in spoken), default=None)
    return tuple(sorted({trace.actor for trace in spoken if trace.start == last}))


def _is_rival(trace: Trace, group: Sequence[Key]) -> bool:
    return trace.actor not in group and trace.salience >= Salience.SUBJECT and is_named(trace.actor)


def _coordinated(scene: Scene, sentence: Sequence[Trace]) -> Iterator[tuple[Key, ...]]:
    """The groups of two and more of one type that the sentence joins by "and"."""
    start, end = scene.doc.sentence_at(sentence[0].start)
    group: list[Reference] = []
    joined = ""
    for reference in [*scene.references_between(start, end), None]:
        between = scene.doc.text[group[-1].name.end : reference.name.start] if group and reference else ""
        if group and reference and _of_one_type(group[-1], reference) and _BETWEEN.fullmatch(between):
            joined += between
        else:
            if len(group) > 1 and _AND in joined:
                yield tuple(dict.fromkeys(one.actor for one in group if one.actor is not None))
            group, joined = [], ""
        if reference is not None and not scene.doc.quoted(reference.name.start):
            group.append(reference)


def _of_one_type(some: Reference, other: Reference) -> bool:
    return some.actor is not None and other.actor is not None and some.actor[0] == other.actor[0] != "group"


def parts_of(words: str) -> list[str]:
    """The descriptions that "and" joins as equals: "the police", "the army"; none where it is one phrase."""
    parts = words.removeprefix("both ").removeprefix("Both ").split(_AND)
    if len(parts) < 2 or not all(_stands_alone(part, parts[0]) for part in parts):
        return []
    return parts


def _stands_alone(part: str, first: str) -> bool:
    """Whether a part has a determiner, as the first has, or is of many: "police and residents"."""
    own = part.split()
    if not own or len(own) > _LONGEST_PART or not part.replace(" ", "").replace("’", "").replace("'", "").isalpha():
        return False
    noun = own[-1].casefold()
    many = noun.endswith("s") or noun in PEOPLE | {"police"}
    if own[0].casefold() in DETERMINERS and first.split()[0].casefold() in DETERMINERS:
        return many or is_personal(noun) or noun in ORGANISATION_NOUNS | PART_OF_BODY
    return many and first.split()[0].casefold() not in DETERMINERS
