"""Gold data in: every corpus becomes documents of text with labelled character spans.

The folders and fields are those of the corpora's own READMEs; offsets are code points, half-open.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from corpora import Purpose, rows

ATTRIBUTION = ("source", "cue", "content")
NAME_CORPORA = ("ner_worldwide", "ner_wikigold", "ner_crossner_politics")
NAMES = ("person", "organisation", "place", "group")

# Which labels of each corpus are whose; a label not listed is no name, an "ignore" says nothing either way.
TYPES = {
    "PER": "person", "PERSON": "person", "politician": "person", "person": "person",
    "ORG": "organisation", "ORGANIZATION": "organisation", "organisation": "organisation",
    "politicalparty": "organisation",
    "LOC": "place", "LOCATION": "place", "country": "place", "location": "place", "FAC": "place",
    "NORP": "group",
    "MISC": "ignore", "misc": "ignore",
}  # fmt: skip


Place = tuple[int, int]


class Anaphor(NamedTuple):
    """A pronoun or description, the names that it may mean, and which of these are right; none may be."""

    place: Place
    candidates: tuple[Place, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True)
class Labelled:
    """A text with its spans; `spans[head]` is a list of (start, end, label), None where the corpus has no such head.

    Several annotators' copies of one text share a key.
    """

    key: str
    text: str
    spans: dict[str, list[tuple[int, int, str]] | None] = field(default_factory=dict)
    anaphors: tuple[Anaphor, ...] = ()


def purpose_of(split: str) -> Purpose:
    """Lessons come out of "train" alone; by every other part the network is scored."""
    return "train" if split == "train" else "score"


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


def named(root: Path) -> list[Labelled]:
    """The train splits of the named-entity corpora."""
    return [document for corpus in NAME_CORPORA for document in named_entities(root, corpus, "train")]


def named_entities(root: Path, corpus: str, split: str) -> list[Labelled]:
    """A named-entity corpus, its sentences joined into documents of some 150 tokens."""
    documents, text, spans, size = [], "", [], 0
    for row in rows(root, corpus, split, purpose_of(split)):
        sentence, offsets = _joined(row["tokens"])
        base = len(text) + 1 if text else 0
        text = f"{text}\n{sentence}" if text else sentence
        spans += [
            (base + offsets[start][0], base + offsets[end - 1][1], TYPES[kind])
            for start, end, kind in row["ents"]
            if kind in TYPES
        ]
        size += len(row["tokens"])
        if size >= 150:
            documents.append(Labelled(f"{corpus}-{len(documents)}", text, {"attribution": None, "names": spans}))
            text, spans, size = "", [], 0
    return documents


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as readable text: no space before a closing mark or a clitic, none after an opening one."""
    text, offsets = "", []
    for token in tokens:
        glued = not text or token[0] in ".,;:!?)]’'%”" or text[-1] in "([“$"
        text += ("" if glued else " ") + token
        offsets.append((len(text) - len(token), len(text)))
    return text, offsets
