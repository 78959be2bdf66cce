"""What may happen to a process that reads a document; each is done by a child of the pool."""

import os
import re
import signal
import time

from sayso.encoding.cores import cores as cores_here

HELD: list[bytearray] = []


def well(word: str) -> str:
    return word.upper()


def process() -> int:
    return os.getpid()


def hangs() -> bool:
    """A pattern that backtracks for ever, and holds the interpreter meanwhile."""
    return bool(re.fullmatch(r"(a|aa)+b", "a" * 200))


def eats() -> None:
    while True:
        HELD.append(bytearray(1_000_000))


def asks_too_much() -> int:
    return len(bytearray(10**12))


def keeps(megabytes: int) -> None:
    """What it leaves is written to, for what is not is no memory yet where the peak is watched."""
    HELD.append(bytearray(b"x") * (megabytes * 1_000_000))


def leaves() -> None:
    os._exit(3)


def crashes() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def fails() -> None:
    raise ZeroDivisionError("division by zero")


def prints() -> str:
    """What C code writes to the standard output is not taken for an answer."""
    os.write(1, b"libxml2 has something to say")
    print("so has Python")
    return "read"


def cores() -> int:
    return cores_here()


def waits(seconds: float) -> float:
    time.sleep(seconds)
    return seconds
