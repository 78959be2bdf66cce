"""Gold names in: the named-entity corpora as documents, and which of their labels are whose."""

from pathlib import Path

from corpora.labelled import Labelled, purpose_of
from corpora.splits import rows

NAME_CORPORA = ("ner_worldwide", "ner_wikigold", "ner_crossner_politics")

TYPES = {
    "PER": "person", "PERSON": "person", "politician": "person", "person": "person",
    "ORG": "organisation", "ORGANIZATION": "organisation", "organisation": "organisation",
    "politicalparty": "organisation",
    "LOC": "place", "LOCATION": "place", "country": "place", "location": "place", "FAC": "place",
    "NORP": "group",
    "MISC": "ignore", "misc": "ignore",
}  # fmt: skip
"""A label not listed is no name, an "ignore" says nothing either way."""


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
