"""`sayso serve` as it runs: under those who hold on to it, and when it is told to stop."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

import pytest

from sayso.record import Record
from tests.record.printed import printed
from tests.serving.web.conftest import LONG_TITLE

pytestmark = pytest.mark.slow


class Server(NamedTuple):
    process: "subprocess.Popen[str]"
    port: int
    held: ExitStack

    def get(self, path: str) -> bytes:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=60) as answer:
            return bytes(answer.read())

    def sends(self, request: bytes) -> socket.socket:
        connection = self.held.enter_context(socket.create_connection(("127.0.0.1", self.port), timeout=60))
        connection.sendall(request)
        return connection


@pytest.fixture
def server(filled: Path) -> Iterator[Server]:
    with serving(filled) as server:
        yield server


@contextmanager
def serving(record: Path) -> Iterator[Server]:
    command = [sys.executable, "-m", "sayso", "serve", "--port", "0", "--workers", "2", "--record", str(record)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        port = int(process.stderr.readline().split(" — ")[0].rpartition(":")[2])
        with ExitStack() as held:
            yield Server(process, port, held)
        process.kill()


def workers(server: Server) -> list[int]:
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    return [int(one) for one in children if b"multiprocessing.spawn" in Path(f"/proc/{one}/cmdline").read_bytes()]


def until(true: object) -> None:
    for _ in range(600):
        if callable(true) and true():
            return
        time.sleep(0.1)
    raise AssertionError("it never came to that")


def test_it_ends_in_five_seconds_whatever_goes_on(server: Server) -> None:
    server.get("/")
    for _ in range(20):
        server.sends(b"GET /search HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    server.process.send_signal(signal.SIGTERM)
    started = time.monotonic()
    assert server.process.wait(30) == 0
    assert time.monotonic() - started < 15  # five seconds, and what a busy machine adds


def test_downloads_that_nobody_takes_do_not_hold_it_up(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record:
        record.add(printed(" ".join(["<Ana Ruiz> {said} [yes]."] * 150), title=LONG_TITLE))
    with serving(tmp_path / "sayso.db") as server:
        server.get("/static/mark.svg")
        for _ in range(4):
            connection = server.sends(b"GET /search.jsonl HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert connection.recv(9) == b"HTTP/1.1 "
        server.process.send_signal(signal.SIGTERM)
        started = time.monotonic()
        assert server.process.wait(30) == 0
        assert time.monotonic() - started < 15  # as above


def test_who_sends_half_a_request_is_hung_up_on(server: Server) -> None:
    server.get("/")
    idle, half = server.sends(b""), server.sends(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    answered = server.sends(b"GET /static/mark.svg HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /")
    assert idle.recv(1) == half.recv(1) == b""
    while answered.recv(65536):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")
def test_a_process_that_dies_is_started_again_and_none_outlives_the_first(server: Server) -> None:
    server.get("/")
    until(lambda: len(workers(server)) == 2)
    first = workers(server)
    os.kill(first[0], signal.SIGKILL)
    until(lambda: len(workers(server)) == 2 and workers(server) != first)
    assert b"sayso" in server.get("/")
    both = workers(server)
    server.process.kill()
    server.process.wait()
    until(lambda: not any(map(is_alive, both)))


def is_alive(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
