"""What one article tells of one actor, which is all that identity has to go by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from sayso.data.actor import Actor, ActorType
from sayso.data.analysis import Reading
from sayso.data.article import Article
from sayso.entity_resolution.context_words import Around, words_around

REF_MARK = "@"

_AGE_AFTER: Final = re.compile(r", (?:aged? )?(\d{2})(?=[,.;]| and\b)")
_AGE_BEFORE: Final = re.compile(r"\b(\d{2})-year-old\b[^.,;:\d“”\"]{0,60}$")
_REACH: Final = 90


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor as one article knows him; `article` is its key, `actor` the id that its reading gives.

    `company` are the ids of the others whom the article names, `around` the words around him; `published` is
    ISO 8601, as coarse as known.
    `listed` marks an entry of the user's own list, which stands in no article.
    """

    article: str
    actor: str
    name: str
    type: ActorType
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    company: frozenset[str] = frozenset()
    around: Around = field(default_factory=Around)
    published: str | None = None
    outlet: str | None = None
    listed: bool = False

    @property
    def ref(self) -> str:
        """The appearance by name: "person:john-smith@04da3ea48aa493e2"."""
        return ref_of(self.actor, self.article)


def ref_of(actor: str, article: str) -> str:
    return f"{actor}{REF_MARK}{article}"


def appearances_of(reading: Reading, article: str) -> list[Appearance]:
    """Each actor of a reading as the article knows him; `article` is its key."""
    everybody = frozenset(actor.id for actor in reading.actors)
    return [
        Appearance(
            article,
            actor.id,
            actor.name,
            actor.type,
            names=names_of(actor),
            roles=tuple(dict.fromkeys(actor.roles)),
            company=everybody - {actor.id} if actor.type == "person" else frozenset(),
            around=around(reading.article, actor),
            published=reading.article.published.value if reading.article.published else None,
            outlet=reading.article.outlet,
        )
        for actor in reading.actors
    ]


def names_of(actor: Actor) -> tuple[str, ...]:
    return tuple(dict.fromkeys((actor.name, *actor.names)))


def around(article: Article, actor: Actor) -> Around:
    """The words of the paragraphs that mention a person, and of those on either side, and when he was born."""
    if actor.type != "person":
        return Around()
    mentioned = [n for n, b in enumerate(article.blocks) if any(b.start <= m.start < b.end for m in actor.mentions)]
    near = sorted({n for m in mentioned for n in (m - 1, m, m + 1) if 0 <= n < len(article.blocks)})
    passages = [article.text[article.blocks[n].start : article.blocks[n].end] for n in near]
    return replace(words_around(passages, names_of(actor)), born=tuple(sorted(_born(article, actor))))


def _born(article: Article, actor: Actor) -> Iterator[str]:
    """The years in which somebody was born, by the ages beside his name: "Ana Doe, 49," and "49-year-old Ana Doe"."""
    year = article.published.value[:4] if article.published else ""
    if year.isdigit():
        for mention in actor.mentions:
            before = _AGE_BEFORE.search(article.text[max(0, mention.start - _REACH) : mention.start])
            if age := _AGE_AFTER.match(article.text, mention.end) or before:
                yield str(int(year) - int(age[1]))
