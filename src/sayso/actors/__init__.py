"""Mentions in, actors out: who is behind each name, role and pronoun of an article, and who speaks."""

from sayso.actors.countries import country_of, is_country
from sayso.actors.naming import find_mentions
from sayso.actors.resolution import everywhere, resolve

__all__ = ["country_of", "everywhere", "find_mentions", "is_country", "resolve"]
