"""A whole record in one file of JSON Lines, and back: a line for each document, for the list, for each decision."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sayso.data.entry import Known
from sayso.data.errors import Unreadable
from sayso.data.outcome import Outcome
from sayso.data.record_errors import Refused, Undecidable, Unfit
from sayso.data.results import Decision, Passage
from sayso.record import Record
from sayso.serialise.core import Form, reading_form
from sayso.serialise.fits import check
from sayso.serialise.record import decision_form

if TYPE_CHECKING:
    from sayso.data.results import Capture


T = TypeVar("T")
LONGEST_LINE = 200_000_000
"""A document of 20 MB, which a line holds in base64, with all that can be found in it."""


class Malformed(ValueError):
    """A line that `lines` never wrote."""


def lines(record: Record) -> Iterator[Form]:
    """Everything on a record, documents first, with their bytes as they came; what was decided last."""
    for capture in record.captures():
        yield _document_form(record, capture)
    for sha256, captured_at in record.captured_again():
        yield {"captured_again": {"sha256": sha256, "captured_at": captured_at}}
    for known in record.listed():
        yield {"listed": asdict(known)}
    for decision in record.decisions():
        yield {"decision": decision_form(decision)}


def take_in(path: Path, record: Record) -> Iterator[Outcome]:
    """Put what `lines` gave on a record; what is there already stays.

    A line that cannot be read costs itself; a file that begins with one is none of ours, and costs one line in all.
    """
    later: _Later = _Later([], [], [])
    try:
        for number, line in _numbered(path):
            try:
                yield from _line_taken(line, record, later)
            except Malformed as error:
                yield Outcome(str(path), None, "failed", why=f"line {number} is no line of a carried record: {error}")
                if number == 1:
                    return
    except OSError as error:
        yield Outcome(str(path), None, "failed", why=(error.strerror or str(error)).lower())
    try:
        for sha256, captured_at in later.captured_again:
            record.capture_again(sha256, captured_at=captured_at)
        record.refer(later.listed)
        record.take_over(later.decided)
    except (Undecidable, Unfit) as error:
        yield Outcome(str(path), None, "failed", why=str(error))
    record.settle()


def _numbered(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file, of each no more than can be one: a file of one endless line must not fill the memory."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            yield number, line


class _Later(NamedTuple):
    """What is taken in once all documents are there."""

    captured_again: list[tuple[str, str]]
    listed: list[Known]
    decided: list[Decision]


def _line_taken(line: bytes, record: Record, later: _Later) -> Iterator[Outcome]:
    """What one line holds: a document's outcome, or something kept for later; raises Malformed."""
    with _malformed():
        form = json.loads(line.decode("utf-8"))
        if not isinstance(form, dict):
            raise Malformed("it is no object")
        if "listed" in form:
            later.listed.append(_sound(Known(**{key: _tupled(value) for key, value in form["listed"].items()})))
        elif "decision" in form:
            later.decided.append(_sound(_decision(form["decision"])))
        elif "captured_again" in form:
            again = form["captured_again"]
            later.captured_again.append((str(again["sha256"]), str(again["captured_at"])))
        else:
            yield _taken(form, record)


@contextmanager
def _malformed() -> Iterator[None]:
    """Whatever a line that others wrote makes go wrong inside is Malformed, on one line."""
    try:
        yield
    except KeyError as error:
        raise Malformed(f"it has no {error}") from error
    except RecursionError as error:
        raise Malformed("it is nested too deeply") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise Malformed(" ".join(str(error).split())[:200]) from error


def _sound(value: T) -> T:
    check(value, type(value))
    return value


def _document_form(record: Record, capture: "Capture") -> Form:
    original = record.original(capture.article)
    return {
        "captured_at": capture.captured_at,
        "read_by": capture.read_by,
        "original": None if original is None else b64encode(original).decode("ascii"),
        **reading_form(record.as_read(capture.article)),
    }


def _taken(form: Form, record: Record) -> Outcome:
    from sayso.serialise.load import reading_from

    reading = _sound(reading_from(form))
    original = form["original"]
    content = None if original is None else b64decode(original, validate=True)
    captured = str(form["captured_at"]), str(form["read_by"])
    name, digest = reading.article.document.name, reading.article.document.sha256
    try:
        added = record.add(reading, content=content, captured=captured, settled=False)
    except (Unreadable, Refused) as error:
        return Outcome(name, digest, "failed", why=error.why)
    return Outcome(name, digest, "added" if added.new else "already there", added.statements)


def _decision(form: Form) -> Decision:
    passage = form["passage"]
    return Decision(**{**form, "passage": passage and Passage(**passage)})


def _tupled(value: Any) -> Any:
    return tuple(map(_tupled, value)) if isinstance(value, list) else value
