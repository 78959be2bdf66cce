"""What is only supposed to be said ends where the main clause begins."""

import pytest

from corpora.marked import in_doc
from sayso.attribution.factuality.classify import judged
from sayso.attribution.factuality.supposed import until_the_main_clause


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Had <Krall> {said} [yes, City would have paid nine million].", "yes"),
        ("If <the mayor> {says} [that it is safe, the road will open].", "that it is safe"),
        ("If <Fisk> {says} [no], Krall will stay.", "no"),
        ("<Krall> {said} [that if it rained, the game would be off].", "that if it rained, the game would be off"),
        ("<Ruiz> {might say} [yes, or no, or nothing].", "yes, or no, or nothing"),
    ],
)
def test_the_supposed_words_end_where_the_rest_begins(sentence: str, content: str) -> None:
    doc, attribution = in_doc(sentence)
    found = until_the_main_clause(doc, judged(doc, attribution))
    assert [span.text for span in found.content] == [content]
