"""A story is found wherever it is printed: whole, cut from the end, or worked over where the agency is credited."""

from sayso.utterances.copies import Story, bands_of, is_copy

LEAD = (
    "The bridge at Carrow was closed on Monday evening after the river had risen by two metres in a single night. "
    "Nine boats were torn loose in the harbour, and two of them have not been found. "
)
MIDDLE = (
    "The mayor asked the army for help and told those who live below the church to sleep at the school. "
    "Nobody was hurt, the fire brigade said, though a horse had to be pulled out of a cellar. "
)
END = (
    "Carrow was last flooded eleven years ago, when a dyke that had been repaired in spring gave way. "
    "The insurers have put the damage at four million crowns, and expect that it will be more. "
)
OTHER = (
    "Drivers of the night trams will go back to work on Thursday if the company signs what it has been offered. "
    "They had asked for a second driver after eleven, and for heated cabins in the depot at the harbour. "
)


def test_the_same_text_under_another_dateline_is_a_copy() -> None:
    assert is_copy(Story(LEAD + MIDDLE + END), Story("CARROW (Northern Wire) - " + LEAD + MIDDLE + END))


def test_a_story_cut_from_the_end_is_a_copy_and_shares_a_band() -> None:
    whole, cut = LEAD + MIDDLE + END, LEAD + MIDDLE
    assert is_copy(Story(whole), Story(cut))
    assert set(bands_of(whole)) & set(bands_of(cut))


def test_another_story_is_none_and_shares_no_band() -> None:
    assert not is_copy(Story(LEAD + MIDDLE), Story(OTHER + END))
    assert not set(bands_of(LEAD + MIDDLE)) & set(bands_of(OTHER))


def test_a_third_of_a_text_makes_a_copy_only_where_both_credit_one_agency() -> None:
    one, other = LEAD + MIDDLE + END, LEAD + OTHER + OTHER.replace("night", "day").replace("second", "third")
    assert not is_copy(Story(one), Story(other))
    assert is_copy(Story(one, "Northern Wire"), Story(other, "Northern Wire"))


def test_a_line_is_no_story() -> None:
    assert bands_of("The bridge at Carrow is closed.") == ()
    assert not is_copy(Story("The bridge at Carrow is closed."), Story("The bridge at Carrow is closed."))
