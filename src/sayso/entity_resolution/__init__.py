"""Who is who across articles: appearances in, one actor for each person, organisation, country and group out."""

from sayso.entity_resolution.appearance import REF_MARK, Appearance, appearances_of, around, names_of, ref_of
from sayso.entity_resolution.context_words import Around
from sayso.entity_resolution.name_similarity import keys_of, worth_comparing
from sayso.entity_resolution.profile import compared
from sayso.entity_resolution.resolver import Identity, Link, Perhaps, identify
from sayso.entity_resolution.union_find import Union

__all__ = [
    "REF_MARK",
    "Appearance",
    "Around",
    "Identity",
    "Link",
    "Perhaps",
    "Union",
    "appearances_of",
    "around",
    "compared",
    "identify",
    "keys_of",
    "names_of",
    "ref_of",
    "worth_comparing",
]
