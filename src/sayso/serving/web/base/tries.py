"""Who tries tokens waits after each that is wrong, and has but a few tries waiting at a time."""

import asyncio
from collections import Counter
from typing import Final

SECONDS: Final = 1.0
AT_ONCE: Final = 3
AT_ONCE_OF_ALL: Final = 100


class Tries:
    """Wrong tokens that wait for their answer, by the address that they came from."""

    def __init__(self) -> None:
        self._waiting: Counter[str] = Counter()

    def may_try(self, address: str) -> bool:
        """Whether a token from there is looked at; with others waiting it is not, be it right or wrong."""
        return self._waiting[address] < AT_ONCE and self._waiting.total() < AT_ONCE_OF_ALL

    async def wait(self, address: str) -> None:
        """After a wrong one."""
        self._waiting[address] += 1
        try:
            await asyncio.sleep(SECONDS)
        finally:
            self._waiting[address] -= 1
            self._waiting += Counter()  # those that count nothing go
