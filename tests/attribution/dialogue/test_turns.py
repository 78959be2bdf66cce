import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.dialogue.interviewee import interviewee
from sayso.attribution.dialogue.turns import beside_turns, beyond_labels, told_by, turns
from sayso.reading.blocks.draft import Passage, laid_out
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import shown, tied

Said = tuple[str, list[str]]


def said(text: str) -> list[Said]:
    """Who says what in each turn."""
    found = [told_by(text, turn) for turn in turns(Doc(text))]
    return [(each.source[0].text, [span.text for span in each.content]) for each in found]


TALK = "RUIZ: We will not pay.\n\nHOLT: Why not?\n\nRUIZ: Nobody asked us."


def test_a_turn_is_its_label_a_colon_and_its_words() -> None:
    found = [told_by(TALK, turn) for turn in turns(Doc(TALK))]
    assert said(TALK) == [("RUIZ", ["We will not pay."]), ("HOLT", ["Why not?"]), ("RUIZ", ["Nobody asked us."])]
    assert {(each.cue[0].text, each.kind, each.act) for each in found} == {(":", "direct", "said")}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Mayor Ana Ruiz", "Ruiz"),
        ("MAYOR RUIZ", "RUIZ"),
        ("ANA RUIZ (by phone)", "RUIZ"),
        ("SEN. ANA RUIZ", "RUIZ"),
        ("Maria de la Ruiz", "Ruiz"),
    ],
)
def test_a_label_may_be_shorter_when_it_comes_back(first: str, then: str) -> None:
    text = f"{first}: We will not pay.\n\nReporter: Why not?\n\n{then}: Nobody asked us."
    assert [who for who, _ in said(text)] == [first, "Reporter", then]


def test_initials_stand_for_the_full_name_that_was_a_label_before() -> None:
    text = "Tarn Post: Why did you go?\n\nAna Ruiz: It rained.\n\nTP: And now?\n\nA.R.: I stay."
    assert [who for who, _ in said(text)] == ["Tarn Post", "Ana Ruiz", "Tarn Post", "Ana Ruiz"]


@pytest.mark.parametrize("label", ["**Ruiz:**", "_Ruiz_:", "“Ruiz:"])
def test_a_label_may_be_set_off(label: str) -> None:
    text = f"{label} We will not pay.\n\nHolt: Why not?\n\n{label} Nobody asked us."
    assert [who for who, _ in said(text)] == ["Ruiz", "Holt", "Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "Note: The harbour is closed.",
        "Note: It is closed.\n\nUpdate: It is open.\n\nNote: It is closed again.",
        "Date: 3 May\nPlace: Lindo\nDate: 4 May\nPlace: Lindo",
        "Ruiz: 1,204.\nHolt: 877.\nRuiz: 12.\nHolt: 9.",
        "Ruiz: We stay.\n\nHolt: We go.\n\nCosta: We wait.",
        "Ruiz: We stay.\n\nHolt: We go.",
        "Claim: The dam is safe.\n\nVerdict: It is.\n\nClaim: The dam is new.\n\nVerdict: It is not.",
        "Ruiz Wins:\n\nHolt Loses:\n\nRuiz Wins:",
    ],
)
def test_notes_tables_and_lone_labels_are_no_turns(text: str) -> None:
    assert turns(Doc(text)) == []


def test_questions_and_answers_are_turns() -> None:
    text = "Q: Will you pay?\n\nA: We will not.\n\nQ. Why?\n\nA. Nobody asked us."
    assert [who for who, _ in said(text)] == ["Q", "A", "Q", "A"]


def test_answers_are_the_interviewees_when_the_introduction_names_one() -> None:
    text = "We spoke with mayor Ana Ruiz on Monday.\n\nQ: Will you pay?\n\nA: We will not.\n\nQ: Why?\n\nA: It is late."
    assert [who for who, _ in said(text)] == ["Q", "Ana Ruiz", "Q", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("introduction", "name"),
    [
        ("An interview with Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz, mayor of Lindo, spoke to us about the bridge.", "Ana Ruiz"),
        ("Ana Ruiz spoke with Tom Holt about the bridge.", None),
        ("We met Ana Ruiz. We also talked to Tom Holt.", None),
        ("We spoke to the mayor. Ana Ruiz is sixty.", None),
    ],
)
def test_only_one_person_asked_is_the_interviewee(introduction: str, name: str | None) -> None:
    found = interviewee(introduction, len(introduction))
    assert (introduction[slice(*found)] if found else None) == name


def test_paragraphs_in_person_go_on_with_a_turn() -> None:
    text = "RUIZ: It is late.\n\nThe bridge is old.\n\nI said so then.\n\nHOLT: When?\n\nRUIZ: In May."
    assert said(text)[0] == ("RUIZ", ["It is late.", "The bridge is old.", "I said so then."])


@pytest.mark.parametrize(
    "between",
    [
        "The hall was silent for a while.",
        "Ruiz then left, and I followed.",
        "What we know so far",
        "“I stay,” the mayor had said.",
    ],
)
def test_prose_between_turns_is_the_reporters(between: str) -> None:
    text = f"RUIZ: It is late.\n\n{between}\n\nHOLT: When?\n\nRUIZ: In May."
    assert said(text)[0] == ("RUIZ", ["It is late."])


def test_what_follows_the_last_turn_is_the_reporters_unless_it_says_i() -> None:
    assert said(TALK + "\n\nI went home.\n\nSign up for our letter.")[-1] == (
        "RUIZ",
        ["Nobody asked us.", "I went home."],
    )


def test_a_headline_with_a_colon_is_no_turn() -> None:
    text = "Ruiz: I Will Not Pay.\n\n" + TALK
    assert len(turns(Doc(text))) == 3


def test_whom_a_speaker_reports_stays_an_attribution_and_the_turn_itself_does_not_come_twice() -> None:
    text, linked = tied(
        "[s1 HOLT][c1 :] [t1 Why not?]\n\n[t2 RUIZ: It is late].\n\n"
        "HOLT: [s3 The minister] [c3 said] [t3 it is not].\n\n[s4 Costa] [c4 said] [t4 nothing]."
    )
    kept = beside_turns(linked, turns(Doc(text)))
    assert [source for source, _, _ in shown(text, kept)] == ["The minister", "Costa"]


def test_marks_around_a_transcript_are_not_one_quotation() -> None:
    text = "She “stays.”\n\n“RUIZ: It is late.\n\n“HOLT: Why?\n\n“RUIZ: Nobody asked us.”"
    kept = beyond_labels(Doc(text).quotations, turns(Doc(text)))
    assert [text[quotation.start : quotation.end] for quotation in kept] == ["“stays.”"]


LINES = st.sampled_from(
    ["RUIZ", "Holt", "Q", "A", ":", ".", " ", "\n", "\n\n", "I go.", "“", "🙂", "語", "(", "**", "Ana Ruiz"]
)


@given(st.one_of(st.text(), st.lists(LINES, max_size=60).map("".join)))
def test_turns_are_in_order_and_exact_in_any_text(text: str) -> None:
    end = 0
    for turn in turns(Doc(text)):
        found = told_by(text, turn)
        assert all(text[s.start : s.end] == s.text for s in (*found.source, *found.cue, *found.content))
        assert end <= turn.label[0] < turn.colon[0] < turn.paragraphs[0][0]
        end = turn.paragraphs[-1][1]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["word ", "Ruiz ", "RUIZ: No.\n\n", "Q: No?\nA: I go.\n", "A" * 40, "I.\n", "Ruiz: " * 9]
)
def test_two_hundred_thousand_characters_of_anything_are_read_to_the_end(piece: str) -> None:
    text = "RUIZ: No.\nHOLT: No.\nRUIZ: " + piece * (200_000 // len(piece))
    conversation = turns(Doc(text))
    for quotation in beyond_labels(Doc(text).quotations, conversation):
        assert quotation.end <= len(text)


def test_in_a_transcript_every_label_is_sure_but_a_word_that_opens_what_is_said() -> None:
    text = "Ana Ruiz: We stay.\n\nBEN: Nobody lied.\n\nLook: the dam stands."
    found = [told_by(text, turn) for turn in turns(Doc(text, is_transcript=True))]
    assert [each.source[0].text for each in found] == ["Ana Ruiz", "BEN"]
    assert not turns(Doc(text))


def test_a_list_of_people_of_one_family_is_no_conversation() -> None:
    listed = "Ana Ruiz: Held without bond.\n\nBo Holt: Fined and set free.\n\nEva Ruiz: Held until Monday."
    assert turns(Doc(listed)) == []


INTRODUCED = "Otto Frei has baked bread in Lesk for forty years. We spoke to Otto Frei about ovens."


def apart(*lines: str) -> list[Said]:
    """Who says what in each turn, where lines that ask are headings."""
    text, blocks = laid_out(Passage("heading" if line.endswith("?") else "paragraph", line) for line in lines)
    found = [told_by(text, turn) for turn in turns(Doc(text, blocks))]
    return [(each.source[0].text, [span.text for span in each.content]) for each in found]


def test_what_follows_questions_without_a_label_is_said_by_who_was_asked() -> None:
    text = "Per Ambrose, 31, was lost. Excerpts:\n\nQ. How was it?\n\nWet, mostly.\n\nQ. And the food?\n\nI had none."
    assert said(text)[1::2] == [("Per Ambrose", ["Wet, mostly."]), ("Per Ambrose", ["I had none."])]


def test_where_the_introduction_speaks_of_two_nobody_answers() -> None:
    text = "Per Ambrose and Ada Venn were lost.\n\nQ. How was it?\n\nWet, mostly.\n\nQ. And the food?\n\nI had none."
    assert [who for who, _ in said(text)] == ["Q", "Q"]


def test_questions_may_be_headings() -> None:
    found = apart(INTRODUCED, "When do you rise?", "I get up at two.", "My wife sleeps.", "Why?", "We like bread.")
    assert found == [("Otto Frei", ["I get up at two.", "My wife sleeps."]), ("Otto Frei", ["We like bread."])]


def test_headings_that_ask_make_no_interview_where_nobody_was_asked_or_nobody_speaks_in_person() -> None:
    assert apart("Otto Frei bakes bread.", "When does he rise?", "I get up at two.", "Why?", "We like bread.") == []
    assert apart(INTRODUCED, "What is rye?", "Rye is a grass.", "Is it good?", "Bread of rye keeps.") == []


def test_what_names_who_was_asked_is_the_reporter_s_own() -> None:
    found = apart(INTRODUCED, "When do you rise?", "I get up at two.", "Why?", "Frei laughs at me and says nothing.")
    assert found == [("Otto Frei", ["I get up at two."])]


def test_a_book_is_not_who_is_asked() -> None:
    text = "Novelist Odile Venn, 67, wrote The Tin Orchard on a bus. She spoke to us at the stop.\n\n"
    found = interviewee(text, len(text), loose=True)
    assert found is not None
    assert text[slice(*found)] == "Novelist Odile Venn"
