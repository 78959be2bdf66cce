"""On a record, an utterance is one however many print it: found as articles come in, and kept by what people decide."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from sayso.data.analysis import Reading
from sayso.data.record_errors import NoSuchUtterance
from sayso.data.search import Search
from sayso.record import Record
from tests.record.printed import printed

SAID = "<Ana Ruiz> {said} [the old dam must stay where it is for another fifty years]."
STORY = (
    "The council of Orsa met until midnight on Monday and heard eleven farmers, two engineers and a priest. "
    "Snow had closed the road to Kessel, so that four of its members followed the debate by telephone from the inn. "
    "No vote was taken, and none is planned before the roads are open and the surveyors have come down again."
)
CHANGED = SAID.replace("must stay", "must not stay")

Article = Callable[..., Reading]


def article(outlet: str, said: str = SAID, *, on: str = "2031-03-04", story: str = "") -> Reading:
    paragraphs = [story, said] if story else [said]
    return printed(*paragraphs, on=on, outlet=outlet, name=f"{outlet}.txt", title=f"Dam at Orsa, by {outlet}")


def shown(record: Record) -> dict[str | None, tuple[int, int, bool, str | None]]:
    """By outlet: printings, sources, whether independent, what is altered."""
    return {
        row.article.outlet: (row.printings, row.sources, row.independent, row.altered.change if row.altered else None)
        for row in record.said()
    }


def test_a_wire_story_in_three_outlets_is_one_source_and_the_one_that_alters_it_is_named(place: str) -> None:
    wire = [article("Wire", story=STORY), article("Post", on="2031-03-05", story=STORY)]
    with Record(place) as record:
        for one in (*wire, article("Courier", CHANGED, on="2031-03-05", story=STORY)):
            record.add(one)
        assert shown(record) == {
            "Wire": (2, 1, True, None),
            "Post": (2, 1, False, None),
            "Courier": (1, 0, False, "“not” is added"),
        }
        found = record.printings(next(record.said()).utterance)
    assert [row.article.outlet for row in found.rows] == ["Wire", "Post"]
    assert [row.article.outlet for row in found.altered] == ["Courier"]
    assert found.first.article.outlet == "Wire"


def test_who_writes_for_himself_is_a_source_of_his_own(place: str) -> None:
    with Record(place) as record:
        for one in (article("Wire", story=STORY), article("Post", story=STORY), article("Mirror")):
            record.add(one)
        assert {number for number, *_ in shown(record).values()} == {3}
        assert {sources for _, sources, *_ in shown(record).values()} == {2}


@pytest.mark.slow
def test_it_is_the_same_in_whatever_order_articles_come(tmp_path_factory: pytest.TempPathFactory) -> None:
    readings = [
        article("Wire", story=STORY),
        article("Post", on="2031-03-05", story=STORY),
        article("Courier", CHANGED, on="2031-03-05", story=STORY),
        article("Mirror", on="2031-03-06"),
    ]
    found = []
    for order in list(permutations(readings))[::3]:
        with Record(tmp_path_factory.mktemp("order") / "sayso.db") as record:
            for one in order:
                record.add(one)
            found.append(shown(record))
    assert all(one == found[0] for one in found)


def test_a_search_shows_people_one_line_for_an_utterance_and_every_printing_if_asked(place: str) -> None:
    with Record(place) as record:
        for outlet in ("Wire", "Post", "Mirror"):
            record.add(article(outlet))
        people = Search(words="dam").for_people
        assert len(record.search(people).rows) == 1
        assert len(record.search(replace(people, each=True)).rows) == 3
        assert len(list(record.every(people))) == 1
        assert [row.article.outlet for row in record.search(replace(people, outlet="Post")).rows] == ["Post"]


def test_pages_of_lines_neither_repeat_an_utterance_nor_skip_one(place: str) -> None:
    others = ("a new bridge", "the night trams", "five warm classrooms")
    with Record(place) as record:
        for outlet in ("Wire", "Post"):
            record.add(article(outlet))
            record.add(article(f"{outlet} again", SAID, on="2031-06-01"))
            for n, thing in enumerate(others):
                said = f"<Ana Ruiz> {{said}} [the council will pay for {thing} next year]."
                record.add(article(f"{outlet} {n}", said))
        found, after = [], None
        while True:
            page = record.search(Search().for_people, limit=2, after=after, order="newest")
            found += [row.utterance for row in page.rows]
            if (after := page.next) is None:
                break
    assert len(found) == len(set(found)) == 5


def test_counts_for_people_count_a_story_once(place: str) -> None:
    with Record(place) as record:
        for one in (article("Wire", story=STORY), article("Post", story=STORY), article("Mirror")):
            record.add(one)
        assert record.facets(Search().for_people).total == 2
        assert record.facets(Search(words="dam").for_people).total == 2
        assert record.facets(Search(outlet="Post").for_people).total == 1
        assert record.facets(Search()).total == 3


def test_a_statement_that_people_take_out_stays_out_when_its_article_is_read_again(place: str) -> None:
    with Record(place) as record:
        for outlet in ("Wire", "Post", "Mirror"):
            record.add(article(outlet))
        of_post = next(row for row in record.said() if row.article.outlet == "Post")
        record.split(of_post.id, who="ana", why="another meeting")
        record.add(article("Post"), again=True)
        assert {outlet: number for outlet, (number, *_) in shown(record).items()} == {"Wire": 2, "Post": 1, "Mirror": 2}
        record.undo(who="ana")
        assert {number for number, *_ in shown(record).values()} == {3}


def test_a_statement_that_people_put_in_is_in_whatever_it_says(place: str) -> None:
    with Record(place) as record:
        record.add(article("Wire"))
        record.add(article("Post", "<Ana Ruiz> {said} [nobody should touch what our grandfathers built]."))
        wire, post = sorted(record.said(), key=lambda row: row.article.outlet != "Wire")
        record.join(post.id, wire.utterance, who="ana")
        record.add(article("Post", "<Ana Ruiz> {said} [nobody should touch what our grandfathers built]."), again=True)
        assert len(record.printings(wire.utterance).rows) == 2


def test_an_id_that_was_given_up_leads_on(place: str) -> None:
    with Record(place) as record:
        record.add(article("Post", on="2031-03-05"))
        (before,) = record.said()
        record.add(article("Wire"))
        record.add(article("Mirror", on="2031-03-06"))
        assert len(record.printings(before.utterance).rows) == 3
        assert len(record.printings(before.id).rows) == 3
        with pytest.raises(NoSuchUtterance):
            record.printings("u0")


def test_when_an_article_goes_what_it_altered_or_copied_is_told_anew(place: str) -> None:
    with Record(place) as record:
        record.add(article("Wire"))
        record.add(article("Courier", CHANGED, on="2031-03-05"))
        assert shown(record)["Courier"][3] == "“not” is added"
        (wire,) = [row for row in record.said() if row.article.outlet == "Wire"]
        record.reject(wire.id, who="ana")
        assert shown(record) == {"Courier": (1, 1, True, None)}


def test_articles_on_one_matter_are_related_earlier_and_later_ones(place: str) -> None:
    with Record(place) as record:
        record.add(article("Wire", story=STORY))
        record.add(article("Post", on="2031-03-05", story=STORY))
        record.add(article("Mirror", on="2031-03-03"))
        record.add(printed("<Ben Holt> {said} [the harbour needs a crane].", on="2031-03-04", outlet="Quay", actors=()))
        (wire,) = [row.article.id for row in record.said() if row.article.outlet == "Wire"]
        found = record.related(wire)
    assert [(one.article.outlet, one.is_copy) for one in found] == [("Mirror", False), ("Post", True)]
