"""Whom or what a phrase means: an actor of the article, or just what it says."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sayso.data.actor import Actor, ActorType
from sayso.data.article import Span
from sayso.data.position import Party
from sayso.lexicon.english import (
    BODY_NOUNS,
    DOCUMENTS,
    ORGANISATION_NOUNS,
    PEOPLE,
    PERSONS,
    ROLES,
    STOP,
    UNNAMED,
    words,
)
from sayso.stance.sentence import DETERMINERS, bare, is_name
from sayso.text.doc import Word

COMPOUND: Final = re.compile(
    r"(?P<who>[A-Z][\w.’']*)-"
    r"(?P<how>backed|supported|endorsed|funded|financed|armed|trained|supplied|allied|aligned|sponsored)"
    r"|(?P<side>[Aa]nti|[Pp]ro)-(?P<whom>[A-Z][\w.’'-]+|(?:abortion|immigration|democracy|independence|business|gun|war"
    r"|austerity|vaccine|choice|life|union|monarchy|secession|fracking|nuclear|government|establishment|migrant|vaccination"
    r"|gay|apartheid|coup|corruption|immigrant|poverty|trade))"
)
"""A word that tells a side: "Korvia-backed", "anti-Holt"."""

OWN: Final = words("i we my our")
"""In somebody's own words: who speaks."""

HOLDING: Final = words("he she they his her their")
HELD: Final = HOLDING | words("him them")

_NOBODY: Final = words(
    "us me you it this that there who what which you one some many others everyone nobody people these those"
)
_POINTING: Final = words("this that these those some many others one")
_ALMOST_ALL: Final = BODY_NOUNS | ORGANISATION_NOUNS | PEOPLE | PERSONS | ROLES | UNNAMED
_POSSESSIVE: Final = words("his her their")
_ACTING: Final = words(
    """
    activist ally army association band bloc board body camp campaign caucus chamber church city clan club coalition
    colleague college commission community constituent consumer council country court crew customer deputy detractor
    donor employee employer enthusiast establishment faction faculty family fan farmer federation fighter firm
    foundation franchise gang group gunman guerrilla hawk dove house immigrant industry institute jihadist juror labor
    left legislator lobby loyalist majority manufacturer mayor militant militia minority movement nation nationalist
    network newspaper nationals organiser organizer organisation organization owner panel paramilitary parent parish
    parishioner party patient peer player politician populist premier prisoner professor protester protestor province
    publication publisher rebel regime regulator region rival scientist senate settler shareholder shopper side smuggler
    soldier sponsor staff staffer state subsidiary suburb supporter syndicate taxpayer teacher team tenant think-tank
    town trader tribe tribunal troops trustee union university user veteran victim village villager volunteer voter wing
    worker youth convert conservative liberal moderate progressive evangelical christian muslim
    pundit listener hacker pirate trafficker marine inmate migrant asylum-seeker homeowner renter billionaire
    millionaire oligarch elite peasant rancher retiree alumni graduate teen consul watchdog plaintiff suspect convict
    ruler assembly agency ministry university mosque temple synagogue guild confederation charity company insurer
    retailer carrier family captor kidnapper loyalist separatist insurgent defector dissident whistleblower
    counterpart successor predecessor critic opponent advocate guards teachers
    """
)
_OF_PEOPLE: Final = ("ists", "ians", "crats", "men", "women", "miners", "drivers", "dockers", "growers")
_THINGS: Final = words(
    """act acts agreement amendment analysis article bill bills book data deal film law laws pact poll polls resolution
    ruling rulings story treaty video"""
)
_MARKS: Final = ".,;:!?’'\"”"


@dataclass(frozen=True)
class Parties:
    """The actors of an article, looked up by the words that name them, or by what a pronoun is said to mean."""

    actors: Sequence[Actor]
    meant: Callable[[Span], str | None]

    def behind(self, pronoun: Word) -> Party | None:
        span = Span(pronoun.start, pronoun.end, pronoun.text)
        found = self.meant(span)
        who = next((actor for actor in self.actors if actor.id == found), None) if found else None
        return Party(span, who.name, who.id) if who else None

    def type_of(self, party: Party) -> ActorType | None:
        return next((actor.type for actor in self.actors if actor.id == party.actor), None)

    def of(self, text: str, phrase: Sequence[Word]) -> Party:
        """The phrase as a party: the actor whom it names whole, articles, titles, a role before and an 's aside."""
        kept = list(phrase)
        while len(kept) > 1 and bare(kept[0]) in DETERMINERS | {"of"}:
            kept = kept[1:]
        span = span_of(text, kept)
        if len(kept) == 1 and (compound := COMPOUND.fullmatch(span.text)):
            start, end = compound.span("who" if compound["how"] else "whom")
            span = Span(span.start + start, span.start + end, span.text[start:end])
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
    return all(bare(word) in _NOBODY | OWN | HOLDING | HELD | DETERMINERS for word in phrase)


def is_routine(holder: Sequence[Word], target: Sequence[Word]) -> bool:
    """Whether the police do to somebody what they do every day; to who protests or governs they take a side."""
    return bare(holder[-1]).removesuffix("s") in _POLICE and not {bare(word) for word in target} & _OPPONENTS


_POLICE: Final = words(
    "police officer deputie detective investigator cop sheriff trooper constable prosecutor customs agent"
)
_OPPONENTS: Final = words(
    """protesters protestors demonstrators marchers students opposition dissident dissidents activist activists leader
    leaders minister mayor senator president journalist journalists reporter reporters lawmaker lawmakers editor editors
    monks strikers unionists workers lawyers supporters members critics migrants refugees protest rally march"""
)


def _tells_on(word: Word) -> bool:
    """Whether a word in a phrase tells what its head does: "an ad targeting Orsa"."""
    return word.text[:1].islower() and bare(word).endswith("ing")


def _head(phrase: Sequence[Word]) -> Word:
    """The noun that tells what a phrase is: "mayor" in "the mayor of Orsa", "pilots" in "a number of pilots"."""
    ends = next(
        (n for n, word in enumerate(phrase) if n and (bare(word) == "of" or (n + 1 < len(phrase) and _tells_on(word)))),
        len(phrase),
    )
    counts = ends + 1 < len(phrase) and bare(phrase[ends]) == "of" and bare(phrase[ends - 1]) in _COUNTING
    return _head(phrase[ends + 1 :]) if counts else phrase[ends - 1]


_COUNTING: Final = words(
    """number dozens scores hundreds thousands tens group handful majority minority couple lot lots crowd string host
    half most some many several all one two both none part series slew bunch"""
)


def can_hold(phrase: Sequence[Word], *, opens: bool = False) -> bool:
    """Whether a phrase names or describes somebody who can take a side: a name in it, a body, people.

    The capital of a word that `opens` a sentence shows no name.
    """
    first = phrase[0]
    if bare(first) in OWN | HOLDING - _POSSESSIVE | _NOBODY and (len(phrase) == 1 or bare(first) not in _POINTING):
        return False
    head = _head(phrase)
    plain = bare(head).removesuffix("'s")
    if {plain, plain.removesuffix("s")} & (DOCUMENTS | _THINGS) or plain.endswith("ing"):
        return False
    singular = {plain, plain.removesuffix("s"), plain.removesuffix("es"), re.sub("ies$", "y", plain)}
    if singular & (_ALMOST_ALL | _ACTING):
        return True
    is_first = opens and head == first
    return plain.endswith(_OF_PEOPLE) or (is_name(head) and plain not in STOP and not is_first)
