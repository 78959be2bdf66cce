"""The child's side of reading: a process that reads what comes in, and answers.

A task comes as a pickle on standard input, its answer goes as a pickle to what was standard output; whatever a library
prints goes nowhere. The child ends when its parent does, whatever it is doing.
"""

import os
import pickle
import signal
import sys
from dataclasses import dataclass
from functools import partial
from pkgutil import resolve_name
from typing import IO, Any, NoReturn

from sayso.data.errors import Exhausted, SaysoError, Unreadable, tells_of_exhaustion
from sayso.ingest.limits import OUT_OF_MEMORY, hold_memory, leave_no_core
from sayso.ingest.sources import tried

READY = "ready"
GRACE_SECONDS = 5
"""How much later than its parent a child ends itself: a parent that was killed ends nothing."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done with a document: "module:function", as to import it is the child's, and what it is given."""

    work: str
    name: str
    given: dict[str, Any]


def main(seconds: float, memory: int) -> NoReturn:
    """Load the model, then answer task after task until the parent closes the pipe.

    However it ends, it ends at once: what threads and caches would do in the end may need memory that is not there.
    """
    status = 1
    try:
        _serve(seconds, memory)
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    finally:
        os._exit(status)


def _serve(seconds: float, memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's, which ends its children
    asked, answers = _pipes()
    leave_no_core()
    _say(answers, _prepared(memory))
    while (task := _next(asked)) is not None:
        _end_self_after(seconds + GRACE_SECONDS)
        answer = _answer(task)
        _end_self_after(0)
        _say(answers, answer)


def _prepared(memory: int) -> str:
    """READY, or why not a single document can be read here."""
    try:
        tried("the model", _load)
        hold_memory(memory)
    except Unreadable as error:
        return error.why
    except Exhausted as error:
        return str(error)
    return READY


def _load() -> None:
    from sayso import pipeline

    pipeline.prepare()


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def _next(asked: IO[bytes]) -> Task | None:
    try:
        return pickle.load(asked)  # type: ignore[no-any-return]
    except EOFError:
        return None


def _answer(task: Task) -> Any:
    """What the work gives, or what is to be raised where it was asked for."""
    try:
        return tried(task.name, partial(_done, task))
    except SaysoError as error:
        return error


def _done(task: Task) -> Any:
    try:
        return resolve_name(task.work)(**task.given)
    except Exception as error:
        if tells_of_exhaustion(error):
            os._exit(OUT_OF_MEMORY)  # there may be too little even to say so
        raise


def _say(answers: IO[bytes], answer: Any) -> None:
    answers.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    answers.flush()


def _end_self_after(seconds: float) -> None:
    """The kernel ends us, be we ever so deep in a regular expression; 0 calls it off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
