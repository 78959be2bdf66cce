"""The marks of what counts as a statement: no text among them, no document in both parts, every mark a known one."""

from collections import defaultdict
from random import Random
from typing import get_args

import pytest

from corpora.acts.draw import Found, part, sample
from corpora.acts.join import Changed, Item, items, marks
from corpora.acts.texts import CORPORA, Text
from sayso.data.statement import Act, Attribution

MARKS = marks()
FEW_WORDS = 5


def test_marks_are_known_ones() -> None:
    assert {row["act"] for row in MARKS} <= set(get_args(Act))
    assert {row["corpus"] for row in MARKS} <= set(CORPORA)
    assert all(row["edges"] in (("ok", "runs on", "cut short") if row["attribution"] else (None,)) for row in MARKS)


def test_only_a_few_words_of_the_cue_are_kept() -> None:
    assert all(len(row["cue_words"].split()) <= FEW_WORDS for row in MARKS)


def test_no_document_is_in_both_parts() -> None:
    parts = defaultdict(set)
    for row in MARKS:
        parts[row["document"]].add(row["set"])
    assert all(found == {part(document)} for document, found in parts.items())


def test_what_is_drawn_stands_for_all() -> None:
    found = [Found(Text("news", "1", "He sang."), Attribution((), (), ()))] * 9
    assert sum(one.stands_for for one in sample(sample(found, 6, Random(1)), 2, Random(1))) == pytest.approx(9)
    assert sample([], 2, Random(1)) == []


def test_a_text_that_is_not_the_one_marked_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    for corpus in {row["corpus"] for row in MARKS}:
        monkeypatch.setitem(CORPORA, corpus, lambda _: iter(()))  # type: ignore[attr-defined]
    with pytest.raises(Changed):
        next(items(tmp_path))


def test_a_deed_is_no_statement() -> None:
    row = {"attribution": True, "act": "other", "set": "tune"}
    assert not Item(row, "").stated
    assert Item(row | {"act": "wanted"}, "").stated
    assert not Item(row | {"act": "said", "attribution": False}, "").stated
