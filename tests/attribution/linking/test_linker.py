"""Linking, shown on marked text: [s …] is a source, [c …] a cue, [t …] content; equal numbers belong together."""

import re

import pytest

from sayso.attribution.linking.linker import Label, Linked, Piece, link
from sayso.attribution.linking.span_decoder import weights
from sayso.text.doc import Doc

KINDS: dict[str, Label] = {"s": "source", "c": "cue", "t": "content"}
MARK = re.compile(r"\[([sct])(\d) ([^\]]*)\]")


def unmarked(marked: str) -> tuple[str, dict[Piece, str]]:
    """The text without marks, and the number that each piece carries."""
    text, pieces, at = "", {}, 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        pieces[Piece(len(text), len(text) + len(mark[3]), KINDS[mark[1]], 1.0)] = mark[2]
        text += mark[3]
        at = mark.end()
    return text + marked[at:], pieces


def numbers(linked: Linked, pieces: dict[Piece, str]) -> set[str]:
    return {pieces[piece] for piece in (linked.cue, linked.source, *linked.contents) if piece}


@pytest.mark.parametrize(
    "marked",
    [
        "[s1 Ana Ruiz] [c1 said that] [t1 the harbour would stay open]. [s2 She] [c2 added that] [t2 ferries run].",
        "[t1 “We will not pay,”] [s1 Ruiz] [c1 said]. [s2 Police] [c2 said] [t2 nobody was hurt].",
        "[t1 “We will not pay,”] [s1 Ruiz] [c1 said], [t1 “and we never have.”]",
        "[c1 According to] [s1 the mayor], [t1 the bridge is closed]. [s2 Holt] [c2 denied] [t2 it].",
        "[t1 The bridge is closed], [c1 according to] [s1 the mayor].\n\n[s2 Holt] [c2 says] [t2 it is open].",
        "[t1 “It will drown my house,”] [s1 Rossum] [c1 said]. [t2 “It will light mine,”] [c2 said] [s2 T. Quade].",
        "[t1 “It will not hold,”] [c1 said] [s1 Rossum]. [t2 “It will,”] [c2 said] [s2 Quade], [t2 “and for long.”]",
        "[s1 Rossum] [c1 said] [t1 the wall leaks]. [t2 “It has stood since the war,”] [s2 the ministry] [c2 said].",
    ],
)
def test_each_content_finds_its_own_cue_and_source(marked: str) -> None:
    text, pieces = unmarked(marked)
    for linked in link(Doc(text), list(pieces), weights()):
        assert len(numbers(linked, pieces)) == 1
        assert linked.cue
        assert linked.source


def test_one_source_may_stand_for_two_cues() -> None:
    text, pieces = unmarked("[s1 Ruiz] [c1 said] [t1 it was late] and [c2 urged] [t2 everyone to go home].")
    sources = [linked.source and pieces[linked.source] for linked in link(Doc(text), list(pieces), weights())]
    assert sources == ["1", "1"]


def test_a_content_without_any_cue_stands_alone() -> None:
    text, pieces = unmarked("[t1 “We will not pay.”]")
    assert link(Doc(text), list(pieces), weights()) == [Linked(None, None, tuple(pieces))]


def test_an_unsaid_passive_has_a_cue_and_no_source() -> None:
    text, pieces = unmarked("It [c1 was reported that] [t1 two ships had left the harbour at night].")
    (linked,) = link(Doc(text), list(pieces), weights())
    assert linked.source is None
    assert linked.cue


def test_thousands_of_spans_are_linked_without_delay() -> None:
    text, pieces = unmarked("[s1 Ruiz] [c1 said] [t1 no]. " * 3000)
    assert len(link(Doc(text), list(pieces), weights())) == 3000
