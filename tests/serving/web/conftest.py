"""Records to look at: one of the ordinary kind, one of hostile articles, and clients that ask them."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.data.analysis import Reading
from sayso.data.article import Residue
from sayso.record import Record
from sayso.serving.web import make_app
from tests.export.conftest import courier, post
from tests.record.printed import person, printed

TOKEN = "the token that was printed"
EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}{% raw %}"
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe\x1b[2J</title></textarea>]]>"
)
STAND_IN = "\ue000" * len(EVIL)
LONG_TITLE = "Dam " * 25_000


def replaced(value: Any, old: str, new: str) -> Any:
    """A value in whose every text `new` stands for `old`, which is as long."""
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, tuple):
        return tuple(replaced(one, old, new) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{field.name: replaced(getattr(value, field.name), old, new) for field in fields(value)})
    return value


def evil() -> tuple[Reading, Reading]:
    """Two articles whose every text would do harm if it were taken for anything but text."""
    villain = person(f"Ana {STAND_IN}", roles=(STAND_IN,))
    first = printed(
        f"<Ana {STAND_IN}> {{{STAND_IN}}} [{STAND_IN}].",
        title=STAND_IN,
        outlet=STAND_IN,
        actors=(villain,),
        related=((f"<Ana {STAND_IN}>: [{STAND_IN}]", "2024-01-01"),),
        name=STAND_IN,
    )
    article = first.article
    document = replace(article.document, url=f"javascript:alert('{STAND_IN}')")
    story = replace(article.related[0], url="javascript:alert(4)", picture="javascript:alert(5)")
    leak = Residue("var_dump", STAND_IN)
    article = replace(article, document=document, related=(story,), residue=(leak,), byline=(STAND_IN,))
    first = replaced(replace(first, article=article), STAND_IN, EVIL)
    return first, printed("<Ana Ruiz> {said} [yes].", title=LONG_TITLE, name="long.txt", on="2024-01-01")


def client_of(record: Record, shared: str | None = None) -> TestClient:
    app = make_app(record, TOKEN, shared=shared)
    return TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=True)


class Tags(HTMLParser):
    """The tags of a page with their attributes, as a browser sees them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def links(page: str) -> list[str]:
    return [attributes["href"] or "" for _, attributes in Tags(page).found if "href" in attributes]


def assert_harmless(page: str) -> None:
    """No script but our own files, no handlers, no links that run, nothing that turns or hides text."""
    for tag, attributes in Tags(page).found:
        assert tag != "script" or (attributes["src"] or "").startswith("/static/")
        assert tag not in ("iframe", "object", "embed", "base", "style")
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "#", "?", "https://", "http://"))
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two articles, to be copied: that takes a tenth of the time of adding them."""
    path = tmp_path_factory.mktemp("filled") / "sayso.db"
    with Record(path) as record:
        record.add(courier())
        record.add(post())
    return path


@pytest.fixture
def record(filled: Path, tmp_path: Path) -> Iterator[Record]:
    shutil.copy(filled, tmp_path / "sayso.db")
    with Record(tmp_path / "sayso.db") as record:
        yield record


@pytest.fixture
def client(record: Record) -> TestClient:
    return client_of(record)


@pytest.fixture
def writing(record: Record) -> TestClient:
    """A client that has entered the token."""
    client = client_of(record)
    client.post("/enter", data={"token": TOKEN, "name": "Léna"})
    return client


def form_key(client: TestClient) -> str:
    """The key in the forms of one who may write."""
    return next(a["value"] or "" for _, a in Tags(client.get("/upload").text).found if a.get("name") == "form_key")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    with Record(tmp_path / "hostile.db") as record:
        for reading in evil():
            record.add(reading)
        yield client_of(record)
