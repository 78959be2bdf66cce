"""The token that `sayso serve` prints: who knows it may do all, where nobody has a name."""

import hmac
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request

from sayso.serving.web.base.addresses import is_loopback


class Token:
    """What cookies and forms hold is made from it, never the token itself.

    In the folder `shared` processes that serve the same pages tell each other that the owner came.
    """

    def __init__(self, token: str, shared: str | None = None) -> None:
        self._token = token.strip().encode()  # as it is read from a form
        self.cookie = self.key("cookie")
        self.owner_key = self.key("owner")[:32]
        self._came = Path(shared, "owner-came") if shared else None
        self._owner_came = False

    def fits(self, given: str) -> bool:
        return hmac.compare_digest(given.strip().encode("utf-8", "replace"), self._token)

    def is_owner(self, request: Request, key: str) -> bool:
        """Whether somebody on this very machine has the owner's link; it holds once."""
        near = request.client is not None and is_loopback(request.client.host) and is_loopback(request.url.hostname)
        return near and same(key, self.owner_key) and self._comes_first()

    def key(self, *what: str) -> str:
        """Something that only who has the token could have made for this purpose."""
        return hmac.new(self._token, "\0".join(what).encode("utf-8", "replace"), sha256).hexdigest()

    def _comes_first(self) -> bool:
        came, self._owner_came = self._owner_came, True
        try:
            if self._came:
                self._came.touch(exist_ok=False)
        except FileExistsError:
            return False
        return not came


def same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())
