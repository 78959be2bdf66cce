"""What a page may do for the one who asks: write in his name, or show him whole articles."""

from typing import Annotated, Final

from fastapi import Depends, Form, HTTPException, Request

from sayso.serving.web.base.access import Access, Visitor
from sayso.serving.web.base.users import Role

_WANTED: Final[dict[Role, str]] = {
    "reader": "only who has entered may do this",
    "editor": "only who has entered to write may do this; an admin can give you the right",
    "admin": "only an admin may do this",
}


def visitor(request: Request) -> Visitor:
    access: Access = request.app.state.access
    return access.who(request)


def check(request: Request, form_key: object, role: Role = "editor") -> Visitor:
    """Refuse who may not, and forms that are not ours."""
    access: Access = request.app.state.access
    found = access.who(request)
    if not found.may(role) or not access.form_fits(request, form_key):
        raise HTTPException(403, _WANTED[role])
    return found


def may_write(request: Request) -> bool:
    return visitor(request).may("editor")


def may_read_whole(request: Request) -> bool:
    access: Access = request.app.state.access
    return access.may_read_whole(request)


def _writer(request: Request, form_key: Annotated[str, Form()] = "") -> str:
    return check(request, form_key).name


def _reader(request: Request, form_key: Annotated[str, Form()] = "") -> Visitor:
    return check(request, form_key, "reader")


def _admin(request: Request, form_key: Annotated[str, Form()] = "") -> Visitor:
    return check(request, form_key, "admin")


Asking = Annotated[Visitor, Depends(visitor)]
Writer = Annotated[str, Depends(_writer)]
Reader = Annotated[Visitor, Depends(_reader)]
Admin = Annotated[Visitor, Depends(_admin)]
