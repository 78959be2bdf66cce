"""One text, asked for its blocks, sentences, words and quotations."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.data.article import Article, Block, Document
from sayso.text.doc import Doc

TEXT = "Dam Holds Firm\n\nGen. Lee left. “We stay,” he said.\n\n“One.\n\n“Two.”"
BLOCKS = (Block("paragraph", 16, 50), Block("title", 0, 14), Block("quote", 52, 57), Block("quote", 59, 65))


def doc() -> Doc:
    return Doc.of(Article(Document("t", None, "text/plain", "0"), TEXT, BLOCKS))


def test_sentences_end_with_their_block_and_not_at_a_title() -> None:
    places = zip(doc().sentences.starts, doc().sentences.ends, strict=True)
    assert [TEXT[slice(*place)].strip() for place in places] == [
        "Dam Holds Firm",
        "Gen. Lee left.",
        "“We stay,” he said.",
        "“One.",
        "“Two.”",
    ]
    assert doc().sentence_at(TEXT.index("Lee")) == (16, 31)


def test_blocks_are_known_by_place() -> None:
    assert [doc().kind_at(at) for at in (0, 16, 52)] == ["title", "paragraph", "quote"]
    assert doc().distance(16, 59) == 2
    assert doc().in_title_case(0)
    assert not doc().in_title_case(16)


def test_what_is_quoted_is_so_over_paragraphs_and_not_between_them() -> None:
    quoted = [TEXT[slice(*piece)] for quotation in doc().quotations for piece in quotation.pieces]
    assert quoted == ["“We stay,”", "“One.", "“Two.”"]
    assert [doc().quoted(TEXT.index(word)) for word in ("We", "he", "One", "Two")] == [True, False, True, True]
    assert doc().quotation_end_before(TEXT.index("he said")) == TEXT.index(" he said")


def test_words_keep_the_stop_of_an_abbreviation() -> None:
    assert [word.text for word in doc().words_in(16, 31)] == ["Gen.", "Lee", "left."]
    assert doc().words_in(17, 23) == ()


def test_a_bare_text_has_a_block_for_each_line() -> None:
    bare = Doc("It rained\nin Orsa.\n\nHe left. She stayed.")
    assert bare.kinds == ("paragraph",) * 3
    assert len(bare.sentences.starts) == 4
    assert Doc("").sentence_at(0) == (0, 0)


@given(st.text(alphabet='aA.“”"\n ’', max_size=50))
def test_any_text_can_be_asked(text: str) -> None:
    found = Doc(text)
    assert all(text[word.start : word.end] == word.text for word in found.words)
    assert all(start < end for start, end in zip(found.sentences.starts, found.sentences.ends, strict=True))
    for place in range(len(text)):
        start, end = found.sentence_at(place)
        assert 0 <= start <= end <= len(text)
        assert isinstance(found.quoted(place), bool)
