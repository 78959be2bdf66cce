"""Style sheets and scripts: sent packed, and once."""

import gzip

from starlette.testclient import TestClient

from sayso.serving.web.base.assets import STATIC, asset
from tests.serving.web.conftest import Tags


def test_pages_name_them_so_that_they_may_be_kept_for_good(client: TestClient) -> None:
    (path,) = {a["href"] for tag, a in Tags(client.get("/").text).found if tag == "link" and a["rel"] == "stylesheet"}
    assert path == asset("sayso.css")
    answer = client.get(path or "")
    assert answer.content == (STATIC / "sayso.css").read_bytes()
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/css")


def test_they_are_packed_for_who_can_unpack_them(client: TestClient) -> None:
    with client.stream("GET", asset("sayso.css"), headers={"Accept-Encoding": "gzip"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == (STATIC / "sayso.css").read_bytes()
    plain = client.get(asset("sayso.css"), headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers


def test_by_its_own_name_a_file_is_asked_for_anew(client: TestClient) -> None:
    answer = client.get("/static/sayso.css")
    assert (answer.status_code, "cache-control" in answer.headers) == (200, False)
