"""Shapes of documents whose reading once grew faster than they do: each is a function of its size."""

from collections.abc import Callable

LINK = '<a href="/{0}">Venn says so {0}</a>'


def page(body: str, head: str = "") -> str:
    article = f"<article><h1>T</h1>{body}</article>"
    return f"<!doctype html><html><head><title>T</title>{head}</head><body>{article}</body></html>"


SHAPES: dict[str, Callable[[int], str]] = {
    "author-capitals": lambda n: page("<p>Ada Venn said so.</p>", f'<meta name="author" content="{"A" * n}!">'),
    "byline-capitals": lambda n: page(f'<div class="byline">By {"A" * n}</div><p>Ada Venn said so.</p>'),
    "print-r-spaces": lambda n: "T\n\nArray\n(" + " " * n + "\n",
    "pre-spaces": lambda n: page("<pre>" + " " * n + "x</pre><p>Ada Venn said so.</p>"),
    "attributes": lambda n: page("<p " + " ".join(f"a{i}=1" for i in range(n)) + ">Ada Venn said so.</p>"),
    "inlines": lambda n: page("<p>" + "<b>a</b>" * n + "</p>"),
    "paragraphs": lambda n: page("<p>x</p>" * n),
    "links-in-a-lump": lambda n: page(
        "<div>" + "".join(f'<a href="/{i}">Venn says so {i}</a>' for i in range(n)) + "</div>"
    ),
    "link-paragraphs": lambda n: page("".join(f'<p><a href="/{i}">Venn says so {i}</a></p>' for i in range(n))),
    "statements": lambda n: page("".join(f"<p>Ada Venn said that {i} boats had come.</p>" for i in range(n))),
    "quotations": lambda n: page("".join(f"<p>“No,” Ada Venn said. “Not {i}.”</p>" for i in range(n))),
    "prose-on-a-line": lambda n: "T\n\n" + "Ada Venn said that boats had come. " * n,
    "ampersands": lambda n: page("<p>" + "&" * n + "</p>"),
}
