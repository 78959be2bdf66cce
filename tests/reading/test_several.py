"""Several articles on one page: no words of one stand under the date or the byline of another."""

from sayso.data.article import Article
from sayso.reading import read_document

WALL, FERRY, LAMP = "Harbour Wall to Be Raised", "Ferry to Lorne Will Close", "Lighthouse Gets a New Lamp"
DAYS = {WALL: "2031-02-03", FERRY: "2031-02-04", LAMP: "2031-02-05"}
WRITERS = {WALL: "Abby Farn", FERRY: "Toby Hall", LAMP: "Olga Fenn"}


def said(title: str) -> str:
    return f"Of “{title}” the mayor of Port Elna, Ines Okafor, told the town council on Monday what it will cost."


def whole(title: str) -> str:
    """An article as it stands on a page: heading, byline, day and two paragraphs."""
    more = f"Nobody in the old ferry terminal asked her about it, said {WRITERS[title]}, who sat in the first row."
    top = f"<h2><a href='/{title.split()[0]}'>{title}</a></h2><p class='byline'>By {WRITERS[title]}</p>"
    return f"<article>{top}<time datetime='{DAYS[title]}'>that day</time><p>{said(title)}</p><p>{more}</p></article>"


def read(title: str, *articles: str) -> Article:
    page = f"<html><head><title>{title}</title></head><body>{''.join(articles)}</body></html>"
    return read_document(page.encode(), "page.html")


def test_the_article_that_the_page_is_about_is_read_and_the_others_are_stories() -> None:
    article = read(f"{FERRY} - The Elna Post", whole(WALL), whole(FERRY), whole(LAMP))
    assert (article.title, article.byline) == (FERRY, ("Toby Hall",))
    assert article.published
    assert article.published.value == "2031-02-04"
    assert said(FERRY) in article.text
    assert said(WALL) not in article.text
    assert said(LAMP) not in article.text
    assert [(story.title, story.url) for story in article.related] == [(WALL, "/Harbour"), (LAMP, "/Lighthouse")]
    assert [story.published and story.published.value for story in article.related] == ["2031-02-03", "2031-02-05"]


def test_what_is_said_in_each_of_the_articles_of_a_digest_has_the_day_of_its_own_and_nobodys_byline() -> None:
    article = read("The Elna Post this week", whole(WALL), whole(FERRY), whole(LAMP))
    assert article.byline == ()
    for title, day in DAYS.items():
        posted = article.posted_at(article.text.index(said(title)))
        assert posted
        assert posted.value == day


def test_an_article_beside_whole_others_is_the_one_that_is_read() -> None:
    own = f"<h1>{WALL}</h1><div><p>{said(WALL)}</p><p>{said(WALL).replace('Monday', 'Tuesday')}</p></div>"
    article = read(WALL, own, whole(FERRY), whole(LAMP))
    assert said(WALL) in article.text
    assert said(FERRY) not in article.text
    assert article.byline == ()


def test_the_parts_of_one_article_are_no_articles() -> None:
    parts = [
        f"<article><h2>Part {n}: {title}</h2><p>{said(title)}</p><p>{said(title)[::-1]}</p></article>"
        for n, title in enumerate(DAYS)
    ]
    article = read(WALL, f"<h1>{WALL}</h1>", *parts)
    assert said(WALL) in article.text
    assert article.related == ()
