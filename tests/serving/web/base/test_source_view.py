"""Words that were read are found again in the document as it came."""

import pytest

from sayso.data.article import Span
from sayso.serving.web.base.source_view import MOST, as_it_came, excerpt

READ = "The minister said “no – never” to all.\n\nNo, she said."


def lit(document: str, text: str, *words: str) -> list[str] | None:
    spans = [Span.of(text, text.index(one), text.index(one) + len(one)) for one in words]
    found = as_it_came(document.encode(), text, spans)
    return found and [piece for piece, is_lit in found.pieces if is_lit]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (READ, "“no – never”"),
        ("<p>The\n minister <b>said</b> &ldquo;no &ndash; never&#8221; to&nbsp;all.", "&ldquo;no &ndash; never&#8221;"),
        ("<p>The <i>minister</i> said “no – <em>nev</em>er” to all.", "“no – <em>nev</em>er”"),
        ("“no – never” is old.<br>The minister\tsaid “no\n– never” to", "“no\n– never”"),
    ],
)
def test_tags_entities_and_line_breaks_are_looked_through(document: str, expected: str) -> None:
    assert lit(document, READ, "“no – never”") == [expected]


def test_of_the_same_words_those_are_lit_that_follow_the_same_words() -> None:
    document = "<p>No, said he.</p><p>to all.</p><p>No, she said.</p>"
    found = as_it_came(document.encode(), READ, [Span.of(READ, READ.index("No,"), READ.index("No,") + 2)])
    assert found
    assert "".join(piece for piece, _ in found.pieces[:1]).endswith("to all.</p><p>")


def test_what_is_not_there_is_not_shown() -> None:
    assert lit("Something else.", READ, "never") is None
    assert lit("", READ, "never") is None
    assert lit("never " * MOST, READ, "never") is None


def test_an_excerpt_says_whether_more_stands_before_and_after() -> None:
    assert excerpt("abc", [(1, 2)]).cut == (False, False)
    found = excerpt("a" * 1000 + "b" + "c" * 1000, [(1000, 1001), (1000, 1001)])
    assert found.cut == (True, True)
    assert [piece for piece, is_lit in found.pieces if is_lit] == ["b"]
