"""What came in is told in one line: how much, in which languages, and what was passed over."""

from sayso.data.outcome import Outcome, State
from sayso.ingest.tally import Tally, summary


def came(state: State, **told: object) -> Outcome:
    return Outcome("dam.html", None, state, **told)  # type: ignore[arg-type]


def test_what_is_english_is_simply_counted() -> None:
    assert summary([]) == "0 added: there was nothing to read"
    assert summary([came("added"), came("added", language="en"), came("failed")]) == "2 added, 1 failed"


def test_other_languages_are_told_since_nothing_is_found_in_them() -> None:
    outcomes = [came("added", statements=4), *[came("added", language="pt")] * 2, came("added", language="de")]
    assert summary([*outcomes, came("already there")]) == (
        "4 added: 1 in English with 4 statements, 3 in other languages, kept without statements (pt 2, de 1);"
        " 1 already there"
    )


def test_what_was_passed_over_is_told_by_kind() -> None:
    outcomes = [came("passed over", why="PNG picture"), *[came("passed over", why="file named .css")] * 2]
    assert summary(outcomes) == (
        "0 added, 3 passed over (file named .css 2, PNG picture 1; `sayso status --failed` lists them)"
    )


def test_what_is_there_already_is_something() -> None:
    for state, found in (("already there", True), ("added", True), ("failed", False), ("passed over", False)):
        tally = Tally()
        tally.count(came(state))  # type: ignore[arg-type]
        assert tally.found_something is found
