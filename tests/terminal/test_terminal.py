"""What people see: quiet in a pipe, in colour on a terminal, and never in the hands of the article."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from sayso import terminal
from sayso.data.analysis import Reading
from sayso.record import Record
from sayso.terminal.console import safe
from tests.record.printed import denied, described, person, printed


def piped(reading: Reading, capsys: pytest.CaptureFixture[str]) -> str:
    terminal.show_reading(terminal.screen(), reading)
    return capsys.readouterr().out


def coloured(reading: Reading, width: int = 80) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=width, highlight=False)
    terminal.show_reading(console, reading)
    return out.getvalue()


def test_a_pipe_gets_source_cue_and_content_in_signs_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    long = "the dam must stay, " * 20
    out = piped(printed(f"<Ana Ruiz> {{said that}} [{long}]."), capsys)
    assert f"      [Ana Ruiz] (said that) «{long.strip()}»\n" in out
    assert "\x1b" not in out


def test_pieces_far_apart_are_shown_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    out = piped(printed("[“No,”] {said} <Ana Ruiz>, who wore a red coat in the rain, [“never.”]"), capsys)
    assert "«“No,”» (said) [Ana Ruiz] … «“never.”»" in out


def test_how_a_speaker_is_known_is_told_unless_the_name_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    out = piped(printed("<Ana Ruiz> {said} [no].", "<She> {said} [never].", "<Officials> {said} [yes]."), capsys)
    assert "  Ana Ruiz · indirect · body" in out
    assert "  Ana Ruiz ← She (pronoun) · indirect" in out
    assert "  speaker unknown ← Officials · nobody in the article is called so · indirect" in out


def test_a_denial_is_flagged_and_so_is_what_is_reported_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    reading = denied(printed("<Ben Holt> {denied} [that he had asked].", "<He> {had asked} [her to wait]."))
    reported = replace(reading.statements[1], reported_by=0)
    out = piped(replace(reading, statements=(reading.statements[0], reported)), capsys)
    assert "  Ben Holt · indirect · denied · body" in out
    assert "      [Ben Holt] (denied) «that he had asked»\n" in out
    assert "(pronoun) · indirect · reported in a denial · body" in out
    assert "\x1b[1;31mdenied\x1b[0m that he had asked" in coloured(reading)


def test_one_who_is_only_described_is_not_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    out = piped(described(printed("<Police> {said} [no].")), capsys)
    assert "  Police (not named) · indirect · body" in out
    assert "speaker unknown" not in out


def test_a_date_is_shown_with_the_words_that_tell_it(capsys: pytest.CaptureFixture[str]) -> None:
    out = piped(printed("Rain.", on="2024-03-04T08:30:00", related=(("<Ruiz>{:} [no]", "2023-01-02"),)), capsys)
    assert "2024-03-04 08:30:00 (dateline “2024-03-04T08:30:00”)" in out
    assert "indirect · 2023-01-02 · related story 0, 0–8" in out
    assert "2023-01-02 (picture path) · Ruiz: no" in out


def test_each_speaker_has_a_colour_and_content_has_none() -> None:
    out = coloured(printed("<Ana Ruiz> {said} [no].", "<Ben Holt> {said} [yes]."))
    assert "\x1b[1;92mAna Ruiz\x1b[0m \x1b[2;3msaid\x1b[0m no" in out
    assert "\x1b[1;34mBen Holt\x1b[0m" in out


def test_on_a_terminal_a_long_statement_goes_on_at_its_indent() -> None:
    out = coloured(printed(f"<Ana Ruiz> {{said}} [{'rain ' * 30}]."), width=60)
    assert "\n      rain rain" in out


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\x1b[2Jb", "ab"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x9b31mb", "a31mb"),
        ("a\rb\n\tc", "a b c"),
        ("a\x00\x08\x7fb", "ab"),
        ("abc\u202edef", "abcdef"),
        ("half \ud83d", "half \ufffd"),
        ("[bold]dam[/bold] :smile:", "[bold]dam[/bold] :smile:"),
        ("“Été” 🌧️ नदी", "“Été” 🌧️ नदी"),
    ],
)
def test_an_article_cannot_command_the_terminal(words: str, shown: str) -> None:
    assert safe(words) == shown


def test_nothing_of_an_article_reaches_the_screen_unchecked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = "\x1b[2J {}[/bold]\x07"
    name = evil.format("Ana")
    reading = printed(
        f"<Officials> {{sa\x1b[2Jid}} <{evil.format('no')}>.",
        title=evil.format("Title"),
        outlet=evil.format("Outlet"),
        actors=(person(name, roles=(evil.format("mayor"),)),),
        related=((f"<{name}>{{:}} <{evil.format('yes')}>", "2024-01-01"),),
        name=evil.format("file"),
    )
    console = terminal.screen()
    with Record(tmp_path / "sayso.db") as record:
        record.add(reading)
        terminal.show_reading(console, reading)
        terminal.show_dossier(console, record.who("ana"))
        terminal.show_candidates(console, record.called("ana"))
        terminal.show_attributions(console, reading.article.document, [s.attribution for s in reading.statements])
        terminal.note(name)
    captured = capsys.readouterr()
    assert not {"\x1b", "\x07"} & set(captured.out + captured.err)
    assert "Ana[/bold]" in captured.out


def test_a_dossier_shows_each_statement_with_its_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Record(tmp_path / "sayso.db") as record:
        record.add(printed("<Ana Ruiz> {said} [no].", "<Ben Holt> {said} [Ruiz lies].", on="2024-03-04", outlet="Post"))
        record.add(printed("<Ruiz> {said} [yes].", actors=(person("Ruiz"),), name="b.txt"))
        (row,) = record.said("no")
        terminal.show_dossier(terminal.screen(), record.who("Ruiz"))
    out = capsys.readouterr().out
    assert "Ana Ruiz · person · person:ana-ruiz\n" in out
    assert "  mayor of Orsa · 1 article · 2024-03-04 · Post\n" in out
    assert (
        "2024-03-04  Ana Ruiz · indirect\n"
        "            Ana Ruiz said no\n"
        f"            Post · “The dam at Orsa” · dam.txt · body 17–33 · {row.id}\n"
    ) in out
    assert "Others on Ana Ruiz (1)" in out
    assert "Perhaps the same, and kept apart until more is known\n  Ruiz · person · 1 statement in 1 article" in out


def test_no_bar_is_drawn_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with terminal.progress(range(10)) as numbers:
        assert list(numbers) == list(range(10))
    assert capsys.readouterr() == ("", "")


def test_what_is_likelier_a_slip_than_a_statement_is_counted_and_shown_to_who_asks() -> None:
    reading = printed("<Ana Ruiz> {said} [no].", "<You> {’ll love} [the new lamp].")
    slip = replace(reading.statements[1], attribution=replace(reading.statements[1].attribution, shown=False))
    reading = replace(reading, statements=(reading.statements[0], slip))
    console = Console(file=io.StringIO(), record=True, width=100)
    terminal.show_reading(console, reading)
    told = console.export_text()
    assert "Statements (1)" in told
    assert "1 more likelier a deed or a slip than a statement: --all shows them" in told
    terminal.show_reading(console, reading, everything=True)
    assert "Statements (2)" in console.export_text()
