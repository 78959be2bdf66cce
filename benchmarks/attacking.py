"""What every attack gives: tries with how long they took and what did not hold."""

import os
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
