"""What every attack gives: tries, how long they took and what did not hold; and clocks that are not the machine’s."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sayso.encoding.cores import cores


class Result(NamedTuple):
    """How long a try took, and what did not hold; None when all did."""

    name: str
    seconds: float
    failure: str | None


def patience(seconds: float) -> float:
    """How long to wait for what takes so long on a machine of its own: others may want the same cores."""
    return seconds * max(1.0, os.getloadavg()[0] / cores())


def processor_here() -> float:
    """Processor seconds of this process and of all that it started and waited for."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def children_of(process: int) -> list[int]:
    """The processes that a process has started and that are still there, where /proc tells them."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, task.read_text().split())
    return found


def processor_of(processes: Iterable[int]) -> float:
    """Processor seconds that these have worked so far, whatever else the machine does."""
    ticks = 0
    for one in processes:
        with suppress(OSError):
            ticks += sum(map(int, Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")
