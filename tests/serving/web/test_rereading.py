"""`sayso serve --again`: what another model read is read anew in a process beside those that answer."""

from hashlib import sha256
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.data.analysis import Reading
from sayso.data.found import Found
from sayso.record import Record
from sayso.serving.web import rereading

pytestmark = [pytest.mark.slow, pytest.mark.model]
PAGE = b"Dam to stay\n\nMayor Ana Ruiz said on Monday that the old dam will stay where it is."


def test_it_reads_what_is_old_and_ends(tmp_path: Path) -> None:
    place = str(tmp_path / "sayso.db")
    with Record(place) as record:
        article = pipeline.article_of(Found(PAGE), "dam.txt")
        record.add(Reading(article), content=PAGE, captured=("2024-05-01T09:00:00+00:00", "sayso 0.0"))
        process = rereading.start(place)
        process.join(120)
        (capture,) = record.captures()
        assert (process.exitcode, capture.sha256) == (0, sha256(PAGE).hexdigest())
        assert "model" in capture.read_by
        assert [one.became for reread in record.since("2000").reread for one in reread.differences] == ["new"]
