"""sayso in a spaCy pipeline: `nlp.add_pipe("sayso")`. Needs spaCy (extra “spacy”)."""

from sayso.spacy.component import SaysoComponent, make_component

__all__ = ["SaysoComponent", "make_component"]
