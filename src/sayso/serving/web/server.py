"""The pages as processes that share a port; one that dies is started again, and all end when they are told to."""

import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, Final, NamedTuple, NoReturn

import uvicorn

from sayso.data.keeping import Keep
from sayso.encoding.cores import cores
from sayso.ingest.pool import readers
from sayso.record import Record
from sayso.serving.web import rereading, warming
from sayso.serving.web.app import make_app
from sayso.serving.web.base.access import Access, Strangers
from sayso.serving.web.base.connections import Impatient
from sayso.serving.web.base.token import Token
from sayso.serving.web.base.users import Users
from sayso.serving.web.base.watched import TOGETHER, Watched, log_as_json

MOST_WORKERS: Final = 4
QUESTION_SECONDS: Final = 10
"""How long the record may take for a question from the pages."""
CONNECTIONS: Final = 500
"""How many may be open to a process at once."""
FINISH_SECONDS: Final = 2
END_SECONDS: Final = 3.5
"""When it is told to stop, answers that are being made have so long to finish; then it ends, whatever it is doing."""
_WAIT_TO_RESTART: Final = 1.0


class Served(NamedTuple):
    """What is served: a record by its place, the token that lets people write, the names of this host.

    With `json_log` every request is a line of JSON on standard error. `users` is the path of their file, `user_header`
    the field in which a server before this one tells who asks; `strangers` see so much.
    `keep` is how much of what is uploaded stays. With `again` what another model or version read is read anew beside.
    """

    record: str
    token: str
    hosts: tuple[str, ...]
    json_log: bool = False
    users: str | None = None
    user_header: str | None = None
    strangers: Strangers = "whole"
    keep: Keep = "full"
    again: bool = False

    def access(self, shared: str | None = None) -> Access:
        """Who may do what, for a process that tells others in a folder; raises BadUser where users cannot be read."""
        users = Users(Path(self.users)) if self.users else None
        return Access(Token(self.token, shared), users, self.user_header, self.strangers)


def workers_here() -> int:
    """One process a core, up to four; one where there is a single core."""
    return min(cores(), MOST_WORKERS)


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens at an address; raises OSError where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=CONNECTIONS) as found:
        found.set_inheritable(True)
        yield found


def serve(served: Served, on: socket.socket, workers: int) -> NoReturn:
    """Answer until told to stop; then this process ends with all of its own, within five seconds."""
    with TemporaryDirectory(prefix="sayso-") as shared:
        os.environ[TOGETHER] = mkdtemp(dir=shared)  # which the processes inherit
        _supervise(served, on, workers, shared)
    _end()  # to take an interpreter apart that has loaded all this takes as long again


def _work(served: Served, on: socket.socket, shared: str) -> None:
    """One process. It ends at once when it is done: an upload that goes on is not waited for."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with Record(served.record, patience=QUESTION_SECONDS) as record:
        pages = make_app(record, served.access(shared), hosts=served.hosts, shared=shared, keep=served.keep)
        warming.warm(pages, record)
        app = Watched(pages)
        config = _config(app, believes_proxies=served.user_header is None)
        if served.json_log:
            log_as_json()
        _Server(config).run([on])
    _end()


def _config(app: Any, *, believes_proxies: bool) -> uvicorn.Config:
    """A server before this one may tell where a request came from; but not where what it tells decides who asks."""
    return uvicorn.Config(
        app,
        http=Impatient,
        ws="none",
        proxy_headers=believes_proxies,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=FINISH_SECONDS,
        limit_concurrency=CONNECTIONS,
    )


class _Server(uvicorn.Server):
    def handle_exit(self, sig: int, frame: Any) -> None:
        """Stop; what still goes on is not waited for, since what is not written whole was never there."""
        super().handle_exit(sig, frame)
        end = threading.Timer(END_SECONDS, _end)
        end.daemon = True
        end.start()


def _end_with_parent() -> None:
    """A parent that was killed ends nobody."""
    if parent := multiprocessing.parent_process():
        parent.join()
        _end()


def _end() -> NoReturn:
    readers().close()
    os._exit(0)


def _supervise(served: Served, on: socket.socket, workers: int, shared: str) -> None:
    """Keep so many processes at work until a signal comes."""
    stopped: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: stopped.append(number))
    running = [_started(served, on, shared) for _ in range(workers)]
    beside = [rereading.start(served.record)] if served.again else []
    try:
        while not stopped:
            wait([one.sentinel for one in running], timeout=0.2)
            for place, one in enumerate(running):
                if not stopped and not one.is_alive():
                    time.sleep(_WAIT_TO_RESTART)
                    running[place] = _started(served, on, shared)
    finally:
        _stop([*running, *beside])


def _started(served: Served, on: socket.socket, shared: str) -> SpawnProcess:
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(served, on, shared), name="sayso-pages")
    process.start()
    return process


def _stop(running: Sequence[SpawnProcess]) -> None:
    for one in running:
        one.terminate()
    end = time.monotonic() + END_SECONDS
    for one in running:
        one.join(max(0.0, end - time.monotonic()))
        if one.is_alive():
            one.kill()
