"""The names head's scores, decoded into mentions of people, organisations, countries and groups."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sayso.data.actor import ActorType, Mention
from sayso.data.article import Article, Span
from sayso.encoding.decode import marked, viterbi
from sayso.encoding.encoder import Encoding, Head
from sayso.lexicon.calendar import MONTHS, WEEKDAYS
from sayso.lexicon.countries import is_country
from sayso.lexicon.english import STOP, words
from sayso.text.credits import credit_start
from sayso.text.datelines import dateline_end
from sayso.text.doc import title_cased

_AMID = re.compile(r"(?<=[\w,] )[^\W\d_]+")
"""A word that opens neither a sentence nor a quotation: that a capital there is a headline's."""
_SMALL = STOP - MONTHS.keys() - WEEKDAYS - words("i will may mark")
"""Words that have a capital inside a line in title case alone."""
_LIST = 3
"""Commas that a headline has not."""
_TYPES: dict[str, ActorType] = {"person": "person", "organisation": "organisation", "group": "group"}


class Names(NamedTuple):
    """Who is named where, and which names are places, none of which can act but countries."""

    mentions: list[Mention]
    places: frozenset[str]


def find_names(article: Article, encoding: Encoding, head: Head) -> Names:
    """The names in the article that stand for someone who can act; a place counts where it is a country.

    In a title every word may have a capital: there, only what the text below it names too is a name. Who is named
    in the credit of a picture is none of them, nor is the place of a dateline. What the head mostly takes for a place
    is one wherever it stands.
    """
    labelled = _labelled(article, encoding, head)
    places = _places(labelled)
    aside = [*_credits(article), *_datelines(article)]
    titles = _titles(article)
    found = []
    for label, span in labelled:
        if any(start <= span.start < end for start, end in aside):
            continue
        if any(start <= span.start < end for start, end in titles) and not _stands_outside(article, span, titles):
            continue
        if kind := _type("place" if span.text in places else label, span.text):
            found.append(Mention(span, kind))
    return Names(found, places)


def _labelled(article: Article, encoding: Encoding, head: Head) -> list[tuple[str, Span]]:
    scores = encoding.scores["names"]
    return [
        (name.label, Span.of(article.text, int(encoding.starts[name.first]), int(encoding.ends[name.last - 1])))
        for name in marked(scores, viterbi(scores, head.transitions, encoding.paragraphs), head.labels)
    ]


def _places(labelled: Sequence[tuple[str, Span]]) -> frozenset[str]:
    """The names that are places more often than they are anything else."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for label, span in labelled:
        votes[span.text][label] += 1
    return frozenset(name for name, counts in votes.items() if 2 * counts["place"] > counts.total())


def _titles(article: Article) -> list[tuple[int, int]]:
    """Where the words have capitals as in a title: the title itself, and lines with a small word in capitals inside."""
    return [
        (block.start, block.end)
        for block in article.blocks
        if block.kind == "title" or _is_in_title_case(article.text[block.start : block.end])
    ]


def _is_in_title_case(line: str) -> bool:
    """ "Why Clinton Offers a Change Of Course", and not "Ana Doe and Bo Lee", nor a list of names."""
    capital = any(word.istitle() and word.casefold() in _SMALL for word in _AMID.findall(line))
    return capital and line.count(",") < _LIST and title_cased(line)


def _stands_outside(article: Article, span: Span, titles: Sequence[tuple[int, int]]) -> bool:
    at = article.text.find(span.text)
    while at >= 0:
        if not any(start <= at < end for start, end in titles):
            return True
        at = article.text.find(span.text, at + 1)
    return False


def _datelines(article: Article) -> list[tuple[int, int]]:
    """Where paragraphs open with a place before a dash."""
    paragraphs = [block for block in article.blocks if block.kind in {"lead", "paragraph"}]
    return [(p.start, p.start + dateline_end(article.text[p.start : p.end])) for p in paragraphs]


def _credits(article: Article) -> list[tuple[int, int]]:
    """Where the credits of the article's captions stand."""
    captions = [block for block in article.blocks if block.kind == "caption"]
    return [(c.start + credit_start(article.text[c.start : c.end]), c.end) for c in captions]


def _type(label: str, words: str) -> ActorType | None:
    if label == "place":
        return "country" if is_country(words) else None
    return _TYPES[label]
