"""Printings of one invented speaker, for the tests of this room."""

from itertools import count
from typing import Any

from sayso.utterances.grouping import utterance_id
from sayso.utterances.printing import Printing

_numbers = count()
DAM = "The old dam at Orsa will stay where it is, and twelve villages will keep their fields."


def said(words: str = DAM, outlet: str = "Wire", on: str = "2031-03-04", **more: Any) -> Printing:
    """What an outlet prints of it in an article of its own."""
    article = f"{outlet} {on}"
    key = f"{on} {outlet} {next(_numbers):04}"
    return Printing(**{"key": key, "own": utterance_id(key), "article": article, "story": article, "words": words,
                       "kind": "direct", "day": on, **more})  # fmt: skip
