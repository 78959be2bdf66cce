"""The words of support and opposition: each stands in the frame that its line of `stances.txt` claims for it."""

from collections.abc import Iterator
from importlib import resources

import pytest

from sayso.lexicon.inflection import inflections
from tests.stance.test_finder import told


def listed() -> Iterator[tuple[str, str, str, str]]:
    """Kind, relation, side and phrase of all that the list has, idioms that take no side aside."""
    text = resources.files("sayso.lexicon").joinpath("stances.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        head, colon, phrases = line.partition(":")
        if colon and not line.startswith("#"):
            kind, relation, side = head.split()
            yield from ((kind, relation, side[0], phrase.strip()) for phrase in phrases.split(","))


def sentence_with(kind: str, side: str, phrase: str) -> str:
    """The phrase in a made-up sentence of its frame."""
    first, _, rest = phrase.partition(" ")
    forms = dict(reversed(inflections(first)))
    return {
        "verb": f"Ruiz {forms['past']} {rest} Ana Holt" + (" to build the pier." if side == "0" else "."),
        "parted": f"Ruiz {forms['past']} Ana Holt {rest}.",
        "noun": f"Ruiz’s {phrase} the Orsa levy was noted.",
        "drawn": f"The Orsa levy drew {phrase} Ruiz to build the pier.",
        "agent": f"Ruiz is a {phrase.removesuffix(' of')} of the Orsa levy.",
        "adjective": f"Ruiz was {phrase} the Orsa levy.",
        "judgement": f"the Orsa levy is {phrase}.",
        "effect": f"the Orsa levy {forms['third']} {rest} fishermen.",
        "worth": f"the Orsa levy is a {phrase} for Ruiz.",
        "trait": f"the {phrase} of Ana Holt hurts Orsa.",
        "joint": f"Ruiz and Holt {forms['past']} {rest}.",
        "between": f"The {phrase} Ruiz and Holt was noted.",
    }[kind]


def test_every_phrase_of_the_list_is_found_in_its_frame_with_its_side() -> None:
    unread = []
    for kind, relation, side, phrase in listed():
        if relation == "none":
            continue
        sentence = sentence_with(kind, side, phrase)
        if not any(f" {side} " in one for one in told(sentence)):
            unread.append(sentence)
    assert unread == []


@pytest.mark.parametrize("sentence", [
    "Ruiz seized the opportunity.", "The mayor struck a balance.", "Korvia punched its ticket.",
    "Ruiz declined a request for comment.", "Quade battled injuries.", "Rook pressed the boundaries.",
    "Holt shot a film.", "Ruiz fought a fire.", "Holt turned up on the quay.", "Ruiz gave a speech to the union.",
])  # fmt: skip
def test_idioms_take_no_side(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(("sentence", "positions"), [
    # praise, thanks, welcome
    ("Holt hailed the ferry as a miracle.", ["Holt + the ferry"]),
    ("The union thanked Ana Ruiz for the loan.", ["The union + Ana Ruiz"]),
    ("Korvia welcomed the truce.", ["Korvia + the truce"]),
    ("Ruiz paid tribute to the pilots.", ["Ruiz + the pilots"]),
    ("Rook has nothing but praise for the crew.", ["Rook + the crew"]),
    # back, endorse, defend, side with, ally
    ("Ana Ruiz has thrown her full weight behind the tunnel.", ["Ana Ruiz + the tunnel"]),
    ("Most unions lined up behind Holt.", ["Most unions + Holt"]),
    ("The senators leapt to the defence of Quade.", ["The senators + Quade"]),
    ("Lesk sided with Korvia.", ["Lesk + Korvia"]),
    ("Farmers are firmly behind the levy.", ["Farmers + the levy"]),
    ("Korvia signed a defence pact with Norland.", ["Korvia + Norland mutual"]),
    # aid, arm, fund
    ("Norland shipped arms to the rebels.", ["Norland + the rebels"]),
    ("Quade bankrolled the campaign.", ["Quade + the campaign"]),
    ("The mayor helped refugees.", ["The mayor + refugees"]),
    ("The plan won backing from the harbour union.", ["the harbour union + The plan"]),
    # pledge, urge, call for
    ("Holt pledged allegiance to Korvia.", ["Holt + Korvia"]),
    ("Ruiz urged support for the miners.", ["Ruiz + the miners"]),
    ("The nurses called for higher wages.", ["The nurses + higher wages"]),
    ("Ruiz called for an end to the siege.", ["Ruiz - the siege"]),
    ("The board called on Holt to resign.", ["The board - Holt"]),
    ("Quade wants Holt removed from the board.", ["Quade - Holt"]),
    # criticise, deride, blame, distance oneself
    ("Ruiz poured scorn on the plan.", ["Ruiz - the plan"]),
    ("Rook took issue with the survey.", ["Rook - the survey"]),
    ("Holt distanced himself from Quade.", ["Holt - Quade"]),
    ("Doctors laid the blame on the ministry.", ["Doctors - the ministry"]),
    ("The clergy warned against the pact.", ["The clergy - the pact"]),
    ("Teachers are up in arms over the timetable.", ["Teachers - the timetable"]),
    ("Holt’s misgivings about the tunnel were noted.", ["Holt’s - the tunnel"]),
    # accuse, sue, threaten, sanction, boycott
    ("Ruiz took the Orsa Post to court.", ["Ruiz - the Orsa Post"]),
    ("The widow filed a lawsuit against Norland Steel.", ["The widow - Norland Steel"]),
    ("Korvia issued an ultimatum to Norland.", ["Korvia - Norland"]),
    ("Lesk recalled its ambassador from Korvia.", ["Lesk - Korvia"]),
    ("Athletes boycotted the games.", ["Athletes - the games"]),
    # oppose, reject, veto, vote against, resist, protest
    ("The council voted down the budget.", ["The council - the budget"]),
    ("Rook slammed the door on the offer.", ["Rook - the offer"]),
    ("The plan ran into opposition from Ana Ruiz.", ["Ana Ruiz - The plan"]),
    ("Miners took to the streets against the decree.", ["Miners - the decree"]),
    # what two hold of each other
    ("Korvia and Norland signed a defence pact.", ["Korvia + Norland mutual"]),
    ("Ruiz and Holt have traded insults over the dam.", ["Ruiz - Holt mutual"]),
    ("The feud between Ana Ruiz and Holt goes on.", ["Ana Ruiz - Holt mutual"]),
    # gifts
    ("Korvia gave ten million dollars to Norland.", ["Korvia + Norland"]),
    ("Norland has donated a shipment of tents to Lesk.", ["Norland + Lesk"]),
    # deeds of force
    ("Soldiers opened fire on the convoy.", ["Soldiers - the convoy"]),
    ("Police arrested Ana Ruiz.", ["Police - Ana Ruiz"]),
])  # fmt: skip
def test_each_way_of_taking_a_side_is_read(sentence: str, positions: list[str]) -> None:
    assert told(sentence) == positions
