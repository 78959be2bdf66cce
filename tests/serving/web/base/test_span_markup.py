"""The text is cut where marks begin and end, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.data.article import Article, Block, Document, Span
from sayso.data.statement import Attribution, Statement
from sayso.record import ArticleRef, StatementRow
from sayso.serving.web.base.span_markup import Piece, marks_in, paragraphs, pieces

DOCUMENT = Document("a.txt", None, "text/plain", "00")
TEXT = "Lee said Park had promised to pay."


def row(number: int, text: str, **parts: list[tuple[int, int]]) -> StatementRow:
    spans = {
        part: tuple(Span.of(text, *place) for place in parts.get(part, [])) for part in ("source", "cue", "content")
    }
    ref = ArticleRef("key", None, None, None)
    return StatementRow(f"key.{number}", DOCUMENT, ref, Statement(Attribution(**spans)), None)


def drawn(found: tuple[Piece, ...]) -> str:
    """ "Lee" in the source of statement 0 as "Lee/s0", with "^0" where a statement begins."""
    return "|".join(
        "".join(f"^{n}" for n in piece.begins) + piece.text + "".join(f"/{m.part[0:2]}{m.number}" for m in piece.marks)
        for piece in found
    )


def test_a_report_in_a_report_lies_in_both() -> None:
    outer = row(0, TEXT, source=[(0, 3)], cue=[(4, 8)], content=[(9, 33)])
    inner = row(1, TEXT, source=[(9, 13)], cue=[(14, 26)], content=[(27, 33)])
    assert drawn(pieces(TEXT, [outer, inner])) == (
        "^0Lee/so0| |said/cu0| |^1Park/co0/so1| /co0|had promised/co0/cu1| /co0|to pay/co0/co1|."
    )


def test_a_block_gets_what_lies_in_it_and_a_mark_may_cross_blocks() -> None:
    text = "He said a.\n\nAnd b."
    article = Article(DOCUMENT, text, (Block("paragraph", 0, 10), Block("quote", 12, 18)))
    one, other = paragraphs(article, [row(0, text, cue=[(3, 7)], content=[(8, 18)])], 0, len(text))
    assert (one.kind, drawn(one.pieces)) == ("paragraph", "He |^0said/cu0| |a./co0")
    assert (other.kind, drawn(other.pieces)) == ("quote", "And b./co0")


@given(
    st.text(st.sampled_from("ab \n"), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8),
    st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_no_letter_is_lost_or_told_twice(text: str, places: list[tuple[int, int]], view: tuple[int, int]) -> None:
    places = [(a, b) for a, b in places if a < b <= len(text)]
    rows = [row(n, text, content=[place]) for n, place in enumerate(places)]
    start, end = sorted(min(edge, len(text)) for edge in view)
    article = Article(DOCUMENT, text, (Block("paragraph", 0, len(text)),) if text else ())
    found = [piece for one in paragraphs(article, rows, start, end) for piece in one.pieces]
    assert "".join(piece.text for piece in found) == (text[start:end] if start < end else "")
    for piece in found:
        assert all(text[m.start : m.end].count(piece.text) for m in piece.marks)
    lit = sum(len(piece.text) * len(piece.marks) for piece in found)
    assert lit == sum(max(0, min(m.end, end) - max(m.start, start)) for m in marks_in(rows))
