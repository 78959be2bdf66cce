"""The names head's scores, decoded into mentions of people, organisations, countries and groups."""

from sayso.data.actor import ActorType, Mention
from sayso.data.article import Article, Span
from sayso.encoding.decode import marked, viterbi
from sayso.encoding.encoder import Encoding, Head
from sayso.lexicon.countries import is_country
from sayso.text.credits import credit_start

_TYPES: dict[str, ActorType] = {"person": "person", "organisation": "organisation", "group": "group"}


def find_mentions(article: Article, encoding: Encoding, head: Head) -> list[Mention]:
    """The names in the article that stand for someone who can act; a place counts where it is a country.

    In a title every word may have a capital: there, only what the text below it names too is a name. Who is named
    in the credit of a picture is none of them.
    """
    text, scores = article.text, encoding.scores["names"]
    title = max((block.end for block in article.blocks if block.kind == "title"), default=0)
    credits = _credits(article)
    found = []
    for name in marked(scores, viterbi(scores, head.transitions, encoding.paragraphs), head.labels):
        span = Span.of(text, int(encoding.starts[name.first]), int(encoding.ends[name.last - 1]))
        if span.start < title and span.text not in text[title:]:
            continue
        if any(start <= span.start < end for start, end in credits):
            continue
        if kind := _type(name.label, span.text):
            found.append(Mention(span, kind))
    return found


def _credits(article: Article) -> list[tuple[int, int]]:
    """Where the credits of the article's captions stand."""
    captions = [block for block in article.blocks if block.kind == "caption"]
    return [(c.start + credit_start(article.text[c.start : c.end]), c.end) for c in captions]


def _type(label: str, words: str) -> ActorType | None:
    if label == "place":
        return "country" if is_country(words) else None
    return _TYPES[label]
