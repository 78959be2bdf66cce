"""Who may come in by name: an admin lets people in, says what they may, and lets them go."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from sayso.serving.web.base.access import Access
from sayso.serving.web.base.permissions import Admin, Asking
from sayso.serving.web.base.rendering import page
from sayso.serving.web.base.users import (
    ROLES,
    SHORTEST_PASSWORD,
    User,
    Users,
    known,
    new_user,
    role_called,
    with_password,
)

router = APIRouter(include_in_schema=False)

Name = Annotated[str, Form(min_length=1, max_length=100)]
Role = Annotated[str, Form(max_length=20)]
Password = Annotated[str, Form(max_length=200)]


@router.get("/users")
def users(request: Request, who: Asking) -> Response:
    if not who.may("admin"):
        raise HTTPException(403, "only an admin may see who the users are")
    known_ones = _users(request).all().values()
    return page(request, "users.html", users=known_ones, roles=ROLES, shortest=SHORTEST_PASSWORD)


@router.post("/users")
def change(request: Request, admin: Admin, name: Name, role: Role, password: Password = "") -> Response:
    """Let somebody in, or change role and password of one who is; without a password that stays."""
    users = _users(request)
    user = users.all().get(name) or new_user(name, role)
    user = User(user.name, role_called(role), user.password, user.token)
    if password or not (user.password or user.token):
        user = with_password(user, password)
    _ensure_an_admin_stays(users, user.name, user.role)
    users.put(user)
    return RedirectResponse("/users", 303)


@router.post("/users/remove")
def remove(request: Request, admin: Admin, name: Name) -> Response:
    users = _users(request)
    _ensure_an_admin_stays(users, known(users.all(), name).name, None)
    users.remove(name)
    return RedirectResponse("/users", 303)


def _ensure_an_admin_stays(users: Users, name: str, role: str | None) -> None:
    others = (one.role for one in users.all().values() if one.name != name)
    if "admin" not in (role, *others):
        raise HTTPException(409, "the last admin stays one: make another first")


def _users(request: Request) -> Users:
    access: Access = request.app.state.access
    if access.users is None:
        raise HTTPException(404, "there are no users here: start `sayso serve` with --users FILE")
    return access.users
