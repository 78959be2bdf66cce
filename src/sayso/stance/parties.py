"""Whom or what a phrase means: an actor of the article, or just what it says."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sayso.data.actor import Actor
from sayso.data.article import Span
from sayso.data.position import Party
from sayso.lexicon.english import BODY_NOUNS, ORGANISATION_NOUNS, PEOPLE, PERSONS, ROLES, STOP, UNNAMED, words
from sayso.stance.phrases import DETERMINERS, bare, is_name
from sayso.text.doc import Word

OWN: Final = words("i we he she they")
"""In somebody's own words: who speaks."""

_NOBODY: Final = words("it this that there who what which you one some many others everyone nobody people these those")
_ALMOST_ALL: Final = BODY_NOUNS | ORGANISATION_NOUNS | PEOPLE | PERSONS | ROLES | UNNAMED
_MARKS: Final = ".,;:!?’'\"”"


@dataclass(frozen=True)
class Parties:
    """The actors of an article, looked up by the words that name them."""

    actors: Sequence[Actor]

    def of(self, text: str, phrase: Sequence[Word]) -> Party:
        """The phrase as a party: the actor whom it names whole, articles, titles, a role before and an 's aside."""
        kept = list(phrase)
        while len(kept) > 1 and bare(kept[0]) in DETERMINERS:
            kept = kept[1:]
        span = span_of(text, kept)
        surface = span.text.removesuffix("’s").removesuffix("'s").rstrip("’'")
        span = Span(span.start, span.start + len(surface), surface)
        if named := self._by_name.get(surface.casefold()):
            return Party(span, named.name, named.id)
        titled = next((actor for start, actor in self._by_end.get(span.end, ()) if start > span.start), None)
        is_owned = any(bare(word) in ("of", "and") or word.text.endswith(("’s", "'s")) for word in kept[:-1])
        return Party(span, titled.name, titled.id) if titled and not is_owned else Party(span, surface)

    @cached_property
    def _by_name(self) -> dict[str, Actor]:
        """The actors by their names without capitals; of two of one name the first."""
        return {n.casefold(): actor for actor in reversed(self.actors) for n in (actor.name, *actor.names)}

    @cached_property
    def _by_end(self) -> dict[int, list[tuple[int, Actor]]]:
        """The persons by where mentions of them end, with where these begin: "former mayor Ana Ruiz" ends in one."""
        found: defaultdict[int, list[tuple[int, Actor]]] = defaultdict(list)
        for actor in self.actors:
            for mention in actor.mentions if actor.type == "person" else ():
                found[mention.end].append((mention.start, actor))
        return dict(found)


def span_of(text: str, phrase: Sequence[Word]) -> Span:
    start, end = phrase[0].start, phrase[-1].end
    surface = text[start:end].rstrip(_MARKS)
    return Span(start, start + len(surface), surface)


def says_nothing(phrase: Sequence[Word]) -> bool:
    """Whether a phrase is a mere pronoun, of which nothing here tells whom it means."""
    return all(bare(word) in _NOBODY | OWN | DETERMINERS for word in phrase)


def can_hold(phrase: Sequence[Word]) -> bool:
    """Whether a phrase names or describes somebody who can take a side: a name in it, a body, people."""
    first = phrase[0]
    if bare(first) in OWN | _NOBODY:
        return False
    if any(is_name(word) for word in phrase[1:]) or (is_name(first) and first.text[1:2].isupper()):
        return True
    plain = {bare(word) for word in phrase}
    if (plain | {word.removesuffix("s") for word in plain}) & _ALMOST_ALL:
        return True
    return len(phrase) == 1 and is_name(first) and bare(first) not in STOP and not bare(first).endswith("ing")
