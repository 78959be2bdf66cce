"""Who is who across articles: appearances in, one actor for each person, organisation, country and group out."""

from sayso.identity.appearance import REF_MARK, Appearance, ref_of
from sayso.identity.identify import Identity, Link, Perhaps, identify
from sayso.identity.likeness import keys_of, worth_comparing
from sayso.identity.profile import compared
from sayso.identity.surroundings import Around, words_around
from sayso.identity.union import Union

__all__ = [
    "REF_MARK",
    "Appearance",
    "Around",
    "Identity",
    "Link",
    "Perhaps",
    "Union",
    "compared",
    "identify",
    "keys_of",
    "ref_of",
    "words_around",
    "worth_comparing",
]
