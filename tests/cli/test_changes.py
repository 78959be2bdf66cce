"""`sayso changes` as somebody types it who comes back."""

import json
from datetime import UTC, datetime
from pathlib import Path

from typer.testing import CliRunner

from sayso.cli import app
from sayso.record import Record
from tests.record.printed import printed

MONDAY, FRIDAY = "2024-05-06T08:00:00+00:00", "2024-05-10T08:00:00+00:00"


def test_it_tells_what_came_in_what_was_decided_and_that_readers_differ(tmp_path: Path) -> None:
    place = str(tmp_path / "sayso.db")
    with Record(place, clock=lambda: datetime(2024, 5, 10, 9, tzinfo=UTC)) as record:
        for at, name in ((MONDAY, "old"), (FRIDAY, "new")):
            said = printed(f"<Ana Ruiz> {{said}} [the {name} dam stays].", name=name, title=f"The {name} dam")
            record.add(said, captured=(at, f"sayso, model {name}"))
        record.reject(next(record.said("old")).id, who="mira")
        record.failed({"odd.bin": "it is no text"})
    run = CliRunner().invoke
    told = run(app, ["changes", "--since", "2024-05-09", "--record", place]).stdout
    assert "1 article came in" in told
    assert "The new dam · 1 statement" in told
    assert "The old dam" not in told
    assert "decision 1 · mira · reject · the old dam stays" in told
    assert "not read: odd.bin: it is no text" in told
    assert "read by several: sayso, model new 1, sayso, model old 1" in told
    as_json = json.loads(run(app, ["changes", "--since", "2024-05-09", "--json", "--record", place]).stdout)
    assert [one["title"] for one in as_json["came"]] == ["The new dam"]
    wrong = run(app, ["changes", "--since", "some day", "--record", place])
    assert (wrong.exit_code, "is no moment" in wrong.stderr) == (2, True)
