"""The lists that articles are made from, for the half that rules may be tuned on and for the half set aside.

Lists stand in the files of `words/`, each under a line "== name". What is in `words/both` serves both halves; of
names, places, topics, most verbs and many templates each half has its own, and the other never sees them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

Half = Literal["tuned", "aside"]
Lists = Mapping[str, Sequence[str]]

HOME = Path(__file__).parent / "words"
HEADING = "== "


@cache
def lists(half: Half) -> Lists:
    """Every list of a half by its name."""
    found: dict[str, list[str]] = defaultdict(list)
    for folder in ("both", half):
        for path in sorted((HOME / folder).glob("*.txt")):
            _add(found, path.read_text("utf-8").splitlines())
    return dict(found)


def _add(found: dict[str, list[str]], lines: Sequence[str]) -> None:
    name = ""
    for line in lines:
        if line.startswith(HEADING):
            name = line.removeprefix(HEADING)
        elif line:
            found[name].append(line)
