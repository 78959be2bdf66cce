"""Whole articles, read with the model: nobody's words in another's mouth, and no denial told as its opposite."""

import sayso
from sayso.data.statement import Statement


def said(*paragraphs: str) -> list[Statement]:
    return list(sayso.read("\n\n".join(paragraphs).encode()).statements)


def by(statements: list[Statement], name: str) -> list[str]:
    """What somebody of that name or description says, as far as it stands."""
    plain = (s for s in statements if not (s.attribution.negated or s.attribution.hypothetical or s.attribution.denied))
    own = [s for s in plain if name in {who.name for who in s.speakers}]
    return [" ".join(span.text for span in s.attribution.content).strip("“”,.") for s in own]


def test_neighbours_keep_their_own_words() -> None:
    found = said(
        "Vote On The Weir",
        "Villagers in Tarn voted on the weir on Sunday.",
        "“It will flood my barn,” farmer Odo Pell said. “It will feed my mill,” said miller Runa Hesk. The county would"
        " pay for both, Judge Ida Voss said.",
    )
    assert by(found, "Odo Pell") == ["It will flood my barn"]
    assert by(found, "Runa Hesk") == ["It will feed my mill"]
    assert by(found, "Ida Voss") == ["The county would pay for both"]


def test_she_after_somebodys_mother_is_the_mother() -> None:
    found = said(
        "Climber Still In Clinic",
        "Climber Sten Aro has been in a clinic since the fall at Orno.",
        "Aro’s mother said the doctors were hopeful. She said the rope had been old.",
        "“I told him to wait for the guide,” she said.",
    )
    assert by(found, "Sten Aro") == []
    assert by(found, "Aro’s mother")[:2] == ["the doctors were hopeful", "the rope had been old"]
    assert {who.named for statement in found for who in statement.speakers} == {False}


def test_what_is_not_said_is_marked() -> None:
    found = said(
        "Captain Silent On Move",
        "Captain Olin Frey refused to say whether Benno Krag would leave.",
        "Krag has never said that he wants to leave. Frey denied that he had met the owner.",
        "Had Krag said yes, Rovers would have paid nine million.",
    )
    marks = {" ".join(span.text for span in s.attribution.content): s.attribution for s in found}
    assert marks["to say whether Benno Krag would leave"].act == "did not comment"
    assert marks["that he wants to leave"].negated
    assert marks["that he had met the owner"].denied
    assert marks["yes"].hypothetical


def test_a_headline_that_denies_says_so() -> None:
    found = said("Frey Denies Asking Owner to Wait", "Olin Frey, the captain, spoke on Monday.")
    assert [s.attribution.denied for s in found if s.where == "title"] == [True]


def test_a_label_of_a_transcript_is_taken_whole_and_he_inside_is_another() -> None:
    cues = "Ana Ruiz: The dam will be filled in May.", "Ben Holt: And the minister said he would pay."
    srt = "\n\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{cue}" for n, cue in enumerate(cues, 1))
    found = list(sayso.read(srt.encode()).statements)
    assert by(found, "Ana Ruiz") == ["The dam will be filled in May"]
    assert by(found, "Ben Holt") == ["And the minister said he would pay"]
    assert [s.attribution.kind for s in found[:2]] == ["direct", "direct"]


def test_an_office_in_a_heading_is_its_holder_who_comes_up_below() -> None:
    found = said(
        "Weir Survey Exists, Builders Say",
        "The survey warns of slides, according to Runa Hesk, who led the team at the Tarn Institute.",
        "“We handed it over,” Hesk said.",
        "Minister: no danger",
        "Ida Voss, the water minister, said on Tuesday that the ministry had received a draft.",
    )
    assert "no danger" not in by(found, "Runa Hesk")
    assert by(found, "Ida Voss") == ["no danger", "that the ministry had received a draft"]
