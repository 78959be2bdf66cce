"""When in a recording statements were said: the time code of the words with which each begins."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.data.found import Spoken
from sayso.data.statement import Statement

_BETWEEN: Final = 250
"""So many characters can stand between two stretches of a recording: a label, an empty line."""


def with_time_codes(statements: Sequence[Statement], text: str, spoken: Sequence[Spoken]) -> tuple[Statement, ...]:
    """The statements of a transcript whose words were spoken so; `text` is what was made of it."""
    places = list(_placed(text, spoken))
    starts = [at for at, _ in places]

    def told(statement: Statement) -> Statement:
        said = statement.attribution
        begins = min((span.start for span in said.content), default=said.begins)
        last = bisect_right(starts, begins) - 1
        return replace(statement, time_code=places[last][1]) if last >= 0 else statement

    return tuple(map(told, statements))


def _placed(text: str, spoken: Sequence[Spoken]) -> Iterator[tuple[int, float]]:
    """Where in the text stretches begin, and when; those that the text does not have as they are are passed over."""
    at, within = 0, _BETWEEN
    for one in spoken:
        found = text.find(one.words, at, at + within + len(one.words))
        if found < 0:
            within += len(one.words) + 1
            continue
        yield found, one.start
        at, within = found + len(one.words), _BETWEEN
