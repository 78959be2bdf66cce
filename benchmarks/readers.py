"""Fifty readers while one adds: `python -m benchmarks.readers [STATEMENTS] [ARTICLES] [SECONDS] [ROUNDS] [PLACE]`.

A record of so many made-up statements is served; in each round 50 readers ask for so many seconds while as many
articles are added. Printed are what they waited, by the clock and by the processor time of those that answer, and the
megabytes that the server holds after each round.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.attack_server import readers_while_one_adds, serving
from benchmarks.store import fill
from sayso.record import Record


def main() -> None:
    statements, articles, seconds, rounds = (
        int(sys.argv[n]) if len(sys.argv) > n else usual for n, usual in enumerate((100_000, 1_000, 60, 3), 1)
    )
    with TemporaryDirectory() as folder:
        place = sys.argv[5] if len(sys.argv) > 5 else str(Path(folder, "sayso.db"))
        with Record(place) as record:
            record.make()
            if not any(record.count()):
                fill(record, statements)
        with serving(place) as server:
            print(f"at first the server holds {server.memory():.0f} MB")
            for number in range(1, rounds + 1):
                wrong = readers_while_one_adds(server, place, seconds, articles // rounds).failure
                print(f"round {number}: {wrong or 'no error'}; it holds {server.memory():.0f} MB", flush=True)


if __name__ == "__main__":
    main()
