"""Whole answers by their tags, given again as they are: the same was asked, and nothing has been written since."""

from asyncio import Future, get_running_loop
from collections import OrderedDict
from typing import Any, Final, NamedTuple

from starlette.types import Message, Scope, Send

LARGEST: Final = 200_000
"""How many bytes an answer may have to be kept, and how many all together."""
MOST_BYTES: Final = 24_000_000


class Answer(NamedTuple):
    """The route that made it, its start and its body."""

    route: Any
    start: Message
    body: bytes

    async def send_to(self, scope: Scope, send: Send) -> None:
        scope["route"] = self.route  # by which requests are counted
        await send({**self.start})
        await send({"type": "http.response.body", "body": self.body})


class Answers:
    """The answers of one process, while the record stays as it is; who asks for what is being made waits for it."""

    def __init__(self) -> None:
        self._changes = ""
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._coming: dict[str, Future[Answer | None]] = {}
        self._bytes = 0

    async def get(self, tag: str, changes: str) -> Answer | None:
        """The answer with a tag; None where there is none, and the one who asks is to make it."""
        if changes != self._changes:
            self._changes, self._bytes = changes, 0
            self._kept.clear()
        if answer := self._kept.get(tag):
            self._kept.move_to_end(tag)
            return answer
        coming = self._coming.get(tag)
        is_here = coming is not None and coming.get_loop() is get_running_loop()
        return await coming if coming and is_here else None

    def keeping(self, tag: str, scope: Scope, send: Send) -> "Keeping":
        """What sends an answer and keeps it; to be closed when it is sent, or has failed."""
        self._coming[tag] = coming = get_running_loop().create_future()
        return Keeping(self, tag, scope, send, coming)

    def put(self, tag: str, answer: Answer) -> None:
        if tag in self._kept:
            return
        self._kept[tag] = answer
        self._bytes += len(answer.body)
        while self._bytes > MOST_BYTES:
            self._bytes -= len(self._kept.popitem(last=False)[1].body)

    def done(self, tag: str, coming: "Future[Answer | None]") -> None:
        if self._coming.get(tag) is coming:
            del self._coming[tag]


class Keeping:
    """Sends an answer, and keeps it if it is a page, whole and not too large; who waits is told as soon as that is."""

    def __init__(self, answers: Answers, tag: str, scope: Scope, send: Send, coming: "Future[Answer | None]") -> None:
        self._answers, self._tag, self._scope, self._send, self._coming = answers, tag, scope, send, coming
        self._start: Message | None = None
        self._parts: list[bytes] = []
        self._size = 0

    async def __call__(self, message: Message) -> None:
        self._look_at(message)
        await self._send(message)

    def close(self) -> None:
        """It is over; who still waits asks for himself."""
        self._tell(None)

    def _look_at(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = {**message}
            if message["status"] != 200 or any(name == b"set-cookie" for name, _ in message["headers"]):
                self._tell(None)
        elif not self._coming.done():
            self._parts.append(message.get("body", b""))
            self._size += len(self._parts[-1])
            if self._size > LARGEST:
                self._tell(None)
            elif not message.get("more_body", False) and self._start:
                self._tell(Answer(self._scope.get("route"), self._start, b"".join(self._parts)))

    def _tell(self, answer: Answer | None) -> None:
        if self._coming.done():
            return
        self._parts.clear()
        self._answers.done(self._tag, self._coming)
        if answer:
            self._answers.put(self._tag, answer)
        self._coming.set_result(answer)
