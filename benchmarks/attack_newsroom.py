"""Attacks on what a newsroom relies on: forgetting that is killed, copies while others write, doors that are forced.

What was forgotten is in no file once `forget` has said so; a copy is whole or not there; nobody comes in by a cookie
that he made, another's name or a field that only the server before the pages may set.
"""

import http.client
import json
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.attack_server import TOKEN, Server, serving
from benchmarks.attacking import Result
from benchmarks.store import article, world_of
from sayso.record import Record
from tests.record.printed import printed

SAYSO: Final = (sys.executable, "-m", "sayso")
SECRET: Final = "zanzibarite"
ARTICLES: Final = 100
FORGETS: Final = 5
COPIES: Final = 10
PASSWORD: Final = "a long password"


def main() -> None:
    """These alone: `python -m benchmarks.attack_newsroom`."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for attack, results in attacks(Path(folder), random.Random(16)):
            print(attack)
            for one in results:
                print(f"  {one.name}: {one.seconds:.1f} s, {one.failure or 'held'}", flush=True)


def attacks(folder: Path, chance: random.Random) -> Iterator[tuple[str, Iterator[Result]]]:
    yield "kills while forgetting", (forgotten(folder, n, chance.uniform(0.3, 3)) for n in range(FORGETS))
    yield "copies while one adds", copied(folder)
    yield "doors that are forced", forced(folder)


def filled(place: Path, number: int = ARTICLES) -> str:
    """A record with one article that has the secret; the key of that."""
    world, chance = world_of(200), random.Random(26)
    with Record(place) as record:
        for n in range(number):
            record.add(article(n, world, chance), settled=False)
        secret = printed(f"<Ana Ruiz> {{said}} [the {SECRET} stays].", name="secret.txt", title=SECRET)
        key = record.add(secret, settled=False).article
        record.settle()
    return key


def forgotten(folder: Path, number: int, seconds: float) -> Result:
    """Killed at whatever moment, and told once more: then no word is left, and all else holds."""
    place, started = folder / f"forgotten-{number}.db", time.monotonic()
    key = filled(place)
    command = [*SAYSO, "forget", key, "--why", "a court says so", "--record", str(place)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    left = [path.name for path in folder.glob(f"{place.name}*") if SECRET.encode() in path.read_bytes().lower()]
    wrong = f"{left} still have it" if left else done.stderr[-200:] if done.returncode else verified(place, ARTICLES)
    return Result(f"after {seconds:.1f} s", time.monotonic() - started, wrong)


def verified(place: Path, least: int) -> str | None:
    """What is wrong with a record; None when all of it holds."""
    command = [*SAYSO, "verify", "--json", "--record", str(place)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(found.stdout.splitlines()[-1]) if found.stdout else {}
    holds = told.get("faults") == 0 and told.get("articles", 0) >= least
    return None if holds else f"it verifies as {told}, {found.stderr[-200:]}"


def copied(folder: Path) -> Iterator[Result]:
    """Each copy opens and verifies, and has as much as the record had when it was begun; every fourth is killed."""
    place, world, chance = folder / "copied.db", world_of(200), random.Random(27)
    filled(place)
    for number in range(COPIES):
        copy, started = folder / f"copy-{number}.sayso", time.monotonic()
        with Record(place) as record:
            least = record.count()[0]
            command = [*SAYSO, "backup", str(copy), "--record", str(place)]
            with subprocess.Popen(command, stdout=subprocess.DEVNULL) as one:
                for n in range(10):
                    record.add(article(10_000 + 10 * number + n, world, chance), settled=False)
                if number % 4 == 3:
                    one.send_signal(signal.SIGKILL)
        wrong = verified(copy, least) if copy.exists() else None if number % 4 == 3 else "there is no copy"
        yield Result(f"copy {number}", time.monotonic() - started, wrong)


def forced(folder: Path) -> Iterator[Result]:
    """Who has no password stays outside, however he asks."""
    place, users = folder / "doors.db", folder / "users.json"
    filled(place, 5)
    for name, role in (("mira", "editor"), ("ada", "admin")):
        subprocess.run(
            [*SAYSO, "users", "add", name, "--role", role, "--users", str(users)],
            input=f"{PASSWORD}\n{PASSWORD}\n",
            text=True,
            capture_output=True,
            check=True,
        )
    more = ("--users", str(users), "--user-header", "X-User", "--strangers", "nothing")
    with serving(str(place), *more, ready="/healthz") as server:
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


if __name__ == "__main__":
    main()
