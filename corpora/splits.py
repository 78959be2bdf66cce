"""What each document of gold data may be used for: one list that training, tuning and benchmarks read.

`splits.tsv`, beside the folder of the corpora, has a line a document: set, document, use. "train": weights may learn
from it; "tune": its errors may be read, thresholds and rules chosen by it; "aside": it is scored and no more; "never":
it is not even read. What the list does not name is "train".
"""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

Use = Literal["train", "tune", "aside", "never"]
Purpose = Literal["train", "tune", "score"]

_USES: Mapping[Purpose, frozenset[Use]] = {
    "train": frozenset({"train"}),
    "tune": frozenset({"train", "tune"}),
    "score": frozenset({"train", "tune", "aside"}),
}


class Refused(ValueError):
    """A document was asked for that may not be used so."""


class Splits:
    """Looks up documents by the id that their corpus gives them, whatever the set that lists them."""

    def __init__(self, uses: Mapping[str, Use]) -> None:
        self._uses = uses

    @classmethod
    def beside(cls, corpora: Path) -> "Splits":
        """Read the list beside the folder `corpora`; raises OSError without one, ValueError for an unknown use."""
        with (corpora.resolve().parent / "splits.tsv").open(encoding="utf-8", newline="") as lines:
            listed = list(csv.DictReader(lines, delimiter="\t"))
        unknown = {row["use"] for row in listed} - set(get_args(Use))
        if unknown:
            raise ValueError(f"splits.tsv has uses that nobody knows: {', '.join(sorted(unknown))}")
        return cls({row["document"]: row["use"] for row in listed})  # type: ignore[misc]

    def use(self, document: str) -> Use:
        return self._uses.get(document, "train")

    def allows(self, document: str, purpose: Purpose) -> bool:
        return self.use(document) in _USES[purpose]

    def require(self, document: str, purpose: Purpose) -> None:
        """Raise Refused when the document may not be used for this."""
        if not self.allows(document, purpose):
            raise Refused(f"{document} is “{self.use(document)}”: not to {purpose}")


def rows(corpora: Path, corpus: str, split: str, purpose: Purpose) -> Iterator[dict[str, Any]]:
    """The rows of CORPORA/corpus/split.jsonl whose document may be used for this.

    Raises Refused for lessons out of another part than "train": the rows of "dev" and "test" are not to be learned.
    """
    if purpose == "train" and split != "train":
        raise Refused(f"{corpus}/{split} is not to train")
    splits = Splits.beside(corpora)
    with (corpora / corpus / f"{split}.jsonl").open(encoding="utf-8") as lines:
        yield from (row for row in map(json.loads, lines) if splits.allows(document_of(row), purpose))


def document_of(row: Mapping[str, Any]) -> str:
    """The document that a row is, or is a part of; PolNeAR's rows are annotators' copies of one."""
    document = row.get("doc") or row["id"]
    return str(document).removesuffix(f"_{row.get('annotator')}")
