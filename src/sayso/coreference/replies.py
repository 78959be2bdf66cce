"""Who replies is not the one just quoted: “Will you resign?” Pike asked. “I will not,” she replied.

A check upon an answer, however it was found: between two quotations back to back "she" or "Mr Jonas" is somebody
other than the speaker of the first, the one other person who is near and fits, or nobody whom we could tell. And
wherever one of two namesakes replies, it is the one who has not just spoken.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.pronoun_rules import agrees
from sayso.coreference.source_parser import quoted_words
from sayso.coreference.speaker_resolution import Answer
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named
from sayso.data.statement import Attribution
from sayso.lexicon.english import PRONOUNS, words
from sayso.lexicon.reporting_verbs import lemmas_of
from sayso.text.doc import Doc
from sayso.text.normalise import LETTERS

_REPLYING: Final = words("reply answer respond retort counter back")
"""Verbs, and the "back" of what is shot, snapped or thrown back."""

_ANSWER: Final = re.compile(
    r"[“\"'‘](?:No|Yes|Never|Why|Nothing|Nobody|Of course|Certainly|Not (?:me|I|now|yet)"
    r"|I (?:will|won|shall|shan|can|did"
    r"|do|am|would|have|had|know|never|don|was)\b)"
)
"""How one begins who answers."""

_ADDRESSED: Final = re.compile(r"\s+(?:him|her|them|[A-Z]\w+|(?:the|his|her|their) \w+)\b")
_ASKED: Final = re.compile(r"\b(?:asked|questioned|pressed)\b")
"""“Yes,” he replied when asked: a question is told with the reply, and the quotation before is not what is answered."""


def checked(
    scene: Scene, answer: Answer, attribution: Attribution, earlier: Iterable[tuple[Attribution, Key | None]]
) -> Answer:
    """The answer for a statement with a source, unless its cue says that somebody else replies.

    `earlier` are the statements near before it with their speakers.
    """
    earlier = list(earlier)
    asker = _asks_again(scene, earlier, attribution)
    if asker is not None and answer.actor != asker:
        scene.described[asker].add(attribution.source[0])
        return replace(answer, actor=asker, via="pronoun", reason=None)
    hearer = _who_was_told(scene, earlier, attribution)
    if hearer is not None and answer.actor != hearer:
        scene.described[hearer].add(attribution.source[0])
        return replace(answer, actor=hearer, via="pronoun", reason=None)
    for before, speaker in earlier:
        if speaker and answer.actor == speaker and answer.via == "role" and _answers(scene.doc, before, attribution):
            return Answer(scene.strangers.meant(attribution.source[0].text), "description", role=answer.role)
        if speaker and (
            _follows(scene.doc, before, attribution) or _is_of_another_sex(scene, speaker, before, attribution)
        ):
            answer = _by_another(scene, answer, speaker, attribution)
    return _by_the_namesake(scene, answer, attribution)


def _asks_again(
    scene: Scene, earlier: Sequence[tuple[Attribution, Key | None]], attribution: Attribution
) -> Key | None:
    """Who asked before and was answered, where "she" asks right behind the answer: “Whose?” “Mine.” “Since when?”"""
    pronoun = attribution.source[0].text.casefold() if attribution.source else ""
    if pronoun not in GENDER_OF or len(earlier) < 2 or not attribution.cue or not _asks(attribution):
        return None
    (asking, asker), (answering, answerer) = earlier[-2:]
    follows = _is_behind(scene.doc, asking, answering) and _is_behind(scene.doc, answering, attribution)
    if asker is None or answerer in (None, asker) or not (follows and _asks(asking)):
        return None
    return asker if agrees(scene.trail, pronoun, asker) else None


def _who_was_told(
    scene: Scene, earlier: Sequence[tuple[Attribution, Key | None]], attribution: Attribution
) -> Key | None:
    """Who was asked or told to do something and answers right behind: Holt told Ruiz to go. “I will not,” he said."""
    pronoun = attribution.source[0].text.casefold()
    before = earlier[-1][0] if earlier else None
    if before is None or pronoun not in GENDER_OF or not (before.cue and before.content and attribution.content):
        return None
    start, last = attribution.content[0].start, before.content[-1].end
    follows = attribution.kind == "direct" and before.kind == "indirect" and _is_next(scene.doc, last, start)
    answers = follows and _ANSWER.match(attribution.content[0].text) is not None
    if not answers or not (_asks_to(before) or before.content[0].text.startswith(("to ", "not to "))):
        return None
    hearers = [r.actor for r in scene.references_between(before.cue[-1].end, before.content[0].start)]
    (hearer, *others) = hearers or [None]
    fits = hearer is not None and not others and hearer != earlier[-1][1] and agrees(scene.trail, pronoun, hearer)
    return hearer if fits else None


def _asks_to(before: Attribution) -> bool:
    """Whether something is asked in the reporter's words: "asked Ruiz whether he had the key"."""
    asks = "ask" in lemmas_of(before.cue[-1].text)
    return asks and before.content[0].text.startswith(("whether ", "if ", "why ", "how ", "where ", "when ", "what "))


def _by_the_namesake(scene: Scene, answer: Answer, attribution: Attribution) -> Answer:
    """Of two whom one surname fits the one who has not just spoken: “Stephen Holt … Mr Holt replied.”"""
    source = attribution.source[0]
    last = scene.trail.last_speaker(source.start)
    if answer.via != "name" or answer.actor not in (last, None) or not _is_told_as_reply(attribution):
        return answer
    named = [r for r in scene.references_between(source.start, source.end) if last in r.candidates]
    others = {key for reference in named[:1] if len(reference.name.words) == 1 for key in reference.candidates} - {last}
    return replace(answer, actor=others.pop(), reason=None) if len(others) == 1 else answer


def _is_told_as_reply(attribution: Attribution) -> bool:
    found = LETTERS.findall(attribution.cue[0].text) if attribution.cue else ()
    return not _REPLYING.isdisjoint(lemma for word in found for lemma in (word, *lemmas_of(word)))


def _follows(doc: Doc, before: Attribution, attribution: Attribution) -> bool:
    """Whether a quotation right behind another is told as a reply to it, its cue behind it."""
    if not _is_behind(doc, before, attribution):
        return False
    cue = attribution.cue[0]
    replies = _is_asked(doc, before, attribution) or _is_told_as_reply(attribution)
    asked = _ASKED.search(doc.text, cue.end, max(cue.end, doc.sentence_at(cue.start)[1]))
    return replies and not asked and min(span.start for span in attribution.content) < cue.start


def _is_of_another_sex(scene: Scene, speaker: Key, before: Attribution, attribution: Attribution) -> bool:
    """Whether "she" speaks right behind one of whom nothing tells that she is a woman, and a woman is near."""
    gender = GENDER_OF.get(attribution.source[0].text.casefold()) if attribution.source else None
    if gender is None or scene.trail.genders.get(speaker) == gender or not _is_behind(scene.doc, before, attribution):
        return False
    if scene.doc.distance(before.content[0].start, attribution.content[0].start) > 0:
        return False
    others = _others_near(scene, speaker, attribution.source[0].start, attribution.source[0].text)
    return len(others) == 1 and scene.trail.genders.get(others[0]) == gender


def _is_asked(doc: Doc, before: Attribution, attribution: Attribution) -> bool:
    """Whether the quotation before asks somebody who is told, and "he" or "she" speaks now."""
    is_pronoun = attribution.source and attribution.source[0].text.casefold() in PRONOUNS
    return bool(is_pronoun) and _asks(before) and _ADDRESSED.match(doc.text, before.cue[-1].end) is not None


def _answers(doc: Doc, before: Attribution, attribution: Attribution) -> bool:
    """Whether one who is described answers or asks: “Will you pay?” asked Holt. “No,” the clerk said."""
    return _is_behind(doc, before, attribution) and (_asks(before) or _asks(attribution))


def _asks(before: Attribution) -> bool:
    """Whether a quotation is a question, and its cue says that it was asked."""
    if not (before.content and before.cue):
        return False
    return before.content[-1].text.rstrip("”\"’'»").endswith("?") and "ask" in lemmas_of(before.cue[-1].text)


def _is_behind(doc: Doc, before: Attribution, attribution: Attribution) -> bool:
    """Whether a quotation follows another with nothing but space between the two, each with a cue."""
    if not (attribution.kind == before.kind == "direct" and attribution.cue and before.cue):
        return False
    end = max(span.end for span in (*before.content, *before.cue, *before.source))
    start = min(span.start for span in attribution.content)
    return end <= start and _is_next(doc, end, start)


def _is_next(doc: Doc, end: int, start: int) -> bool:
    """Whether no sentence stands between two quotations, though the first's may go on: "said from the other side."."""
    rest = doc.sentence_at(end - 1)[1]
    return not doc.text[max(rest, end) : start].strip() and doc.distance(end - 1, start) <= 1


def _by_another(scene: Scene, answer: Answer, speaker: Key, attribution: Attribution) -> Answer:
    """The answer, unless it is the `speaker` of the words to which `attribution` replies: then who else it may be."""
    source = attribution.source[0]
    is_pronoun = source.text.casefold() in PRONOUNS
    if answer.actor not in ((speaker, None) if is_pronoun else (speaker,)):
        return answer
    others = (_others_near if is_pronoun else _others_of_that_name)(scene, speaker, source.start, source.text)
    if len(others) == 1:
        if (gender := GENDER_OF.get(source.text.casefold())) is not None:
            scene.trail.genders.setdefault(others[0], gender)
        return replace(answer, actor=others[0], via="pronoun" if is_pronoun else answer.via, reason=None)
    if answer.actor is None or not (is_pronoun or others):
        return answer
    who = f"could be {scene.names(others, 'or')}" if others else "is not who spoke just before"
    return Answer(reason=f"{quoted_words(source.text)} {who}")


def _others_of_that_name(scene: Scene, speaker: Key, start: int, words: str) -> list[Key]:
    inside = (r for r in scene.references if start <= r.name.start < start + len(words))
    return [key for reference in inside for key in reference.candidates if key != speaker]


def _others_near(scene: Scene, speaker: Key, start: int, words: str) -> list[Key]:
    """Persons or bodies that the sentences near before name and the pronoun may mean."""
    near = (trace.actor for sentence in scene.trail.before(start) for trace in sentence)
    return [k for k in dict.fromkeys(near) if k != speaker and is_named(k) and agrees(scene.trail, words.casefold(), k)]
