"""Attacks on the record itself, a few tries each: kills, a full or failing disk, too little memory, two writers.

After each the record must be whole: what was reported is there, every word holds, and adding again goes through.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.attacking import Result, patience
from benchmarks.store import article, world_of

SAYSO = (sys.executable, "-m", "sayso")
ARTICLES = 15
PATIENCE = 120
ALONE = ("unshare", "--map-root-user", "--mount", "sh", "-euc")
ON_A_SMALL_DISK = """
mount -t tmpfs -o size="$2" none "$1"
set +e; "$3" -m sayso add "$4" --record "$1/sayso.db"; status=$?
cp "$1"/sayso.db* "$5"; exit $status
"""
FAILS = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <stdio.h>
/* From the given write to a record's file on, every one fails as on a disk that is dying. */
static long left = -1;
static int dies(int fd) {
    char link[64], path[512];
    if (left < 0) left = atol(getenv("FAILS_AFTER"));
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    return strstr(path, "sayso.db") && (left == 0 || --left == 0);
}
ssize_t pwrite64(int fd, const void *from, size_t n, off64_t at) {
    ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
    if (dies(fd)) { errno = EIO; return -1; }
    return real(fd, from, n, at);
}
"""


def attacks(folder: Path) -> Iterator[tuple[str, Iterator[Result]]]:
    articles = folder / "articles"
    articles.mkdir()
    world, chance = world_of(200), random.Random(16)
    for n in range(ARTICLES):
        (articles / f"{n:03}.txt").write_text(article(n, world, chance).article.text, "utf-8")
    yield "kills while adding", (killed(folder, articles, n, chance.uniform(1, 8)) for n in range(2))
    yield "two writers at once", (two_writers(folder, articles, n) for n in range(1))
    yield "a disk that is full", (full_disk(folder, articles, kilobytes) for kilobytes in (300, 450))
    yield "a disk that fails", (failing_disk(folder, articles, after) for after in (1, 40))
    yield "too little memory", (little_memory(folder, articles, megabytes) for megabytes in (300, 700))


def killed(folder: Path, articles: Path, number: int, seconds: float) -> Result:
    place, started = folder / f"killed-{number}.db", time.monotonic()
    with subprocess.Popen(_add(articles, place), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
        program.communicate()
    wrong = _wrong(articles, place)
    return Result(f"after {seconds:.1f} s", time.monotonic() - started, wrong)


def two_writers(folder: Path, articles: Path, number: int) -> Result:
    place, started = folder / f"writers-{number}.db", time.monotonic()
    both = [subprocess.Popen(_add(articles, place), stdout=subprocess.DEVNULL) for _ in range(2)]
    ended = [program.wait(patience(PATIENCE)) for program in both]
    wrong = f"they ended by {ended}" if any(ended) else _wrong(articles, place)
    return Result(f"pair {number}", time.monotonic() - started, wrong)


def full_disk(folder: Path, articles: Path, kilobytes: int) -> Result:
    disk, out, started = folder / "disk", folder / f"full-{kilobytes}", time.monotonic()
    if not shutil.which("unshare"):
        return Result("left out: no unshare here", 0, None)
    for one in (disk, out):
        one.mkdir(exist_ok=True)
    done = _run([*ALONE, ON_A_SMALL_DISK, "sh", str(disk), f"{kilobytes}k", sys.executable, str(articles), str(out)])
    wrong = _told(done) or (_wrong(articles, out / "sayso.db") if (out / "sayso.db").exists() else None)
    return Result(f"{kilobytes} kB", time.monotonic() - started, wrong)


def failing_disk(folder: Path, articles: Path, after: int) -> Result:
    place, started = folder / f"fails-{after}" / "sayso.db", time.monotonic()
    place.parent.mkdir()
    shim = folder / "fails.so"
    if not shutil.which("cc"):
        return Result("left out: no C compiler here", 0, None)
    if not shim.exists():
        (folder / "fails.c").write_text(FAILS, "ascii")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", shim, folder / "fails.c", "-ldl"], check=True)
    done = _run(_add(articles, place), {"LD_PRELOAD": str(shim), "FAILS_AFTER": str(after)})
    wrong = _told(done) or _wrong(articles, place)
    return Result(f"from write {after} on", time.monotonic() - started, wrong)


def little_memory(folder: Path, articles: Path, megabytes: int) -> Result:
    place, started = folder / f"memory-{megabytes}.db", time.monotonic()
    done = _run(["sh", "-c", f'ulimit -v {megabytes * 1000}; exec "$@"', "sh", *_add(articles, place)])
    wrong = _told(done) or _wrong(articles, place)
    return Result(f"{megabytes} MB", time.monotonic() - started, wrong)


def _add(articles: Path, place: Path) -> list[str]:
    return [*SAYSO, "add", "--json", "--jobs", "1", str(articles), "--record", str(place)]


def _run(command: list[str], more: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        timeout=patience(PATIENCE),
        env={**os.environ, **(more or {})},
    )


def _told(done: "subprocess.CompletedProcess[str]") -> str | None:
    """What is wrong with how a program failed: not in a line of its own, or not at all told."""
    if "Traceback" in done.stderr:
        return f"a traceback: {done.stderr[-300:]}"
    if done.returncode and not (done.stderr + done.stdout).strip():
        return f"it ended by {done.returncode} and did not say why"
    return None


def _wrong(articles: Path, place: Path) -> str | None:
    """What is wrong with a record once the disturbance is over; None when it is whole and all can be added."""
    again = _run(_add(articles, place))
    if again.returncode:
        return f"adding again ended by {again.returncode}: {again.stderr[-200:]}"
    found = _run([*SAYSO, "verify", "--json", "--record", str(place)])
    told = json.loads(found.stdout.splitlines()[-1]) if found.stdout else {}
    return None if (told.get("articles"), told.get("faults")) == (ARTICLES, 0) else f"it verifies as {told}"
