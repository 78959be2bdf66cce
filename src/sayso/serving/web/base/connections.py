"""Connections that wait for nobody: who sends half a request, or does not take the answer, is hung up on."""

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS: Final = 10
"""How long the head of a request may take to arrive, from the connection or from its first byte."""
TAKING_SECONDS: Final = 60
"""How long an answer may wait for the other end to take some more of it."""


class Impatient(H11Protocol):
    """HTTP/1.1 with limits of time; while an answer is made there is none: questions have their own."""

    _late: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait_for_a_request()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait_for_a_request()
        else:
            self._late = _called_off(self._late)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stuck = self._stuck or self.loop.call_later(TAKING_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stuck = _called_off(self._stuck)

    def connection_lost(self, exc: Exception | None) -> None:
        self._late, self._stuck = _called_off(self._late), _called_off(self._stuck)
        super().connection_lost(exc)

    def _wait_for_a_request(self) -> None:
        self._late = self._late or self.loop.call_later(REQUEST_SECONDS, self.transport.abort)


def _called_off(timer: asyncio.TimerHandle | None) -> Any:
    if timer is not None:
        timer.cancel()
