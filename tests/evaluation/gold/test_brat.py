"""brat's standoff: events as PolNeAR has them, relations as others do, and every mark checked against the text."""

from pathlib import Path

import pytest

from sayso.data.errors import Unreadable
from sayso.evaluation.gold.brat import read_standoff
from tests.evaluation.gold.harbour import SAID, TEXT, WARNED, place, words_of


def marks(*lines: str, text: str = TEXT) -> str:
    """Lines of brat's in which `{T1 Source|Ana Ruiz|…}` stands for the T line of these words."""
    return "".join(mark(line[1:-1], text) if line.startswith("{") else f"{line}\n" for line in lines)


def mark(line: str, text: str) -> str:
    (number, kind), words = line.split("|")[0].split(), line.split("|")[1:]
    places = ";".join("{} {}".format(*place(piece, text)) for piece in words)
    return f"{number}\t{kind} {places}\t{' '.join(words).replace(chr(10), ' ')}\n"


SPANS = (
    "{T1 Source|Ana Ruiz}",
    "{T2 Cue|said}",
    "{T3 Content|“We will not sell,”|“ever.”}",
    "{T5 Source|Tom Holt}",
    "{T6 Cue|warned}",
    "{T7 Content|that the old\nharbour would close}",
    "{T9 Discuss|old}",
)
EVENTS = (
    "{T4 Attribution|said}",
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7",
    "{T8 Attribution|warned}",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_bytes(TEXT.encode())
    return tmp_path / "harbour.ann"


def test_an_event_is_an_attribution_whose_words_may_stand_in_pieces(path: Path) -> None:
    path.write_text(marks(*SPANS, *EVENTS), "utf-8")
    gold = read_standoff(path)
    assert (gold.text, words_of(gold)) == (TEXT, [SAID, WARNED])


def test_a_role_that_is_played_twice_is_numbered(path: Path) -> None:
    spans = "{T1 Cue|said}", "{T2 Content|“We will not sell,”}", "{T3 Content|“ever.”}"
    path.write_text(marks(*spans, "E1\tCue:T1 Content:T2 Content2:T3"), "utf-8")
    assert words_of(read_standoff(path)) == [{**SAID, "source": []}]


@pytest.mark.parametrize(
    "relations",
    [
        ("R1\tBy Arg1:T2 Arg2:T1", "R2\tOf Arg1:T2 Arg2:T3", "R3\tBy Arg1:T6 Arg2:T5", "R4\tOf Arg1:T7 Arg2:T6"),
        ("R1\tSays Arg1:T1 Arg2:T3", "R2\tOf Arg1:T2 Arg2:T3", "R3\tSays Arg1:T5 Arg2:T7", "R4\tOf Arg1:T6 Arg2:T7"),
    ],
    ids=["both to the cue", "both to the content"],
)
def test_relations_tie_a_cue_to_its_content_and_source(path: Path, relations: tuple[str, ...]) -> None:
    path.write_text(marks(*SPANS, *relations), "utf-8")
    assert words_of(read_standoff(path)) == [SAID, WARNED]


def test_a_source_of_two_attributions_does_not_make_them_one(path: Path) -> None:
    relations = "R1\tA Arg1:T2 Arg2:T1", "R2\tA Arg1:T2 Arg2:T3", "R3\tA Arg1:T6 Arg2:T1", "R4\tA Arg1:T6 Arg2:T7"
    path.write_text(marks(*SPANS, *relations), "utf-8")
    assert words_of(read_standoff(path)) == [SAID, {**WARNED, "source": ["Ana Ruiz"]}]


def test_a_content_without_a_cue_is_tied_to_its_source(path: Path) -> None:
    path.write_text(marks(*SPANS, "R1\tSays Arg1:T1 Arg2:T3"), "utf-8")
    assert words_of(read_standoff(path)) == [{**SAID, "cue": []}]


def test_notes_attributes_and_blank_lines_are_passed_over(path: Path) -> None:
    path.write_text(marks(*SPANS, "#1\tAnnotatorNotes T1\tsure", "A1\tNegated E1", "", *EVENTS), "utf-8")
    assert len(read_standoff(path).attributions) == 2


def test_an_article_may_have_no_attributions(path: Path) -> None:
    path.write_text(marks("{T1 Discuss|harbour}"), "utf-8")
    assert read_standoff(path).attributions == ()


def test_offsets_count_line_ends_as_the_file_has_them(path: Path) -> None:
    text = TEXT.replace("\n", "\r\n")
    path.with_suffix(".txt").write_bytes(text.encode())
    path.write_text(marks("{T1 Cue|warned}", "{T2 Source|Tom Holt}", "E1\tCue:T1 Source:T2", text=text), "utf-8")
    assert words_of(read_standoff(path)) == [{**WARNED, "content": []}]


def test_polnear_keeps_texts_in_a_folder_beside_and_names_who_marked_them(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "wire_2024-03-04_harbour.txt").write_bytes(TEXT.encode())
    path = tmp_path / "attributions" / "wire_2024-03-04_harbour_4e07.ann"
    path.write_text(marks(*SPANS, *EVENTS), "utf-8")
    assert words_of(read_standoff(path)) == [SAID, WARNED]


def test_marks_without_a_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "lost.ann"
    path.touch()
    with pytest.raises(Unreadable, match=r"lost\.ann: there is no lost\.txt with its text"):
        read_standoff(path)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (
            ("{T1 Cue|said}", "T2\tCue 0\tsaid"),
            " line 2: it is not “T1, tab, kind, space, start, space, end, tab, words”",
        ),
        (("T1\tCue 0 4\tsaid",), " line 1: from 0 to 4 the text reads ““We ”, not “said”"),
        (("T1\tCue 0 999\tsaid",), f" line 1: no span 0:999 in a text of {len(TEXT)} characters"),
        (("{T1 Cue|said}", "E1\tCue:T1 Source:T5"), " line 2: it names T5, and no line T5 marks any words"),
        (("{T1 Cue|said}", "R1\tOf Arg1:T1"), " line 2: it is neither “E1"),
        (("Ana Ruiz said",), " line 1: brat writes no such line"),
        (("{T1 Cue|said}",), ": no event or relation in it ties a Source, Cue or Content"),
        (("{T1 Verb|said}", "E1\tVerb:T1"), ": no event or relation in it ties a Source, Cue or Content"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(path: Path, lines: tuple[str, ...], why: str) -> None:
    path.write_text(marks(*lines), "utf-8")
    with pytest.raises(Unreadable) as error:
        read_standoff(path)
    assert str(error.value).startswith(f"{path}{why}")


def test_a_text_that_is_not_utf8_is_told_by_its_own_name(path: Path) -> None:
    path.touch()
    path.with_suffix(".txt").write_bytes(b"caf\xe9")
    with pytest.raises(Unreadable, match=r"harbour\.txt: it is not UTF-8"):
        read_standoff(path)
