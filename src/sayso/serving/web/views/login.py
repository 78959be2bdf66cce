"""Enter the token that `sayso serve` printed, to correct and to upload; and leave again."""

from getpass import getuser
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from sayso.serving.web.base.permissions import NOBODY_SAID, forget, name_of, remember
from sayso.serving.web.base.rendering import page
from sayso.serving.web.base.security import Token

router = APIRouter(include_in_schema=False)


@router.get("/enter")
def form(request: Request) -> Response:
    name = name_of(request)
    return page(request, "enter.html", name="" if name == NOBODY_SAID else name, wrong=False)


@router.get("/own/{key}")
def own(request: Request, key: str) -> Response:
    """Let the owner in who started the program on this machine; the link is printed then, and holds once."""
    known: Token = request.app.state.token
    if not known.is_owner(request, key):
        return RedirectResponse("/enter", 303)
    answer = RedirectResponse("/", 303)
    remember(answer, known, getuser())
    return answer


@router.post("/enter")
async def enter(
    request: Request,
    token: Annotated[str, Form(max_length=200)] = "",
    name: Annotated[str, Form(max_length=100)] = "",
    leave: Annotated[bool, Form()] = False,
) -> Response:
    known: Token = request.app.state.token
    tries, address = request.app.state.tries, request.client.host if request.client else ""
    if not leave and not tries.may_try(address):
        raise HTTPException(429, "too many wrong tokens are being tried; wait a moment")
    if not leave and not known.fits(token):
        await tries.wait(address)
        return page(request, "enter.html", status=403, name=name, wrong=True)
    answer = RedirectResponse("/" if leave else "/review", 303)
    if leave:
        forget(answer)
    else:
        remember(answer, known, name)
    return answer
