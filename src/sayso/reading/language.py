"""Which language a text is in, and which of its paragraphs are in another."""

import py3langid

from sayso.data.analysis import LANGUAGE
from sayso.data.article import Article, Block
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
_WORDS_OF_A_PARAGRAPH = 20  # fewer may be names
_HARDLY_ENGLISH = 0.15


def language_of(text: str) -> str | None:
    """The language of a text as an ISO 639-1 code ("en"); None where it is too short to tell."""
    sample = text[:_SAMPLE]
    words = LETTERS.findall(sample.lower())
    if sum(map(len, words)) < _SHORTEST:
        return None
    if len(words) >= _ENOUGH_WORDS and _share_of_english(words) >= _ENGLISH_SHARE:
        return "en"
    return str(py3langid.classify(sample)[0])


def in_other_languages(article: Article) -> tuple[tuple[int, int], ...]:
    """The stretches of an article that are not in the language that the model reads, by its blocks; code points.

    Of an article in that language these are the paragraphs that surely are in another; of one in another, all but the
    paragraphs that surely are in that.
    """
    if article.language in (LANGUAGE, None):
        return tuple((block.start, block.end) for block in article.blocks if _is_foreign(article.text, block))
    read = [block for block in article.blocks if _is_english(article.text, block)]
    if not read:
        return ((0, len(article.text)),)
    return tuple((block.start, block.end) for block in article.blocks if block not in read)


def _is_foreign(text: str, block: Block) -> bool:
    """Whether a paragraph has hardly a common word of English, and is in another language by all its words.

    A list of names is in none: most of its words have capitals.
    """
    words = LETTERS.findall(text[block.start : block.end])
    if len(words) < _WORDS_OF_A_PARAGRAPH or sum(word[0].isupper() for word in words) * 2 > len(words):
        return False
    if _share_of_english([word.lower() for word in words]) >= _HARDLY_ENGLISH:
        return False
    return language_of(text[block.start : block.end]) != LANGUAGE


def _is_english(text: str, block: Block) -> bool:
    words = LETTERS.findall(text[block.start : block.end].lower())
    return len(words) >= _WORDS_OF_A_PARAGRAPH and _share_of_english(words) >= _ENGLISH_SHARE


def _share_of_english(words: list[str]) -> float:
    """How many of some words in small letters are the commonest of English."""
    return sum(word in _ENGLISH for word in words) / len(words)
