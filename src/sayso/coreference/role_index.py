"""Which offices and occupations the article ties to whom, so that "the mayor" can be looked up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from sayso.coreference.bodies_called import WIDE_NOUNS, called_beside
from sayso.coreference.clusters import Cast, Key, Reference
from sayso.coreference.role_phrases import Phrase, around, fits, is_personal, phrase
from sayso.data.article import Span
from sayso.lexicon.english import DOCUMENTS, EVENTS, ORGANISATION_NOUNS
from sayso.text.doc import Doc
from sayso.text.normalise import WORD, fold

_BRACKET: Final = re.compile(
    r" \((?P<told>[^()\n]{2,40})\)|, who (?:represents|sits for|speaks for|stands for) (?P<place>[^,.()\n]{2,40})"
)


class Ties:
    """The roles of each actor, as the article words them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._roles: defaultdict[Key, dict[Span, Phrase]] = defaultdict(dict)
        self._by_head: defaultdict[str, set[Key]] = defaultdict(set)
        self._bracketed: defaultdict[Key, set[str]] = defaultdict(set)
        self._called: defaultdict[str, dict[Key, set[str]]] = defaultdict(dict)

    def add(self, actor: Key, role: Span) -> None:
        read = phrase(role.text)
        if read is not None:
            self._roles[actor][role] = read
            self._by_head[read.head].add(actor)

    def call(self, body: Key, noun: Span) -> None:
        """Note what the text calls a body beside its name: "opposition party"."""
        read = phrase(noun.text)
        if read is not None:
            self._called[read.head].setdefault(body, set()).update(read.words)

    def bracket(self, actor: Key, words: Iterable[str]) -> None:
        """Note what stands in brackets behind somebody's name: "(Ward 3)", "(Labour, Tarn)"."""
        self._bracketed[actor].update(words)

    def called(self, noun: str) -> Mapping[Key, set[str]]:
        """The bodies that the text calls by a noun."""
        return self._called.get(noun, {})

    def of(self, actor: Key) -> list[Span]:
        """The actor's roles in the order of the text."""
        return sorted(self._roles.get(actor, {}))

    def holders(self, description: Phrase) -> list[Key]:
        """Everybody whom a description fits by a role of theirs, or by what the text calls them."""
        bodies = self._called.get(description.head, {})
        wide = description.head in WIDE_NOUNS and not description.words
        called = [key for key, words in bodies.items() if not wide and description.words <= words | self.words_of(key)]
        by_role = [key for key in self._by_head.get(description.head, ()) if self._fits(key, description)]
        return sorted(called + by_role) or self._by_bracket(description)

    def _by_bracket(self, description: Phrase) -> list[Key]:
        """Who has in brackets behind his name what tells a description apart: "the Ward 3 councillor"."""
        if not (description.words and is_personal(description.head.split()[-1])):
            return []
        return sorted(key for key, words in self._bracketed.items() if description.words <= words)

    def has_another_number(self, actor: Key, description: Phrase) -> bool:
        """Whether the text ties other numbers to an actor than a description does: "Ward 3" against "Ward 9"."""
        wanted = set(filter(str.isdigit, description.words))
        roles = (role.words for role in self._roles.get(actor, {}).values() if role.head == description.head)
        told = {word for words in (self._bracketed.get(actor, ()), *roles) for word in words if word.isdigit()}
        return bool(wanted and told) and not wanted <= told

    def contradicts(self, actor: Key, description: Phrase) -> bool:
        """Whether the actor has that office elsewhere: "the Kuwaiti minister" is no Iranian minister."""
        same_office = any(role.head == description.head for role in self._roles.get(actor, {}).values())
        return same_office and not self._fits(actor, description)

    def organisations(self, description: Phrase) -> list[Key]:
        """The organisations whose names hold the description's words: "the ministry"; "the company" names none."""
        if is_personal(description.head) or description.head in DOCUMENTS | EVENTS:
            return []
        wanted, loose = description.words | {description.head}, description.head in ORGANISATION_NOUNS
        return [
            key
            for key in self._cast.everybody()
            if key[0] == "organisation" and any(_called(form.text, wanted, loose) for form in self._cast.forms(key))
        ]

    def words_of(self, actor: Key) -> set[str]:
        """The words of all that an actor is called."""
        return {word for form in self._cast.forms(actor) for word in fold(form.text).replace(".", "").split()}

    def _fits(self, actor: Key, description: Phrase) -> bool:
        roles = self._roles[actor]
        all_words = frozenset[str]().union(*(role.words | {role.head} for role in roles.values()))
        all_words |= frozenset[str]().union(*(_initials(description.words, span.text) for span in roles))
        return any(fits(description, role, all_words) for role in roles.values())


def tie(doc: Doc, cast: Cast, references: Iterable[Reference]) -> Ties:
    """Collect the roles that stand beside names."""
    ties = Ties(cast)
    for reference in references:
        if reference.actor is not None and reference.actor[0] == "person":
            for role in around(doc, reference.name):
                ties.add(reference.actor, role)
            if bracket := _BRACKET.match(doc.text, reference.name.end):
                told = (fold(word.group()) for word in WORD.finditer(bracket[bracket.lastgroup or 0]))
                ties.bracket(reference.actor, (part for word in told for part in word.split("-")))
        elif reference.actor is not None and reference.actor[0] == "organisation":
            for noun in called_beside(doc, reference.name):
                ties.call(reference.actor, noun)
    return ties


def _called(name: str, wanted: frozenset[str], loose: bool) -> bool:
    """Whether a name has all the words; a noun that bodies are not known for must come last in it: "the precinct"."""
    *_, last = words = fold(name).replace(".", "").split() or [""]
    return wanted <= frozenset(words) and (loose or last in wanted)


def _initials(words: frozenset[str], role: str) -> frozenset[str]:
    """Those of the words that are initials of words in a row: "al" of "Awami League general secretary"."""
    letters = "".join(word[0] for word in fold(role).split())
    return frozenset(word for word in words if len(word) > 1 and word in letters)
