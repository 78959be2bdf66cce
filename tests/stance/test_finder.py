"""Who stands where, by the words of one sentence: holder, side and target, and what holds it back."""

import pytest

from sayso.stance.finder import found_in
from sayso.text.doc import Doc


def told(sentence: str) -> list[str]:
    """Each position as "holder + target", "holder - target" or, for who is asked, "holder 0 target", and its flags."""
    doc = Doc(sentence)
    words = doc.words_in(0, len(sentence))
    signs = {"positive": "+", "negative": "-", "neutral": "0"}

    def phrase(places: tuple[int, int] | None) -> str:
        return " ".join(w.text.strip(".,") for w in words[slice(*places)]) if places else "…"

    found = []
    for one in found_in(sentence, words):
        flags = "".join(f" {flag}" for flag in ("negated", "hypothetical", "past", "mutual") if getattr(one, flag))
        teller = f" by {phrase(one.teller)}" if one.teller else ""
        found.append(f"{phrase(one.holder)} {signs[one.polarity]} {phrase(one.target)}{teller}{flags}")
    return sorted(found)


@pytest.mark.parametrize(
    ("sentence", "positions"),
    [
        ("Ruiz condemned the Orsa dam.", ["Ruiz - the Orsa dam"]),
        ("Holt chides Norland and praises Tarrow at news conference", ["Holt + Tarrow", "Holt - Norland"]),
        ("The bill is opposed by the farmers union.", ["the farmers union - The bill"]),
        ("Ana Ruiz, who runs the harbour, voted against the plan.", ["Ana Ruiz - the plan"]),
        ("Brandl, a former whip who has long backed the dam, smiled.", ["Brandl + the dam"]),
        ("Ruiz’s criticism of the council was brief.", ["Ruiz’s - the council"]),
        ("Holt voiced support for the ferry.", ["Holt + the ferry"]),
        ("Quade accused Norland of bullying ports.", ["Norland - ports by Quade", "Quade - Norland"]),
        ("Korvia, Norland and Sudland are Lesk’s allies.", [
            "Korvia + Lesk’s mutual", "Norland + Lesk’s mutual", "Sudland + Lesk’s mutual"
        ]),
        ("Rook called the survey a disgrace.", ["Rook - the survey"]),
        ("Officials in Mellin denounced the tariff.", ["Officials - the tariff"]),
    ],
)  # fmt: skip
def test_who_is_for_or_against_whom_is_told_by_the_verb_and_its_voice(sentence: str, positions: list[str]) -> None:
    assert told(sentence) == positions


@pytest.mark.parametrize(
    ("sentence", "positions"),
    [
        ("The council has not endorsed the plan.", ["The council + the plan negated"]),
        ("Rook refused to back the plan.", ["Rook - the plan"]),
        ("Rook won't vote for Holt.", ["Rook - Holt"]),
        ("Rook declined to criticise Holt.", ["Rook - Holt negated"]),
        ("Rook might support the levy.", ["Rook + the levy hypothetical"]),
        ("Rook once supported the levy.", ["Rook + the levy past"]),
    ],
)
def test_what_is_denied_supposed_or_gone_by_is_told_so(sentence: str, positions: list[str]) -> None:
    assert told(sentence) == positions


def test_who_is_asked_is_neither_and_what_is_asked_for_is_wanted_or_not() -> None:
    assert told("Ruiz urged the council to build the bridge.") == ["Ruiz + the bridge", "Ruiz 0 the council"]
    assert told("Ruiz urged the council to scrap the levy.") == ["Ruiz - the levy", "Ruiz 0 the council"]


def test_what_a_speaker_calls_good_or_bad_is_for_whoever_speaks_to_hold() -> None:
    assert told("the timetable was a disgrace") == ["… - the timetable"]
    assert told("the timetable was not a disgrace") == ["… + the timetable"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan was criticised.",
        "Holt should ban the ferry.",
        "The new support was made of steel.",
        "The minister arrived in Mellin on Monday.",
        "To support the roof, builders used oak.",
    ],
)
def test_where_nobody_takes_a_side_nothing_is_claimed(sentence: str) -> None:
    assert told(sentence) == []
