"""One child process that reads documents, as its parent sees it: asked, waited for, ended when it takes too long."""

import os
import pickle
import signal
import subprocess
import sys
import time
from contextlib import suppress
from threading import Event, Thread
from typing import IO, Any, NamedTuple

from sayso.data.errors import Exhausted, SaysoError, Unreadable
from sayso.encoding.cores import SHARE
from sayso.ingest.child import READY, Task
from sayso.ingest.limits import OUT_OF_MEMORY, busy_seconds, started

START_SECONDS = 120
"""A child loads the model in about one; under load it may take long, which is no fault of a document's."""

END_SECONDS = 5
PATIENCE = 10
"""On a machine with so many times more to do than it can, a document is still given its time."""

_LOOK_SECONDS = 0.05
_NO_READER = "no process that reads documents could be started"


class _Gone(Exception):
    """The child has closed its side of the pipe, or answers what is no answer."""


class Limits(NamedTuple):
    """What reading one document may take: seconds of work, not of waiting for a core; bytes.

    Where the system does not tell the two apart, and `PATIENCE` times as long on any, it is the clock that counts.
    """

    seconds: float = 20
    memory: int = 1_000_000_000


class Reader:
    """A child that was just started, and loads the model while its parent does something else.

    Not to be shared between threads but for `end`.
    """

    def __init__(self, limits: Limits, cores: int) -> None:
        self._limits = limits
        self._process = _child(limits, cores)
        self._is_ready = False
        self.ran_out = False
        self.has_read = False

    @property
    def lives(self) -> bool:
        return self._process.poll() is None and not self.ran_out

    def ask(self, task: Task) -> Any:
        """What the child makes of a document; raises Unreadable with the child's reason, or because it is no more.

        Raises Exhausted where it could not even be started.
        """
        if not self._is_ready:
            self._wait_until_ready()
        try:
            answer = self._within(self._limits.seconds, task)
        except _Gone:
            raise Unreadable(task.name, self._why_it_ended()) from None
        self.has_read = True
        if isinstance(answer, SaysoError):
            raise answer
        return answer

    def end(self) -> None:
        """End the child from another thread; who waits for its answer gets none."""
        self._process.kill()

    def close(self) -> None:
        """End the child and let go of it."""
        self.end()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                assert pipe
                pipe.close()

    def _wait_until_ready(self) -> None:
        try:
            answer = self._within(START_SECONDS, None)
        except _Gone:
            code = self._ended()
            answer = "there is too little memory" if code == OUT_OF_MEMORY else f"it ended by {_named(code)}"
        self._is_ready = answer == READY
        if not self._is_ready:
            self.end()
            raise Exhausted(f"{_NO_READER}: {answer}")

    def _within(self, seconds: float, task: Task | None) -> Any:
        """Send a task, if there is one, and wait for an answer; raises _Gone where none comes."""
        assert self._process.stdin
        assert self._process.stdout
        answered = Event()
        started(Thread(target=self._end_after, args=(seconds, answered), name="limit", daemon=True))
        try:
            if task:
                _send(self._process.stdin, task)
            return pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise _Gone from error
        finally:
            answered.set()

    def _end_after(self, seconds: float, answered: Event) -> None:
        """End the child once it has worked so long on what it was asked, unless it answers."""
        begun, last = busy_seconds(self._process.pid), time.monotonic() + PATIENCE * seconds
        left = seconds
        while left > 0:
            if answered.wait(max(left, _LOOK_SECONDS)):
                return
            now = busy_seconds(self._process.pid)
            left = 0 if now is None or begun is None else min(seconds - (now - begun), last - time.monotonic())
        if not answered.is_set():
            self.ran_out = True
            self._process.kill()

    def _why_it_ended(self) -> str:
        code = self._ended()
        alarmed = hasattr(signal, "SIGALRM") and code == -signal.SIGALRM
        if self.ran_out or alarmed:
            return f"it took more than {self._limits.seconds:g} s to read"
        if code == OUT_OF_MEMORY:
            return f"it took more memory to read than there is for it, {self._limits.memory // 1_000_000:,} MB at most"
        return f"sayso itself failed on it: the process that read it ended by {_named(code)}"

    def _ended(self) -> int:
        """The exit status; a child that has closed its pipe and lives on is ended."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(END_SECONDS)
        self.end()
        return self._process.wait()


def _child(limits: Limits, cores: int) -> "subprocess.Popen[bytes]":
    """The same Python, which finds the same modules: none in the folder it is started in unless this one does.

    What it ends itself by is the clock, and for a parent that was killed. Raises Exhausted where there can be none.
    """
    seconds = PATIENCE * limits.seconds
    program = f"from sayso.ingest.child import main; main({seconds}, {limits.memory})"
    path = os.pathsep.join(place or os.getcwd() for place in sys.path)
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, SHARE: str(cores)},
        )
    except OSError as error:
        raise Exhausted(f"{_NO_READER}: {error.strerror or error}") from error


def _send(pipe: IO[bytes], task: Task) -> None:
    pipe.write(pickle.dumps(task, pickle.HIGHEST_PROTOCOL))
    with suppress(BrokenPipeError):  # it has ended; that no answer comes tells why
        pipe.flush()


def _named(code: int) -> str:
    """ "SIGSEGV", "exit status 3"."""
    if code >= 0:
        return f"exit status {code}"
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"
