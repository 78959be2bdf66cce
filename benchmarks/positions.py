"""Read passages with marked positions in one process, and write what is told of them for the scorer of that set.

    python -m benchmarks.positions GOLD.jsonl > predictions.jsonl

A line of GOLD is a passage: `id`, `text` and `kind`, "headline" or "body". A headline is read as a title over a line
without a position. A line of what is written has the `id` and the `positions`, each with the names of its parties and
its flags.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sayso.data.found import Found
from sayso.data.position import Party, Position
from sayso.pipeline import understand

_UNDER_A_TITLE: Final = "The full story follows later today."
_FLAGS: Final = ("polarity", "relation", "negated", "hypothetical", "mutual", "past", "confidence")


def told(gold: Path) -> Iterator[dict[str, object]]:
    for line in gold.read_text(encoding="utf-8").splitlines():
        passage = json.loads(line)
        text = passage["text"] + (f"\n\n{_UNDER_A_TITLE}" if passage["kind"] == "headline" else "") + "\n"
        reading = understand(Found(text.encode()), f"{passage['id']}.txt")
        yield {"id": passage["id"], "positions": [_shortened(one) for one in reading.positions]}


def _shortened(one: Position) -> dict[str, object]:
    parties = {"holder": one.holder, "target": one.target, "according_to": one.according_to}
    return {**{role: _name(who) for role, who in parties.items()}, **{flag: getattr(one, flag) for flag in _FLAGS}}


def _name(party: Party | None) -> str | None:
    return party.name if party else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    for passage in told(parser.parse_args().gold):
        json.dump(passage, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
