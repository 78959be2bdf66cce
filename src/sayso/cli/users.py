"""`sayso users`: who may come to the pages by name, and what they may; kept in a file beside the server's settings."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from sayso import terminal
from sayso.cli.shared import SOME_FAILED, WRONG_USE, AsJson, print_json, stop
from sayso.data.errors import SaysoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.serving.web.base.users import User, Users

T = TypeVar("T")

users = typer.Typer(help="Say who may come to the pages by name: readers, editors, admins.", no_args_is_help=True)

File = Annotated[Path, typer.Option("--users", envvar="SAYSO_USERS", metavar="FILE", help="The file that has them.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As it is kept with decisions.")]
Role = Annotated[str, typer.Option(metavar="reader|editor|admin", help="What they may.")]
WithToken = Annotated[bool, typer.Option("--token", help="Give a token for programs in place of asking a password.")]
DEFAULT_FILE = Path("sayso-users.json")


@users.command()
def add(name: Name, role: Role = "editor", token: WithToken = False, file: File = DEFAULT_FILE) -> None:
    """Let somebody in, or give one who is in another role, password or token. The password is asked for."""
    from sayso.serving.web.base.users import new_user, with_password, with_token, write

    if not file.exists():
        _done(lambda: write(file, []))
    known = _opened(file)
    user = _done(lambda: new_user(name, role))
    before = known.all().get(user.name)
    user = _done(lambda: _with_secrets_of(user, before))
    if token:
        user, told = with_token(user)
        typer.echo(told)
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        user = _done(lambda: with_password(user, password))
    _done(lambda: known.put(user))
    terminal.note(f"{user.name} is {user.role} in {file}")


@users.command()
def remove(name: Name, file: File = DEFAULT_FILE) -> None:
    """Let somebody in no longer, from the next request on; what they decided stays, with their name."""
    known = _opened(file)
    _done(lambda: known.remove(name))
    terminal.note(f"{name} is let in no longer")


@users.command("list")
def list_users(file: File = DEFAULT_FILE, as_json: AsJson = False) -> None:
    """Tell who is let in, and what they may."""
    for one in _opened(file).all().values():
        has = [what for what, secret in (("password", one.password), ("token", one.token)) if secret]
        if as_json:
            print_json({"name": one.name, "role": one.role, "has": has})
        else:
            typer.echo(f"{one.role:7} {one.name} ({' and '.join(has)})")


def _with_secrets_of(user: "User", before: "User | None") -> "User":
    return replace(user, password=before.password, token=before.token) if before else user


def _opened(file: Path) -> "Users":
    try:
        from sayso.serving.web.base.users import Users
    except ImportError as error:
        stop(SaysoError(f"the pages need {error.name}, of sayso's extra “web”: docs/install.md"), WRONG_USE)
    return _done(lambda: Users(file))


def _done(work: "Callable[[], T]") -> T:
    """Do it; where it cannot be done, say so in a line."""
    try:
        return work()
    except SaysoError as error:
        stop(error, SOME_FAILED)
