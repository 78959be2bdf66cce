"""Programs that watch over the host learn whether the pages can answer."""

import pytest
from fastapi.testclient import TestClient

from sayso.record import Record, RecordError


def test_where_the_record_answers_all_is_well(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (200, "well\n", "no-store")


def test_where_it_does_not_that_is_told_without_its_place(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Record) -> str:
        raise RecordError("/srv/secret/sayso.db", "disk I/O error")

    monkeypatch.setattr(Record, "changes", gone)
    answer = client.get("/healthz")
    assert (answer.status_code, "secret" in answer.text) == (503, False)
