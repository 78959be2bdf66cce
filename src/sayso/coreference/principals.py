"""On whose behalf somebody speaks: "a spokesman for Doe", "Harbour Board spokeswoman Ana Lee", "the Doe campaign".

Only who acts for another does: a spokesman, a lawyer, a campaign, an office; a report speaks for its author.
"""

from collections.abc import Container, Sequence
from typing import Final

from sayso.coreference.clusters import Key, Reference
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.person_name import parse
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named
from sayso.data.article import Span
from sayso.lexicon.english import AGENTS, DETERMINERS, PREPOSITIONS, TEAM_NOUNS, UNITS
from sayso.text.doc import Word
from sayso.text.normalise import POSSESSIVE

_MOST_BETWEEN: Final = 4
_LEADING: Final = frozenset({"for", "representing"})
_OWN: Final = frozenset({"his", "her", "their", "its"})
_REACH: Final = 70


def principal(scene: Scene, source: Span, speaker: Key) -> Key | None:
    """The one for whom the speaker of a source speaks: as the source says, else as the text has introduced him."""
    own = _in_source(scene, source, speaker)
    if own is not None or not is_named(speaker):
        return own
    if speaker[0] == "person":
        return next((who for role in scene.ties.of(speaker) if (who := _by_role(scene, role, speaker))), None)
    return _of_unit(scene, speaker)


def _in_source(scene: Scene, source: Span, speaker: Key) -> Key | None:
    nouns = AGENTS if is_named(speaker) else AGENTS | UNITS
    return _by_noun(scene, scene.doc.words_in(source.start, source.end + 1), source, nouns, speaker)


def _by_role(scene: Scene, role: Span, speaker: Key) -> Key | None:
    """Whom a role of a person tells: the words around it count, as "of the Board" may stand outside of it."""
    start, end = scene.doc.sentence_at(role.start)
    words = scene.doc.words_in(max(start, role.start - _REACH), min(end, role.end + _REACH))
    return _by_noun(scene, words, role, AGENTS, speaker)


def _by_noun(scene: Scene, words: Sequence[Word], span: Span, nouns: Container[str], speaker: Key) -> Key | None:
    """The first principal that a noun in the span has; an attorney general is nobody's attorney."""
    for at, word in enumerate(words):
        is_agent = span.start <= word.start < span.end and _plain(word) in nouns
        if is_agent and not any(_plain(each) == "general" for each in words[at + 1 : at + 2]):
            found = _after(scene, words, at) or _before(scene, words, at)
            if found is not None and found != speaker:
                return found
    return None


def _of_unit(scene: Scene, speaker: Key) -> Key | None:
    """The person whose name a campaign or an office bears: "the Doe campaign"."""
    for form in scene.cast.forms(speaker):
        owner, _, noun = form.text.rpartition(" ")
        name = parse(owner) if noun.casefold() in UNITS else None
        found = scene.cast.find(name, "person") if name else ()
        if len(found) == 1:
            return found[0]
    return None


def _after(scene: Scene, words: Sequence[Word], at: int) -> Key | None:
    """The name that "for" leads to: "a lawyer for the actor Bo Doe"."""
    following = words[at + 1 : at + 2 + _MOST_BETWEEN]
    if not following or _plain(following[0]) not in _LEADING | {"of"}:
        return None
    for word in following[1:]:
        if (named := scene.references_between(word.start, word.end)) and not POSSESSIVE.search(word.text):
            return named[0].actor
        if _plain(word) in PREPOSITIONS:
            return None
    return None


def _before(scene: Scene, words: Sequence[Word], at: int) -> Key | None:
    """The name right before, with no more than small words between: "Doe’s longtime lawyer", "Navy spokesman"."""
    for word in reversed(words[max(0, at - _MOST_BETWEEN) : at]):
        plain = _plain(word)
        if (found := _ending_at(scene, word)) is not None:
            owns = POSSESSIVE.search(word.text) or plain in TEAM_NOUNS
            follows = any(_plain(each) in TEAM_NOUNS for each in words[:at] if each.start > word.start)
            is_body = found.actor is not None and found.actor[0] != "person"
            return found.actor if owns or follows or is_body else None
        if plain in _OWN:
            return _owner(scene, plain, word.start)
        if not word.text[0].islower() or plain in PREPOSITIONS | DETERMINERS:
            return None
    return None


def _owner(scene: Scene, pronoun: str, position: int) -> Key | None:
    """Whom "his" means where but one person has just come up whom it fits."""
    if pronoun not in GENDER_OF:
        return None
    nearest = next(scene.trail.before(position), [])
    persons = {t.actor for t in nearest if t.actor[0] == "person" and is_named(t.actor)}
    fitting = [key for key in persons if scene.trail.genders.get(key, GENDER_OF[pronoun]) == GENDER_OF[pronoun]]
    return fitting[0] if len(fitting) == 1 else None


def _ending_at(scene: Scene, word: Word) -> Reference | None:
    """The name whose last word this is."""
    for reference in scene.references_between(word.start - 80, word.end):
        if reference.name.start <= word.start and word.start < reference.name.end <= word.end:
            return reference
    return None


def _plain(word: Word) -> str:
    return POSSESSIVE.sub("", word.text).rstrip(".").casefold()
