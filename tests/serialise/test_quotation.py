"""A quotation to be pasted keeps its speaker, its denial and its source in every form."""

from sayso.data.article import Document, Moment
from sayso.data.results import ArticleRef, StatementRow
from sayso.serialise.quotation import forms
from tests.record.printed import printed

LINK = "http://127.0.0.1:8000/s/0.1"


def pasted(
    marked: str, title: str = "A dam & a <wall>", *, dated: str = "2024-05-21", link: str | None = LINK
) -> dict[str, str]:
    """The forms of the one statement in a paragraph."""
    (statement,) = printed(marked).statements
    article = ArticleRef("0", title, "The Post", Moment("2024-05-21", "day", "meta", "21 May"))
    document = Document("a.html", "https://post.example/dam", "text/html", "0")
    return forms(StatementRow("0.1", document, article, statement, dated), link)


def test_each_form_tells_who_says_what_and_where() -> None:
    found = pasted("<She> {denied} [that she had asked].")
    assert found["Plain text"] == (
        "Ana Ruiz denied that she had asked\n— “A dam & a <wall>”, The Post, 21 May 2024. https://post.example/dam"
    )
    assert all("Ana Ruiz denied that she had asked" in form for form in found.values())
    assert all("https://post.example/dam" in form for form in found.values())
    assert LINK in found["HTML"]
    assert LINK in found["Markdown"]


def test_words_of_another_day_than_the_articles_tell_it() -> None:
    found = pasted("<She> {denied} [that she had asked].", dated="2024-03", link=None)
    assert found["Plain text"].startswith("Ana Ruiz denied that she had asked (Mar 2024)\n— “A dam")
    assert found["Markdown"].endswith("(https://post.example/dam) (0.1)")


def test_nothing_of_an_article_acts_in_the_form_that_it_is_pasted_in() -> None:
    found = pasted("<She> {said} [50 % of *all* costs_more].", "<script>")
    assert "<script>" not in found["HTML"]
    assert r"\*all\* costs\_more" in found["Markdown"]
    assert r"50 \% of *all* costs\_more" in found["BibTeX"]
