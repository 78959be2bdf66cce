"""Who acts and speaks in an article: mentions, and the actors behind them."""

from dataclasses import dataclass
from typing import Literal

from sayso.data.article import Span

ActorType = Literal["person", "organisation", "country", "group"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the article's text that names someone: "Dr Ali Akbar Velayati" without the "Dr"."""

    span: Span
    type: ActorType


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, organisation, country or group behind the mentions.

    `id` is made from type and name alone, so that the same article always gives the same one. `name` is the
    fullest of `names`; `roles` are the article's own words for what the actor is.
    """

    id: str
    name: str
    type: ActorType
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
