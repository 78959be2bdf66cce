"""Mentions in, actors out: who is behind each name, role and pronoun of an article, and who speaks.

The names that the model marks are found by `actors.naming`, which alone needs it; to ask a record no model is loaded.
"""

from sayso.actors.cast import actor_id
from sayso.actors.countries import country_of, is_country
from sayso.actors.resolution import everywhere, resolve

__all__ = ["actor_id", "country_of", "everywhere", "is_country", "resolve"]
