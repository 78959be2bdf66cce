"""Which language a text is in."""

import py3langid

from sayso.text.normalise import LETTERS

_SAMPLE = 4000  # characters: more change nothing, and time is bounded
_SHORTEST = 20  # letters below which a guess is a guess
# English is told by its commonest words alone, so that reading it does not wait a second for the model
_ENGLISH_WORDS = (
    "the and of to in is was that for with he she said on it by at from his her has have had not are were be been "
    "this they their who would will an which but or as after about"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_ENGLISH_SHARE = 0.3
_ENOUGH_WORDS = 40


def language_of(text: str) -> str | None:
    """The language of a text as an ISO 639-1 code ("en"); None where it is too short to tell."""
    sample = text[:_SAMPLE]
    words = LETTERS.findall(sample.lower())
    if sum(map(len, words)) < _SHORTEST:
        return None
    if len(words) >= _ENOUGH_WORDS and sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    return str(py3langid.classify(sample)[0])
