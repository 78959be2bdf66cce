"""What another model or version read, read again in a process beside those that answer: it waits for all of them.

Each batch of documents is on the record whole, with all that was decided, or not at all: a server that is stopped goes
on with the rest when it is started again.
"""

import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing.context import SpawnProcess
from typing import Final

from sayso.data.errors import SaysoError
from sayso.ingest.again import read_again
from sayso.ingest.pool import readers
from sayso.ingest.tally import Tally
from sayso.record import Record

AFTER_OTHERS: Final = 15
"""By so much its processes stand back, of 19: readers do not wait for it."""


def start(place: str) -> SpawnProcess:
    """Begin to read again what is on the record at a place; what comes of it is told on standard error."""
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(place,), name="sayso-again")
    process.start()
    return process


def _work(place: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's, which ends this one
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(AFTER_OTHERS)
    try:
        _read(place, Tally())
    except SaysoError as error:
        _tell(str(error))
    readers().close()


def _read(place: str, tally: Tally) -> None:
    with Record(place) as record:
        for outcome in tally.of(read_again(record, readers().read, jobs=1)):
            if outcome.why:
                _tell(f"{outcome.name}: {outcome.why}")
    if tally.states:
        _tell(f"{tally}; `sayso changes` tells what became different")


def _tell(what: str) -> None:
    print(f"read again: {what}", file=sys.stderr)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        readers().close()
        os._exit(0)
