"""Deeds that look like words: "fined the company", "was charged with theft", "ordered a search".

The model marks whoever acts on a thing much as who speaks of one. The verb tells, and the object: a noun that is no
clause, no quotation and nothing that is spoken or written ("signed a letter urging …").
"""

import re
from typing import Final

from sayso.attribution.factuality.view import FINITE, View
from sayso.lexicon.deeds import DONE
from sayso.lexicon.english import DOCUMENTS, words
from sayso.lexicon.reporting_verbs import SAID, THINKING_NOUNS, WANTING_NOUNS

_SPOKEN: Final = SAID | DOCUMENTS | THINKING_NOUNS | WANTING_NOUNS | words("word speech message evidence example way")
_CLAUSE: Final = re.compile(r"(?:that|to|whether|if|what|how|why|who|when|where|as)\b|[“\"‘'«]", re.IGNORECASE)
_MODAL: Final = re.compile(r"\b(?:would|'d|will|'ll|can|could|may|might|should|must|to|not|n't|never)\b")
_PARTICLES: Final = words("at for by up out off down in with over away back")
_WITH: Final = re.compile(r"with\b|.+ with ", re.IGNORECASE | re.DOTALL)
_POSSESSIVE: Final = re.compile(r"[’']s\b")
_INFINITIVE: Final = re.compile(r"\bto [a-z]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LOOKED_AT: Final = 6
"""Words of the object in which its noun is looked for."""


def is_deed(view: View) -> bool:
    """Whether an attribution tells what somebody did, not what they said."""
    if view.said.kind == "direct" or not view.content or _CLAUSE.match(view.content):
        return False
    verb = view.clause.verb
    return _acts(view, verb) or _prosecutes(view, verb) or _orders(view)


def _acts(view: View, verb: str) -> bool:
    after = view.clause.after
    alone = not after or after in _PARTICLES
    return verb in DONE and alone and not _MODAL.search(view.clause.before) and not _is_spoken(view.content)


def _is_spoken(content: str) -> bool:
    """Whether the noun acted on is one of words: "a letter", "an answer", "her concerns"."""
    first = (word.casefold() for word in _WORD.findall(content)[:_LOOKED_AT])
    return any(word in _SPOKEN or word.removesuffix("s") in _SPOKEN for word in first)


def _prosecutes(view: View, verb: str) -> bool:
    """ "charged him with theft", "was charged with theft"; but "charged that he lied"."""
    return "charge" in view.lemmas and bool(_WITH.match(f"{view.clause.after} {view.content}".lstrip()))


def _orders(view: View) -> bool:
    """ "ordered a search", "committed a crime"; but "ordered the army to leave", "committed to a vote"."""
    plain = not FINITE.search(_POSSESSIVE.sub("", view.content)) and not _INFINITIVE.search(view.content)
    return not view.lemmas.isdisjoint(("order", "commit")) and plain and not view.clause.after
