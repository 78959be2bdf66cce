"""What another version read is read anew from the documents that were kept; what was told beside them stays."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from sayso.data.analysis import Reading
from sayso.data.found import Found
from sayso.data.version import __version__
from sayso.ingest import again
from sayso.ingest.add import add_all
from sayso.record import Record
from tests.record.printed import moment, printed

OLD = ("2024-05-01T09:00:00+00:00", "sayso 0.0")


def reading(content: bytes, words: str, outlet: str | None = None) -> Reading:
    """What is in a document of these bytes; where an option told its outlet, it told the date as well."""
    found = printed(f"<Ana Ruiz> {{said}} [{words}].", name="dam.txt", outlet=outlet)
    document = replace(found.article.document, sha256=sha256(content).hexdigest())
    published = moment("2024-05-01", "an option") if outlet else None
    return replace(found, article=replace(found.article, document=document, published=published))


def read(found: Found, name: str) -> Reading:
    return reading(found.content, "the dam goes")


def test_what_another_version_read_is_read_anew_once_and_keeps_what_was_told_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(again, "reader_here", lambda: f"sayso {__version__}")
    with Record(tmp_path / "sayso.db") as record:
        record.add(reading(b"old", "the dam stays", "The Orsa Post"), content=b"old", captured=OLD)
        record.add(reading(b"gone", "the dam stays"), captured=OLD)
        record.add(reading(b"new", "the dam stays"), content=b"new")
        for expected in (1, 0):
            sources = again.sources_to_read_again(record)
            outcomes = list(add_all(sources, record, again.filling_in(record, read), again=True, jobs=1))
            assert len(outcomes) == expected
        (row,) = record.said("goes")
    assert (row.article.outlet, row.article.published) == ("The Orsa Post", moment("2024-05-01", "an option"))
