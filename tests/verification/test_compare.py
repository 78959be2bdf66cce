"""What editors do to an article, and the verdict on each statement: nothing is moved, altered or gone that is not."""

import unicodedata

import pytest

from sayso.verification import Verdict
from tests.verification.orsa import (
    BEFORE,
    CRACKS,
    MARKED,
    MONEY,
    NO,
    OURS,
    PLAIN,
    SIGN,
    TITLE,
    WATER,
    YEARS,
    article,
    standings,
    verdicts,
)

ALL_MOVED = ["moved"] * 7


def edited(place: int, old: str, new: str) -> list[str]:
    """The paragraphs with some words of one replaced."""
    assert old in PLAIN[place]
    return [*PLAIN[:place], PLAIN[place].replace(old, new), *PLAIN[place + 1 :]]


def only(place: int, kind: str, after: str = "moved") -> list[str]:
    """Verdicts when one statement alone is touched: those before it stay, those after it shift."""
    return ["verbatim"] * place + [kind] + [after] * (6 - place)


def changes(verdict: Verdict) -> list[tuple[str, str]]:
    return [(tag, words.strip()) for tag, words in verdict.diff if tag != "equal"]


def without(place: int) -> list[str]:
    return [*PLAIN[:place], *PLAIN[place + 1 :]]


def test_unchanged() -> None:
    assert standings(*PLAIN) == ["verbatim"] * 7


def test_a_word_changed() -> None:
    found = verdicts(article(*edited(YEARS, "will stay", "may stay")))
    assert [one.standing for one in found] == only(YEARS, "altered")
    assert changes(found[YEARS]) == [("delete", "will"), ("insert", "may")]
    assert found[YEARS].diff == (
        ("equal", "Mayor Ana Ruiz said on Monday that the old dam"),
        ("delete", " will"),
        ("insert", " may"),
        ("equal", " stay where it is for a hundred years"),
    )


def test_a_not_dropped() -> None:
    found = verdicts(article(*edited(MONEY, "did not say", "did say")))
    assert [one.standing for one in found] == only(MONEY, "altered")
    assert changes(found[MONEY]) == [("delete", "not")]


def test_a_not_put_between_the_pieces() -> None:
    """No span of the statement is touched, and yet he says the contrary."""
    found = verdicts(article(*edited(CRACKS, "engineer, said", "engineer, never said")))
    assert [one.standing for one in found] == only(CRACKS, "altered")
    assert changes(found[CRACKS]) == [("insert", "never")]


def test_a_number_changed() -> None:
    found = verdicts(article(*edited(CRACKS, "14", "40")))
    assert [one.standing for one in found] == only(CRACKS, "altered", after="verbatim")
    assert changes(found[CRACKS]) == [("delete", "14"), ("insert", "40")]


def test_the_quote_deleted() -> None:
    assert standings(*edited(SIGN, " “We will not sign,” Ruiz told reporters. “We will not pay.”", "")) == only(
        SIGN, "gone"
    )


def test_half_the_quote_deleted() -> None:
    found = verdicts(article(*edited(SIGN, " “We will not pay.”", "")))
    assert [one.standing for one in found] == only(SIGN, "altered")
    assert changes(found[SIGN]) == [("delete", "“We will not pay.”")]


def test_the_content_deleted_and_its_sentence_kept() -> None:
    assert standings(*edited(WATER, "said the water had never been so low", "waved")) == only(WATER, "gone")


@pytest.mark.parametrize("place", range(7))
def test_a_paragraph_deleted(place: int) -> None:
    assert standings(*without(place)) == only(place, "gone")


@pytest.mark.parametrize("place", range(7))
def test_a_twin_added_at_the_end(place: int) -> None:
    assert standings(*PLAIN, PLAIN[place]) == ["verbatim"] * 7


@pytest.mark.parametrize("place", [NO, OURS])
def test_the_original_deleted_and_the_same_words_given_to_someone_else(place: int) -> None:
    """Whose words they are hangs on the sentence before; where only that is new, it is told."""
    for at in range(7):
        paragraphs = without(place)
        paragraphs.insert(at, "Erik Moss, a fisherman from the coast, was asked as well. " + PLAIN[place])
        found = verdicts(article(*paragraphs))[place]
        assert (found.standing, found.context_changed) == (("moved", True) if at == place else ("gone", False))


def test_a_like_quote_by_another_is_not_it() -> None:
    twin = "“We will not sign,” Mayor Tove Aas told reporters in the next town. “We will not pay.”"
    assert standings(*without(SIGN), twin)[SIGN] == "gone"
    assert standings(*PLAIN, twin) == ["verbatim"] * 7
    indirect = PLAIN[CRACKS].replace("Ben Holt, an engineer,", "Ulla Berg, a builder,").replace(" He showed pict", "")
    assert standings(indirect, *without(CRACKS))[CRACKS] == "gone"


@pytest.mark.parametrize("place", range(7))
def test_the_same_words_in_a_caption_are_not_it(place: int) -> None:
    assert standings(*without(place), PLAIN[place], kinds=["caption"])[place] == "gone"


def test_the_same_words_in_a_related_headline_are_not_it() -> None:
    assert standings(*without(WATER), related=[PLAIN[WATER]])[WATER] == "gone"


def test_a_quote_given_to_another_speaker() -> None:
    found = verdicts(article(*edited(SIGN, "Ruiz told", "Holt told")))
    assert found[SIGN].standing == "altered"
    assert changes(found[SIGN]) == [("delete", "Ruiz"), ("insert", "Holt")]


def test_a_pronoun_that_means_another_now() -> None:
    """The words stand, and it is told that what leads to them does not."""
    found = verdicts(article(*edited(WATER, "Dora Lund", "Erna Lie")))
    assert (found[OURS].standing, found[OURS].context_changed) == ("moved", True)
    assert not any(one.context_changed for one in found[:WATER])


def test_quotation_marks_changed() -> None:
    after = article(*(p.replace("“", '"').replace("”", '"') for p in PLAIN))
    found = verdicts(after)
    assert [one.standing for one in found] == [*only(SIGN, "altered", "verbatim")[:OURS], "altered"]
    assert found[SIGN].only_typography
    assert found[OURS].only_typography


def test_quotation_marks_taken_off_are_more_than_typography() -> None:
    found = verdicts(article(*edited(OURS, "“It is our dam,”", "It is our dam,")))
    assert found[OURS].standing == "altered"
    assert not found[OURS].only_typography


def test_a_sentence_split_in_two() -> None:
    found = verdicts(article(*edited(CRACKS, "places and could not", "places. It could not")))
    assert [one.standing for one in found] == only(CRACKS, "altered", after="verbatim")
    assert changes(found[CRACKS]) == [("delete", "and"), ("insert", ". It")]


def test_two_sentences_made_one() -> None:
    found = verdicts(article(*edited(WATER, "at noon. Dora Lund, who keeps sheep,", "at noon, and Dora Lund")))
    assert found[WATER].standing == "altered"
    assert changes(found[WATER]) == [("delete", ", who keeps sheep,")]


def test_paragraphs_merged() -> None:
    assert standings(*PLAIN[:3], " ".join(PLAIN[3:5]), *PLAIN[5:]) == only(MONEY, "moved")


def test_the_headline_changed() -> None:
    marked = ("Nothing was decided by the council on Monday.", *MARKED)
    before = BEFORE.article
    assert standings(*PLAIN, title="Mayor: dam is safe") == ALL_MOVED
    assert before.title == TITLE
    found = verdicts(article("Nothing was decided by the council on Monday.", *PLAIN, title="No deal"), marked)
    assert [one.standing for one in found] == ALL_MOVED


TWICE = (*MARKED[:2], "[“It is our dam,”] <she> {said}.", *MARKED[2:])


def test_the_same_quote_twice_and_the_first_removed() -> None:
    found = [one.standing for one in verdicts(article(*PLAIN), TWICE)]
    assert found == ["verbatim", "verbatim", "gone", *["moved"] * 5]


def test_the_same_quote_twice_and_the_second_removed() -> None:
    after = article(*PLAIN[:2], PLAIN[OURS], *PLAIN[2:OURS])
    assert [one.standing for one in verdicts(after, TWICE)] == [*["verbatim"] * 7, "gone"]


def test_a_paragraph_moved() -> None:
    moved = [*without(CRACKS)[:5], PLAIN[CRACKS], PLAIN[OURS]]
    assert standings(*moved) == ["verbatim", "verbatim", "moved", "moved", "moved", "moved", "verbatim"]


def test_a_paragraph_moved_and_others_edited() -> None:
    moved = [PLAIN[WATER], *PLAIN[:WATER], PLAIN[OURS]]
    moved[1] = moved[1].replace("will stay", "may stay")
    moved[5] = moved[5].replace("March", "April")
    found = verdicts(article(*moved))
    assert [one.standing for one in found] == ["altered", *["moved"] * 6]


def test_a_paragraph_moved_and_itself_edited() -> None:
    paragraph = PLAIN[CRACKS].replace("could not be", "could easily be")
    found = verdicts(article(PLAIN[0], PLAIN[1], *PLAIN[3:], paragraph))
    assert found[CRACKS].standing == "altered"
    assert changes(found[CRACKS]) == [("delete", "not"), ("insert", "easily")]


def test_paragraphs_in_another_order() -> None:
    order = [WATER, OURS, MONEY, CRACKS, NO, SIGN, YEARS]
    assert standings(*(PLAIN[at] for at in order)) == ALL_MOVED


def test_the_whole_article_rewritten() -> None:
    found = standings(
        "The reservoir above Orsa will be drained from next spring, the regional government announced on Tuesday.",
        "Officials gave safety as their reason. A spokeswoman said that nobody would lose a house.",
        "“There was no other way,” said the head of the water board, Sigrid Falk, at a meeting in the school.",
        "He said no.",
        "Fishermen said they welcomed the plan. “It is high time,” one of them said.",
        title="Reservoir to be drained",
    )
    assert found == ["gone"] * 7


def test_words_put_into_the_quote() -> None:
    found = verdicts(article(*edited(SIGN, "We will not sign", "We will most likely not sign")))
    assert [one.standing for one in found] == only(SIGN, "altered")
    assert changes(found[SIGN]) == [("insert", "most likely")]


def test_a_correction_put_on_top() -> None:
    note = "Correction: an earlier version of this article gave the wrong number of cracks."
    found = verdicts(article(note, *PLAIN))
    assert [(one.standing, one.context_changed) for one in found] == [("moved", False)] * 7
    by = {
        (one.start or 0) - said.attribution.source[0].start for one, said in zip(found, BEFORE.statements, strict=True)
    }
    assert len(note) + 2 in by


def test_the_text_cut_off() -> None:
    assert standings(*PLAIN[:4]) == ["verbatim"] * 4 + ["gone"] * 3
    found = verdicts(article(*PLAIN[:4], PLAIN[MONEY][:-15]))
    assert [one.standing for one in found] == [*["verbatim"] * 4, "altered", "gone", "gone"]
    assert [tag for tag, _ in found[MONEY].diff] == ["equal", "delete"]


def test_an_emoji_put_before_shifts_by_one() -> None:
    found = verdicts(article(*edited(YEARS, "Mayor", "🌊 Mayor")))
    assert [one.standing for one in found] == ALL_MOVED
    assert found[YEARS].start == len(TITLE) + 2 + 2


ACCENTED = (*MARKED[:3], "<Zoé Lé> {said} [the café by the wall was closed].", *MARKED[3:])


def test_accents_encoded_otherwise() -> None:
    plain = [*PLAIN[:3], "Zoé Lé said the café by the wall was closed.", *PLAIN[3:]]
    found = verdicts(article(*(unicodedata.normalize("NFD", p) for p in plain)), ACCENTED)
    assert [one.standing for one in found] == [*["verbatim"] * 3, "altered", *["moved"] * 4]
    assert found[3].only_typography


def test_soft_hyphens_and_hard_spaces_are_typography() -> None:
    for old, new in (("cracked", "cra\u00adcked"), ("14 places", "14\u00a0places"), ("14 places", "14  places")):
        found = verdicts(article(*edited(CRACKS, old, new)))
        assert (found[CRACKS].standing, found[CRACKS].only_typography) == ("altered", True)


def test_the_sentence_around_changed() -> None:
    """Her words stand; that they are denied before them is told."""
    found = verdicts(article(*edited(YEARS, "Mayor", "It is not true that Mayor")))
    assert (found[YEARS].standing, found[YEARS].context_changed) == ("moved", True)
