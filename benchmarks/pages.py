"""The pages under ten readers: `python -m benchmarks.pages RECORD`, a record as `benchmarks.store` makes it.

Ten at a time ask for search, person and article pages at random; printed are times to the first byte, the processor
time of the server for a page, which hangs less on what else the machine does, and the weight.
"""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from statistics import median, quantiles
from urllib.parse import quote
from urllib.request import urlopen

from benchmarks.attacking import children_of, processor_of
from benchmarks.store import world_of
from sayso.record import Record, Search

READERS, PAGES_EACH, PORT = 10, 12, 8765
BASE = f"http://127.0.0.1:{PORT}"


def main() -> None:
    """Serve the record, ask for each kind of page, and stop."""
    place = sys.argv[1]
    paths = paths_of(place)
    serve = (sys.executable, "-c", "from sayso.cli import app; app()", "serve", "--port", str(PORT), "--record", place)
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            until_it_answers()
            for kind, some in paths.items():
                worked = processor_of(children_of(server.pid))
                with ThreadPoolExecutor(READERS) as pool:
                    found = list(pool.map(first_byte, some))
                worked = processor_of(children_of(server.pid)) - worked
                times = sorted(taken for taken, _ in found)
                high, weight = quantiles(times, n=20)[-1], max(size for _, size in found)
                print(
                    f"{kind}: p50 {1e3 * median(times):.0f} ms, p95 {1e3 * high:.0f} ms,"
                    f" {1e3 * worked / len(times):.0f} ms of processor a page, at most {weight / 1e3:.0f} kB"
                )
        finally:
            server.terminate()


def paths_of(place: str) -> dict[str, list[str]]:
    chance, number = random.Random(5), READERS * PAGES_EACH
    with Record(place) as record:
        world = world_of(max(500, record.count()[1] // 50))
        names = chance.choices(world.people, cum_weights=world.people_weights, k=number)
        people = [found[0].id for name in dict.fromkeys(names) if (found := record.called(name))]
        rows = record.search(Search(), limit=number, order="newest").rows
    words = chance.choices(world.words[200:], k=number)
    return {
        "home": ["/"] * number,
        "search by a word": [f"/search?q={quote(word)}" for word in words],
        "search by a person": [f"/search?by={quote(one)}" for one in chance.choices(people, k=number)],
        "person": [f"/actor/{quote(one)}" for one in chance.choices(people, k=number)],
        "article": [f"/article/{row.article.id}" for row in rows],
    }


def first_byte(path: str) -> tuple[float, int]:
    started = time.perf_counter()
    with urlopen(BASE + path, timeout=60) as answer:
        answer.read(1)
        taken = time.perf_counter() - started
        return taken, 1 + len(answer.read())


def until_it_answers() -> None:
    for _ in range(900):
        try:
            first_byte("/static/sayso.css")
        except OSError as error:
            if "refused" not in str(error):
                return
            time.sleep(0.1)
        else:
            return


if __name__ == "__main__":
    main()
