"""Mentions in, actors out: who is behind each name, role and pronoun of an article, and who speaks.

The names that the model marks are found by `ner_decoder`, which alone needs it; to ask a record no model is loaded.
"""

from sayso.coreference.clusters import actor_id
from sayso.coreference.resolver import everywhere, resolution, resolve
from sayso.lexicon.countries import country_of, is_country

__all__ = ["actor_id", "country_of", "everywhere", "is_country", "resolution", "resolve"]
