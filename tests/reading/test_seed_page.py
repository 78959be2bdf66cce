"""The page that sayso grew from: a headline said twice, a date line, and a var_dump of other stories at its end."""

import pytest

from sayso.data.article import Article
from sayso.reading import read_document
from tests.seed import PAGE, needs_page

pytestmark = needs_page


@pytest.fixture(scope="module")
def article() -> Article:
    return read_document(PAGE.read_bytes(), PAGE.name)


def test_the_repeated_headline_is_read_once(article: Article) -> None:
    assert article.title == "Velayati Confirms Iran-Russia Cooperation against Terrorism"
    assert article.text.count(article.title) == 1


def test_the_date_line_is_the_date_and_no_block(article: Article) -> None:
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2015-10-10T17:31:28", "second")
    assert (article.published.found_in, article.published.evidence) == ("dateline", "Sat Oct 10, 2015 17:31:28")
    assert "17:31:28" not in article.text


def test_lead_and_section_headings_are_told_apart(article: Article) -> None:
    assert article.lead is not None
    assert article.lead.startswith("Supreme Leader’s Senior Advisor for international affairs")
    headings = [article.text[block.start : block.end] for block in article.blocks if block.kind == "heading"]
    assert headings == [
        "Iran, Syria and Iraq’s continuous cooperation in Fighting against terrorism",
        "We support Syrian government publically",
        "The transfer of Russian Military operation to Iraq, It is unlikely that Russians refuse to do it",
        "Bashar al-Assad, Syrian current government, and resistance are the red lines of Iran's Plan for Syria",
        "Iran will pursue Mina disaster",
        "Iran welcomes any dialogue with the Persian Gulf Cooperation Council",
    ]


def test_the_dump_is_residue_of_verified_length_and_leaves_no_trace(article: Article) -> None:
    (dump,) = article.residue
    assert (dump.kind, dump.verified) == ("var_dump", True)
    assert dump.text.startswith('string(2336) "[{"id":"1704379"')
    assert dump.text.endswith('"Velayati: Washington Never Trustworthy for Iran"} ]"')
    for trace in ("string(", "alalam", "{", '"id"'):
        assert trace not in article.text


def test_the_dump_names_thirteen_stories_dated_by_their_pictures(article: Article) -> None:
    assert [story.order for story in article.related] == list(range(13))
    first, last = article.related[0], article.related[-1]
    assert (first.id, first.title) == ("1704379", "Velayati: This War Does not Benefit the Saudis")
    assert first.picture == "/2015/05/19/alalam_635676431137421445_25f_4x3.jpg"
    assert first.published is not None
    assert last.published is not None
    assert (first.published.value, first.published.found_in) == ("2015-05-19T14:38:33", "picture path")
    assert last.published.value.startswith("2015-09-03")


def test_its_language_is_told(article: Article) -> None:
    assert article.language == "en"
