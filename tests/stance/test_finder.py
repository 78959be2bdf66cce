"""Who stands where, by the words of one sentence: holder, side and target, and what holds it back."""

import pytest

from sayso.stance.finder import found_in
from sayso.stance.sentence import Sentence
from sayso.text.doc import Doc


def told(sentence: str) -> list[str]:
    """Each position as "holder + target", "holder - target" or, for who is asked, "holder 0 target", and its flags."""
    parted = Sentence.of(sentence, Doc(sentence).words)
    words = parted.words
    signs = {"positive": "+", "negative": "-", "neutral": "0"}

    def phrase(places: tuple[int, int] | None) -> str:
        return " ".join(w.text.strip(".,") for w in words[slice(*places)]) if places else "…"

    found = []
    for one in found_in(parted):
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
        ("The dam, which Ruiz has long opposed, will open.", ["Ruiz - The dam"]),
        ("The plan drew criticism from Ana Ruiz and the union.", ["Ana Ruiz - The plan", "the union - The plan"]),
        ("Holt, a vocal critic of the levy, smiled.", ["Holt - the levy"]),
        ("Rook, who has been critical of the dam, resigned.", ["Rook - the dam"]),
        ("Ruiz wrote a letter condemning the levy.", ["Ruiz - the levy"]),
        ("Ruiz posted on Chatter condemning the levy.", ["Ruiz - the levy"]),
        ("A bill pushed by Holt was read.", ["Holt + A bill"]),
        ("Later Korvian opposition to the levy was noted.", ["Korvian - the levy"]),
        ("The harbour is a red line for Korvia.", ["Korvia + The harbour"]),
        ("Holt, Orsan council, and resistance are the red lines of Korvia's plan.", [
            "Korvia's + Holt", "Korvia's + Orsan council", "Korvia's + resistance"
        ]),
        ("Ana Ruiz, who managed Orsa, Mellin and Tarrow, has rejected the offer.", ["Ana Ruiz - the offer"]),
        ("It accused a mayor of Orsa (OR), Ana Ruiz, of theft.", ["It - Ana Ruiz"]),
        ("Sen. Tom Rook (R-Orsa) opposes the pact (LP) with Lesk.", ["Sen Tom Rook - the pact"]),
        ("I’m against the levy, and we’ve always opposed Holt.", ["I - the levy", "we - Holt"]),
        ("Ruiz and Holt oppose the dam.", ["Holt - the dam", "Ruiz - the dam"]),
        ("Rook praised Ana Ruiz and Holt condemned the dam.", ["Holt - the dam", "Rook + Ana Ruiz"]),
        ("The mayor is expected to oppose the levy.", ["The mayor - the levy"]),
        ("Rook, who was reluctant to endorse Ana Ruiz, left.", ["Rook - Ana Ruiz"]),
        ("Founded to oppose the levy, the union has grown.", ["the union - the levy"]),
        ("She met calls by her rivals, Tom Rook and former mayor Ida Holt, to break up the banks or end the levy.", [
            *("Tom Rook - the banks", "Tom Rook - the levy"),
            *("former mayor Ida Holt - the banks", "former mayor Ida Holt - the levy"),
        ]),
        ("The opposition she faced from Ana Ruiz was fierce.", ["Ana Ruiz - she"]),
        ("Ruiz accused the mayor of theft.", ["Ruiz - the mayor"]),
        ("Holt has suspended his campaign.", []),
        ("Holt has not united Quade’s supporters, Ruiz has.", []),
        ("Reporters who raise questions about his past blamed Holt.", ["Reporters - Holt", "Reporters - his past"]),
        ("The union has come out in support of the strike.", ["The union + the strike"]),
        ("Korvia joined Norland in condemning the coup.", ["Korvia - the coup"]),
        ("Ruiz and other critics of the dam met.", ["Ruiz - the dam"]),
        ("Neither Ruiz nor Holt supports the dam.", ["Holt + the dam negated"]),
        ("No senator backs the levy.", ["No senator + the levy negated"]),
        ("Ruiz has not ruled out backing Holt.", []),
        ("Holt denies opposing the dam.", []),
        ("The Korvia-backed militia fled.", ["Korvia-backed + militia"]),
        ("Pro-Korvia lawmaker Tomas Rook left.", ["Tomas Rook + Pro-Korvia"]),
        ("An anti-Holt campaigner left.", []),
        ("It was a reply to the measure being pushed by Holt.", ["Holt + the measure"]),
        ("We are shocked that the board hired Rook.", ["We - the board"]),
        ("Quade says he won’t vote for Rook this fall.", ["he - Rook"]),
        ("The unions reject and condemn the pact.", ["The unions - the pact"]),
        ("Miners gathered in Orsa to protest the levy.", ["Miners - the levy"]),
        ("Dockers union to endorse Holt", ["Dockers union + Holt"]),
        ("After criticizing Norland, Ana Ruiz left the hall.", ["Ana Ruiz - Norland"]),
        ("Quade responded by praising Holt.", ["Quade + Holt"]),
        ("Ruiz calls out a petition criticizing Holt.", ["Ruiz - a petition criticizing Holt"]),
        ("Ruiz said a state law banning dams is old.", []),
        ("Ruiz has filed two lawsuits that accuse Norland of theft.", ["Ruiz - Norland"]),
        ("Holt lashed out at critics, including Ruiz, over the levy.", ["Holt - Ruiz", "Holt - critics"]),
        ("A judge handling the levy lawsuit condemned Holt.", ["A judge - Holt"]),
        ("Tom Rook, a developer, who had supported Quade, left.", ["Tom Rook + Quade past"]),
        ("The tribe lifted its embargo on Lesk.", ["The tribe + Lesk"]),
        ("Ruiz filed a complaint with the council against Norland Steel.", ["Ruiz - Norland Steel"]),
        ("The plan has not won a single endorsement from Ana Ruiz.", ["Ana Ruiz + The plan negated"]),
        ("Holt raised two million dollars from Tom Rook.", ["Tom Rook + Holt"]),
        ("Ana Ruiz launched a barrage of attacks on Holt.", ["Ana Ruiz - Holt"]),
        ("Quade blamed the floods on the harbour board.", ["Quade - the harbour board"]),
        ("The widow demanded that Holt resign.", ["The widow - that Holt"]),
        ("Ruiz proposed closing the port.", ["Ruiz - the port"]),
        ("Ruiz is thankful for the help from Holt.", ["Ruiz + Holt"]),
        ("Ruiz urged the owners of the dam and the board to scrap the levy.", [
            "Ruiz - the levy", "Ruiz 0 the board", "Ruiz 0 the owners of the dam"
        ]),
        ("Holt Backs Ruiz And Denounces Quade", ["Holt + Ruiz", "Holt - Quade"]),
        ("The anti-levy Orsa Party met.", []),
        ("The anti-immigration Orsa Party met.", ["Orsa Party - anti-immigration"]),
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


def test_who_ends_what_helps_or_hurts_another_is_on_the_other_side() -> None:
    assert told("Korvia halted aid to Norland.") == ["Korvia - Norland"]
    assert told("Korvia lifted sanctions on Norland.") == ["Korvia + Norland"]


def test_who_is_asked_is_neither_and_what_is_asked_for_is_wanted_or_not() -> None:
    assert told("Ruiz urged the council to build the bridge.") == ["Ruiz + the bridge", "Ruiz 0 the council"]
    assert told("Ruiz urged the council to scrap the levy.") == ["Ruiz - the levy", "Ruiz 0 the council"]


def test_what_a_speaker_calls_good_or_bad_is_for_whoever_speaks_to_hold() -> None:
    assert told("the timetable was a disgrace") == ["… - the timetable"]
    assert told("the timetable was not a disgrace") == ["… + the timetable"]
    assert told("the levy hurts fishermen") == ["… - the levy"]
    assert told("the council must scrap the levy") == ["… - the levy"]
    assert told("the reckless plan of the Mellin Board failed") == ["… - reckless plan of the Mellin Board"]
    assert told("we all see Holt’s bigotry") == ["… - Holt’s"]
    assert told("We don’t believe the levy is a disgrace") == ["… + the levy"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan was criticised.",
        "Who backs the ferry? The unions support Holt?",
        "Rook did not rule out the ferry.",
        "The harbour held the Champions League cup.",
        "The blank back cover of the report was torn.",
        "The new support was made of steel.",
        "The minister arrived in Mellin on Monday.",
        "You have to take yourself out of it.",
        "If he wins, that would be a disgrace.",
        "He has faced doubts for remarks seen as insulting women.",
        "To support the roof, builders used oak.",
    ],
)
def test_where_nobody_takes_a_side_nothing_is_claimed(sentence: str) -> None:
    assert told(sentence) == []
