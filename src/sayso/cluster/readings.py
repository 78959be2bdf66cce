"""Readings in a Parquet file: what a worker writes, and how it comes onto a record."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.data.outcome import Outcome
from sayso.data.record_errors import Refused
from sayso.record import New, Record
from sayso.serialise.core import reading_form
from sayso.serialise.load import reading_from

SCHEMA = pa.schema(
    [
        ("name", pa.string()),
        ("url", pa.string()),
        ("sha256", pa.string()),
        ("language", pa.string()),
        ("statements", pa.int32()),
        ("model", pa.string()),
        ("reading", pa.large_string()),
        ("original", pa.large_binary()),
        ("why", pa.string()),
    ]
)
"""A document a row: its reading in the JSON that `sayso read --json` prints, or `why` there is none."""

AT_ONCE = 200


def row_of(name: str, found: Found | None, reading: Any, why: str | None = None) -> dict[str, Any]:
    """A row of SCHEMA."""
    content = found.content if found else None
    return {
        "name": name,
        "url": reading.article.document.url if reading else found and found.url,
        "sha256": sha256(content).hexdigest() if content is not None else None,
        "language": reading.article.language if reading else None,
        "statements": len(reading.statements) if reading else 0,
        "model": reading.model if reading else None,
        "reading": json.dumps(reading_form(reading)) if reading else None,
        "original": content if reading else None,
        "why": why,
    }


def load(file: Path, record: Record) -> Iterator[Outcome]:
    """Put what a file holds on the record, in its order; who is who is left to `settle`. Raises Unreadable."""
    record.make()
    try:
        for batch in parquet.ParquetFile(file).iter_batches(AT_ONCE):
            yield from _added(batch.to_pylist(), record)
    except (pa.ArrowException, OSError) as error:
        raise Unreadable(str(file), f"it cannot be read: {error}") from error


def _added(rows: list[dict[str, Any]], record: Record) -> Iterator[Outcome]:
    failed = {row["name"]: row["why"] for row in rows if row["why"]}
    read = [row for row in rows if not row["why"]]
    known = record.known({row["sha256"] for row in read})
    fresh = [row for row in read if row["sha256"] not in known]
    news = [New(reading_from(json.loads(row["reading"]), row["model"]), row["original"]) for row in fresh]
    refused: dict[str, str] = {}
    try:
        record.add_all(news)
    except Refused:
        for new in news:
            try:
                record.add_all([new])
            except Refused as error:
                refused[new.reading.article.document.sha256] = error.why
    record.failed(failed | {row["name"]: refused[row["sha256"]] for row in fresh if row["sha256"] in refused})
    for row in rows:
        if why := row["why"] or refused.get(row["sha256"]):
            yield Outcome(row["name"], None, "failed", why=why)
        elif row["sha256"] in known:
            yield Outcome(row["name"], row["sha256"], "already there")
        else:
            known.add(row["sha256"])
            yield Outcome(row["name"], row["sha256"], "added", row["statements"], language=row["language"])
