"""Who speaks each statement: the source is read, then looked up among the names, roles and pronouns of the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.coreference.anonymity import is_withheld
from sayso.coreference.antecedent_features import Question
from sayso.coreference.body_meant import body_meant
from sayso.coreference.bynames import named_behind
from sayso.coreference.clusters import Key, Reference
from sayso.coreference.confidence import confidence
from sayso.coreference.description_evidence import is_of_another_trade
from sayso.coreference.document_authors import author_meant
from sayso.coreference.families import all_of_a_kind, spouse_of
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.joint_speakers import all_of_them, called_together, means_several, one_of_two, parts_of
from sayso.coreference.lead_paragraph import holder_by_headline, holder_by_next_speaker, in_lead
from sayso.coreference.learned_scores import weighed
from sayso.coreference.parent_firms import firm_meant
from sayso.coreference.pronoun_rules import Antecedent, antecedent, named_after, relative_antecedent, without
from sayso.coreference.reactions import quoted_in, who_reacts
from sayso.coreference.role_phrases import Phrase, around, is_honorific, is_personal, is_role, phrase
from sayso.coreference.salience import Salience
from sayso.coreference.source_parser import Reading, quoted_words, read
from sayso.coreference.state import Scene
from sayso.coreference.turn_labels import has_own_label, is_label
from sayso.coreference.two_in_one import servant_of, whose_partner
from sayso.coreference.unnamed_speakers import (
    brought_in_as_somebodys,
    described_before,
    gender_of_noun,
    is_named,
    is_owned,
)
from sayso.data.article import Span
from sayso.data.statement import Attribution, Via
from sayso.lexicon.english import (
    ADDITIVE,
    BODY_NOUNS,
    DOCUMENTS,
    FIRST_PERSON,
    FIRST_PERSONS,
    ORGANISATION_NOUNS,
    PART_OF_BODY,
    RELATIVES,
    ROLES,
    Gender,
)
from sayso.text.normalise import WORD

_LONGEST_DESCRIBED: Final = 100
_REACH_OF_REPLY: Final = 600
_OWNING: Final = {"his": "he", "her": "she"}
_OWNED_ROLE: Final = re.compile(r"(?:\b(?:his|her|their|my)|[’']s?)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
NO_SOURCE: Final = "no source in the text"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks and how we know, or the reason why nobody can be told; `role` is what the source calls them.

    `also` are those who speak together with `actor`. `chance` is how likely the answer is where several were weighed.
    """

    actor: Key | None = None
    via: Via = "name"
    reason: str | None = None
    role: str | None = None
    also: tuple[Key, ...] = ()
    chance: float | None = None

    @property
    def confidence(self) -> float:
        """The share of such answers that are right."""
        return confidence(self.via, self.chance)


def who_says(scene: Scene, attribution: Attribution, next_source: Span | None, reporter: Key | None = None) -> Answer:
    """Answer for a statement that has a source.

    `next_source` is the source of the statement after it, `reporter` the speaker in whose words this one stands.
    """
    reading = read(scene.doc.text, attribution.source, scene.placed)
    source = attribution.source[0]
    if one := one_of_two(scene, source):
        return Answer(one, "description")
    if all_ := all_of_a_kind(scene, source):
        return Answer(all_[0], "description", also=all_[1:])
    if reading.kind in ("description", "unnamed") and (byname := named_behind(scene.doc, scene.bynames, source.start)):
        return Answer(scene.reference_at(byname.start).actor, "description")
    if reading.kind in ("description", "unnamed") and (spouse := spouse_of(scene, _owners(scene, source), source)):
        return Answer(spouse, "description")
    if reading.kind in ("description", "unnamed") and (firm := firm_meant(scene, source)):
        return Answer(firm, "description")
    match reading.kind:
        case "name":
            if (partner := whose_partner(scene, attribution)) is not None:
                return Answer(partner, "name")
            if (described := servant_of(scene, reading, source)) is not None:
                return _stranger(scene, Reading("unnamed", described), source)
            return _the_italian(scene, reading, source) or _named(scene, reading)
        case "owned":
            return replace(_named(scene, reading), via="description")
        case "several":
            return _together(scene, reading)
        case "pronoun":
            return _all_of_them(scene, reading, source) or _pronoun(scene, reading.words, attribution, reporter)
        case "description":
            several = _all_of_them(scene, reading, source) or _of_document(scene, source)
            return several or _described(scene, reading, attribution, next_source, reporter)
        case "own words":
            return _own_words(scene, reading, source)
        case "unnamed":
            several = _all_of_them(scene, reading, source) or _of_document(scene, source)
            return several or _stranger(scene, reading, source)


def _all_of_them(scene: Scene, reading: Reading, source: Span) -> Answer | None:
    """Those who were just named together, where the source means them all."""
    if scene.doc.quoted(source.start):
        return None
    is_all = means_several(reading.words)
    found = (all_of_them if is_all else called_together)(scene, reading.words, source.start)
    if len(found) < 2:
        return None
    for actor in found:
        if is_named(actor):
            scene.described[actor].add(source)
    return Answer(found[0], "pronoun", also=found[1:])


def _of_document(scene: Scene, source: Span) -> Answer | None:
    """The author for whom "the report" or "his tweet" speaks."""
    author = author_meant(scene, source)
    if author is None:
        return None
    return Answer(author, "description")


def _named(scene: Scene, reading: Reading) -> Answer:
    reference = scene.reference_at(reading.names[0].name.start)
    role = _role_said(scene, reading, reference)
    if reference.actor is not None:
        if reading.role is not None and reference.actor[0] == "person":
            scene.ties.add(reference.actor, reading.role)
        return Answer(reference.actor, "name", role=role)
    rivals = scene.names(reference.candidates, "or")
    return Answer(reason=f"{quoted_words(reference.name.text)} could be {rivals}", role=role)


def _together(scene: Scene, reading: Reading) -> Answer:
    """Several who speak as one; one of them who may be two is left out."""
    found = [scene.reference_at(placed.name.start).actor for placed in reading.names]
    first, *others = dict.fromkeys(actor for actor in found if actor is not None) or [None]
    if first is None:
        names = " and ".join(placed.name.text for placed in reading.names)
        return Answer(reason=f"several speakers: {names}")
    return Answer(first, "name", also=tuple(actor for actor in others if actor is not None))


def _the_italian(scene: Scene, reading: Reading, source: Span) -> Answer | None:
    """A person whom the text calls by where they come from: "The Italian said" of a coach, not of a people."""
    reference = scene.reference_at(reading.names[0].name.start)
    is_one = reference.name.end == source.end and not reference.name.text.endswith("s")
    if reading.names[0].type != "group" or not is_one or not source.text.casefold().startswith("the "):
        return None
    meant = weighed(scene, Question(source, None, Antecedent(None)), lambda actor: actor[0] == "person")
    return Answer(meant.actor, "description") if meant.actor else None


def _role_said(scene: Scene, reading: Reading, reference: Reference) -> str | None:
    """What the source calls its speaker; of "Dr" and "mayor of Porto Lindo" the one that tells more."""
    beside = [span.text for span in around(scene.doc, reference.name)]
    said = [reading.role.text, *beside] if reading.role else beside
    return next((text for text in said if not is_honorific(text)), said[0] if said else None)


def _own_words(scene: Scene, reading: Reading, source: Span) -> Answer:
    """ "I" outside of all quotations is whoever writes, "we" those who do; "you" is nobody."""
    opening = reading.words.split(maxsplit=1)[0].casefold()
    is_spoken = scene.doc.quoted(source.start) or scene.spoken.at(source.start) is not None
    if opening in FIRST_PERSON | FIRST_PERSONS and not is_spoken:
        return Answer(scene.strangers.who_writes(opening in FIRST_PERSONS), "pronoun")
    return Answer(reason=f"{quoted_words(reading.words)} is whoever writes or is quoted")


def _pronoun(scene: Scene, pronoun: str, attribution: Attribution, reporter: Key | None) -> Answer:
    source = attribution.source[0]
    if pronoun in RELATIVES:
        actor = relative_antecedent(scene.references, scene.doc, pronoun, source.start)
        described = _described_before(scene, attribution, pronoun, reporter) if actor is None else None
        return described or _by_pronoun(scene, pronoun, source, Antecedent(actor))
    if reporter is None and scene.doc.quoted(source.start):
        return Answer(reason=f"“{pronoun}” stands inside a quotation")
    himself = scene.who_is_i(source.start, reporter)
    goes_on = any(m.group().casefold() in ADDITIVE for span in attribution.cue for m in WORD.finditer(span.text))
    never = named_after(scene.references, scene.doc, source)
    found = Antecedent(None) if himself else antecedent(scene.trail, pronoun, source.start, goes_on=goes_on)
    ruled = without(found, never)
    asked = Question(source, pronoun, ruled, speaks=bool(attribution.content), goes_on=goes_on)
    told = quoted_in(scene, pronoun, source.start)
    if (
        sure := told or who_reacts(scene, pronoun, source.start) or _one_called_they(scene, pronoun, source)
    ) is not None:
        return _by_pronoun(scene, pronoun, source, Antecedent(sure))
    relative, owners = _somebodys(scene, pronoun, source.start)
    relative = None if relative in himself else relative
    meant = weighed(scene, asked, lambda actor: actor not in owners and actor not in himself, never)
    if relative in meant.rivals and meant.actor is None and {*meant.rivals} <= {relative, *owners}:
        return _by_pronoun(scene, pronoun, source, Antecedent(relative))
    if relative is not None and _has_the_word(scene, relative, attribution, meant.actor):
        return _by_pronoun(scene, pronoun, source, Antecedent(relative))
    return _by_pronoun(scene, pronoun, source, meant)


def _has_the_word(scene: Scene, described: Key, attribution: Attribution, other: Key | None) -> bool:
    """Whether one without a name has just spoken, and who else might be meant did nothing since: "Her agent said".

    Behind what is said, "The team won, he said", goes on who has told so far, and nobody of whom he tells.
    """
    position = attribution.source[0].start
    spoke = next((t for t in scene.trail.traces_before(position) if t.actor == described), None)
    if spoke is None or other == described:
        return False
    if attribution.content and attribution.content[0].start < position and attribution.kind == "indirect":
        return True
    if other is None or scene.doc.distance(spoke.start, position) > 0:
        return False
    since = (t for t in scene.trail.traces_before(position) if t.start > spoke.start and t.salience >= Salience.SUBJECT)
    return all(trace.actor != other for trace in since)


def _one_called_they(scene: Scene, pronoun: str, source: Span) -> Key | None:
    """The person whom "they" means, where the text says so of one who is alone in front before it."""
    if pronoun != "they" or not scene.theys:
        return None
    leading = ({t.actor for t in near if t.salience >= Salience.SUBJECT} for near in scene.trail.before(source.start))
    nearest = next(filter(None, leading), set())
    return next(iter(nearest)) if len(nearest) == 1 and nearest <= scene.theys else None


def _somebodys(scene: Scene, pronoun: str, position: int) -> tuple[Key | None, frozenset[Key]]:
    """The last speaker, if described as somebody's, and whose: "Doe's mother said … She" is no Doe."""
    spoke = (trace for trace in scene.trail.traces_before(position) if trace.salience is Salience.SPEAKER)
    last = next(spoke, None)
    if last is None or is_named(last.actor) or scene.doc.distance(last.start, position) > 1:
        return None, frozenset()
    gender = scene.strangers.known[last.actor].gender
    if last.actor[0] != "person" or pronoun not in GENDER_OF or gender not in (None, GENDER_OF[pronoun]):
        return None, frozenset()
    return last.actor, scene.strangers.owners.get(last.actor, frozenset())


def _described_before(scene: Scene, attribution: Attribution, pronoun: str, reporter: Key | None) -> Answer | None:
    """Whom "who" or "which" means right behind a description: "a senior official, who declined to be named, said"."""
    source = attribution.source[0]
    start = max(scene.doc.sentence_at(source.start)[0], source.start - _LONGEST_DESCRIBED)
    words = described_before(scene.doc.text[start : source.start], pronoun)
    if words is None:
        return None
    place = scene.doc.text.rindex(words, start, source.start)
    described = replace(attribution, source=(Span(place, place + len(words), words),))
    answer = who_says(scene, described, None, reporter)
    if answer.actor is None:
        return None
    if not is_named(answer.actor) and is_withheld(scene, source):
        scene.strangers.anonymous.add(answer.actor)
    return replace(answer, via="pronoun")


def _by_pronoun(scene: Scene, pronoun: str, source: Span, meant: Antecedent) -> Answer:
    actor, rivals = meant.actor, meant.rivals
    if actor is not None:
        scene.described[actor].add(source)
        if pronoun in GENDER_OF:
            scene.trail.genders.setdefault(actor, GENDER_OF[pronoun])
        return Answer(actor, "pronoun", chance=meant.chance)
    if len(rivals) > 1:
        return Answer(reason=f"“{pronoun}” could be {scene.names(rivals, 'or')}")
    if rivals:
        return Answer(reason=f"“{pronoun}” may not be {scene.names(rivals, 'or')}, who is not the subject before it")
    return Answer(reason=f"“{pronoun}”: nobody near before it whom it fits")


def _described(
    scene: Scene, reading: Reading, attribution: Attribution, next_source: Span | None, reporter: Key | None
) -> Answer:
    source = attribution.source[0]
    role = reading.role
    description = phrase(role.text) if role else None
    if role is None or description is None or description.head in DOCUMENTS:
        return _stranger(scene, reading, source)  # for whom a document speaks, its own evidence has told
    owners = _owners(scene, source) | ({reporter} if reporter is not None else frozenset())
    holders = [key for key in scene.ties.holders(description) if key not in owners]
    if is_label(attribution):
        holders = [key for key in holders if not has_own_label(scene, key)]
    if is_owned(source.text):
        holders = [key for key in holders if _is_somebodys(scene, key)]
    organisations = scene.ties.organisations(description)
    rivals = [*holders, *organisations]
    actor = _one_of(scene, holders, source.start) or (organisations[0] if len(organisations) == 1 else None)
    if actor is None and is_label(attribution):
        return _stranger(scene, reading, source)
    if actor is None and not rivals and is_role(role.text):
        actor = _named_after_the_lead(scene, description, source, next_source)
    if actor is None and not rivals and (owners or _is_another(scene, source)):
        return _stranger(scene, reading, source)  # "Doe's wife" is nobody who was named without being called so
    if actor is None:
        actor = body_meant(scene, description, source, rivals)
    actor = None if actor in owners else actor
    asked = Question(source, None, Antecedent(actor, tuple(rivals)), description, bool(attribution.content))
    gender = gender_of_noun(description.head.split()[-1])
    meant = asked.ruled
    if actor not in holders or scene.doc.kind_at(source.start) not in ("title", "heading"):  # over whom they name below
        meant = weighed(scene, asked, lambda key: key not in owners and _can_be(scene, key, description, gender))
    actor, rivals = meant.actor, list(meant.rivals)
    if actor is None and rivals:
        return Answer(reason=f"{quoted_words(reading.words)} could be {scene.names(rivals, 'or')}")
    if actor is None:
        return _stranger(scene, reading, source)
    scene.described[actor].add(source)
    (scene.ties.add if actor[0] == "person" else scene.ties.call)(actor, role)
    called = role.text if is_role(role.text) else None
    return Answer(actor, "role" if actor[0] == "person" else "description", role=called, chance=meant.chance)


def _is_another(scene: Scene, source: Span) -> bool:
    """Whether the text tells that the one described is nobody whom it names: "his agent … the agent", or as before."""
    before = scene.doc.text[max(0, source.start - _REACH_OF_REPLY) : source.start]
    return is_owned(source.text) or scene.strangers.knows(source.text) or brought_in_as_somebodys(before, source.text)


def _is_somebodys(scene: Scene, actor: Key) -> bool:
    """Whether the text has told whose an actor is: "his wife, Greta Doe"."""
    return any(_OWNED_ROLE.search(scene.doc.text[: role.start][-_LONGEST_DESCRIBED:]) for role in scene.ties.of(actor))


def _owners(scene: Scene, source: Span) -> frozenset[Key]:
    """Whose one is by a description, not who is described: "[Doe]’s doctor", "the wife of [Doe]", "his wife"."""
    within = scene.references_between(source.start, source.end)
    named = frozenset(r.actor for r in within if r.actor and r.actor[0] == "person")
    pronoun = _OWNING.get(source.text.partition(" ")[0].casefold())
    if named or pronoun is None:
        return named
    meant = antecedent(scene.trail, pronoun, source.start)
    return frozenset(key for key in (meant.actor, *meant.rivals) if key is not None and is_named(key))


def _can_be(scene: Scene, actor: Key, description: Phrase, gender: Gender | None) -> bool:
    """Whether an actor may be what the noun calls: no person is a precinct, no company a lawyer, no man her."""
    if scene.ties.has_another_number(actor, description):
        return False
    if gender is not None and scene.trail.genders.get(actor, gender) != gender:
        return False
    noun = description.head.split()[-1]
    if actor[0] == "person":
        of_body = noun in ORGANISATION_NOUNS | BODY_NOUNS | PART_OF_BODY
        return not of_body and not (noun in ROLES and is_of_another_trade(scene, noun, actor))
    return not is_personal(noun)


def _one_of(scene: Scene, holders: Sequence[Key], position: int) -> Key | None:
    """The only holder of the office; of several the one who spoke last, if no other came up since."""
    if len(holders) == 1:
        return holders[0]
    for sentence in scene.trail.before(position):
        near = {trace.actor for trace in sentence} & set(holders)
        if near:
            return next(iter(near)) if len(near) == 1 else None
    return None


def _named_after_the_lead(scene: Scene, description: Phrase, source: Span, next_source: Span | None) -> Key | None:
    if not in_lead(scene.doc, source.start):
        return None
    by_headline = holder_by_headline(scene.doc, scene.references, source)
    actor = by_headline or holder_by_next_speaker(scene.doc, scene.references, source, next_source)
    return None if actor is None or scene.ties.contradicts(actor, description) else actor


def _stranger(scene: Scene, reading: Reading, source: Span) -> Answer:
    """One whom the text describes and does not name."""
    if parts := parts_of(reading.words):
        found = [key for part in parts if (key := scene.strangers.meant(part)) is not None]
        return Answer(next(iter(found), None), "description", also=tuple(found[1:]))
    actor = scene.strangers.meant(reading.words)
    if actor is None:
        subject = scene.trail.subject_before(source.start)
        if subject is not None:
            return Answer(subject, "context")  # “Doe, in a programme about … after Lee's visit, said”
        return Answer(reason=f"{quoted_words(reading.words)} is nobody who can speak")
    if is_withheld(scene, source):
        scene.strangers.anonymous.add(actor)
    scene.strangers.owners[actor] = scene.strangers.owners.get(actor, frozenset()) | _owners(scene, source)
    return Answer(actor, "description")
