"""Upload: what is sent is read and put on the record, and what cannot be read is told."""

import time

import pytest
from starlette.testclient import TestClient

from sayso.data.analysis import Reading
from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.ingest.pool import Readers
from sayso.record import Record
from tests.record.printed import printed
from tests.serving.web.conftest import form_key


@pytest.fixture(autouse=True)
def read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read without the model: the first line of a document is what Ana Ruiz says."""

    def understood(_: Readers, found: Found, name: str) -> Reading:
        words = found.content.decode("utf-8", "replace").splitlines()[0]
        if words == "broken":
            raise Unreadable(name, "no article")
        return printed(f"<Ana Ruiz> {{said}} [{words}].", title=words, name=name)

    monkeypatch.setattr(Readers, "read", understood)


def sent(client: TestClient, *, text: str = "", files: tuple[tuple[str, bytes], ...] = ()) -> str:
    """The page that tells what became of it, once all is read."""
    parts = [("files", (name, content)) for name, content in files]
    answer = client.post("/upload", data={"form_key": form_key(client), "text": text}, files=parts or None)
    for _ in range(100):
        page = client.get(answer.url.path).text
        if "data-ended" in page:
            return page
        time.sleep(0.05)
    raise AssertionError("it never ended")


def test_files_and_pasted_text_go_onto_the_record(writing: TestClient, record: Record) -> None:
    files = (("../../etc/a.txt", b"the bridge stands"), ("b<script>.html", b"the road is open"), ("c.txt", b"broken"))
    page = sent(writing, text="the tower fell\r\ntoday", files=files)
    assert "3 added, 1 failed" in page
    assert "no article" in page
    assert ">a.txt</a>" in page
    assert "<script>.html" not in page
    assert len(list(record.said("bridge"))) == len(list(record.said("tower"))) == 1


def test_nothing_is_refused_as_such(writing: TestClient) -> None:
    assert writing.post("/upload", data={"form_key": form_key(writing)}).status_code == 422


def test_an_upload_that_is_not_known_is_told(client: TestClient) -> None:
    assert client.get("/upload/0000").status_code == 404
