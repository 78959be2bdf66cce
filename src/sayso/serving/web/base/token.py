"""The token that `sayso serve` prints: who knows it may do all, where nobody has a name."""

import hmac
from hashlib import sha256

from starlette.requests import Request

from sayso.serving.web.base.addresses import is_loopback


class Token:
    """What cookies and forms hold is made from it, never the token itself."""

    def __init__(self, token: str) -> None:
        self._token = token.strip().encode()  # as it is read from a form
        self.cookie = self.key("cookie")
        self.owner_key = self.key("owner")[:32]
        self._owner_came = False

    def fits(self, given: str) -> bool:
        return hmac.compare_digest(given.strip().encode("utf-8", "replace"), self._token)

    def is_owner(self, request: Request, key: str) -> bool:
        """Whether somebody on this very machine has the owner's link; it holds once."""
        near = request.client is not None and is_loopback(request.client.host) and is_loopback(request.url.hostname)
        if self._owner_came or not near or not same(key, self.owner_key):
            return False
        self._owner_came = True
        return True

    def key(self, *what: str) -> str:
        """Something that only who has the token could have made for this purpose."""
        return hmac.new(self._token, "\0".join(what).encode("utf-8", "replace"), sha256).hexdigest()


def same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())
