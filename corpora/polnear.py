"""PolNeAR in: who said what in news, as lessons, as gold to be scored by, and as texts alone."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from corpora.labelled import ATTRIBUTION, Labelled, purpose_of
from corpora.names import TYPES
from corpora.splits import Purpose, rows
from sayso.evaluation.gold import Gold, entries
from sayso.evaluation.run import by_article


def polnear(root: Path, split: str) -> dict[str, list[Labelled]]:
    """PolNeAR by article: several annotators' copies of one article share a key."""
    articles = defaultdict(list)
    for row in rows(root, "polnear", split, purpose_of(split)):
        key = row["id"].removesuffix("_" + row["annotator"])
        articles[key].append(Labelled(key, row["text"], _polnear_spans(row)))
    return dict(articles)


def _polnear_spans(row: dict) -> dict[str, list[tuple[int, int, str]] | None]:
    marked = {
        (start, end, label)
        for attribution in row["attributions"]
        for label in ATTRIBUTION
        for start, end in attribution[label]
    }
    silver = [(start, end, TYPES.get(kind, "ignore")) for start, end, kind in row["entities_silver"]]
    return {"attribution": sorted(marked), "names": sorted(silver)}


def articles(root: Path, purpose: Purpose = "score") -> list[list[Gold]]:
    """The articles of dev that may be used for this, all copies of an article together."""
    found, unread = by_article(entries([str(root / "polnear" / "dev.jsonl")]))
    for failure in unread:
        raise failure
    allowed = set(texts(root, purpose))
    return [copies for copies in found if copies[0].text in allowed]


def texts(root: Path, purpose: Purpose = "score") -> Iterator[str]:
    """The texts of dev, of an article once for each of its annotators."""
    return (row["text"] for row in rows(root, "polnear", "dev", purpose))
