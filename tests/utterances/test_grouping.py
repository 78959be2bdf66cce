"""Printings of one saying are one utterance, in whatever order they come; what alters it stands beside it."""

from dataclasses import replace
from itertools import permutations

import pytest

from sayso.utterances.grouping import Utterance, grouped
from sayso.utterances.printing import Printing
from tests.utterances.sayings import DAM, said


def words(utterances: list[Utterance]) -> set[frozenset[str]]:
    return {frozenset(p.words for p in utterance.printings) for utterance in utterances}


def settled(printings: list[Printing]) -> list[Printing]:
    """The printings as the record then has them, each with its utterance."""
    return [replace(p, utterance=u.id) for u in grouped(printings) for p in u.printings]


def test_what_is_cut_reported_or_made_a_headline_is_still_one_utterance() -> None:
    (utterance,) = grouped(
        [
            said(),
            said("twelve villages will keep their fields", "Post"),
            said("that the old Orsa dam would stay where it was", "Courier", kind="indirect"),
            said("Old Dam at Orsa to Stay Where It Is", "Mirror", kind="headline"),
        ]
    )
    assert len(utterance.printings) == 4
    assert utterance.altered is None


@pytest.mark.parametrize(
    ("altered", "own", "instead_of"),
    [
        (DAM.replace("will stay", "will not stay"), "not", ""),
        (DAM.replace("twelve", "twenty"), "twenty", "twelve"),
        (DAM.replace("will stay", "may stay"), "may", "will"),
        (DAM.replace("Orsa", "Kessel"), "Kessel", "Orsa"),
        (DAM.replace("twelve", "some"), "some", "twelve"),
        (DAM.replace("keep", "abandon"), "abandon", "keep"),
    ],
)
def test_a_change_of_sense_is_named_by_the_words_that_differ(altered: str, own: str, instead_of: str) -> None:
    faithful, changed = grouped([said(), said(outlet="Post"), said(altered, "Tribune")])
    assert len(faithful.printings) == 2
    assert changed.altered is not None
    assert (changed.altered.of, changed.altered.words, changed.altered.instead_of) == (faithful.id, own, instead_of)


def test_a_denial_of_the_thing_is_the_thing_said_not_to_be_so() -> None:
    quoted = said("I never took money from the harbour fund.")
    denied = said("that he had taken money from the harbour fund", "Post", kind="indirect", denied=True)
    assert len(grouped([quoted, denied])) == 1


def test_one_form_of_words_about_two_things_is_two_sayings() -> None:
    bridge = said("that the council would pay for a new bridge next year", kind="indirect")
    assert (
        len(grouped([bridge, replace(bridge, key="2", words="that the council would pay for the trams next year")]))
        == 2
    )


def test_what_is_said_again_a_fortnight_later_is_another_saying() -> None:
    assert len(grouped([said(), said(on="2031-03-18")])) == 2


def test_two_days_that_the_words_tell_are_two_sayings_though_they_are_near() -> None:
    assert len(grouped([said(told=True), said(on="2031-03-05", told=True)])) == 2


def test_an_older_saying_quoted_with_its_day_is_that_one() -> None:
    assert len(grouped([said(), said(outlet="Review", day="2031-03-04", on="2031-06-01", told=True)])) == 1


def test_nobody_alters_himself_within_one_article() -> None:
    utterances = grouped([said(), said(DAM.replace("will stay", "will not stay"))])
    assert [u.altered for u in utterances] == [None, None]


def test_the_headline_of_an_article_can_alter_what_it_quotes() -> None:
    quoted, headline = grouped(
        [said(), said(outlet="Post"), said("Old Dam at Orsa Will Not Stay Where It Is", kind="headline")]
    )
    assert quoted.altered is None
    assert headline.altered is not None


def test_it_is_the_same_in_any_order() -> None:
    printings = [
        said(),
        said("twelve villages will keep their fields", "Post"),
        said(DAM.replace("twelve", "two"), "Courier"),
        said("that the old Orsa dam would stay where it was", "Mirror", kind="indirect"),
    ]
    found = [words(grouped(list(some))) for some in permutations(printings)]
    assert all(one == found[0] for one in found)


def test_a_group_keeps_the_id_with_which_it_was_made() -> None:
    before = settled([said(), said(outlet="Post")])
    (utterance,) = grouped([*before, said(on="2031-03-03", outlet="Early Bird")])
    assert utterance.id == before[0].utterance


def test_what_people_put_into_an_utterance_is_in_it_whatever_it_says() -> None:
    first, *_ = settled([said(), said(outlet="Post")])
    other = said("The harbour needs a new crane.", "Mirror", given=first.utterance)
    (utterance,) = grouped([first, other])
    assert utterance.printings == tuple(sorted((first, other), key=lambda p: p.key))


def test_what_people_took_out_of_an_utterance_stays_out() -> None:
    first, second = settled([said(), said(outlet="Post")])
    apart = replace(second, kept_from=frozenset((first.utterance,)), utterance=second.own)
    assert len(grouped([first, apart])) == 2
