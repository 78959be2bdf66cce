"""Documents that were made to take long: each shape makes one of about so many bytes."""

from collections.abc import Callable


def _page(unit: str, head: str = "", around: str = "{}") -> Callable[[int], bytes]:
    """A page whose article is one unit again and again, or a head of it."""

    def made(size: int) -> bytes:
        many = around.replace("{}", unit * (size // len(unit.encode())))
        article = "<p>Ada Venn said so.</p>" if head else many
        top = head.replace("{}", many) if head else ""
        above = f"<!doctype html><html><head><title>T</title>{top}</head><body><article><h1>T</h1>"
        return f"{above}{article}</article></body></html>".encode()

    return made


def _text(unit: str, start: str = "T\n\n") -> Callable[[int], bytes]:
    return lambda size: (start + unit * (size // len(unit.encode())) + "\n").encode()


SHAPES: dict[str, Callable[[int], bytes]] = {
    "author-capitals": _page("A", '<meta name="author" content="{}!">'),
    "byline-capitals": _page("A", around='<div class="byline">By {}</div><p>Ada Venn said so.</p>'),
    "pre-spaces": _page(" ", around="<pre>{}x</pre><p>Ada Venn said so.</p>"),
    "print-r-spaces": _text(" ", "T\n\nArray\n("),
    "attributes": _page("abcdefg=1 ", around="<p {}>Ada Venn said so.</p>"),
    "inlines": _page("<b>a</b>", around="<p>{}</p>"),
    "inlines-in-groups": _page("<p>" + "<b>a</b>" * 1_500 + "</p>"),
    "paragraphs": _page("<p>x</p>"),
    "links-in-a-lump": _page('<a href="/7">Venn says so</a>', around="<div>{}</div>"),
    "link-paragraphs": _page('<p><a href="/7">Venn says so</a></p>'),
    "quotations": _page("<p>“No,” Ada Venn said. “Not 7.”</p>"),
    "prose-on-a-line": _text("Ada Venn said that boats had come. "),
    "paragraphs-of-prose": _text("Ada Venn said that boats had come in on Monday.\n\n"),
    "ampersands": _page("&", around="<p>{}</p>"),
    "data": _text('["a", 1 "', "T\n\n"),
    "strings": _text('string(9) "a\n'),
    "states": _page('x={"title":"', "<script>{}</script>"),
    "scripts": _page("var a = {};\n", around="<p>{}</p>"),
    "templates": _text("{{ a "),
    "sql": _text("ERROR: relation x\n"),
    "broken-twice": _page("cafÃ© “no” ", around="<p>{}</p>"),
    "symfony": _text('array:2 [ "a" => 1 ', "T\n\n"),
    "xdebug": _text("array (size=2)\n  0 =>\n", "T\n\n"),
}
