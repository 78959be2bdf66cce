from hypothesis import given
from hypothesis import strategies as st

from sayso.encoding.windows import windows


def test_a_short_article_is_one_window() -> None:
    assert windows(200, length=254, edge=32) == [(0, 200, 0, 200)]


def test_an_empty_article_has_no_window() -> None:
    assert windows(0, length=254, edge=32) == []


@given(pieces=st.integers(0, 3000), length=st.integers(8, 300), edge=st.integers(0, 3))
def test_every_piece_is_kept_exactly_once_and_windows_fit_the_encoder(pieces: int, length: int, edge: int) -> None:
    found = windows(pieces, length, edge)
    kept = [i for window in found for i in range(window.first, window.last)]
    assert kept == list(range(pieces))
    assert all(w.left <= w.first < w.last <= w.right and w.right - w.left <= length for w in found)


@given(pieces=st.integers(300, 3000))
def test_what_is_kept_has_context_on_both_sides_except_at_the_articles_ends(pieces: int) -> None:
    for window in windows(pieces, length=254, edge=32):
        assert window.first == 0 or window.first - window.left >= 32
        assert window.last == pieces or window.right - window.last >= 32
