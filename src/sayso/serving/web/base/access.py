"""Who asks, and what they may: by a cookie, by a token of their own, or by what a server before this one says."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from sayso.serving.web.base.addresses import is_loopback
from sayso.serving.web.base.token import Token, same
from sayso.serving.web.base.users import ROLES, Role, User, Users

Strangers = Literal["nothing", "excerpts", "whole"]
"""What those see who have not entered: nothing, statements with their sentences, or whole articles."""
STRANGERS: Final[tuple[Strangers, ...]] = get_args(Strangers)
COOKIE: Final = "sayso"
NAME_COOKIE: Final = "sayso-name"
NOBODY_SAID: Final = "someone at the pages"
DAYS_INSIDE: Final = 14
_BEARER: Final = "bearer "


class Visitor(NamedTuple):
    """Who asks; without a role a stranger, who has not entered."""

    name: str = ""
    role: Role | None = None

    def may(self, role: Role) -> bool:
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(role)


STRANGER: Final = Visitor()


@dataclass(frozen=True, slots=True)
class Access:
    """What proves who asks. Without `users` whoever has the token is an admin, by the name that he gives himself.

    With users the token lets nobody in: it is what their sessions are signed with. `user_header` is the field in which
    a server before this one tells who asks; it is believed from this machine alone.
    """

    token: Token
    users: Users | None = None
    user_header: str | None = None
    strangers: Strangers = "whole"
    clock: Callable[[], float] = time.time

    def who(self, request: Request) -> Visitor:
        if self.users is None:
            known = same(request.cookies.get(COOKIE, ""), self.token.cookie)
            return Visitor(_told_name(request), "admin") if known else STRANGER
        user = self._by_proxy(request, self.users) or self._by_own_token(request, self.users)
        user = user or self._by_session(request, self.users)
        return Visitor(user.name, user.role) if user else STRANGER

    def may(self, request: Request, role: Role) -> bool:
        return self.who(request).may(role)

    def may_read_whole(self, request: Request) -> bool:
        return self.strangers == "whole" or self.may(request, "reader")

    def form_key(self, request: Request) -> str:
        """What a form of ours holds: nobody else's will do."""
        return self.token.key("form", self.who(request).name if self.users else "")

    def form_fits(self, request: Request, key: object) -> bool:
        """Whether a form was ours and sent by one who has entered."""
        return self.may(request, "reader") and isinstance(key, str) and same(key, self.form_key(request))

    def enter(self, answer: Response, name: str, user: User | None = None) -> None:
        """Let a browser in from now on; scripts and other sites do not get at it."""
        session = self._session(user, int(self.clock())) if user else self.token.cookie
        for key, value in ((COOKIE, session), (NAME_COOKIE, quote(name.strip()[:100]))):
            answer.set_cookie(key, value, httponly=True, samesite="strict")

    def _session(self, user: User, since: int) -> str:
        """A user's name and since when he is in, signed: it ends with his password, or after some days."""
        signed = self.token.key("session", user.name, str(since), user.password or "")
        return f"{quote(user.name, safe='')}.{since}.{signed}"

    def _by_session(self, request: Request, users: Users) -> User | None:
        name, _, rest = request.cookies.get(COOKIE, "").partition(".")
        since, _, _ = rest.partition(".")
        user = users.all().get(unquote(name))
        if user is None or not user.password or not (since.isascii() and since.isdigit() and len(since) < 13):
            return None
        is_in = 0 <= self.clock() - int(since) < DAYS_INSIDE * 24 * 3600
        return user if is_in and same(request.cookies[COOKIE], self._session(user, int(since))) else None

    def _by_own_token(self, request: Request, users: Users) -> User | None:
        given = request.headers.get("authorization", "")
        return users.by_token(given[len(_BEARER) :]) if given.lower().startswith(_BEARER) else None

    def _by_proxy(self, request: Request, users: Users) -> User | None:
        if not self.user_header or request.client is None or not is_loopback(request.client.host):
            return None
        told = request.headers.getlist(self.user_header)
        return users.all().get(told[0].strip()) if len(told) == 1 else None


def leave(answer: Response) -> None:
    for key in (COOKIE, NAME_COOKIE):
        answer.delete_cookie(key, httponly=True, samesite="strict")


def _told_name(request: Request) -> str:
    return unquote(request.cookies.get(NAME_COOKIE, ""))[:100] or NOBODY_SAID
