"""Several who are meant as one: "they", "both", "the pair" after "Doe and Lee", and "the police and the army"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.coreference.aliases import KIN
from sayso.coreference.clusters import Key, Reference
from sayso.coreference.role_phrases import around, is_personal, phrase
from sayso.coreference.salience import Salience, Trace
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named
from sayso.data.article import Span
from sayso.lexicon.english import DETERMINERS, ORGANISATION_NOUNS, PART_OF_BODY, PEOPLE
from sayso.lexicon.english import words as listed

_TOLD: Final = (
    r"(?:, [^,.;:“”\"]{1,40}|, [^,.;:“”\"]{1,140},| \([^().;:“”\"]{1,40}\),?"
    r"| (?:of|from|at|for|with) [^,.;:“”\"]{1,60},?)"
)
"""What is told of one before "and" names the next: ", who was sent by the north,", ", 34,", "of Lindo"."""

_BETWEEN: Final = re.compile(rf"{_TOLD}?,? and (?:[\w’'.]+ ){{0,3}}|, (?:[\w’'.]+ ){{0,2}}")
_ALL_OF_THEM: Final = re.compile(
    r"they|both(?: of them)?|(?:the|these) (?:two|three|pair|couple|duo|trio)(?: of them)?|all three", re.IGNORECASE
)
_THE: Final = re.compile(r"(?:[Tt]he|[Tt]hese|[Bb]oth)(?: two| three)? [a-z]+\Z")
_TELLS_OF: Final = re.compile(r"(?:, [^,.;:“”\"]{1,140}| (?:of|from|at|for|with) [^,.;:“”\"]{0,140})")
"""What stands between one and a name within what is told of them: Ana Doe, who was sent by [the Tarn Union], and."""

_AND: Final = " and "
_CALLED: Final = 60
_REACH: Final = 4000
"""Characters in which those whom "the pair" means were named together."""

_BROUGHT_IN: Final = 400
_OF_ANYBODY: Final = listed("men women friends colleagues partners neighbours neighbors teammates rivals newcomers")
"""What any two may be called."""

_LONGEST_PART: Final = 4


def means_several(words: str) -> bool:
    """Whether words may mean all of those who were just named together."""
    return _ALL_OF_THEM.fullmatch(words) is not None


def all_of_them(scene: Scene, words: str, position: int) -> tuple[Key, ...]:
    """Those who were named together, where words mean them all; "the pair" does however long ago that was."""
    is_pair = words.casefold() != "they"
    return named_together(scene, position) or (_only_two(scene, position) if is_pair else ())


def called_together(scene: Scene, words: str, position: int) -> tuple[Key, ...]:
    """Those whom "the envoys" calls as the text did when it named them: "Envoys Doe and Lee met"."""
    noun = words.casefold().rpartition(" ")[2]
    if not (_THE.match(words) and noun.endswith(("s", "men")) and noun.isalpha()):
        return ()
    found = named_together(scene, position)
    if _are_called(scene, found, noun, words, position):
        return found
    called = [group for group in _pairs(scene, position) if _are_called(scene, group, noun, words, position)]
    return called[0] if len(called) == 1 else ()


def _are_called(scene: Scene, found: Sequence[Key], noun: str, words: str, position: int) -> bool:
    """Whether those named together are what a noun of many calls them: kin, or what the text said they are."""
    if len(found) < 2:
        return False
    named = [r for r in scene.references if r.actor in found and r.name.start < position]
    first = min((r.name.start for r in named), default=0)
    kin = {scene.cast.forms(key)[0].words[-1] for key in found} if all(key[0] == "person" for key in found) else set()
    if noun in KIN and len(kin) == 1:
        return True
    counted = len(found) == 2 and re.match("both|(?:the|these) two", words.casefold()) is not None
    if counted and (noun in _OF_ANYBODY or any(_is_a(scene, reference, noun) for reference in named)):
        return True
    before = scene.doc.text[max(0, first - _BROUGHT_IN) : first]
    brought_in = rf"\b{noun}\s(?:[\w.-]+\s){{0,2}}$"
    two = rf"\btwo (?:[\w-]+ ){{0,2}}{noun}\b"
    called = re.search(brought_in, before[-_CALLED:], re.IGNORECASE)
    return called is not None or (counted and re.search(two, before, re.IGNORECASE) is not None)


def _is_a(scene: Scene, reference: Reference, noun: str) -> bool:
    """Whether the text calls one of several by the noun that calls them all: "Doe, envoy of Norland", "the envoys"."""
    roles = (phrase(span.text) for span in around(scene.doc, reference.name))
    return any(role is not None and role.head == noun.removesuffix("s") for role in roles)


def _only_two(scene: Scene, position: int) -> tuple[Key, ...]:
    """The two who were named together before `position`, if no others were."""
    pairs = _pairs(scene, position)
    return pairs[0] if len(pairs) == 1 and len(pairs[0]) == 2 else ()


def _pairs(scene: Scene, position: int) -> list[tuple[Key, ...]]:
    """All groups of persons who were named together before `position`."""
    start = max(scene.doc.post_start(position), position - _REACH)
    groups = (group for group in _joined(scene, start, position) if group[0][0] == "person" and len(group) > 1)
    return list({frozenset(group): group for group in groups if all(map(is_named, group))}.values())


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
    yield from _joined(scene, *scene.doc.sentence_at(sentence[0].start))


def _joined(scene: Scene, start: int, end: int) -> Iterator[tuple[Key, ...]]:
    """The groups between two places."""
    group: list[Reference] = []
    joined = ""
    for reference in [*scene.references_between(start, end), None]:
        between = scene.doc.text[group[-1].name.end : reference.name.start] if group and reference else ""
        if group and reference and _of_one_type(group[-1], reference) and _BETWEEN.fullmatch(between):
            joined += between
        elif group and reference and _TELLS_OF.fullmatch(between) and reference.actor not in (None, group[-1].actor):
            continue
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
