"""No pattern takes more than linear time, whatever it is given; the rooms are those that documents pass through."""

import re

import pytest

from tests.patterns import Named, TooLong, all_patterns, liked, seconds

pytestmark = pytest.mark.slow

LENGTH = 20_000  # of a pattern that takes the square of it, some seconds; of a linear one, milliseconds
LIMIT = 2.0
ROOMS = tuple(f"sayso.{room}." for room in ("reading", "text", "lexicon", "attribution", "coreference", "evaluation"))
PATTERNS = [named for named in all_patterns() if named.name.startswith(ROOMS)]


@pytest.mark.parametrize("named", PATTERNS, ids=lambda named: named.name)
def test_a_pattern_is_done_in_time_with_what_it_likes(named: Named) -> None:
    _tried(named, LIMIT)


def _tried(named: Named, limit: float) -> None:
    for text in liked(named.pattern, LENGTH):
        seconds(named, text, limit)


def test_patterns_are_found_in_tuples_and_in_values_too() -> None:
    names = {named.name.partition("[")[0] for named in PATTERNS}
    assert {"sayso.reading.leaks.debug_pages._PAGES", "sayso.text.literals._TOKEN"} <= names


@pytest.mark.parametrize("pattern", [r"(?:a\w*)+!", r"(\w+)(\w+)(\w+),"])
def test_what_goes_back_is_found_out(pattern: str) -> None:
    named = Named("bad", re.compile(pattern), anywhere=True)
    with pytest.raises(TooLong):
        _tried(named, 0.5)
