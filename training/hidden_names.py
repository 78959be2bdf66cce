"""News as its own gold: a source's name that the article repeats is hidden behind a pronoun or a description.

Who it was is known; the article around it is news as it stands, with all who speak in it. Beside them stand sources of
which the text tells that they are nobody with a name: "the carpenter" after "a carpenter".
"""

import random
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpora.labelled import Anaphor, Labelled, Place
from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Span
from sayso.data.statement import Statement
from sayso.lexicon.english import BODIES_CALLED, BODY_NOUNS, ORGANISATION_NOUNS, words
from sayso.lexicon.given_names import given_names
from sayso.text.doc import Doc

SHARE: Final = 0.7
"""How many of the names that can be hidden are."""

ANY_BODY: Final = ("agency", "group", "organisation", "company")
ANY_COUNTRY: Final = ("government", "government", "country")
_ANYBODY: Final = ("official", "veteran", "newcomer", "star", "native", "46-year-old", "leader", "favourite")
ANY_PERSON: Final = {"man": ("man", *_ANYBODY), "woman": ("woman", *_ANYBODY), None: _ANYBODY}
ADJECTIVES: Final = ("former", "veteran", "embattled", "outspoken", "longtime", "young", "popular", "controversial")
WIDER: Final = (
    (
        words("president senator representative governor congressman congresswoman candidate mayor minister nominee"),
        ("politician", "candidate", "lawmaker", "leader", "official"),
    ),
    (words("chairman chairwoman chair chief ceo president director founder"), ("executive", "chairman", "chief")),
    (words("professor economist scientist researcher scholar historian fellow"), ("academic", "expert", "researcher")),
    (words("spokesman spokeswoman adviser aide manager strategist"), ("aide", "official", "spokesperson")),
    (words("lawyer attorney judge prosecutor counsel"), ("lawyer", "attorney")),
    (words("actor singer director author writer columnist journalist host"), ("author", "star", "writer", "artist")),
)
"""Wider words for who has one of these offices: what news calls somebody whom it need not introduce again."""
_LONGEST: Final = 40
_NEAR: Final = 1


class Hidden(NamedTuple):
    """A name's place, the words that stand for it, and the actor."""

    place: Place
    words: str
    actor: Actor


def hidden(reading: Reading, seed: int) -> Labelled:
    """The text with some of its names hidden, and where the same ones are named still."""
    doc, chosen = Doc.of(reading.article), []
    draw = random.Random(seed)
    for statement, actor in _named(reading):
        words = _instead(doc, statement, actor, draw)
        if words and draw.random() < SHARE:
            span = statement.attribution.source[0]
            opens = reading.article.text[span.start].isupper() and span.start == doc.sentence_at(span.start)[0]
            chosen.append(Hidden((span.start, span.end), words[0].upper() + words[1:] if opens else words, actor))
    return _without(reading.article.text, sorted(chosen), reading.actors, list(_strangers(reading)))


def _strangers(reading: Reading) -> Iterator[Span]:
    """Sources that the text has brought in without a name: "the carpenter" after "a middle-aged carpenter"."""
    for statement in reading.statements:
        who, source = statement.speaker, statement.attribution.source
        if who is None or who.named or statement.where != "body" or len(source) != 1:
            continue
        the, _, noun = source[0].text.casefold().rpartition(" ")
        before = reading.article.text[: source[0].start].casefold()
        if the == "the" and re.search(rf"\b(?:an?|one)(?: [\w’'-]+){{0,3}} {re.escape(noun)}\b", before):
            yield source[0]


def _named(reading: Reading) -> Iterator[tuple[Statement, Actor]]:
    actors = {actor.id: actor for actor in reading.actors}
    seen = set()
    for statement in reading.statements:
        who, source = statement.speaker, statement.attribution.source
        if statement.where != "body" or len(source) != 1 or len(source[0].text) > _LONGEST or statement.also:
            continue
        if who and who.via == "name" and who.actor in actors and source[0].start not in seen:
            seen.add(source[0].start)
            yield statement, actors[who.actor]


def _instead(doc: Doc, statement: Statement, actor: Actor, draw: random.Random) -> str | None:
    """A pronoun for whom the reader has just met, else a description."""
    start = statement.attribution.source[0].start
    earlier = [span for span in actor.mentions if span.end <= start]
    if not earlier:
        return None
    near = doc.distance(earlier[-1].start, start) <= _NEAR
    pronoun = _pronoun(actor)
    if near and pronoun and draw.random() < 0.7:
        return pronoun
    description = _description(actor, draw)
    return f"the {description}" if description else None


def _pronoun(actor: Actor) -> str | None:
    if actor.type == "person":
        gender = given_names().get(actor.name.split()[0].casefold())
        return None if gender is None else "he" if gender == "man" else "she"
    return "they" if actor.type == "group" else "it"


def _description(actor: Actor, draw: random.Random) -> str | None:
    if actor.type == "person":
        role = _role(actor, draw)
        return f"{draw.choice(ADJECTIVES)} {role}" if draw.random() < 0.3 else role
    if actor.type == "country":
        return draw.choice(ANY_COUNTRY)
    if actor.type != "organisation":
        return None
    names = {word for name in actor.names for word in name.casefold().split()}
    last = actor.name.split()[-1].casefold()
    if last in ORGANISATION_NOUNS | BODY_NOUNS and " " in actor.name and draw.random() < 0.5:
        return last
    wider = [called for called, held in BODIES_CALLED.items() if names & held]
    return draw.choice(wider or ANY_BODY)


def _role(actor: Actor, draw: random.Random) -> str:
    """The end of one of the roles that the text tells, or a wider word for it."""
    roles = [role.casefold().split() for role in actor.roles if len(role.split()) <= 4]
    held = {word for role in roles for word in role}
    wider = [word for offices, called in WIDER if offices & held for word in called]
    if roles and draw.random() < 0.5:
        role = draw.choice(roles)
        return " ".join(role[-draw.randint(1, 2) :])
    return draw.choice(wider or ANY_PERSON[given_names().get(actor.name.split()[0].casefold())])


def _without(text: str, chosen: Sequence[Hidden], actors: Sequence[Actor], strangers: Sequence[Span]) -> Labelled:
    """The text with the words in place of the names; every other mention moves along."""
    made, moves, at = "", [], 0
    for one in chosen:
        made += text[at : one.place[0]]
        moves.append((one.place, len(made), len(one.words)))
        made, at = made + one.words, one.place[1]
    made += text[at:]

    def moved(place: Place) -> Place:
        by = sum(length - (old[1] - old[0]) for old, _, length in moves if old[1] <= place[0])
        return place[0] + by, place[1] + by

    taken = [place for place, _, _ in moves]
    kept = {
        actor.id: [
            moved((span.start, span.end))
            for span in actor.mentions
            if span.text in actor.names and not any(a < span.end and span.start < b for a, b in taken)
        ]
        for actor in actors
    }
    anaphors = [
        Anaphor((start, start + length), tuple(kept[one.actor.id]), (True,) * len(kept[one.actor.id]))
        for one, (_, start, length) in zip(chosen, moves, strict=True)
    ]
    anaphors += [Anaphor(moved((span.start, span.end)), (), ()) for span in strangers]
    return Labelled("", made, {}, tuple(anaphors))
