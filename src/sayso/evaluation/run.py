"""Measure what is found in annotated articles; one that cannot be read or measured is kept as a failure."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from sayso.data.errors import Unreadable
from sayso.data.statement import Attribution
from sayso.evaluation.gold import Entry, Gold
from sayso.evaluation.metrics import Measures, measure
from sayso.ingest.sources import tried


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores over so many articles, annotated so many times in all; what failed is in none of these."""

    measures: Measures = field(default_factory=Measures)
    articles: int = 0
    annotations: int = 0
    failures: tuple[Unreadable, ...] = ()


def by_article(entries: Iterable[Entry]) -> tuple[list[list[Gold]], list[Unreadable]]:
    """The gold of each article, several where several people annotated the same text; and what could not be read."""
    articles: dict[str, list[Gold]] = defaultdict(list)
    failures = []
    for entry in entries:
        try:
            gold = tried(entry.name, entry.load)
        except Unreadable as error:
            failures.append(error)
        else:
            articles[gold.text].append(gold)
    return list(articles.values()), failures


def evaluate(articles: Iterable[list[Gold]], find: Callable[[str, str], list[Attribution]]) -> Evaluation:
    """Measure what `find` finds in each article's text; it is given its name too."""
    total, measured, annotations = Measures(), 0, 0
    failures = []
    for copies in articles:
        try:
            found = tried(copies[0].name, partial(find, copies[0].text, copies[0].name))
        except Unreadable as error:
            failures.append(error)
        else:
            total += measure(found, [gold.attributions for gold in copies])
            measured += 1
            annotations += len(copies)
    return Evaluation(total, measured, annotations, tuple(failures))
