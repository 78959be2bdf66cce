"""What every attack gives: tries with how long they took and what did not hold."""

from typing import NamedTuple


class Result(NamedTuple):
    """How long a try took, and what did not hold; None when all did."""

    name: str
    seconds: float
    failure: str | None
