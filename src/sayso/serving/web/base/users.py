"""Who may come to the pages by name, in a file beside the server's settings: role, and what proves who they are.

Of a password scrypt's digest is kept, of a token, which is long and drawn by chance, SHA-256's. The file is written
whole or not at all, for its owner alone, and looked at anew whenever it has changed: whom it lets go is out at once.
"""

import base64
import hmac
import json
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from hashlib import scrypt, sha256
from pathlib import Path
from typing import Final, Literal, get_args

from sayso.data.errors import SaysoError
from sayso.serialise.atomic_file import replacing

Role = Literal["reader", "editor", "admin"]
"""Each may what the one before may: read whole articles and keep searches; correct and upload; say who may what."""
ROLES: Final[tuple[Role, ...]] = get_args(Role)
MOST_IN_A_NAME: Final = 60
SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 200

_NAME: Final = re.compile(r"[^\W_](?:[\w .@'’-]*[\w.])?")
_COST: Final = {"n": 2**14, "r": 8, "p": 5}
"""What OWASP recommends of scrypt where 16 MB are to be spent; some 0.2 s of a core."""


class BadUser(SaysoError):
    """Somebody who cannot be a user, or a file of users that cannot be read."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who is let in: `password` is "scrypt$SALT$DIGEST" in base64, `token` the digest of one, in hex."""

    name: str
    role: Role
    password: str | None = None
    token: str | None = None


class Users:
    """Those in the file at a path; raises BadUser where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state: tuple[int, int, int] | None = None
        self._all: dict[str, User] = {}
        self.all()

    def all(self) -> dict[str, User]:
        """Them by their names, as the file has them now."""
        try:
            found = self._path.stat()
            state = found.st_mtime_ns, found.st_size, found.st_ino
            if state != self._state:
                self._all = {user.name: user for user in read(self._path)}
                self._state = state
        except OSError as error:
            raise BadUser(f"{self._path}: {(error.strerror or str(error)).lower()}") from error
        return self._all

    def by_password(self, name: str, password: str) -> User | None:
        """Who has this name and password; it takes as long where nobody has the name."""
        user = self.all().get(name.strip())
        fits = _password_fits(password, user.password if user and user.password else _NOBODYS)
        return user if fits and user and user.password else None

    def by_token(self, token: str) -> User | None:
        digest = token_digest(token)
        return next((one for one in self.all().values() if one.token and hmac.compare_digest(one.token, digest)), None)

    def put(self, user: User) -> None:
        """Let somebody in, or change what is known of one who is."""
        write(self._path, [*(one for one in self.all().values() if one.name != user.name), user])

    def remove(self, name: str) -> None:
        write(self._path, [one for one in self.all().values() if one.name != known(self.all(), name).name])


def read(path: Path) -> list[User]:
    """The users in a file; raises OSError, or BadUser where it is none of ours."""
    try:
        found = [User(**one) for one in json.loads(path.read_text("utf-8"))["users"]]
    except (ValueError, TypeError, KeyError) as error:
        raise BadUser(f"{path} is no file of users: {error}") from error
    for user in found:
        if user.role not in ROLES or not _NAME.fullmatch(user.name):
            raise BadUser(f"{path}: {user.name} cannot be a user of role {user.role}")
    return found


def write(path: Path, users: Iterable[User]) -> None:
    """Whole or not at all, and for nobody else on the host to read; raises NotWritten."""
    told = json.dumps({"users": [asdict(one) for one in sorted(users, key=lambda one: one.name)]}, indent=1)
    with replacing(path) as part:
        os.chmod(part, 0o600)
        part.write_text(told + "\n", "utf-8")


def new_user(name: str, role: str) -> User:
    """Raises BadUser for a name that would be mistaken, or a role that there is not."""
    plain = " ".join(name.split())
    if len(plain) > MOST_IN_A_NAME or not _NAME.fullmatch(plain):
        raise BadUser(f"“{plain[:MOST_IN_A_NAME]}” is no name for a user: letters, digits, blanks and . @ ' -")
    return User(plain, role_called(role))


def role_called(role: str) -> Role:
    for known_role in ROLES:
        if role == known_role:
            return known_role
    raise BadUser(f"“{role}” is none of {', '.join(ROLES)}")


def known(users: dict[str, User], name: str) -> User:
    """Raises BadUser where nobody is called so."""
    if name not in users:
        raise BadUser(f"nobody is called “{name}” in the file of users")
    return users[name]


def with_password(user: User, password: str) -> User:
    """Raises BadUser for one that is too short, or longer than a form takes."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise BadUser(f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters")
    salt = secrets.token_bytes(16)
    return replace(user, password="$".join(["scrypt", _text(salt), _text(_stretched(password, salt))]))


def with_token(user: User) -> tuple[User, str]:
    """The user with a new token, and the token, which cannot be told again."""
    token = secrets.token_urlsafe(32)
    return replace(user, token=token_digest(token)), token


def token_digest(token: str) -> str:
    return sha256(token.strip().encode("utf-8", "replace")).hexdigest()


def _password_fits(given: str, kept: str) -> bool:
    kind, salt, digest = kept.split("$")
    stretched = _stretched(given, base64.b64decode(salt))
    return kind == "scrypt" and hmac.compare_digest(stretched, base64.b64decode(digest))


def _stretched(password: str, salt: bytes) -> bytes:
    return scrypt(password.encode("utf-8", "replace"), salt=salt, dklen=32, maxmem=64 * 2**20, **_COST)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


_NOBODYS: Final = f"scrypt${_text(bytes(16))}${_text(bytes(32))}"
