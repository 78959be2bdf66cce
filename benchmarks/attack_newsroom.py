"""Attacks on what a newsroom relies on: forgetting that is killed, copies while others write, doors that are forced.

What was forgotten is in no file once `forget` has said so; a copy is whole or not there; nobody comes in by a cookie
that he made, another's name or a field that only the server before the pages may set.
"""

import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import make_url

from benchmarks.attack_server import TOKEN, Server, serving
from benchmarks.attacking import Result
from benchmarks.store import article, world_of
from sayso.record import New, Record
from tests.record.printed import printed

if TYPE_CHECKING:
    import psycopg

SAYSO: Final = (sys.executable, "-m", "sayso")
SECRET: Final = "zanzibarite"
ARTICLES: Final = 60
FORGETS: Final = 2
COPIES: Final = 3
PASSWORD: Final = "a long password"


def attacks(folder: Path, chance: random.Random, databases: Sequence[str]) -> Iterator[tuple[str, Iterator[Result]]]:
    """On SQLite, and beside each of the databases."""
    for one in ("", *databases):
        kind = "PostgreSQL" if one else "SQLite"
        moments = [chance.uniform(0.3, 3) for _ in range(FORGETS)]
        yield f"kills while forgetting, {kind}", (forgotten(folder, one, n, s) for n, s in enumerate(moments))
        yield f"copies while one adds, {kind}", copied(folder, one)
        yield f"doors that are forced, {kind}", forced(folder, one)


def place_in(folder: Path, database: str, name: str) -> str:
    """A place where there is nothing yet: a file, or a database beside the one that is given."""
    if not database:
        return str(folder / f"{name}.db")
    with connected_to(database) as connection:
        connection.execute("DROP DATABASE IF EXISTS sayso_attacked WITH (FORCE)")
        connection.execute("CREATE DATABASE sayso_attacked TEMPLATE template0")
    return make_url(database).set(database="sayso_attacked").render_as_string(hide_password=False)


def connected_to(database: str) -> "psycopg.Connection[tuple[Any, ...]]":
    import psycopg

    url = make_url(database).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(url, autocommit=True)


def filled(place: str, number: int = ARTICLES) -> str:
    """A record with one article that has the secret; the key of that."""
    world, chance = world_of(200), random.Random(26)
    secret = printed(f"<Ana Ruiz> {{said}} [the {SECRET} stays].", name="secret.txt", title=SECRET)
    with Record(place) as record:
        record.make()
        record.add_all([New(article(n, world, chance)) for n in range(number)])
        key = record.add(secret, settled=False).article
        record.settle()
    return key


def forgotten(folder: Path, database: str, number: int, seconds: float) -> Result:
    """Killed at whatever moment, and told once more: then no word is left, and all else holds."""
    started, place = time.monotonic(), place_in(folder, database, f"forgotten-{number}")
    key = filled(place)
    command = [*SAYSO, "forget", key, "--why", "a court says so", "--record", place]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    left = [path.name for path in files_of(place) if SECRET.encode() in path.read_bytes().lower()]
    wrong = f"{left} still have it" if left else done.stderr[-200:] if done.returncode else verified(place, ARTICLES)
    return Result(f"after {seconds:.1f} s", time.monotonic() - started, wrong)


def files_of(place: str) -> list[Path]:
    """All that a record is in: of SQLite its log too, of PostgreSQL not the server's own (docs/record.md)."""
    if "://" not in place:
        return list(Path(place).parent.glob(f"{Path(place).name}*"))
    with connected_to(place) as connection:
        connection.execute("CHECKPOINT")
        (folder,) = connection.execute("SELECT current_setting('data_directory')").fetchone() or ("",)
    return [path for path in Path(folder, "base").rglob("*") if path.is_file()]


def verified(place: str, least: int) -> str | None:
    """What is wrong with a record; None when all of it holds."""
    command = [*SAYSO, "verify", "--json", "--record", place]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(found.stdout.splitlines()[-1]) if found.stdout else {}
    holds = told.get("faults") == 0 and told.get("articles", 0) >= least
    return None if holds else f"it verifies as {told}, {found.stderr[-200:]}"


def copied(folder: Path, database: str) -> Iterator[Result]:
    """Each copy opens and verifies, and has as much as the record had when it was begun; every third is killed."""
    place, world, chance = place_in(folder, database, "copied"), world_of(200), random.Random(27)
    filled(place)
    tools = environment(database)
    for number in range(COPIES):
        copy, started = folder / f"copy-{number}.{'archive' if database else 'db'}", time.monotonic()
        with Record(place) as record:
            least = record.count()[0]
            command = [*SAYSO, "backup", str(copy), "--record", place]
            with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=tools) as one:
                for n in range(10):
                    record.add(article(10_000 + 10 * number + n, world, chance), settled=False)
                if is_killed := number % 3 == 2:
                    one.send_signal(signal.SIGKILL)
        wrong = whole(copy, database, least, tools) if copy.exists() else None if is_killed else "there is no copy"
        yield Result(f"copy {number}", time.monotonic() - started, wrong)
        copy.unlink(missing_ok=True)


def environment(database: str) -> dict[str, str]:
    """With PostgreSQL's tools of the server's version."""
    if not database:
        return dict(os.environ)
    with connected_to(database) as connection:
        (tools,) = connection.execute("SELECT setting FROM pg_config WHERE name = 'BINDIR'").fetchone() or ("",)
    return {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}


def whole(copy: Path, database: str, least: int, tools: Mapping[str, str]) -> str | None:
    """What is wrong with a copy; one of PostgreSQL is restored into a database of its own."""
    if not database:
        return verified(str(copy), least)
    beside = make_url(database).set(database="sayso_restored").render_as_string(hide_password=False)
    with connected_to(database) as connection:
        connection.execute("DROP DATABASE IF EXISTS sayso_restored WITH (FORCE)")
        connection.execute("CREATE DATABASE sayso_restored TEMPLATE template0")
    command = [*SAYSO, "restore", str(copy), "--record", beside]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=dict(tools))
    return done.stderr[-200:] if done.returncode else verified(beside, least)


def forced(folder: Path, database: str) -> Iterator[Result]:
    """Who has no password stays outside, however he asks."""
    place, users = place_in(folder, database, "doors"), folder / "users.json"
    filled(place, 5)
    users.unlink(missing_ok=True)
    for name, role in (("mira", "editor"), ("ada", "admin")):
        subprocess.run(
            [*SAYSO, "users", "add", name, "--role", role, "--users", str(users)],
            input=f"{PASSWORD}\n{PASSWORD}\n",
            text=True,
            capture_output=True,
            check=True,
        )
    more = ("--users", str(users), "--user-header", "X-User", "--strangers", "nothing", "--workers", "1")
    with serving(place, *more, ready="/healthz") as server:
        for name, headers in tried(server):
            started = time.monotonic()
            status = server.ask("/users", headers=headers)
            yield Result(name, time.monotonic() - started, "it was let in" if status == 200 else None)
        status = server.ask("/users", headers={"X-User": "ada"})
        yield Result("the server before it is believed", 0, None if status == 200 else f"it answers {status}")


def tried(server: Server) -> Iterator[tuple[str, dict[str, str]]]:
    """Ways to be taken for an admin."""
    session = entered(server)
    name, since, signed = session.split(".")
    yield "an editor's own session", {"Cookie": f"sayso={session}"}
    yield "an editor's signature under an admin's name", {"Cookie": f"sayso=ada.{since}.{signed}"}
    yield "a session that was never signed", {"Cookie": f"sayso=ada.{since}."}
    yield "a session of the year 2286", {"Cookie": f"sayso={name}.9999999999.{signed}"}
    yield "the printed token", {"Authorization": f"Bearer {TOKEN}"}
    yield "no token at all", {"Authorization": "Bearer "}
    yield "a name with a NUL in it", {"Cookie": f"sayso=ada%00.{since}.{signed}"}
    yield "names by the thousand", {"Cookie": "; ".join(["sayso=ada"] * 1000)}
    yield "nobody, by the server before it", {"X-User": ""}


def entered(server: Server) -> str:
    """The session of one who has entered by password."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    body = f"name=mira&token={PASSWORD.replace(' ', '+')}"
    connection.request("POST", "/enter", body, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    cookies = SimpleCookie(re.sub(r", (?=sayso)", "; ", answer.headers.get("Set-Cookie", "")))
    connection.close()
    return cookies["sayso"].value
