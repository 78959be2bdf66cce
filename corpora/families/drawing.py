"""Filling in a template: what stands in braces is drawn from the lists, and what it becomes is kept for the article.

{quote} is an entry of the list "quote", or of the article's topic's own ("dam.quote"); {Quote} begins with a capital,
{place1} is the same wherever it stands. Single letters are people and the like: {A} to {C} persons, {R} and {K} what
somebody is to another, {L} and {M} countries, {D} a description; {A.last}, {A.she}, {R.noun} are what they are called.
"""

from random import Random

from corpora.families.people import Described, Land, Person, Relation, Spoken
from corpora.families.words import Lists

VERBS = {"quoted", "inverted", "reported", "added", "claimed"}
"""Lists of which an article may use an entry twice, as it may not use a name or a quotation."""

RELATIONS = {"R": "relation", "K": "spokes"}


class Drawing(dict[str, object]):
    """What one article is made from."""

    def __init__(self, words: Lists, random: Random) -> None:
        super().__init__()
        self.words, self.random = words, random
        self.used: set[str] = set()
        self.topic = self.drawn("topics")

    def __missing__(self, name: str) -> object:
        if len(name) == 1:
            self[name] = self._somebody(name)
            return self[name]
        text = self.drawn(name.rstrip("0123456789").lower())
        if name[-1].isdigit():
            self[name] = text
        return text[0].upper() + text[1:] if name[0].isupper() else text

    def filled(self, template: str) -> str:
        return template.format_map(self)

    def drawn(self, name: str) -> str:
        """An entry of a list that was not used before, filled in."""
        every = self.words.get(f"{getattr(self, 'topic', '')}.{name}") or self.words[name]
        fresh = [entry for entry in every if name in VERBS or entry not in self.used]
        entry = self.random.choice(fresh or every)
        self.used.add(entry)
        return self.filled(entry)

    def people(self) -> list[Person]:
        return [one for one in self.values() if isinstance(one, Person)]

    def _somebody(self, letter: str) -> Spoken | Land:
        if letter in "ABC":
            return self._person(self.random.choice(("she", "he")))
        if letter in RELATIONS:
            noun, she = self.drawn(RELATIONS[letter]).split("; ")
            return Relation(she, noun, self._person(she))
        if letter in "LM":
            return Land(*self.drawn("land").split("; "))
        text, head, she = self.drawn("description").split("; ")
        return Described(she, text, head)

    def _person(self, she: str) -> Person:
        given = self.drawn("woman" if she == "she" else "man")
        return Person(she, given, *(self.drawn(what) for what in ("family", "office", "apposition", "rank")))
