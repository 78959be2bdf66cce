"""What a process may take: memory beyond what it has, held by the kernel and watched; threads; how long it works."""

import os
import sys
import time
from math import inf
from pathlib import Path
from threading import Thread

from sayso.data.errors import Exhausted

if sys.platform != "win32":
    import resource

OUT_OF_MEMORY = 91
"""The exit status of a process that the watch has ended; the kernel's limit raises MemoryError instead."""

_WATCHED_EVERY = 0.05
_STATUS = Path("/proc/self/status")


def hold_memory(most: int) -> None:
    """From now on this process gets at most `most` bytes more; on Windows nothing holds it.

    It is watched on Linux too: some of what passes for it takes the limit and does not hold it. Raises Exhausted where
    the process was started with a limit that leaves less than a fifth of that: any document would fail.
    """
    if sys.platform == "win32":
        return
    if _room() < most / 5:
        raise Exhausted
    if sys.platform == "linux" and _STATUS.exists():
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (_data_now() + most, hard))
    watch_memory(most)


def watch_memory(most: int) -> None:
    """End this process within a moment once it holds `most` bytes more than now: macOS knows no limit on memory."""
    stop = _peak() + most

    def watch() -> None:
        while _peak() <= stop:
            time.sleep(_WATCHED_EVERY)
        os._exit(OUT_OF_MEMORY)

    Thread(target=watch, daemon=True).start()


def started(thread: Thread) -> None:
    """Start a thread; raises Exhausted where the system gives no more of them."""
    try:
        thread.start()
    except RuntimeError as error:
        raise Exhausted from error


def busy_seconds(process: int) -> float | None:
    """How long the first thread of a process has worked, waits for a core left out; None where the system hides it."""
    try:
        fields = Path(f"/proc/{process}/task/{process}/stat").read_bytes().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None


def leave_no_core() -> None:
    """A crash costs a line, not a gigabyte of the disk."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _room() -> float:
    """Bytes of addresses that this process may still take."""
    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    return most - 1024 * _status("VmSize") if most != resource.RLIM_INFINITY and _STATUS.exists() else inf


def _data_now() -> int:
    """Bytes of this process that RLIMIT_DATA counts: what it may write to, but for its stack."""
    return 1024 * _status("VmData")


def _status(name: str) -> int:
    """What the kernel tells of this process, in kilobytes."""
    (line,) = [line for line in _STATUS.read_text("ascii", "replace").splitlines() if line.startswith(f"{name}:")]
    return int(line.split()[1])


def _peak() -> int:
    """The most bytes that this process has held; the system counts them in kilobytes, macOS in bytes."""
    if sys.platform == "win32":
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
