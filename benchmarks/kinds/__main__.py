"""`python -m benchmarks.kinds`: of each kind, how many passages come out right.

With `--inputs FOLDER` the files of a folder are read instead, and what is right about them is in `inputs.txt`.
"""

from collections import defaultdict
from pathlib import Path
from typing import Annotated

import typer

import sayso
from benchmarks.kinds.expecting import Passage, missed, passages

HERE = Path(__file__).parent
TITLE = "Notes From The Valley\n\n"


def main(
    kind: Annotated[list[str] | None, typer.Option(help="Only kinds that begin so.")] = None,
    inputs: Annotated[Path | None, typer.Option(help="A folder of inputs, named after their kinds.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Show what is not met.")] = False,
) -> None:
    """Print right and tried of each kind."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for passage in passages(HERE / ("inputs.txt" if inputs else "siblings.txt")):
        if kind and not passage.kind.startswith(tuple(kind)):
            continue
        wrong = missed(sayso.read(_document(passage, inputs), name=_name(passage, inputs)), passage.expected)
        counted[passage.kind].append(not wrong)
        if errors and wrong:
            print(f"{passage.kind}: {passage.text[:70]}", *(f"    not so: {line}" for line in wrong), sep="\n")
    for name, right in counted.items():
        print(f"{name:40} {sum(right):3} of {len(right):3}")
    every = [one for right in counted.values() for one in right]
    print(f"{'all':40} {sum(every):3} of {len(every):3}")


def _document(passage: Passage, inputs: Path | None) -> bytes:
    return (inputs / passage.text).read_bytes() if inputs else (TITLE + passage.text).encode()


def _name(passage: Passage, inputs: Path | None) -> str:
    return passage.text if inputs else "article.txt"


if __name__ == "__main__":
    typer.run(main)
