"""What people decided is written as gold, and what nobody looked at is not."""

from pathlib import Path

from sayso.evaluation.gold.jsonl import read_row
from sayso.record import Record
from sayso.serialise.gold import lines
from sayso.serialise.json_files import write_lines
from tests.record.printed import printed

DAM = printed("<Ana Ruiz> {said} [the dam holds].", "<Ben Holt> {said} [it does not].", "<She> {said} [no].")


def test_what_was_given_and_what_was_rejected_stand_in_their_article(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record:
        record.add(DAM)
        first, second, _ = record.said()
        record.reattribute(first.id, "Ben Holt", who="ana")
        record.reject(second.id, who="ana", why="a caption")
        record.undo(who="ana")
        record.reject(second.id, who="ana", why="a caption")
        record.different("Ana Ruiz", "Ben Holt", who="ana")
        article, pair = lines(record)
    (given,), (none,) = article["attributions"], article["rejected"]
    assert (given["decided"], none["why"]) == ("person:ben-holt", "a caption")
    assert given["content"][0]["text"] == "the dam holds"
    assert (pair["verb"], pair["who"]) == ("different", "ana")
    write_lines([article], tmp_path / "gold.jsonl")
    assert len(read_row("gold", (tmp_path / "gold.jsonl").read_bytes()).attributions) == 1
