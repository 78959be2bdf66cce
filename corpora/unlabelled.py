"""News without marks of source, cue and content, for a teacher to mark: its text alone is read."""

from collections.abc import Iterator
from pathlib import Path

from corpora.labelled import Labelled
from corpora.splits import rows

SENTENCE_SETS = ("newsmtsc", "dse")
SENTENCES = 8
"""Sentences that stand alone in their corpus, put together as paragraphs of one text."""

SENTENCE_STEP = 2
"""One in so many of these texts is taken: sentences without their article teach less than whole articles."""


def unlabelled(root: Path) -> list[Labelled]:
    """Every text, the train splits alone."""
    texts = [*_basil(root), *(text for name in SENTENCE_SETS for text in _sentences(root, name))]
    return [Labelled(f"unlabelled-{i}", text, {"attribution": None, "names": None}) for i, text in enumerate(texts)]


def _basil(root: Path) -> Iterator[str]:
    for row in rows(root, "basil", "train", "train"):
        sentences = iter(row["sents"])
        paragraphs = [" ".join(next(sentences) for _ in range(size)) for size in row["paras"]]
        yield "\n\n".join([row["title"], *paragraphs])


def _sentences(root: Path, name: str) -> Iterator[str]:
    sentences = list(dict.fromkeys(row["text"] for row in rows(root, name, "train", "train")))
    for at in range(0, len(sentences), SENTENCES * SENTENCE_STEP):
        yield "\n\n".join(sentences[at : at + SENTENCES])
