"""What reading costs: `python -m benchmarks.reading_cost CORPORA`, on one core, without the model.

Pages per second over pages of article_html, and what part of it each stage takes; then time and memory against
size, doubled, for documents that were made to take long, each with the bound that it must keep.
"""

import gzip
import multiprocessing
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import typer

from benchmarks.reading_shapes import SHAPES

Result = TypeVar("Result")

PAGES = 60
DOUBLINGS = 10
FIRST = 19_400  # bytes of the smallest document; ten doublings make just under 20 MB of it
MOST_SECONDS, MOST_MEGABYTES = 20, 500


def main(corpora: Path, shapes: str = ",".join(SHAPES), doublings: int = DOUBLINGS) -> None:
    """Print pages per second by stage, and a line for each shape: seconds at each size, and megabytes at the last."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if pages := pages_of(corpora):
        speed(pages)
    for name in filter(None, shapes.split(",")):
        growth(name, doublings)


def pages_of(corpora: Path) -> list[tuple[str, bytes]]:
    """The first pages that are held back nowhere, so that their errors may be read too."""
    folder = corpora / "article_html"
    held_back = set((folder / "HELD_BACK.txt").read_text("utf-8").split())
    paths = [path for path in sorted((folder / "html").glob("*.html.gz")) if path.name not in held_back]
    return [(path.name, gzip.decompress(path.read_bytes())) for path in paths[:PAGES]]


def speed(pages: list[tuple[str, bytes]]) -> None:
    """Print how many pages are read in a second, and the milliseconds of each stage for a page."""
    from sayso.reading import read_document

    times = sorted(timed(lambda: [read_document(data, name) for name, data in pages]) for _ in range(4))
    print(f"{len(pages)} pages: {len(pages) / times[0]:.1f} pages/s, {1e3 * times[0] / len(pages):.1f} ms a page")
    for stage, seconds in stages(pages).items():
        print(f"  {stage}: {1e3 * seconds / len(pages):.2f} ms")


def stages(pages: list[tuple[str, bytes]]) -> dict[str, float]:
    """Seconds of each stage over all pages."""
    from sayso.reading.blocks.body import body_of_page
    from sayso.reading.decode import decode
    from sayso.reading.dom import parse, visible_text
    from sayso.reading.leaks.lift import lift
    from sayso.reading.leaks.page_state import page_state

    watch = Watch()
    for name, data in pages:
        text = watch.of("decode", decode, data, name)
        tree = watch.of("parse", parse, text, name)
        visible = watch.of("visible text", visible_text, tree)
        watch.of("leaks", lift, visible.text, visible.code)
        watch.of("page state", page_state, tree, "A Title")
        watch.of("body", body_of_page, tree, name)
    return watch.taken


class Watch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def of(self, stage: str, work: Callable[..., Result], *given: object) -> Result:
        started = time.process_time()
        result = work(*given)
        self.taken[stage] = self.taken.get(stage, 0) + time.process_time() - started
        return result


def timed(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def growth(name: str, doublings: int) -> None:
    """Print seconds and megabytes of one shape at each size, and whether the largest keeps its bounds."""
    found: list[tuple[float, float, str]] = []
    for step in range(doublings + 1):
        found.append(in_a_child(name, FIRST << step))
        if found[-1][0] > MOST_SECONDS:
            break  # the next takes as long, or four times
    largest = found[-1]
    kept = largest[0] <= MOST_SECONDS and largest[1] <= MOST_MEGABYTES
    print(f"{name}: " + " ".join(f"{seconds:.2f}" for seconds, _, _ in found), end="")
    print(f" s; {largest[1]:.0f} MB, {largest[2]}{'' if kept else '  OVER'}")


def in_a_child(name: str, size: int) -> tuple[float, float, str]:
    """Read one document in a process of its own: seconds, megabytes at most, and what came of it."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        try:
            return pool.apply_async(read_shape, (name, size)).get(timeout=2 * MOST_SECONDS)
        except multiprocessing.TimeoutError:
            return 2.0 * MOST_SECONDS, 0, "stopped"


def read_shape(name: str, size: int) -> tuple[float, float, str]:
    from sayso.data.errors import Unreadable
    from sayso.reading import read_document

    read_document(b"<html><p>" + b"What is loaded late is not timed, Ada Venn said. " * 9 + b"</p></html>", "warm")
    data = SHAPES[name](size)
    started = time.process_time()
    try:
        read_document(data, name)
        came = "read"
    except Unreadable as error:
        came = error.why
    return time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, came


if __name__ == "__main__":
    typer.run(main)
