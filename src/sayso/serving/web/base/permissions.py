"""Who may write: the one who entered the token, from a form of ours; and by which name."""

from typing import Annotated, Final
from urllib.parse import quote, unquote

from fastapi import Depends, Form, HTTPException, Request, Response

from sayso.serving.web.base.security import COOKIE, Token

NAME_COOKIE: Final = "sayso-name"
NOBODY_SAID: Final = "someone at the pages"
_REFUSED: Final = "only who has entered the token may write"


def writer(request: Request, form_key: Annotated[str, Form()] = "") -> str:
    """The name of the one who writes; refuses who may not."""
    check(request, form_key)
    return name_of(request)


def check(request: Request, form_key: object) -> None:
    token: Token = request.app.state.token
    if not token.form_fits(request, form_key):
        raise HTTPException(403, _REFUSED)


def may_write(request: Request) -> bool:
    token: Token = request.app.state.token
    return token.may_write(request)


def name_of(request: Request) -> str:
    return unquote(request.cookies.get(NAME_COOKIE, ""))[:100] or NOBODY_SAID


def remember(answer: Response, token: Token, name: str) -> None:
    """Let a browser write from now on; scripts and other sites do not get at it."""
    for key, value in ((COOKIE, token.cookie), (NAME_COOKIE, quote(name.strip()[:100]))):
        answer.set_cookie(key, value, httponly=True, samesite="strict")


def forget(answer: Response) -> None:
    for key in (COOKIE, NAME_COOKIE):
        answer.delete_cookie(key, httponly=True, samesite="strict")


Writer = Annotated[str, Depends(writer)]
