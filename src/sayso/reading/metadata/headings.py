"""Which of a page's titles is the headline: the heading that readers see, before what search engines are told."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from sayso.reading.blocks.draft import one_line, same_words
from sayso.reading.metadata.frame import is_elsewhere, marks_of, words_of
from sayso.text.as_read import seen

_LONGEST_TITLE = 250
_PARTED = re.compile(r"^\s{0,4}[-–—|•·»›:«‹~(]|[-–—|•·»›:«‹~]\s{0,4}$")
_BETWEEN = re.compile(r"\s[-–—|•·»›:«‹~]+\s|\s{0,4}[|»›«‹]\s{0,4}")
_SITE_BEHIND = re.compile(
    r"\s{1,4}(?:\||::|«|‹|~)\s{1,4}[^|:«‹~\s][^|:«‹~]{1,40}$"
    r"|\s{1,4}[-–—|•·»›:«‹~]{1,3}\s{1,4}[\w-]{2,40}(?:\.[a-z]{2,12}){1,2}$"
)
"""What a title has behind it where only a site can be meant: a mark that no headline has, or an address."""

_HOME = re.compile(r"/?(?:#.*|index\.\w{2,5})?|https?://[^/]+/?")
_MARKED_TAGS = ("h1", "h2", "h3", "h4", "p", "div", "span", "td")
_SITE = re.compile(r"site-?(?:title|name|branding)|blog-?title|logo|brand|masthead", re.IGNORECASE)
_HEADLINE = re.compile(r"(?:entry|post|article|story|page|single)[\w-]{0,20}(?:title|headline|hed)|headline", re.I)
_HEADLINE_ALONE = re.compile(
    r"(?:^|\s)(?:(?:entry|post|article|story)[_-]{1,2})(?:title|headline|hed)(?:\s|$)|(?:^|\s)headline(?:\s|$)", re.I
)
_MOST_INSIDE = 6
_ABOVE_HEADLINE = re.compile(r"kicker|eyebrow|overline|top-?line|sub-?(?:head|title)|intro|prefix", re.IGNORECASE)
_UNSEEN = re.compile(r"screen-?reader|visually-?hidden|sr-only|aural|hidden|noprint", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_WORDS_OF_HEADLINE = 3
_LETTERS_OF_HEADLINE = 12
_FIRST_OF_CHINESE = "\u2e80"  # and of Japanese
_ENOUGH_ALIKE = 0.3
_WITHIN = 0.6  # what it counts that all words of a heading are in a title, which may say more


def headline_of(
    tree: HtmlElement, told: Iterable[str | None], outlet: str | None, sites: Iterable[str | None], lines: Iterable[str]
) -> str | None:
    """The headline of a page; `told` is what JSON-LD tells and what <meta> tags, `lines` what readers see.

    A heading is the headline where it has words in common with what is told, or is the only one where no JSON-LD tells
    a title. Without one it is the first that is told, less the names of the `sites`: the outlet, or what stands where
    it should.
    """
    linked, tagged = told
    named = page_title(tree)
    titles = [_without_sites(one_line(title), sites) for title in (linked, tagged, named) if title]
    headings = [words for element in tree.iter("h1") if (words := _headline_words(element, outlet, named))]
    marked = [
        words
        for element in tree.iter(*_MARKED_TAGS)
        if _marked(element) and (words := _headline_words(element, outlet, named))
    ]
    if best := _most_alike([*headings, *marked], titles):
        return _without_kicker(best, titles)
    if titles and (lesser := _lesser_heading(tree, titles)):
        return lesser
    if (len(set(headings or marked)) == 1 and not linked) or not titles:
        return next(iter(headings + marked), None)
    told = _line_in(headline_in(titles[0], all_headings(tree)), lines)
    return _without_site_behind(told) if told == titles[0] else told


def _lesser_heading(tree: HtmlElement, titles: Iterable[str]) -> str | None:
    """A heading of a lower rank that a title is, or begins with: sites set their sections as the first of headings."""
    known = {words for element in tree.iter("h2", "h3") if not is_elsewhere(element) and (words := words_of(element))}
    found = (title if title in known else headline_in(title, known) for title in titles)
    return next((words for words in found if words in known and len(words.split()) >= _WORDS_OF_HEADLINE), None)


def _without_site_behind(title: str) -> str:
    shorter = _SITE_BEHIND.sub("", title)
    return shorter if len(shorter.split()) >= _WORDS_OF_HEADLINE else title


def page_title(tree: HtmlElement) -> str | None:
    """The words of the page's <title>."""
    return next((words for element in tree.iter("title") if (words := words_of(element))), None)


def headline_in(title: str, headings: Iterable[str]) -> str:
    """The heading of the page that its title is made of: "Dam Opens" in "Dam Opens | News | The Valley Post"."""
    for heading in headings:
        rest = title.removeprefix(heading) if title.startswith(heading) else title.removesuffix(heading)
        long_enough = len(heading) >= len(rest) or len(heading.split()) >= _WORDS_OF_HEADLINE
        if long_enough and 0 < len(rest) == len(title) - len(heading) and _PARTED.search(rest):
            return heading
    return title


def _line_in(title: str, lines: Iterable[str]) -> str:
    """The longest line of the page that is a part of its title between two marks: what readers see of it."""
    parts = (line for line in lines if _is_long(line) and line in title != line and _is_parted(title, line))
    return max(parts, key=len, default=title)


def _is_long(line: str) -> bool:
    """Whether a line may be a headline, and not the name of a site; of scripts without spaces letters count."""
    is_chinese = len(line) >= _LETTERS_OF_HEADLINE and line[0] >= _FIRST_OF_CHINESE
    return is_chinese or len(line.split()) > _WORDS_OF_HEADLINE


def _is_parted(title: str, words: str) -> bool:
    before, _, after = title.partition(words)
    return (not before or bool(_PARTED.search(before))) and (not after or bool(_PARTED.search(after)))


def all_headings(tree: HtmlElement) -> list[str]:
    """The words of the page's first two ranks of headings, in order."""
    return [words for element in tree.iter("h1", "h2") if (words := words_of(element))]


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without " - Outlet" at its end or "Outlet | " before it, where the outlet is known by that name."""
    if not outlet:
        return title
    name, mark = re.escape(outlet), r"\s{1,4}[-–—|•·»›:]+\s{1,4}"
    return re.sub(rf"{mark}(?:the )?{name}$|^{name}{mark}", "", title, flags=re.IGNORECASE).strip() or title


def _without_sites(title: str, sites: Iterable[str | None]) -> str:
    for site in sites:
        title = without_outlet(title, site)
    return title


def _headline_words(element: HtmlElement, outlet: str | None, named: str | None) -> str:
    """The words of a heading that may be the headline; "" for the site's name and for what is not seen."""
    marks = marks_of(element)
    words = _inner_headline(element) or words_of(element)
    if _SITE.search(marks) or _UNSEEN.search(marks) or is_elsewhere(element) or len(words) > _LONGEST_TITLE:
        return ""
    is_site = (outlet and same_words(words, outlet)) or _is_site(words, named) or _leads_home(element)
    return "" if is_site else words


def _leads_home(heading: HtmlElement) -> bool:
    """Whether all of a heading is a link to the first page of the site: then it is the site's name."""
    links = list(heading.iter("a"))
    is_whole = len(links) == 1 and words_of(links[0]) == words_of(heading)
    return is_whole and _HOME.fullmatch(str(links[0].get("href") or "/#")) is not None


def _inner_headline(element: HtmlElement) -> str:
    """What a part of a heading holds that is marked as the headline, beside what is set above it."""
    inner = list(element.iterdescendants("span", "strong", "em", "a", "small", "div"))
    parts = [part for part in inner if _is_headline(marks_of(part))]
    above = [words for part in inner if _ABOVE_HEADLINE.search(marks_of(part)) and (words := words_of(part))]
    whole = words_of(element)
    if not parts and above and 2 * sum(map(len, above)) < len(whole):
        for words in above:
            whole = whole.replace(words, "", 1)
        return one_line(whole).strip(" :|–—-")
    return max(map(words_of, parts), key=len, default="")


def _is_headline(marks: str) -> bool:
    return bool(_HEADLINE.search(marks)) and not _ABOVE_HEADLINE.search(marks)


def _is_site(heading: str, named: str | None) -> bool:
    """Whether a heading is only the end of the page's title, behind a mark: then it is the name of the site."""
    parts = _BETWEEN.split(named or "")
    return len(parts) > 1 and _bare(parts[-1]) == _bare(heading)


def _without_kicker(heading: str, titles: list[str]) -> str:
    """A heading without what is set above the headline in it: "Politics | Dam Opens" where "Dam Opens" is told.

    Where both say the same, the title has the capitals and spaces that it is written with.
    """
    whole = _bare(heading)
    for title in titles:
        bare = _bare(title)
        if bare and (whole == bare or whole.endswith(f" {bare}") or whole.startswith(f"{bare} ")):
            return title
    return heading


def _marked(element: HtmlElement) -> bool:
    is_heading = element.tag in ("h1", "h2")
    if is_heading and (element.get("itemprop") in ("headline", "name") or _inner_headline(element)):
        return True
    marks = marks_of(element)
    return (
        bool(_HEADLINE.search(marks) if is_heading else _HEADLINE_ALONE.search(marks)) and len(element) < _MOST_INSIDE
    )


def _most_alike(headings: list[str], titles: list[str]) -> str | None:
    """The heading that has most words in common with the titles; None where none has enough."""
    bare = [_bare(title) for title in titles]
    scored = [
        (
            max(
                ((_alike(_bare(heading), title), _covered(_bare(heading), title)) for title in bare), default=(0.0, 0.0)
            ),
            n,
        )
        for n, heading in enumerate(headings)
    ]
    enough = [(score, n) for score, n in scored if score[0] >= _ENOUGH_ALIKE]
    best = max(enough, key=lambda pair: (sum(pair[0]), -pair[1]), default=None)
    return headings[best[1]] if best else None


def _covered(heading: str, title: str) -> float:
    """How much of a title a heading says: of the site and the headline in it, the headline is the longer."""
    ours, theirs = set(heading.split()), set(title.split())
    return len(ours & theirs) / max(1, len(theirs))


def _alike(one: str, other: str) -> float:
    """How much of two titles is the same words; a heading that a title begins with is that title, cut short."""
    if other.startswith(f"{one} "):
        return 1.0
    ours, theirs = set(one.split()), set(other.split())
    return max(len(ours & theirs) / max(1, len(ours | theirs)), _WITHIN * len(ours & theirs) / max(1, len(ours)))


def _bare(title: str) -> str:
    return " ".join(_WORD.findall(seen(title).casefold()))
