"""News as its own gold: a source's name that the article repeats is hidden behind a pronoun or a description.

Who it was is known; the article around it is news as it stands, with all who speak in it.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from corpora.labelled import Anaphor, Labelled, Place
from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.statement import Statement
from sayso.lexicon.english import BODY_NOUNS, ORGANISATION_NOUNS
from sayso.lexicon.given_names import given_names
from sayso.text.doc import Doc

SHARE: Final = 0.7
"""How many of the names that can be hidden are."""

ANY_BODY: Final = ("agency", "group", "organisation", "party", "company")
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
    return _without(reading.article.text, sorted(chosen), reading.actors)


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
        roles = [role.split() for role in actor.roles if len(role.split()) <= 4]
        role = draw.choice(roles) if roles else []
        return " ".join(role[-draw.randint(1, 2) :]).lower() or None
    if actor.type != "organisation":
        return None
    last = actor.name.split()[-1].casefold()
    known = last in ORGANISATION_NOUNS | BODY_NOUNS and " " in actor.name
    return last if known and draw.random() < 0.6 else draw.choice(ANY_BODY)


def _without(text: str, chosen: Sequence[Hidden], actors: Sequence[Actor]) -> Labelled:
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
    return Labelled("", made, {}, tuple(anaphors))
