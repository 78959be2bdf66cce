"""What gold data may be used for is asked of one list."""

import json
from pathlib import Path

import pytest

from corpora import Purpose, Refused, Splits, rows

LISTED = "set\tdocument\tuse\nspeakers\ttarn-1\ttune\nspeakers\ttarn-2\taside\npages\ttarn-3\tnever\n"


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    (tmp_path / "splits.tsv").write_text(LISTED, "utf-8")
    news = tmp_path / "corpora" / "tarn"
    news.mkdir(parents=True)
    documents = [{"id": "tarn-0_ann", "annotator": "ann"}, *({"id": f"s{n}", "doc": f"tarn-{n}"} for n in (1, 2, 3))]
    for split in ("train", "dev"):
        (news / f"{split}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in documents), "utf-8")
    return news.parent


@pytest.mark.parametrize(
    ("purpose", "documents"),
    [("train", ["tarn-0"]), ("tune", ["tarn-0", "tarn-1"]), ("score", ["tarn-0", "tarn-1", "tarn-2"])],
)
def test_only_what_the_list_allows_is_read(corpora: Path, purpose: Purpose, documents: list[str]) -> None:
    read = [row.get("doc", "tarn-0") for row in rows(corpora, "tarn", "train", purpose)]
    assert read == documents


def test_no_lessons_come_out_of_dev(corpora: Path) -> None:
    with pytest.raises(Refused, match="tarn/dev is not to train"):
        next(rows(corpora, "tarn", "dev", "train"))


def test_a_document_set_aside_is_refused_by_name(corpora: Path) -> None:
    splits = Splits.beside(corpora)
    splits.require("tarn-2", "score")
    with pytest.raises(Refused, match="tarn-2 is “aside”: not to tune"):
        splits.require("tarn-2", "tune")


def test_a_use_that_nobody_knows_is_an_error(corpora: Path) -> None:
    (corpora.parent / "splits.tsv").write_text("set\tdocument\tuse\nspeakers\ttarn-1\tlater\n", "utf-8")
    with pytest.raises(ValueError, match="later"):
        Splits.beside(corpora)
