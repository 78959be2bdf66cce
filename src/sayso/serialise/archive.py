"""A whole record in one file of JSON Lines, and back: a line for each document, for the list, for each decision."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.data.entry import Known
from sayso.data.errors import Unreadable
from sayso.data.outcome import Outcome
from sayso.data.record_errors import Refused
from sayso.data.results import Decision, Passage
from sayso.record import Record
from sayso.serialise.core import Form, reading_form
from sayso.serialise.record import decision_form

if TYPE_CHECKING:
    from sayso.data.results import Capture


def lines(record: Record) -> Iterator[Form]:
    """Everything on a record, documents first, with their bytes as they came; what was decided last."""
    for capture in record.captures():
        yield _document_form(record, capture)
    for known in record.listed():
        yield {"listed": asdict(known)}
    for decision in record.decisions():
        yield {"decision": decision_form(decision)}


def take_in(path: Path, record: Record) -> Iterator[Outcome]:
    """Put what `lines` gave on a record; what is there already stays. A line that cannot be read costs itself."""
    listed: list[Known] = []
    decided: list[Decision] = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                form = json.loads(line)
                if "listed" in form:
                    listed.append(Known(**{key: _tupled(value) for key, value in form["listed"].items()}))
                elif "decision" in form:
                    decided.append(_decision(form["decision"]))
                else:
                    yield _taken(form, record)
            except (KeyError, TypeError, ValueError) as error:
                why = f"line {number} is no line of a carried record: {error}"
                yield Outcome(str(path), None, "failed", why=why)
    record.refer(listed)
    record.take_over(decided)
    record.settle()


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

    reading = reading_from(form)
    original = form["original"]
    content = None if original is None else b64decode(original, validate=True)
    captured = form["captured_at"], form["read_by"]
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
    return tuple(value) if isinstance(value, list) else value
