"""Who speaks each statement: the source is read, then looked up among the names, roles and pronouns of the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.coreference.clusters import Key, Reference
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.lead_paragraph import holder_by_headline, holder_by_next_speaker, in_lead
from sayso.coreference.learned_scores import weighed
from sayso.coreference.pronoun_rules import Antecedent, agrees, antecedent, relative_antecedent
from sayso.coreference.role_phrases import Phrase, around, is_honorific, is_role, phrase
from sayso.coreference.source_parser import Reading, quoted_words, read
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named
from sayso.data.article import Span
from sayso.data.statement import Attribution, Via
from sayso.lexicon.english import ADDITIVE, ANY_COMPANY, ORGANISATION_NOUNS, RELATIVES
from sayso.text.normalise import WORD

_FOLLOWS_ON: Final = re.compile(r"\b(?:and|but)\s+(?:also\s+|then\s+|has\s+|had\s+)?$")
NO_SOURCE: Final = "no source in the text"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks and how we know, or the reason why nobody can be told; `role` is what the source calls them.

    `also` are those who speak together with `actor`.
    """

    actor: Key | None = None
    via: Via = "name"
    reason: str | None = None
    role: str | None = None
    also: tuple[Key, ...] = ()


def who_says(scene: Scene, attribution: Attribution, next_source: Span | None, reporter: Key | None = None) -> Answer:
    """Answer for a statement that has a source.

    `next_source` is the source of the statement after it, `reporter` the speaker in whose words this one stands.
    """
    reading = read(scene.doc.text, attribution.source, scene.placed)
    source = attribution.source[0]
    match reading.kind:
        case "name":
            return _the_italian(scene, reading, source) or _named(scene, reading)
        case "owned":
            return replace(_named(scene, reading), via="description")
        case "several":
            return _together(scene, reading)
        case "pronoun":
            return _pronoun(scene, reading.words, attribution, reporter)
        case "description":
            return _described(scene, reading, source, next_source)
        case "own words":
            return Answer(reason=f"{quoted_words(reading.words)} is whoever writes or is quoted")
        case "unnamed":
            return _stranger(scene, reading, source)


def goes_on_from(scene: Scene, before: Attribution, attribution: Attribution) -> bool:
    """Whether a statement without a source continues the one before it.

    It does when its cue follows on ("said … and added"); when it is a quotation and nothing but space and marks lies
    between the two in one paragraph; or when the paragraph before was left with its quotation open and this one opens
    anew.
    """
    if _joined(scene, before, attribution):
        return True
    if not (before.content and attribution.content):
        return False
    text = scene.doc.text
    end = max(span.end for span in (*before.content, *before.source, *before.cue))
    start = min(span.start for span in attribution.content)
    if end > start or any(c.isalnum() for c in text[end:start]):
        return False
    if scene.doc.distance(end - 1, start) == 0:
        return attribution.kind == "direct" == before.kind
    last_block = text[: max(span.end for span in before.content)].rpartition("\n\n")[2]
    return last_block.rfind("“") > last_block.rfind("”") and "“" in text[end : start + 1]


def _joined(scene: Scene, before: Attribution, attribution: Attribution) -> bool:
    """Whether the cue shares its subject with the cue before it, in one sentence and by "and" or "but"."""
    if not (before.cue and attribution.cue) or any(scene.contents.at(s.start) for s in before.source):
        return False
    said, added, text = before.cue[0].start, attribution.cue[0].start, scene.doc.text
    if said > added or scene.doc.sentence_at(said) != scene.doc.sentence_at(added):
        return False
    between = {m.group().casefold() for m in WORD.finditer(text, said, added)}
    # "said it met China, which is rich and considered …": the clause of "which" has a subject of its own.
    own_clause = between & (RELATIVES - {"that"})
    return not own_clause and _FOLLOWS_ON.search(text[max(0, added - 20) : added]) is not None


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
    meant = weighed(scene, Antecedent(None), source, lambda actor: actor[0] == "person")
    return Answer(meant.actor, "description") if meant.actor else None


def _role_said(scene: Scene, reading: Reading, reference: Reference) -> str | None:
    """What the source calls its speaker; of "Dr" and "mayor of Porto Lindo" the one that tells more."""
    beside = [span.text for span in around(scene.doc, reference.name)]
    said = [reading.role.text, *beside] if reading.role else beside
    return next((text for text in said if not is_honorific(text)), said[0] if said else None)


def _pronoun(scene: Scene, pronoun: str, attribution: Attribution, reporter: Key | None) -> Answer:
    source = attribution.source[0]
    if pronoun in RELATIVES:
        actor = relative_antecedent(scene.references, scene.doc, pronoun, source.start)
        return _by_pronoun(scene, pronoun, source, actor, ())
    quoted = scene.doc.quoted(source.start)
    if quoted and reporter is None:
        return Answer(reason=f"“{pronoun}” stands inside a quotation")
    cue = {m.group().casefold() for span in attribution.cue for m in WORD.finditer(span.text)}
    goes_on = bool(cue & ADDITIVE)
    ruled = Antecedent(None) if quoted else antecedent(scene.trail, pronoun, source.start, goes_on=goes_on)
    if ruled.actor is None and not quoted and _last_speaker_has_no_name(scene, source.start):
        return _by_pronoun(scene, pronoun, source, None, ruled.rivals)
    # Who is quoted calls himself "I".
    meant = weighed(scene, ruled, source, lambda a: agrees(scene.trail, pronoun, a) and not (quoted and a == reporter))
    is_new = meant.actor is not None and meant.actor != ruled.actor
    if is_new and pronoun in GENDER_OF and meant.actor not in scene.trail.genders:
        meant = ruled  # Nothing tells that it is a man or a woman at all: it may be a company taken for a person.
    return _by_pronoun(scene, pronoun, source, meant.actor, meant.rivals)


def _last_speaker_has_no_name(scene: Scene, position: int) -> bool:
    """Whether who spoke last is only described: of such the model, which knows names alone, can tell nothing."""
    last = scene.trail.last_speaker(position)
    return last is not None and not is_named(last)


def _by_pronoun(scene: Scene, pronoun: str, source: Span, actor: Key | None, rivals: Sequence[Key]) -> Answer:
    if actor is not None:
        scene.described[actor].add(source)
        if pronoun in GENDER_OF:
            scene.trail.genders.setdefault(actor, GENDER_OF[pronoun])
        return Answer(actor, "pronoun")
    if len(rivals) > 1:
        return Answer(reason=f"“{pronoun}” could be {scene.names(rivals, 'or')}")
    if rivals:
        return Answer(reason=f"“{pronoun}” may not be {scene.names(rivals, 'or')}, who is not the subject before it")
    return Answer(reason=f"“{pronoun}”: nobody near before it whom it fits")


def _described(scene: Scene, reading: Reading, source: Span, next_source: Span | None) -> Answer:
    role = reading.role
    description = phrase(role.text) if role else None
    if role is None or description is None:
        return _stranger(scene, reading, source)
    holders = scene.ties.holders(description)
    organisations = scene.ties.organisations(description)
    actor = _one_of(scene, holders, source.start) or (organisations[0] if len(organisations) == 1 else None)
    if actor is None and not holders and not organisations and is_role(role.text):
        actor = _named_after_the_lead(scene, description, source, next_source)
    rivals = [*holders, *organisations]
    if actor is None:
        actor = _by_what_stands_near(scene, description, source, rivals)
    if actor is None and rivals:
        return Answer(reason=f"{quoted_words(reading.words)} could be {scene.names(rivals, 'or')}")
    if actor is None:
        return _stranger(scene, reading, source)
    scene.described[actor].add(source)
    if actor[0] == "person":
        scene.ties.add(actor, role)
    called = role.text if is_role(role.text) else None
    return Answer(actor, "role" if actor[0] == "person" else "description", role=called)


def _by_what_stands_near(scene: Scene, description: Phrase, source: Span, rivals: Sequence[Key]) -> Key | None:
    """ "The company" is the one that has just spoken or acted, as "it" would be; else the model's evidence decides."""
    if description.head in ANY_COMPANY and not rivals:
        just = antecedent(scene.trail, "it", source.start).actor
        if just is not None and just[0] == "organisation":
            return just
    if description.head in ORGANISATION_NOUNS - ANY_COMPANY and not rivals:
        return None  # Of bodies the model knows too little: “the army” is not whichever was named before.
    type_ = "organisation" if description.head in ORGANISATION_NOUNS else "person"
    may_be = rivals.__contains__ if rivals else lambda actor: actor[0] == type_
    return weighed(scene, Antecedent(None), source, may_be).actor


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
    actor = scene.strangers.meant(reading.words)
    if actor is None:
        subject = scene.trail.subject_before(source.start)
        if subject is not None:
            return Answer(subject, "context")  # “Doe, in a programme about … after Lee's visit, said”
        return Answer(reason=f"{quoted_words(reading.words)} is nobody who can speak")
    return Answer(actor, "description")
