"""What an article tells of those who speak in it, for counting: whether a woman or a man, and whether by an office.

Titles ("Mrs"), nouns ("spokeswoman") and pronouns count, each a span of the text. Given names tell nothing here, they
guard what pronouns tell: where a name speaks against one it may mean another, and nothing is told; where it agrees, one
"her" will do. Nor is anything told where a text contradicts itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.gender import GENDER_OF, votes_of
from sayso.coreference.offices import is_office
from sayso.coreference.person_name import gender_of_given_name
from sayso.coreference.speaker_resolution import Answer
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import gender_of_noun, is_named, noun_of
from sayso.data.article import Span
from sayso.data.statement import Gender, Statement
from sayso.lexicon.english import RELATIONS
from sayso.text.normalise import WORD

_KEPT: Final = 3
"""So many words that tell a gender are kept with a statement; more prove nothing new."""
_TITLE_REACH: Final = 12
ENOUGH: Final = 2
_SUBJECTS: Final = frozenset({"he", "she"})
_AGAINST_A_NAME: Final = 3
"""So many pronouns outweigh what a given name says."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that tell a gender, and how well: a pronoun tells it of whom it is taken to mean, which may be wrong.

    "She" weighs as much as is needed, "her" half of it: "[Doe] told of a woman and her snake".
    """

    gender: Gender
    span: Span
    weight: int = ENOUGH + 1

    @property
    def is_pronoun(self) -> bool:
        return self.weight <= ENOUGH


def by_pronoun(span: Span) -> Evidence:
    word = span.text.casefold()
    return Evidence(GENDER_OF[word], span, ENOUGH if word in _SUBJECTS else 1)


def tell(scene: Scene, statements: Sequence[Statement], answers: Mapping[int, Answer]) -> tuple[Statement, ...]:
    """The statements, resolved, with what the article tells of their speakers."""
    found = _evidence(scene, statements, answers)
    told = {key: _agreed(scene, key, some) for key, some in found.items()}
    return tuple(_told(scene, statement, answers[n].actor, told) for n, statement in enumerate(statements))


def _told(scene: Scene, statement: Statement, actor: Key | None, told: Mapping[Key, tuple[Evidence, ...]]) -> Statement:
    if statement.where == "related":
        return statement  # Its words are not the article's: who is meant there the article's own statements tell.
    evidence = told.get(actor, ()) if actor else ()
    if not evidence and (actor is None or not is_named(actor)):
        evidence = tuple(_of_source(statement))
    gender = evidence[0].gender if evidence else None
    spans = tuple(sorted({one.span for one in evidence[:_KEPT]}))
    return replace(statement, gender=gender, gender_told=spans, office=_office(scene, statement, actor))


def _office(scene: Scene, statement: Statement, actor: Key | None) -> bool | None:
    if actor is None:
        return None
    roles = [span.text for span in scene.ties.of(actor)] + ([statement.role] if statement.role else [])
    return is_office(actor[0], scene.label(actor).name, roles, named=is_named(actor))


def _evidence(
    scene: Scene, statements: Sequence[Statement], answers: Mapping[int, Answer]
) -> dict[Key, list[Evidence]]:
    """All that tells of somebody, the surest first."""
    found: defaultdict[Key, list[Evidence]] = defaultdict(list)
    for reference in scene.references:
        key = reference.actor
        if key is not None and key[0] == "person" and (span := _title(scene, reference.name.start)):
            found[key].append(span)
    for key in list(scene.labels):
        found[key] += (one for role in scene.ties.of(key) if (one := _of_noun(role)))
    named = [(r.name, r.actor) for r in scene.references if r.actor is not None and r.actor[0] == "person"]
    pronouns: defaultdict[Key, list[Evidence]] = defaultdict(list)
    for number, answer in answers.items():
        said = statements[number]
        if answer.actor is None or answer.also or said.where == "related":
            continue
        if answer.via == "pronoun":
            pronouns[answer.actor] += _of_source(said)
        elif not is_named(answer.actor):
            found[answer.actor] += _of_source(said)
    for key, spans in votes_of(scene.doc, named, scene.spoken).items():
        pronouns[key] += map(by_pronoun, spans)
    for key, some in pronouns.items():
        found[key] += some
    return {key: some for key, some in found.items() if some}


def _agreed(scene: Scene, key: Key, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The evidence where it is of one mind; titles and nouns before pronouns."""
    sure = [one for one in evidence if not one.is_pronoun]
    counted = sure or evidence
    genders = {one.gender for one in counted}
    if len(genders) > 1:
        return ()
    (gender,) = genders
    same = [one for one in evidence if one.gender == gender]
    by_name = _names_say(scene, key) if is_named(key) else None
    enough = 1 if by_name == gender else ENOUGH
    if 2 * len(same) < len(evidence) or sum(one.weight for one in same) < enough:
        return ()
    if not sure and len(same) < _AGAINST_A_NAME and by_name not in (None, gender):
        return ()
    return tuple(dict.fromkeys(same))


def _names_say(scene: Scene, key: Key) -> Gender | None:
    said = {gender for form in scene.cast.forms(key) if (gender := gender_of_given_name(form))}
    return said.pop() if len(said) == 1 else None


def _title(scene: Scene, start: int) -> Evidence | None:
    """The title right before a name, where it tells: "Mrs", "Sir"."""
    text = scene.doc.text
    words = list(WORD.finditer(text, max(0, start - _TITLE_REACH), start))
    if not words or text[words[-1].end() : start].strip(" ."):
        return None
    last = words[-1]
    gender = gender_of_noun(last.group().rstrip(".").casefold()) if last.group()[0].isupper() else None
    return Evidence(gender, Span.of(text, last.start(), last.end())) if gender else None


def _of_noun(role: Span) -> Evidence | None:
    """What the noun of an office tells: "spokeswoman for the dam". A "wife" beside a name may be somebody else."""
    gender = None if noun_of(role.text) in RELATIONS else _gender_of_description(role.text)
    return Evidence(gender, role) if gender else None


def _of_source(statement: Statement) -> Iterable[Evidence]:
    """What the words of a source tell by themselves: "she", "a policewoman"."""
    for span in statement.attribution.source[:1]:
        word = span.text.casefold()
        if word in GENDER_OF:
            yield by_pronoun(span)
        elif gender := _gender_of_description(span.text):
            yield Evidence(gender, span)


def _gender_of_description(words: str) -> Gender | None:
    return gender_of_noun(noun_of(words))
