"""Who goes on speaking after "and added that" makes a further statement."""

from sayso.attribution.repairs.coordinated_cue import with_added
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import Shown, shown, tied


def cut(marked: str) -> list[Shown]:
    text, linked = tied(marked)
    return shown(text, with_added(Doc(text), linked))


def test_what_is_added_is_a_statement_of_its_own() -> None:
    assert cut("[s1 Lee] [c1 said] [t1 the wall would stand and added that the council would pay].") == [
        ("Lee", "said", ["the wall would stand"]),
        ("Lee", "added", ["that the council would pay"]),
    ]


def test_what_somebody_adds_inside_a_quotation_is_the_quotation_s() -> None:
    kept = "[s1 Lee] [c1 said] [t1 “the wall stands and added that it was old”]."
    assert cut(kept) == [("Lee", "said", ["“the wall stands and added that it was old”"])]


def test_who_else_said_that_may_be_another() -> None:
    assert len(cut("[s1 Lee] [c1 said] [t1 Park had resigned and said that he was tired].")) == 1
