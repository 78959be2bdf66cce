"""Enter by name and password, or with the token that `sayso serve` printed where nobody has a name; and leave again."""

from getpass import getuser
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from sayso.serving.web.base.access import NOBODY_SAID, Access, leave
from sayso.serving.web.base.permissions import visitor
from sayso.serving.web.base.rendering import page
from sayso.serving.web.base.tries import Tries

router = APIRouter(include_in_schema=False)


@router.get("/enter")
def form(request: Request) -> Response:
    name = visitor(request).name
    return _form(request, "" if name == NOBODY_SAID else name)


@router.get("/own/{key}")
def own(request: Request, key: str) -> Response:
    """Let the owner in who started the program on this machine; the link is printed then, and holds once."""
    access: Access = request.app.state.access
    if access.users or not access.token.is_owner(request, key):
        return RedirectResponse("/enter", 303)
    answer = RedirectResponse("/", 303)
    access.enter(answer, getuser())
    return answer


@router.post("/enter")
async def enter(
    request: Request,
    token: Annotated[str, Form(max_length=200)] = "",
    name: Annotated[str, Form(max_length=100)] = "",
    leaves: Annotated[bool, Form(alias="leave")] = False,
) -> Response:
    """With users `token` is the password of the one called `name`."""
    if leaves:
        answer = RedirectResponse("/", 303)
        leave(answer)
        return answer
    tries: Tries = request.app.state.tries
    address = request.client.host if request.client else ""
    if not tries.may_try(address):
        raise HTTPException(429, "too many wrong tokens are being tried; wait a moment")
    access: Access = request.app.state.access
    answer = RedirectResponse("/review" if access.users is None else "/", 303)
    if not await _let_in(access, answer, name, token):
        await tries.wait(address)
        return _form(request, name, status=403, wrong=True)
    return answer


async def _let_in(access: Access, answer: Response, name: str, given: str) -> bool:
    if access.users is None:
        if fits := access.token.fits(given):
            access.enter(answer, name)
        return fits
    user = await to_thread.run_sync(access.users.by_password, name, given)
    if user:
        access.enter(answer, user.name, user)
    return user is not None


def _form(request: Request, name: str, *, status: int = 200, wrong: bool = False) -> Response:
    access: Access = request.app.state.access
    return page(request, "enter.html", status=status, name=name, wrong=wrong, strangers=access.strangers)
