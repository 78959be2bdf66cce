"""brat: what is written is read back, by the reader of annotated articles, as the same spans."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from sayso.data.analysis import Reading
from sayso.data.statement import Act, Attribution
from sayso.evaluation.gold import entries
from sayso.export import NotWritten, write_brat
from sayso.export.formats.brat import CONFIGURATION, standoff
from tests.export.conftest import changed, courier, post
from tests.record.printed import printed


def spans(attribution: Attribution) -> tuple[object, object, object]:
    return attribution.source, attribution.cue, attribution.content


def back(folder: Path, reading: Reading) -> list[tuple[object, object, object]]:
    write_brat(folder, "dam", reading.article.text, reading.statements)
    (entry,) = entries([str(folder / "dam.ann")])
    gold = entry.load()
    assert gold.text == reading.article.text
    return [spans(attribution) for attribution in gold.attributions]


def test_a_round_trip_gives_the_same_spans(tmp_path: Path) -> None:
    reading = courier()
    assert back(tmp_path, reading) == [spans(statement.attribution) for statement in reading.statements]


def test_line_breaks_in_the_words_and_crlf_in_the_text_move_nothing(tmp_path: Path) -> None:
    reading = printed("<Ana\nRuiz> {said\r\nthat} [the\u2028dams\n\nmust stay].\r\n", title="Dam\r\n\r\nOrsa")
    assert back(tmp_path, reading) == [spans(reading.statements[0].attribution)]


@pytest.mark.parametrize("missing", ["source", "cue", "content"])
def test_a_part_that_is_missing_is_missing_still(tmp_path: Path, missing: str) -> None:
    reading = changed(courier(), 0, **{missing: ()})
    assert back(tmp_path, reading) == [spans(statement.attribution) for statement in reading.statements]


def test_what_stands_in_the_title_of_another_story_is_passed_over(tmp_path: Path) -> None:
    reading = post()
    assert write_brat(tmp_path, "b", reading.article.text, reading.statements) == 1 == len(reading.statements) - 1


def test_notes_tell_the_speaker_and_attributes_what_was_not_said() -> None:
    reading = courier()
    lines = standoff(reading.article.text, reading.statements).splitlines()
    assert "#2\tAnnotatorNotes E2\tAna Ruiz (person:ana-ruiz)" in lines
    assert "#4\tAnnotatorNotes E4\tspeaker unknown: nobody in the article is called so" in lines
    assert [line.split("\t")[1] for line in lines if "Negated" in line] == ["Negated E3"]
    assert [line.split("\t")[1] for line in lines if "Kind E2" in line] == ["Kind E2 direct"]


def test_no_id_is_given_twice() -> None:
    reading = courier()
    ids = [line.split("\t")[0] for line in standoff(reading.article.text, reading.statements).splitlines()]
    assert len(ids) == len(set(ids))


def test_words_that_are_not_those_of_the_text_are_refused() -> None:
    reading = courier()
    with pytest.raises(ValueError, match=r"from \d+ to \d+ the text does not read “said that”"):
        standoff(reading.article.text[1:], reading.statements)


def test_a_configuration_of_ones_own_is_kept(tmp_path: Path) -> None:
    write_brat(tmp_path, "one", "", [])
    assert (tmp_path / "annotation.conf").read_text() == CONFIGURATION
    (tmp_path / "annotation.conf").write_text("mine")
    write_brat(tmp_path, "two", "", [])
    assert (tmp_path / "annotation.conf").read_text() == "mine"


def test_every_kind_and_act_is_one_that_the_configuration_knows() -> None:
    for act in get_args(Act):
        reading = changed(courier(), 0, act=act, hypothetical=True)
        (value,) = (
            line.split()[-1]
            for line in standoff(reading.article.text, reading.statements).splitlines()
            if "Act E1" in line
        )
        assert value in CONFIGURATION.partition("Act Arg:Attribution, Value:")[2].strip().split("|")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        write_brat(tmp_path / "gone", "dam", "", [replace(courier().statements[0], where="related")])
