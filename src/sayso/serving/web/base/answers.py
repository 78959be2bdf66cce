"""Whole answers to questions, given again as they are while nothing is written, or while they are made anew."""

from asyncio import Future, get_running_loop
from collections import OrderedDict
from time import monotonic
from typing import Any, Final, NamedTuple

from starlette.types import Message, Scope, Send

LARGEST: Final = 200_000
"""How many bytes an answer may have to be kept, and how many all together."""
MOST_BYTES: Final = 24_000_000
RECENT: Final = 1.0
"""Who asks for what another has being made anew is given what was right so many seconds ago."""


class Answer(NamedTuple):
    """The tag of what was asked in which state, when that was made and by which route, its start and its body."""

    tag: str
    at: float
    route: Any
    start: Message
    body: bytes

    async def send_to(self, scope: Scope, send: Send) -> None:
        scope["route"] = self.route  # by which requests are counted
        await send({**self.start})
        await send({"type": "http.response.body", "body": self.body})


class Answers:
    """The answers of one process, by what was asked by whom."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._coming: dict[str, tuple[str, Future[Answer | None]]] = {}
        self._bytes = 0
        self._changes = ""

    async def get(self, question: str, tag: str, changes: str) -> Answer | None:
        """The answer to a question; None where there is none, and the one who asks is to make it."""
        if changes != self._changes:
            self._changes = changes
            self._let_go()
        answer = self._kept.get(question)
        if answer and answer.tag == tag:
            self._kept.move_to_end(question)
            return answer
        of, coming = self._coming.get(question, ("", None))
        if coming is None or coming.get_loop() is not get_running_loop():
            return None
        if answer and monotonic() - answer.at < RECENT:
            return answer
        return await coming if of == tag else None

    def keeping(self, question: str, tag: str, scope: Scope, send: Send) -> "Keeping":
        """What sends an answer and keeps it; to be closed when it is sent, or has failed."""
        coming: Future[Answer | None] = get_running_loop().create_future()
        self._coming[question] = tag, coming
        return Keeping(self, (question, tag), scope, send, coming)

    def _let_go(self) -> None:
        """Keep nothing of what was before, but for a moment: it may be of what is forgotten now."""
        now = monotonic()
        for question in [one for one, answer in self._kept.items() if now - answer.at >= RECENT]:
            self._bytes -= len(self._kept.pop(question).body)

    def put(self, question: str, answer: Answer) -> None:
        if before := self._kept.pop(question, None):
            self._bytes -= len(before.body)
        self._kept[question] = answer
        self._bytes += len(answer.body)
        while self._bytes > MOST_BYTES:
            self._bytes -= len(self._kept.popitem(last=False)[1].body)

    def done(self, question: str, coming: "Future[Answer | None]") -> None:
        if self._coming.get(question, ("", None))[1] is coming:
            del self._coming[question]


class Keeping:
    """Sends an answer, and keeps it if it is a page, whole and not too large; who waits is told as soon as that is."""

    def __init__(
        self, answers: Answers, asked: tuple[str, str], scope: Scope, send: Send, coming: "Future[Answer | None]"
    ) -> None:
        self._answers, self._scope, self._send, self._coming = answers, scope, send, coming
        self._question, self._tag = asked
        self._began = monotonic()
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
                told = self._scope.get("route"), self._start, b"".join(self._parts)
                self._tell(Answer(self._tag, self._began, *told))

    def _tell(self, answer: Answer | None) -> None:
        if self._coming.done():
            return
        self._parts.clear()
        self._answers.done(self._question, self._coming)
        if answer:
            self._answers.put(self._question, answer)
        self._coming.set_result(answer)
