import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.marked import marked
from sayso.attribution.headlines.parser import attribute_headline
from tests.seed import PAGE, needs_page


@pytest.mark.parametrize(
    "headline",
    [
        "<Ruiz>{:} [Dam will hold]",
        "<Anna Ruiz>{:} [‘We will not pay’]",
        "<Foreign minister>{:} [no talks with Ilia]",
        "<Police>{:} [two held after raid]",
        "<Ministry of Health>{:} [Ten Thousand Displaced]",
        "<Will Costa>{:} [we are leaving]",
        "[Dam More Powerful Than Ever after Repairs]{:} <Ruiz>",
        "[Ten dead in crash]{:} <police>",
        "[Coffee is good for you]{:} <study>",
        "[‘We will not pay’]{:} <Ruiz> on dam",
        "<Costa> on dam{:} [‘It will hold’]",
        "[Dam unsafe], {says} <minister>",
        "[Dam is safe], <minister> {says}",
        "[‘Dam is safe,’] <Mayor> {Insists}",
        "[Dam ‘unsafe’] {says} <mayor>",
        "[Dam will hold], {according to} <new study>",
        "[Dam is safe] {–} <minister>",
        "<Ruiz> {Urges} [Ilia’s Full Support for Dam]",
        "<Rossi> {vows} [to rebuild bridge]",
        "<Minister> {denies} [taking bribe]",
        "<UN chief> {warns} [of famine in Ilia]",
        "<Officials> {warn} [of flood]",
        "<Ruiz> {calls for} [new vote]",
        "<Ruiz> {hits out at} [Costa]",
        "<Mayor> {said} [that the dam will hold]",
        "Exclusive: <Ruiz> {denies} [bribe]",
        "<Ruiz> {Says} [She Will Not Run], Calls Vote Rigged",
        "<Ruiz> {backs} [new dam]; Costa unmoved",
        "<Ruiz> {denies} [bribe] – The Lindo Times",
        "[New dam is working] <governor> {says}",
        "[Dam will not hold] <chief engineer> {warns}",
        "<Ana RUIZ>{:} [Dam will hold]",
    ],
)
def test_a_headline_names_who_says_what(headline: str) -> None:
    title, expected = marked(headline)
    found = attribute_headline(title)
    assert found is not None
    assert (found.source, found.cue, found.content) == (expected.source, expected.cue, expected.content)
    assert found.kind == "headline"


@pytest.mark.parametrize(
    "title",
    [
        "Live: flood in Porto Lindo",
        "Grey Fever RETURNS: Three towns struck by plague",
        "Porto Lindo DOOMED: City will sink in ten years",
        "Ana Ruiz: Son reveals her last wish",
        "Orsa Bypolls: Turncoats get richer in a year",
        "Video: boat rescued at sea",
        "Opinion: the dam must go",
        "Analysis: what next for Ruiz",
        "Update: road closed",
        "Exclusive: dam report leaked",
        "Film review: The Long River",
        "Budget 2015: what you need to know",
        "War in Ilia: a timeline",
        "Porto Lindo flood: Three dead",
        "Syria: rebels take town",
        "Person of the year: Anna Ruiz",
        "Interview: Anna Ruiz",
        "Ten things we learned from Anna Ruiz",
        "Ruiz: is she finished?",
    ],
)
def test_a_label_or_a_topic_says_nothing(title: str) -> None:
    assert attribute_headline(title) is None


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Ruiz wins election",
        "Storm kills three",
        "Ruiz accused of fraud",
        "Minister urged to resign",
        "Insurance claims rise after storm",
        "Police reports of theft fall",
        "War fears hit markets",
        "What Ruiz says about the dam",
        "Voters wary as Ruiz vows change",
        "Ready to back Ruiz",
        "Dam opens – The Lindo Times",
        "Costa Made a Final Demand – Refused Immediately",
    ],
)
def test_what_happens_is_no_statement(title: str) -> None:
    assert attribute_headline(title) is None


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Ruiz: ‘We will not pay’", "Ruiz: dam costs too much"),
        ("Foreign minister: dam is safe", "Ruiz: dam is safe"),
        ("Ruiz denies bribe", "Ruiz claims victory"),
        ("Dam not safe at all: police", "Dam unsafe: Costa"),
    ],
)
def test_what_could_be_something_else_is_less_certain(surer: str, less_sure: str) -> None:
    first, second = attribute_headline(surer), attribute_headline(less_sure)
    assert first is not None
    assert second is not None
    assert first.confidence > second.confidence


@pytest.mark.parametrize(
    ("title", "negated", "hypothetical", "act"),
    [
        ("Ruiz does not rule out coalition", True, False, "said"),
        ("Ruiz to announce dam plan", False, True, "said"),
        ("Mayor may back dam", False, True, "said"),
        ("Mayor refuses to comment on bribe", False, False, "did not comment"),
        ("Ruiz wants to rebuild bridge", False, False, "wanted"),
        ("Minister denies taking bribe", False, False, "said"),
    ],
)
def test_a_headline_can_take_back_what_it_reports(title: str, negated: bool, hypothetical: bool, act: str) -> None:
    found = attribute_headline(title)
    assert found is not None
    assert (found.negated, found.hypothetical, found.act) == (negated, hypothetical, act)


@needs_page
def test_every_headline_of_the_seed_page_is_velayatis() -> None:
    page = PAGE.read_text("utf-8")
    titles = [page.splitlines()[0], *re.findall(r'"title":"([^"]*)"', page)]
    found = [attribute_headline(title) for title in titles]
    assert len(found) == 14
    assert [[span.text for span in headline.source] for headline in found if headline] == [["Velayati"]] * 14


WORDS = st.sampled_from(
    ["Ruiz", "says", ":", "–", "‘", "’", "dam", "police", ",", "is", "The", "to", "denies", "|", ";", "?"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
def test_spans_are_the_titles_own_words_whatever_the_title(title: str) -> None:
    found = attribute_headline(title)
    if found is not None:
        spans = (*found.source, *found.cue, *found.content)
        assert all(title[span.start : span.end] == span.text and span.text.strip() for span in spans)
        assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)


def test_a_paragraph_for_a_title_is_left_to_the_model() -> None:
    assert attribute_headline("Ruiz says " + "no " * 200) is None
