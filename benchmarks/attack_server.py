"""Attacks on `sayso serve`: many readers while one adds, floods, those who hold on, what Schemathesis thinks of."""

import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from benchmarks.attacking import Result, children_of, patience, processor_of
from benchmarks.store import article, fill, world_of
from sayso.record import Record
from tests.serving.web.odd import ODD

TOKEN = "attack"
READERS, READ_SECONDS, ARTICLES = 50, 15, 200
STATEMENTS = 3_000
GROWN = 200
"""So many megabytes more are too many, after all that is held on to."""
WHAT_READERS_ASK = (
    "/",
    "/search?q=said",
    "/search?by=Ana",
    "/api/search?q=the",
    "/api/facets",
    "/feed.atom",
    "/search.jsonl",
)


class Server(NamedTuple):
    """A server of ours with its processes."""

    process: "subprocess.Popen[str]"
    port: int

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience(60))
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()

    def memory(self) -> float:
        """Megabytes that it and its workers hold."""
        return sum(map(_megabytes, (self.process.pid, *self.answering())))

    def answering(self) -> list[int]:
        """The processes that answer; one that reads again beside them stands back."""
        own = os.getpriority(os.PRIO_PROCESS, self.process.pid)
        return [one for one in children_of(self.process.pid) if os.getpriority(os.PRIO_PROCESS, one) == own]


def attacks(place: str) -> Iterator[tuple[str, Iterator[Result]]]:
    """Against a record at a place, which is made when there is none; some are of the server, not of what it serves."""
    with Record(place) as record:
        record.make()
        if not any(record.count()):
            fill(record, STATEMENTS)
    with serving(place) as server:
        kind = "PostgreSQL" if "://" in place else "SQLite"
        yield f"odd questions, {kind}", (asked(server, path) for path in ODD)
        yield f"{READERS} readers while one adds, {kind}", (readers_while_one_adds(server, place) for _ in range(1))
        yield f"Schemathesis, {kind}", (schemathesis(server) for _ in range(1))
        if kind == "SQLite":
            yield "clients that hold on or flood", held_on(server)
            yield "SIGTERM under way", (stopped(server) for _ in range(1))


@contextmanager
def serving(place: str, *more: str, ready: str = "/") -> Iterator[Server]:
    """The pages of a record, with `more` options, from when the path `ready` is answered."""
    command = [sys.executable, "-m", "sayso", "serve", "--port", "0", "--token", TOKEN, "--record", place, *more]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        server = Server(process, int(process.stderr.readline().split(" — ")[0].rpartition(":")[2]))
        until(lambda: server.ask(ready) == 200)
        try:
            yield server
        finally:
            process.terminate()


def until(true: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError, http.client.HTTPException):
            if true():
                return True
        time.sleep(0.1)
    return False


def asked(server: Server, path: str) -> Result:
    started = time.monotonic()
    status = server.ask(path)
    wrong = status >= 500 and status != 503
    return Result(path[:60], time.monotonic() - started, f"it answers {status}" if wrong else None)


def readers_while_one_adds(
    server: Server, place: str, seconds: float = READ_SECONDS, articles: int = ARTICLES
) -> Result:
    """No reader gets an error or waits for ever."""
    answering = server.answering()
    worked = processor_of(answering)
    end, times, wrong = time.monotonic() + seconds, [], []

    def read(number: int) -> None:
        chance = random.Random(number)
        while time.monotonic() < end:
            path, started = chance.choice(WHAT_READERS_ASK), time.monotonic()
            status = server.ask(path)
            times.append(time.monotonic() - started)
            if status not in (200, 503) or (status == 503 and not path.endswith("jsonl")):
                wrong.append(f"{path} answers {status}")

    with ThreadPoolExecutor(READERS + 1) as pool:
        adding = pool.submit(add_some, place, articles)
        list(pool.map(read, range(READERS)))
        adding.result()
    cuts = quantiles(times, n=100)
    name = f"{len(times)} pages, p50 {1e3 * cuts[49]:.0f}, p95 {1e3 * cuts[94]:.0f}, p99 {1e3 * cuts[98]:.0f} ms"
    each = 1e3 * (processor_of(answering) - worked) / len(times)
    print(f"  {name}; {each:.0f} ms of processor a page, load {os.getloadavg()[0]:.0f}")
    return Result(name, max(times), "; ".join(sorted(set(wrong))) or None)


def add_some(place: str, articles: int) -> None:
    world, chance = world_of(500), random.Random(time.time())
    with Record(place) as record:
        for n in range(articles):
            record.add(article(chance.randrange(10**9) + n, world, chance), settled=False)
        record.settle()


def schemathesis(server: Server) -> Result:
    """Whatever the description of the API allows, and much that it does not, is answered as the description says."""
    started = time.monotonic()
    if not find_spec("schemathesis"):
        return Result("left out: schemathesis is not installed", 0, None)
    command = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "run"]
    command += [
        f"http://127.0.0.1:{server.port}/openapi.json",
        "--checks",
        "not_a_server_error",
        "--max-examples",
        "8",
    ]
    command += ["--seed", "16", "--no-color", "--request-timeout", "60"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=patience(180))
    cases = re.search(r"([\d,]+) generated", done.stdout)
    failure = done.stdout[-600:] if done.returncode else None
    return Result(f"{cases[1] if cases else '?'} cases", time.monotonic() - started, failure)


def held_on(server: Server) -> Iterator[Result]:
    before, started = server.memory(), time.monotonic()
    with ThreadPoolExecutor(30) as pool:
        told = set(pool.map(lambda _: _posted(server), range(30)))
    wrong = told - {403, 408, 413, 0}
    yield Result(
        "30 bodies of 30 MB without a token", time.monotonic() - started, f"answered {wrong}" if wrong else None
    )
    held = [_opened(server, request) for request in (b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n") for _ in range(100)]
    started = time.monotonic()
    gone = until(lambda: not any(map(_is_open, held)), 30)
    yield Result("200 who send half a request", time.monotonic() - started, None if gone else "some are still held")
    takers = [_opened(server, b"GET /search.jsonl HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") for _ in range(45)]
    started = time.monotonic()
    status = server.ask("/")
    yield Result(
        "45 who take no file they asked for", time.monotonic() - started, None if status == 200 else str(status)
    )
    for one in (*held, *takers):
        one.close()
    grown = server.memory() - before
    yield Result(f"memory after that: {grown:+.0f} MB", 0, None if grown < GROWN else f"it has grown by {grown:.0f} MB")


def stopped(server: Server) -> Result:
    takers = [_opened(server, b"GET /search.jsonl HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") for _ in range(4)]
    time.sleep(0.5)
    started = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(30)
    took = time.monotonic() - started
    for one in takers:
        one.close()
    return Result("with four downloads", took, None if took < 6 else f"it took {took:.0f} s")


def _posted(server: Server) -> int:
    with suppress(OSError, http.client.HTTPException):
        return server.ask("/upload", "POST", bytes(30_000_000), {"Content-Type": "application/octet-stream"})
    return 0


def _opened(server: Server, request: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
    connection.sendall(request)
    return connection


def _is_open(connection: socket.socket) -> bool:
    connection.setblocking(False)
    try:
        return connection.recv(1) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


def _megabytes(process: int) -> float:
    with suppress(OSError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0
