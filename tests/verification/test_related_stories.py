"""Statements in the headlines of related stories: the same story is found, and then its words are compared."""

from dataclasses import replace

from sayso.data.article import StoryStub
from sayso.verification import Verdict, compare
from tests.record.printed import printed

BEFORE = printed(
    "Nothing was said.", related=(("<Ruiz>{:} [dam must stay]", None), ("<Holt> {says} [wall is cracked]", None))
)


def verdicts(*stories: StoryStub, before: tuple[StoryStub, ...] = ()) -> list[Verdict]:
    article = replace(BEFORE.article, related=before or BEFORE.article.related)
    return compare(article, BEFORE.statements, replace(article, related=stories))


def test_a_list_in_another_order_is_verbatim() -> None:
    found = verdicts(StoryStub("Holt says wall is cracked"), StoryStub("Ruiz: dam must stay"))
    assert [(one.standing, one.story) for one in found] == [("verbatim", 1), ("verbatim", 0)]


def test_a_title_changed_in_a_word() -> None:
    dam, _ = verdicts(StoryStub("Ruiz: dam must not stay"), StoryStub("Holt says wall is cracked"))
    assert (dam.standing, dam.story, dam.start, dam.end) == ("altered", 0, 0, 23)
    assert dam.diff == (("equal", "Ruiz: dam must"), ("insert", " not"), ("equal", " stay"))


def test_an_id_or_a_link_tells_that_it_is_the_same() -> None:
    for told in ({"id": "7"}, {"url": "https://orsa.example/7"}):
        before = StoryStub("Ruiz: dam must stay", **told), StoryStub("Holt says wall is cracked")
        dam, wall = verdicts(StoryStub("Update: Ruiz wants dam to stay", **told), before=before)
        assert (dam.standing, wall.standing) == ("altered", "gone")


def test_another_story_of_the_same_title_is_not_it() -> None:
    for told, other in (({"id": "7"}, {"id": "8"}), ({"url": "https://a.example"}, {"url": "https://b.example"})):
        before = StoryStub("Ruiz: dam must stay", **told), StoryStub("Holt says wall is cracked")
        dam, _ = verdicts(StoryStub("Ruiz: dam must stay", **other), before=before)
        assert dam.standing == "gone"


def test_a_like_title_of_another_speaker_is_not_it() -> None:
    dam, _ = verdicts(StoryStub("Minister Venn: dam must go"), StoryStub("Holt says wall is cracked"))
    assert dam.standing == "gone"


def test_a_headline_that_is_now_in_the_text_is_gone_from_the_list() -> None:
    after = replace(BEFORE.article, text=BEFORE.article.text + "\n\nRuiz: dam must stay", related=())
    assert [one.standing for one in compare(BEFORE.article, BEFORE.statements, after)] == ["gone", "gone"]
