"""What publishers reserve is not fetched, in whichever of its ways they say so."""

import json

import pytest

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.ingest.fetch import Answer
from sayso.ingest.politeness import Manners
from sayso.ingest.reservations import Reservations
from sayso.ingest.web import Web
from tests.ingest.site import says, site

HOST = "https://post.example"
RULES = [
    {"location": "/", "tdm-reservation": 0},
    {"location": "/news/*", "tdm-reservation": 1, "tdm-policy": "https://post.example/terms.json"},
    {"location": "/news/open/", "tdm-reservation": 0},
    {"location": 7},
]


def answer(content: bytes, status: int = 200, **fields: str) -> Answer:
    return Answer(status, "", {name.replace("_", "-"): value for name, value in fields.items()}, Found(content))


def reserved(files: dict[str, bytes]) -> Reservations:
    """A host that has these files and no others."""

    def get(url: str) -> Answer:
        path = url.removeprefix(HOST)
        return answer(files[path]) if path in files else answer(b"", 404)

    return Reservations(Manners(get, lambda: 0.0), get)


@pytest.mark.parametrize(
    ("path", "is_free"),
    [("/", True), ("/sport/dam.html", True), ("/news/dam.html", False), ("/news/open/dam.html", True)],
)
def test_the_longest_rule_of_the_hosts_file_counts(path: str, is_free: bool) -> None:
    of_host = reserved({"/.well-known/tdmrep.json": json.dumps(RULES).encode()})
    if is_free:
        of_host.ensure_allowed(HOST + path)
        return
    with pytest.raises(Unreadable, match=r"tdmrep\.json\); its terms: https://post\.example/terms\.json"):
        of_host.ensure_allowed(HOST + path)


def test_robots_txt_is_obeyed() -> None:
    of_host = reserved({"/robots.txt": b"User-agent: *\nDisallow: /private/"})
    of_host.ensure_allowed(f"{HOST}/dam")
    with pytest.raises(Unreadable, match=r"robots\.txt asks programs not to fetch it"):
        of_host.ensure_allowed(f"{HOST}/private/dam")


@pytest.mark.parametrize("file", [b"", b"[", b"{}", b'["/"]', b"[" * 100_000])
def test_a_file_that_cannot_be_read_reserves_nothing(file: bytes) -> None:
    reserved({"/.well-known/tdmrep.json": file}).ensure_allowed(f"{HOST}/dam")


@pytest.mark.parametrize(
    ("page", "is_free"),
    [
        (answer(b"<p>Rain.</p>"), True),
        (answer(b"<p>Rain.</p>", tdm_reservation="0"), True),
        (answer(b"<p>Rain.</p>", tdm_reservation="1"), False),
        (answer(b'<meta name="tdm-reservation" content="1"><p>Rain.</p>'), False),
        (answer(b"<META content='1' name='tdm-reservation'><p>Rain.</p>"), False),
        (answer(b'<meta name="tdm-reservation" content="0"><p>Rain.</p>'), True),
    ],
)
def test_a_header_or_a_tag_reserves_a_page(page: Answer, is_free: bool) -> None:
    if is_free:
        reserved({}).ensure_free(f"{HOST}/dam", page)
        return
    with pytest.raises(Unreadable, match="its publisher reserves text and data mining"):
        reserved({}).ensure_free(f"{HOST}/dam", page)


def test_who_has_the_right_says_so() -> None:
    with site(says(b"HTTP/1.1 200 OK\r\nTDM-Reservation: 1\r\nContent-Length: 5\r\n\r\nRain.")) as url:
        with pytest.raises(Unreadable, match="--allow-reserved where you have the right"):
            Web(allow_private=True, allow_reserved=False).page(f"{url}/dam")
        assert Web(allow_private=True, allow_reserved=True).page(f"{url}/dam").content == b"Rain."
