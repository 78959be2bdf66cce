"""Manners on the web: what robots.txt allows, one host at one rate, and waiting as long as a server asks."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from protego import Protego

from sayso.data.errors import Unreadable
from sayso.ingest.fetch import Answer

AGENT = "sayso"
SECONDS_BETWEEN = 5.0
"""Between two requests to one host, unless its robots.txt asks for longer."""

_LONGEST_DELAY = 120.0
_LONGEST_WAIT = 24 * 3600.0
_ROBOTS_HOLD = 24 * 3600.0
_ROBOTS_DOWN = 600.0
_BUSY = (429, 503)


@dataclass(slots=True)
class _Host:
    ready_at: float = 0.0
    robots: Protego | None = None
    robots_until: float = 0.0
    failures: int = 0
    why: str = ""


@dataclass(slots=True)
class Manners:
    """What is known of hosts; `get` asks a server without more ado, `clock` is in seconds."""

    get: Callable[[str], Answer]
    clock: Callable[[], float]
    between: float = SECONDS_BETWEEN
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def ready_at(self, url: str) -> float:
        """When the host of a URL may be asked next."""
        return self._host(url).ready_at

    def ensure_allowed(self, url: str) -> None:
        """Raise Unreadable where the host does not want this page fetched by programs, or cannot say."""
        host = self._host(url)
        if self.clock() >= host.robots_until:
            self._ask_robots(url, host)
        if host.robots is None:
            raise Unreadable(url, f"its robots.txt cannot be had ({host.why}), so nothing is fetched there for a while")
        if not host.robots.can_fetch(url, AGENT):
            raise Unreadable(url, "its robots.txt asks programs not to fetch it")

    def asked(self, url: str, answer: Answer | None) -> None:
        """Note that a host was asked: it is left alone for a while, longer where it is busy or fails."""
        host = self._host(url)
        if answer is None or answer.status in _BUSY or answer.status >= 500:
            host.failures += 1
            wait = (answer and retry_after(answer, self.clock())) or self.between * 2**host.failures
        else:
            host.failures = 0
            delay = host.robots.crawl_delay(AGENT) if host.robots else None
            wait = max(self.between, min(delay or 0.0, _LONGEST_DELAY))
        host.ready_at = self.clock() + jittered(min(wait, _LONGEST_WAIT))

    def _host(self, url: str) -> _Host:
        parts = urlsplit(url)
        return self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", _Host())

    def _ask_robots(self, url: str, host: _Host) -> None:
        """RFC 9309: what is not there allows all, what cannot be reached nothing."""
        parts = urlsplit(url)
        try:
            answer = self.get(f"{parts.scheme}://{parts.netloc}/robots.txt")
            host.why = f"the server answers {answer.status}"
        except Unreadable as error:
            answer, host.why = None, error.why
        if answer is None or answer.status >= 500 or answer.status == 429:
            host.robots, host.robots_until = None, self.clock() + _ROBOTS_DOWN
            return
        rules = answer.found.content.decode("utf-8", "replace") if answer.status == 200 else ""
        host.robots, host.robots_until = Protego.parse(rules), self.clock() + _ROBOTS_HOLD


def retry_after(answer: Answer, now: float) -> float | None:
    """The seconds that a server asks to be left alone, which it tells as a number or as a date."""
    told = answer.fields.get("retry-after", "").strip()
    if told.isdecimal():
        return float(told)
    try:
        until = parsedate_to_datetime(told)
    except ValueError:
        return None
    return max(0.0, until.timestamp() - datetime.fromtimestamp(now, UTC).timestamp())


def jittered(seconds: float) -> float:
    """Up to a fifth longer, so that many who began at once do not go on at once."""
    return seconds * random.uniform(1.0, 1.2)
