"""A feed is watched politely, without loss and without repeat, whatever it and the way to its pages do."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.data.analysis import Reading
from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.data.outcome import Outcome
from sayso.ingest.child import Task
from sayso.ingest.fetch import Answer
from sayso.ingest.politeness import Manners, retry_after
from sayso.ingest.watch import Watch
from sayso.inputs.formats import links_in
from sayso.inputs.opening import documents
from sayso.pipeline import article_of
from sayso.record import Record
from tests.ingest.site import site
from tests.inputs import made


class Readers:
    """Reads without the model."""

    def read(self, found: Found, name: str) -> Reading:
        return Reading(article_of(found, name))

    def ask(self, task: Task) -> tuple[str, ...] | None:
        return links_in(**task.given)


class Orsa:
    """A site that changes, fails, leads elsewhere, and notes what it was asked for and with which fields."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {"/robots.txt": b"User-agent: *\nDisallow: /secret\nCrawl-delay: 7\n"}
        self.answers: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.home = ""

    def feed(self, *paths: str) -> None:
        items = "".join(f"<item><link>{self.home}{path}</link></item>" for path in paths)
        self.pages["/feed"] = f"<rss><channel>{items}</channel></rss>".encode()
        for path in paths:
            self.pages.setdefault(path, made.page(f"The dam at Orsa stays, said Ana Ruiz at {path}."))

    def talk(self, connection: socket.socket, path: str) -> None:
        self.asked.append(path)
        if path in self.answers:
            connection.sendall(self.answers[path])
        elif path in self.pages:
            body = self.pages[path]
            connection.sendall(b'HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Length: %d\r\n\r\n%s' % (len(body), body))
        else:
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


@pytest.fixture
def orsa() -> Iterator[Orsa]:
    there = Orsa()
    with site(there.talk) as home:
        there.home = home
        yield there


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "sayso.db") as record:
        yield record


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


Look = Callable[..., list[Outcome]]


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def look(orsa: Orsa, record: Record, tmp_path: Path, time: Time) -> Look:
    """Begin to watch, look once at what is due, and end."""

    def once(feed: str = "/feed") -> list[Outcome]:
        watch = Watch(
            [orsa.home + feed],
            record,
            Readers(),  # type: ignore[arg-type]
            tmp_path / "kept",
            allow_private=True,
            clock=time.clock,
            sleep=time.sleep,
        )
        try:
            return list(watch.once())
        finally:
            watch.close()

    return once


def states(outcomes: list[Outcome]) -> list[str]:
    return [outcome.state for outcome in outcomes]


def test_what_is_new_is_added_once(orsa: Orsa, look: Look, time: Time, record: Record) -> None:
    orsa.feed("/a", "/b")
    assert states(look()) == ["added", "added"]
    assert look() == []  # not due yet
    orsa.feed("/b", "/c")
    time.now += 2_000
    assert [outcome.name for outcome in look()] == [f"{orsa.home}/c"]
    assert record.count()[0] == 3
    assert orsa.asked.count("/b") == 1


def test_it_goes_on_where_a_run_was_killed(orsa: Orsa, look: Look, record: Record, tmp_path: Path) -> None:
    orsa.feed("/a", "/b")
    look()
    (tmp_path / "kept" / "feeds.json").unlink()  # killed before it could write what it had seen
    assert look() == []
    assert (record.count()[0], orsa.asked.count("/a")) == (2, 1)


def test_a_feed_that_has_not_changed_is_not_sent_again(orsa: Orsa, look: Look, time: Time) -> None:
    orsa.feed("/a")
    look()
    orsa.answers["/feed"] = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
    time.now += 2_000
    assert look() == []


def test_one_host_is_asked_at_the_rate_that_it_allows(orsa: Orsa, look: Look, time: Time) -> None:
    orsa.feed("/a", "/b", "/c")
    look()
    assert len(time.slept) == 3
    assert all(7 <= seconds <= 8.4 for seconds in time.slept)


def test_robots_are_obeyed_also_where_a_page_leads_there(orsa: Orsa, look: Look) -> None:
    orsa.feed("/secret/a", "/b")
    orsa.answers["/b"] = b"HTTP/1.1 302 Found\r\nLocation: /secret/c\r\nContent-Length: 0\r\n\r\n"
    look()
    assert not [path for path in orsa.asked if path.startswith("/secret")]


def test_a_page_that_cannot_be_had_is_tried_again_and_then_told(
    orsa: Orsa, look: Look, time: Time, record: Record
) -> None:
    orsa.feed("/a")
    orsa.answers["/a"] = b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"
    for _ in range(4):
        look()
        time.now += 100_000
    assert orsa.asked.count("/a") == 3
    assert [failure.why for failure in record.failures()] == ["the server answers 500 Oh"]


def test_it_is_not_led_where_it_may_not_go(orsa: Orsa, record: Record, tmp_path: Path, time: Time) -> None:
    orsa.feed("/a")
    watch = Watch([f"{orsa.home}/feed"], record, Readers(), tmp_path, clock=time.clock, sleep=time.sleep)  # type: ignore[arg-type]
    (outcome,) = watch.once()
    watch.close()
    assert outcome.state == "failed"
    assert orsa.asked == []


def test_what_was_fetched_is_kept_as_warc(orsa: Orsa, look: Look, tmp_path: Path) -> None:
    orsa.feed("/a", "/b")
    look()
    (kept,) = (tmp_path / "kept").glob("*.warc.gz")
    with kept.open("rb") as file:
        found = [member.what for member in documents(file, "kept", {})]
    assert [one.content for one in found if isinstance(one, Found)] == [orsa.pages["/a"], orsa.pages["/b"]]


def test_what_is_no_feed_is_told_and_asked_for_less_and_less_often(orsa: Orsa, look: Look, time: Time) -> None:
    orsa.pages["/feed"] = made.page()
    assert [outcome.why for outcome in look()] == ["it is no feed, sitemap or list of addresses"]
    time.now += 1_000
    assert look() == []
    time.now += 2_000
    assert states(look()) == ["failed"]


def answer(status: int, **fields: str) -> Answer:
    return Answer(status, "", {name.replace("_", "-"): value for name, value in fields.items()}, Found(b""))


def test_a_busy_server_is_left_alone_as_long_as_it_asks() -> None:
    now = datetime(2024, 5, 3, 9, tzinfo=UTC).timestamp()
    assert retry_after(answer(503, retry_after="120"), now) == 120
    assert retry_after(answer(503, retry_after="Fri, 03 May 2024 09:01:00 GMT"), now) == 60
    assert retry_after(answer(503, retry_after="soon"), now) is None
    manners = Manners(lambda _: answer(404), lambda: now)
    manners.asked("https://orsa.example/a", answer(429, retry_after="120"))
    assert 120 <= manners.ready_at("https://orsa.example/b") - now <= 144
    assert manners.ready_at("https://elna.example/") <= now


def test_a_server_that_fails_is_asked_ever_later() -> None:
    manners = Manners(lambda _: answer(404), lambda: 0.0)
    waits = []
    for _ in range(4):
        manners.asked("https://orsa.example/a", None)
        waits.append(manners.ready_at("https://orsa.example/a"))
    assert waits == sorted(waits)
    assert waits[-1] > 6 * waits[0]


def test_robots_that_cannot_be_had_allow_nothing() -> None:
    manners = Manners(lambda _: answer(503), lambda: 0.0)
    with pytest.raises(Unreadable, match=r"its robots\.txt cannot be had"):
        manners.ensure_allowed("https://orsa.example/a")
