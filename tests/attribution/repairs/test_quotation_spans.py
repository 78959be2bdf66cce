import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.linking.linker import Label, Linked, Piece
from sayso.attribution.repairs.quotation_spans import GUESSED, mended
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import mend, tied

SAID = "[t1 “We will not pay,”] [s1 Ruiz] [c1 said]."


class TestOneQuotationIsOneStatement:
    def test_opened_on_each_paragraph_and_closed_once(self) -> None:
        text = "[s1 Ruiz] [c1 said]: [t1 “It was promised.\n\n][t2 “It was promised again.]\n\n“Nobody came.”"
        assert mend(text.replace("\n\n]", "]\n\n")) == [
            ("Ruiz", "said", ["“It was promised.", "“It was promised again.", "“Nobody came.”"])
        ]

    def test_whoever_is_quoted_inside_it_keeps_his_words(self) -> None:
        text = "[s1 Ruiz] [c1 said]: [t1 “It was promised.]\n\n“[s2 Holt] [c2 told] us [t2 it would be done].”"
        assert ("Holt", "told", ["it would be done"]) in mend(text)

    def test_a_second_cue_beside_a_later_paragraph_keeps_that_paragraph(self) -> None:
        text = "[s1 Ruiz] [c1 said]: [t1 “It was promised.]\n\n[t2 “Nobody came,”] [s2 she] [c2 added]."
        assert mend(text) == [
            ("Ruiz", "said", ["“It was promised."]),
            ("she", "added", ["“Nobody came,”"]),
        ]

    def test_prose_behind_a_mark_left_open_is_not_quoted(self) -> None:
        text = "[t1 “It was promised,] [s1 Ruiz] [c1 said] at a meeting that went on till midnight.\n\n“Nobody came.”"
        assert mend(text) == [("Ruiz", "said", ["“It was promised,"])]

    def test_goes_on_with_who_spoke_at_the_end_of_the_paragraph_before(self) -> None:
        text = "[t1 “I am tired,”] [s1 he] [c1 said].\n\n“My knees hurt.\n\n“I go.”"
        assert mend(text)[1] == ("he", None, ["“My knees hurt.", "“I go.”"])

    def test_what_stands_in_other_marks_is_another_quotation(self) -> None:
        assert mend('[t1 “It was promised.]\n\n[t2 "Nobody came."]') == [
            (None, None, ["“It was promised."]),
            (None, None, ['"Nobody came."']),
        ]

    def test_its_marks_are_the_edges_of_what_the_model_cut_short(self) -> None:
        text = "“[t1 The bridge was promised to us ten years ago and again in spring], no?” [s1 Ruiz] [c1 asked]."
        assert mend(text)[0][2] == ["“The bridge was promised to us ten years ago and again in spring, no?”"]

    def test_content_that_began_before_the_mark_keeps_its_beginning(self) -> None:
        text = "[s1 Ruiz] [c1 said] [t1 that “the bridge was promised to us ten years ago and agai]n.”"
        assert mend(text)[0][2] == ["that “the bridge was promised to us ten years ago and again.”"]

    def test_half_a_quotation_is_left_as_it_was_found(self) -> None:
        text = "“[t1 The bridge was promised], [s1 Ruiz] [c1 said], and nobody of them all came to build it.”"
        assert mend(text)[0][2] == ["The bridge was promised"]


class TestAQuotationWithoutACueOfItsOwn:
    def test_goes_on_with_the_attribution_before_it(self) -> None:
        whole = [("Ruiz", "said", ["“We will not pay,”", "“The money is gone.”"])]
        assert mend(SAID + " “The money is gone.”") == whole
        assert mend(SAID + " [t2 “The money is gone.”]") == whole

    def test_belongs_to_who_said_it_all_not_to_who_is_mentioned(self) -> None:
        text = "[t1 “We go,”] [s1 Ruiz] [c1 said], adding [s2 Holt] [c2 knew] [t2 it]. “The money is gone.”"
        assert mend(text)[0] == ("Ruiz", "said", ["“We go,”", "“The money is gone.”"])

    @pytest.mark.parametrize(
        ("lead", "speaker"),
        [
            ("She was blunt.", "She"),
            ("But Ruiz shook her head:", "Ruiz"),
            ("Ruiz was not pleased.", "Ruiz"),
            ("Ana Ruiz smiled on Monday.", "Ana Ruiz"),
        ],
    )
    def test_belongs_to_the_subject_that_leads_into_it(self, lead: str, speaker: str) -> None:
        text = f"The mayor, Ana Ruiz, came late.\n\n{lead} “We will not pay.”"
        assert mend(text) == [(speaker, None, ["“We will not pay.”"])]

    @pytest.mark.parametrize(
        "lead",
        [
            "Critics were blunt.",
            "Ruiz was mocked in the hall.",
            "Ruiz met Tom Holt.",
            "In the hall Ruiz sat down.",
            "When Ruiz came, all was quiet.",
            "The rain fell.",
            "Her speech was short.",
            "Ruiz supporters were blunt.",
            "Ruiz was blunt.\n\n",
        ],
    )
    def test_belongs_to_nobody_when_the_subject_is_not_certain(self, lead: str) -> None:
        assert mend(f"The mayor, Ana Ruiz, came late.\n\n{lead} “We will not pay.”") == []

    def test_is_less_certain_than_what_the_model_found(self) -> None:
        text, linked = tied("She was blunt. [t1 “We will not pay.”]")
        (found,) = mended(Doc(text), linked, Doc(text).quotations)
        assert found.source
        assert found.source.score == GUESSED

    def test_with_a_sentence_around_it_is_left_alone(self) -> None:
        assert mend("She was blunt. “We will not pay” was all that could be heard.") == []


class TestASignedQuotation:
    @pytest.mark.parametrize(
        ("signature", "signer"),
        [
            (" — Commissioner Ana Ruiz", "Commissioner Ana Ruiz"),
            (" – Ana Ruiz, mayor of Porto Lindo", "Ana Ruiz, mayor of Porto Lindo"),
            ("\n-- Ana Ruiz (Lindo)", "Ana Ruiz (Lindo)"),
            ("\n\n― Ana Ruiz.", "Ana Ruiz"),
            (" - A. B. Ruiz Jr.", "A. B. Ruiz Jr."),
        ],
    )
    def test_is_said_by_who_signed_it(self, signature: str, signer: str) -> None:
        ((source, cue, content),) = mend(f"“The harbour stays open.”{signature}\n\nThe council met.")
        assert (source, content) == (signer, ["“The harbour stays open.”"])
        assert cue
        assert cue in signature

    @pytest.mark.parametrize(
        "rest",
        [" — a promise", " — Ana Ruiz was late and nobody knew why.", " – “No.”", "-Ana Ruiz", " — he said"],
    )
    def test_a_dash_before_anything_else_is_no_signature(self, rest: str) -> None:
        assert mend("“The harbour stays open”" + rest) == []

    def test_a_dash_that_the_model_took_for_a_cue_is_one(self) -> None:
        assert mend("[t1 “The harbour stays open.”]\n[c1 —] Ana Ruiz, mayor") == [
            ("Ana Ruiz, mayor", "—", ["“The harbour stays open.”"])
        ]

    def test_words_in_the_middle_of_a_sentence_are_not_signed(self) -> None:
        assert mend("They called it “a very dark day for all” — Ana Ruiz") == []


@pytest.mark.parametrize("text", ["The so-called [t1 “reform”] failed.", "She saw the film [t1 “Long River”] twice."])
def test_scare_quotes_and_titles_say_nothing(text: str) -> None:
    assert mend(text) == []


def test_attributions_without_quotations_stay_as_they_are() -> None:
    assert mend("[s1 Ruiz] [c1 said] [t1 it rained]. [s2 Holt] [c2 declined to comment].") == [
        ("Ruiz", "said", ["it rained"]),
        ("Holt", "declined to comment", []),
    ]


WORDS = st.lists(
    st.sampled_from(
        ["“", "”", '"', "‘", "’", "Ruiz", "She", "said", "was", "blunt", ".", ",", ":", "—", "\n", "\n\n", "🙂", "語"]
    ),
    max_size=40,
)
LABELS: tuple[Label, ...] = ("source", "cue", "content")


@given(WORDS, st.data())
def test_whatever_is_found_in_whatever_text_is_mended_within_it(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    marked = data.draw(st.lists(st.sampled_from(range(len(text) + 1)), unique=True, max_size=12).map(sorted))
    linked = [
        Linked(None, None, (Piece(start, end, "content", 0.9),))
        if number % 3
        else Linked(Piece(start, end, "cue", 0.9), None, ())
        for number, (start, end) in enumerate(zip(marked[::2], marked[1::2], strict=False))
    ]
    for found in mended(Doc(text), linked, Doc(text).quotations):
        for piece in filter(None, (found.cue, found.source, *found.contents)):
            assert 0 <= piece.start < piece.end <= len(text)
            assert piece.label in LABELS
        assert list(found.contents) == sorted(found.contents)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "“a” ",
        "“",
        "She was blunt. “No.” ",
        "“No.” — Ana Ruiz\n",
        "“a\n\n",
        "word ",
        "“No.” ",
        "Ana. “" + "b" * 50 + "”",
    ],
)
def test_five_thousand_quotations_are_read_to_the_end(piece: str) -> None:
    text = piece * 5_000
    for each in mended(Doc(text), [], Doc(text).quotations):
        assert all(text[piece.start : piece.end].strip() for piece in each.contents)


class TestWhoActsBeforeAQuotation:
    def test_comes_between_it_and_the_one_who_spoke(self) -> None:
        text = "They met Marek Dunn. [t1 “Is it safe?”] [s1 Ruiz] [c1 asked]. Marek Dunn nodded. [t1 “As a house.”]"
        assert mend(text)[1] == ("Marek Dunn", None, ["“As a house.”"])

    def test_is_not_what_is_looked_at(self) -> None:
        assert mend("[s1 Ruiz] [c1 looked at] [t1 their son. “He never liked it.”]") == [
            ("Ruiz", "looked at", ["“He never liked it.”"])
        ]

    @pytest.mark.parametrize("subject", ["His wife Ulla", "The old baker, Tom Reed", "Her twin Mia"])
    def test_may_be_described_before_the_name(self, subject: str) -> None:
        assert mend(
            f"{subject}, wiped the counter. [t1 “We sleep.”]".replace("Ulla,", "Ulla").replace("Mia,", "Mia")
        ) == [(subject, None, ["“We sleep.”"])]

    def test_leads_up_to_it_with_a_colon(self) -> None:
        assert mend("[t1 Not so], [c1 said] [s1 Ruiz]: “He was warned.”") == [
            ("Ruiz", "said", ["Not so", "“He was warned.”"])
        ]
