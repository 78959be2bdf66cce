"""Datelines of every form: the day, and the wire, that the words before the dash tell."""

import pytest

from sayso.reading import read_text
from sayso.reading.metadata.datelines import dateline, published_in, updated_in


@pytest.mark.parametrize(
    ("before", "value", "wire"),
    [
        ("LORNE, 3 May 2021 - ", "2021-05-03", None),
        ("PORT LESK, March 3, 2024 – ", "2024-03-03", None),
        ("Port Lesk, March 3, 2024 (AFP) – ", "2024-03-03", "AFP"),
        ("MIRNA. May 3, 2021 (Interfax) - ", "2021-05-03", "Interfax"),
        ("PORT LESK, 2024-03-03 — ", "2024-03-03", None),
        ("NEW LORNE, 3/25/2024 -- ", "2024-03-25", None),
        ("LORNE, Oct. 10, 2015 /Reuters/ -- ", "2015-10-10", "Reuters"),
        ("LORNE, D.C. (AP) -- ", None, "AP"),
        ("(Reuters) - ", None, "Reuters"),
        ("LORNE (Agence France-Presse) — ", None, "AFP"),
        ("LORNE, 3 May - ", None, None),  # no year: it is not filled in from anywhere
    ],
)
def test_a_dateline_tells_its_day_and_its_wire_and_stays(before: str, value: str | None, wire: str | None) -> None:
    lead = f"{before}The bridge will reopen on Thursday, the roads office said."
    article = read_text(f"Bridge to Reopen\n\n{lead}\n\nEngineer Yara Holt said that the work was done.", "a.txt")
    assert (article.published and article.published.value, article.wire) == (value, wire)
    assert article.lead == lead
    if article.published:
        assert article.published.found_in == "dateline"
        assert article.published.evidence == before.rstrip()


@pytest.mark.parametrize(
    "lead",
    [
        "Note: the bridge of 3 May 2021 - a wooden one - will be torn down.",
        "The bridge fell on 3 May 2021 - a Monday - and nobody was hurt.",
        "Well - this is it, she said.",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(lead: str) -> None:
    assert read_text(f"Bridge to Reopen\n\n{lead}\n\nNobody was hurt.", "a.txt").published is None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published: 9 May 2015 | Updated: 10 May 2015", "2015-05-09", "2015-05-10"),
        ("Updated 10 May 2015, first published 9 May 2015", "2015-05-09", "2015-05-10"),
        ("Letzte Änderung: 31.10.2023, erschienen am 30.10.2023", "2023-10-30", "2023-10-31"),
        ("Created on09.02.2022", "2022-02-09", None),
    ],
)
def test_what_was_published_and_what_was_updated_are_told_apart(line: str, published: str, updated: str | None) -> None:
    first, last = published_in(line), updated_in(line)
    assert first is not None
    assert (first.value, first.evidence) == (published, line)
    assert (last and last.value) == updated


def test_both_dates_of_a_line_are_kept_on_the_article() -> None:
    text = "Dam Opens\n\nUpdated: 10 May 2015 | Published: 9 May 2015\n\nThe dam opened on Saturday."
    article = read_text(text, "dam.txt")
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.value, article.updated.value) == ("2015-05-09", "2015-05-10")


def test_the_order_of_numbers_is_what_the_page_shows() -> None:
    for day_first, value in ((True, "2015-04-03"), (False, "2015-03-04")):
        found = dateline("Published 03/04/2015", day_first)
        assert found is not None
        assert found.value == value
    assert dateline("Published 03/04/2015") is None
