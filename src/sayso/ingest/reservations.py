"""What publishers reserve against programs: by robots.txt, and by the TDM Reservation Protocol.

Of the protocol's three ways each is heard, and one that reserves is enough: `/.well-known/tdmrep.json`, a field of the
answer's header, a tag in the page. What cannot be read reserves nothing. https://www.w3.org/2022/tdmrep/
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from sayso.data.errors import Unreadable
from sayso.ingest.fetch import Answer
from sayso.ingest.politeness import Manners

_FIELD: Final = "tdm-reservation"
_TAG: Final = re.compile(rb"<meta\b[^>]{0,300}\btdm-(?P<what>reservation|policy)\b[^>]{0,300}>", re.IGNORECASE)
_CONTENT: Final = re.compile(rb"\bcontent\s*=\s*[\"']?\s*([^\"'\s>]*)", re.IGNORECASE)
_HEAD: Final = 100_000
_MOST_RULES: Final = 2_000


@dataclass(slots=True)
class Reservations:
    """What is known of hosts by their `manners`; `get` asks a server without more ado."""

    manners: Manners
    get: Callable[[str], Answer]
    _rules: dict[str, tuple[tuple[str, bool, str], ...]] = field(default_factory=dict)

    def ensure_allowed(self, url: str) -> None:
        """Raise Unreadable where a page is not to be fetched by programs, or its mining is reserved."""
        self.manners.ensure_allowed(url)
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._asked(f"{host}/.well-known/tdmrep.json")
        path = parts.path or "/"
        matching = [rule for rule in self._rules[host] if _matches(rule[0], path)]
        if matching:
            _, is_reserved, policy = max(matching, key=lambda rule: len(rule[0]))
            _ensure(url, not is_reserved, "tdmrep.json", policy)

    def ensure_free(self, url: str, answer: Answer) -> None:
        """Raise Unreadable where the answer says that mining it is reserved, in its header or in the page."""
        told = answer.fields
        _ensure(url, told.get(_FIELD, "").strip() != "1", "header", told.get("tdm-policy", ""))
        tags = {one["what"].lower(): _content(one[0]) for one in _TAG.finditer(answer.found.content[:_HEAD])}
        _ensure(url, tags.get(b"reservation") != "1", "page", tags.get(b"policy", ""))

    def _asked(self, url: str) -> tuple[tuple[str, bool, str], ...]:
        """The rules of a host: for which paths, whether it is reserved, and where it says on which terms."""
        try:
            answer = self.get(url)
            told = json.loads(answer.found.content) if answer.status == 200 else []
        except (Unreadable, ValueError, RecursionError):
            return ()
        return tuple(_rule(one) for one in told[:_MOST_RULES] if _is_rule(one)) if isinstance(told, list) else ()


def _is_rule(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("location"), str) and _FIELD in one


def _rule(one: dict[str, Any]) -> tuple[str, bool, str]:
    return one["location"], str(one[_FIELD]).strip() == "1", str(one.get("tdm-policy") or "")


def _matches(location: str, path: str) -> bool:
    """Whether a rule is for a path: as in robots.txt, "*" is anything and "$" the end.

    >>> _matches("/news/*.html$", "/news/2024/dam.html"), _matches("/news", "/newsletter"), _matches("/a", "/b")
    (True, True, False)
    """
    is_whole = location.endswith("$")
    parts = location.removesuffix("$").split("*")
    at = len(parts[0]) if path.startswith(parts[0]) else -1
    for part in parts[1:]:
        at = path.find(part, at) + len(part) if at >= 0 and path.find(part, at) >= 0 else -1
    return at >= 0 and (not is_whole or (path.endswith(parts[-1]) and (len(parts) > 1 or at == len(path))))


def _content(tag: bytes) -> str:
    found = _CONTENT.search(tag)
    return found[1].decode("utf-8", "replace") if found else ""


def _ensure(url: str, is_free: bool, where: str, policy: str) -> None:
    if not is_free:
        terms = f"; its terms: {policy[:200]}" if policy else ""
        raise Unreadable(
            url,
            f"its publisher reserves text and data mining ({where}){terms}; --allow-reserved where you have the right",
        )
