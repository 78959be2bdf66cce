"""Who gets quoted: cells, shares, intervals, and the part that is left open."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from sayso.data.actor import Actor
from sayso.data.entry import Known
from sayso.data.position import Party, Polarity, Position
from sayso.data.statement import Principal, Speaker
from sayso.data.tally import BadTally, Tally
from sayso.record import Record, Search
from sayso.serialise.tallies import having
from tests.record.conftest import Databases, Files
from tests.record.printed import HOLT, RUIZ, described, printed

MINISTRY = Actor("organisation:interior-ministry", "Interior Ministry", "organisation", ("Interior Ministry",))
CAST = (RUIZ, HOLT, MINISTRY)


def told(reading: Any, **genders: str | None) -> Any:
    """The reading with what it tells of the speakers whose names begin so."""

    def marked(one: Any) -> Any:
        name = one.speaker.name.split()[0] if one.speaker else "nobody"
        return replace(one, gender=genders.get(name))

    return replace(reading, statements=tuple(map(marked, reading.statements)))


@pytest.fixture(scope="module")
def record(engine: Files | Databases) -> Iterator[Record]:
    """Two papers: the Courier has Ruiz, Holt and police, the Post has Ruiz with Holt, a ministry and nobody."""
    with Record(engine.new()) as record:
        courier = printed(
            "<Ana Ruiz> {said that} [the dams must stay].",
            "[“Nobody asked us,”] <she> {said}.",
            "<Ben Holt> {said} [they would go].",
            "<police> {said} [the road was shut].",
            on="2024-03-04",
            outlet="The Orsa Courier",
            actors=CAST,
        )
        record.add(told(described(courier), Ana="woman", Ben="man"))
        post = printed(
            "<Ana Ruiz> {said} [it rained for a week].",
            "<Interior Ministry> {said} [no one was hurt].",
            "<Nobody we know> {said} [it would rain].",
            on="2024-05",
            outlet="Post",
            actors=CAST,
            name="b.html",
        )
        first, *others = post.statements
        with_holt = replace(first, also=(Speaker(HOLT.id, HOLT.name, HOLT.type, "name"),))
        record.add(replace(post, statements=(with_holt, *others)))
        yield record


def shares(tally: Tally) -> dict[tuple[str, ...], tuple[int, float | None]]:
    """Count and share of each cell by its labels."""
    return {
        tuple(key.label for key in cell.keys): (cell.count, cell.share and round(cell.share, 3)) for cell in tally.cells
    }


def test_shares_are_of_what_is_told_in_each_group(record: Record) -> None:
    assert shares(record.tally(Search(), ["outlet", "kind"])) == {
        ("The Orsa Courier", "indirect"): (4, 1.0),
        ("Post", "indirect"): (3, 1.0),
    }
    assert shares(record.tally(Search(), ["outlet"])) == {("The Orsa Courier",): (4, 0.571), ("Post",): (3, 0.429)}


def test_a_statement_of_two_counts_for_each_of_them(record: Record) -> None:
    tally = record.tally(Search(outlet="Post"), ["speaker"])
    assert shares(tally) == {
        ("Ana Ruiz",): (1, 0.333),
        ("Ben Holt",): (1, 0.333),
        ("Interior Ministry",): (1, 0.333),
        ("not told",): (1, None),
    }
    assert (tally.total, tally.open) == (4, 1)


def test_who_is_only_described_is_not_named_and_not_open(record: Record) -> None:
    tally = record.tally(Search(outlet="Courier"), ["named"])
    assert shares(tally) == {("named",): (3, 0.75), ("unnamed",): (1, 0.25)}
    assert shares(record.tally(Search(outlet="Courier"), ["speaker"]))[("not named",)] == (1, 0.25)


def test_women_and_men_are_told_by_other_articles_too_and_a_ministry_is_no_person(record: Record) -> None:
    assert shares(record.tally(Search(outlet="Post"), ["gender"])) == {
        ("man",): (1, 0.5),
        ("woman",): (1, 0.5),
        ("no person",): (1, None),
        ("not told",): (1, None),
    }


def test_anonymous_is_who_keeps_the_name_back_and_a_spokesman_speaks_for_another(engine: Files | Databases) -> None:
    reading = described(
        printed("<Ana Ruiz> {said} [no].", "<an official> {said} [yes].", "<Ben Holt> {said} [so].", actors=CAST)
    )
    ana, official, ben = reading.statements
    assert official.speaker
    held_back = replace(official, speaker=replace(official.speaker, anonymous=True))
    for_ministry = replace(ben, on_behalf_of=Principal(MINISTRY.id, MINISTRY.name, MINISTRY.type))
    with Record(engine.new()) as record:
        record.add(replace(reading, statements=(ana, held_back, for_ministry)))
        anonymous, behalf = (shares(record.tally(Search(), [by])) for by in ("anonymous", "on_behalf_of"))
    assert anonymous == {("not anonymous",): (2, 0.667), ("anonymous",): (1, 0.333)}
    assert behalf == {("Interior Ministry",): (1, 0.333), ("for themselves",): (2, 0.667)}


def test_what_is_open_may_be_all_of_a_cell_or_nothing_of_it(record: Record) -> None:
    tally = record.tally(Search(outlet="Post"), ["gender"])
    (woman,) = [cell for cell in tally.cells if cell.keys[0].value == "woman"]
    assert (woman.least, woman.most) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_given_names_tell_only_where_they_are_asked(engine: Files | Databases) -> None:
    with Record(engine.new()) as record:
        record.add(printed("<Ana Ruiz> {said} [it rained].", "<Ben Holt> {said} [it did not]."))
        assert shares(record.tally(Search(), ["gender"])) == {("not told",): (2, None)}
        by_names = record.tally(Search(), ["gender"], gender_by="names")
    assert shares(by_names) == {("man",): (1, 0.5), ("woman",): (1, 0.5)}


def test_articles_that_contradict_each_other_tell_nothing_elsewhere(engine: Files | Databases) -> None:
    with Record(engine.new()) as record:
        for n, gender in enumerate(("woman", "man", None)):
            record.add(told(printed("<Ana Ruiz> {said} [it rained].", outlet=f"{n}", name=f"{n}"), Ana=gender))
        found = shares(record.tally(Search(), ["outlet", "gender"]))
    assert found == {("0", "woman"): (1, 1.0), ("1", "man"): (1, 1.0), ("2", "not told"): (1, None)}


@pytest.mark.parametrize(
    ("unit", "counts"),
    [("statements", {"named": 6, "unnamed": 1}), ("speakers", {"named": 3, "unnamed": 1})],
)
def test_units_count_what_they_say(record: Record, unit: Any, counts: dict[str, int]) -> None:
    tally = record.tally(Search(), ["named"], unit=unit)
    assert {cell.keys[0].label: cell.count for cell in tally.cells if not cell.is_open} == counts


def test_what_two_papers_print_of_one_speech_is_one_utterance(engine: Files | Databases) -> None:
    words = "the spillway of the old dam at Orsa will be closed on Monday for the first time in forty years"
    with Record(engine.new()) as record:
        for outlet in ("Courier", "Post"):
            record.add(printed(f"<Ana Ruiz> {{said}} [“{words},”].", on="2024-03-04", outlet=outlet, name=outlet))
        counts = {
            unit: record.tally(Search(), ["speaker"], unit=unit).cells[0].count  # type: ignore[arg-type]
            for unit in ("statements", "utterances")
        }
    assert counts == {"statements": 2, "utterances": 1}


def test_words_are_those_of_the_content(record: Record) -> None:
    tally = record.tally(Search(words="rained"), ["outlet"], unit="words")
    assert shares(tally) == {("Post",): (8, 1.0)}  # “it would rain” too


def test_an_article_that_has_two_of_them_is_one_in_all(record: Record) -> None:
    tally = record.tally(Search(), ["speaker"], unit="articles")
    assert shares(tally)[("Ana Ruiz",)] == (2, 1.0)
    assert tally.total == 2


def test_months_stand_in_their_order_and_what_is_known_less_well_is_open(record: Record) -> None:
    assert [cell.keys[0].label for cell in record.tally(Search(), ["month"]).cells] == ["2024-03", "2024-05"]
    assert [cell.keys[0].label for cell in record.tally(Search(), ["week"]).cells] == ["2024-03-04", "not told"]


def test_each_cell_leads_to_its_statements(record: Record) -> None:
    for by in (["outlet", "gender"], ["named", "kind"], ["month", "speaker"], ["type"], ["week"]):
        tally = record.tally(Search(outlet="Courier"), by)
        for cell in tally.cells:
            found = list(record.said(having=having(tally, cell), outlet="Courier"))
            assert len(found) == cell.count, (by, cell)


def test_a_list_of_ones_own_splits_statements_and_shows_who_is_not_on_it(engine: Files | Databases) -> None:
    with Record(engine.new()) as record:
        record.add(
            described(
                printed(
                    "<Ana Ruiz> {said} [it rained].",
                    "<Ben Holt> {said} [no].",
                    "<police> {said} [so].",
                    "<x> {said} [y].",
                )
            )
        )
        record.refer([Known("a", "Ana Ruiz", "person", columns=(("party", "Reeds"), ("beat", "")))])
        found = shares(record.tally(Search(), ["party"]))
        assert [one.name for one in record.columns()][-1] == "party"
    assert found == {("Reeds",): (1, 0.25), ("not on the list",): (3, 0.75)}


def test_a_position_column_tells_for_and_against(engine: Files | Databases) -> None:
    reading = printed(
        "<Ana Ruiz> {said} [the <dam> must stay].",
        "<Ben Holt> {said} [the <dam> must go].",
        "<Ben Holt> {said} [it rained].",
        "<Nobody we know> {said} [so].",
        actors=CAST,
    )
    for_it, against, _, _ = reading.statements
    dam = Party(for_it.attribution.content[0], "the Orsa dam")

    def stands(one: Any, number: int, polarity: Polarity) -> Position:
        holder = Party(one.attribution.source[0], one.speaker.name, one.speaker.actor)
        return Position(holder, dam, polarity, "support", one.attribution.cue, statement=number)

    sides = stands(for_it, 0, "positive"), stands(against, 1, "negative")
    with Record(engine.new()) as record:
        record.add(replace(reading, positions=sides))
        tally = record.tally(Search(), ["position:Orsa dam"])
        assert shares(tally) == {
            ("against",): (1, 0.5),
            ("for",): (1, 0.5),
            ("takes no position",): (1, None),
            ("not told",): (1, None),
        }
        for cell in tally.cells:
            assert len(list(record.said(having=having(tally, cell)))) == cell.count


def test_the_interval_knows_that_one_article_is_one_draw(engine: Files | Databases) -> None:
    with Record(engine.new()) as record:
        for n in range(10):
            who = "Ana Ruiz" if n < 5 else "Ben Holt"
            record.add(printed(*(f"<{who}> {{said}} [it rained {m}]." for m in range(10)), name=f"{n}"))
        ana, _ = record.tally(Search(), ["speaker"]).cells
    assert ana.interval
    assert (round(ana.interval.low, 2), round(ana.interval.high, 2)) == (0.24, 0.76)  # ten draws, not a hundred


ADDRESSES = {
    "politics": "https://post.example/Politics/2024/dam",
    "science-and-health": "http://post.example/science-and-health/dam.html",
    None: "https://post.example/article/dam",
}
"""By the section that they tell."""
NO_SECTION = ("/en/dam", "/2024/05/dam", "/what-the-old-dam-hides/1", "/politics", "/politics/", "")


def test_a_section_is_the_first_folder_of_the_address_where_that_is_a_word(engine: Files | Databases) -> None:
    urls = *ADDRESSES.values(), *(f"https://post.example{path}" for path in NO_SECTION)
    with Record(engine.new()) as record:
        for n, url in enumerate(urls):
            one = printed("<Ana Ruiz> {said} [it rained].", name=f"{n}")
            document = replace(one.article.document, url=url)
            record.add(replace(one, article=replace(one.article, document=document)))
        cells = record.tally(Search(), ["section"]).cells
        assert {cell.keys[0].value: cell.count for cell in cells} == {"politics": 1, "science-and-health": 1, None: 7}
        assert len(list(record.said(having="section=politics"))) == 1


def test_columns_that_there_are_not_are_refused(record: Record) -> None:
    with pytest.raises(BadTally, match="there is no column “party”; there are outlet, author"):
        record.tally(Search(), ["party"])
    with pytest.raises(BadTally, match="one to 3 columns, each once"):
        record.tally(Search(), ["kind", "kind"])
    with pytest.raises(BadTally, match="write column=value"):
        list(record.said(having="women"))


def test_it_tells_how_it_was_made(record: Record) -> None:
    one, other = (record.tally(Search(), ["kind"], query=query).made for query in ("a", "b"))
    assert (one.articles, one.statements, one.query, other.query) == (2, 7, "a", "b")
    assert one.record == other.record
    assert len(one.record) == 16


def test_nothing_found_is_an_empty_tally(record: Record) -> None:
    for unit in ("statements", "words", "speakers", "articles"):
        tally = record.tally(Search(words="zebra"), ["outlet", "gender"], unit=unit)  # type: ignore[arg-type]
        assert (tally.cells, tally.total, tally.open, tally.made.share_open) == ((), 0, 0, None)
