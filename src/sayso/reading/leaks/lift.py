"""What leaked into a text and is no reading matter is lifted out of it.

An article about code keeps its code. So a find stays in the text

- in a stretch that the page sets as code (<pre>, <code>, ``` fences), or right behind a `backtick`;
- where prose introduces it: the words before it end in a colon ("It prints:"), and so do its neighbours that
  follow without prose in between;
- where the prose names the notation ("var_dump", "JSON", …): then the article is about it.

One thing is lifted even where the prose names its notation: a list of stories, which is the site's plumbing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from sayso.data.article import Residue, Span, StoryStub
from sayso.reading.leaks.code import data_uris, scripts, style_sheets, templates
from sayso.reading.leaks.debug_pages import debug_pages
from sayso.reading.leaks.json_like import data_dumps
from sayso.reading.leaks.leak import Leak
from sayso.reading.leaks.linked_stories import stories_in
from sayso.reading.leaks.print_r import print_rs
from sayso.reading.leaks.sql_errors import sql_errors
from sayso.reading.leaks.stack_traces import traces
from sayso.reading.leaks.symfony_dump import symfony_dumps
from sayso.reading.leaks.template_errors import template_errors
from sayso.reading.leaks.var_dump import var_dumps
from sayso.reading.leaks.xdebug import xdebug_dumps

_SCANNERS: tuple[Callable[[str], Iterator[Leak]], ...] = (
    *(var_dumps, print_rs, data_dumps, traces),
    *(symfony_dumps, xdebug_dumps, debug_pages, sql_errors, template_errors),
    *(style_sheets, scripts, data_uris, templates),
)
_PHP = r"\bPHP\b|\bvar_dump\b|\bvar_export\b|\bprint_r\b"
_NAMED_BY = {
    "var_dump": _PHP,
    "var_export": _PHP,
    "print_r": _PHP,
    "symfony dump": _PHP + r"|\b(?:Symfony|Laravel)\b",
    "xdebug dump": _PHP + r"|\bXdebug\b",
    "debug page": r"\b(?:ASP\.NET|Django|Flask|Werkzeug|Ruby on Rails|Tomcat|debuggers?|stack traces?)\b",
    "sql error": r"\bSQL\b|\bMySQL\b|\bPostgreSQL\b",
    "php message": _PHP,
    "json": r"\bJSON\b",
    "python repr": r"\bPython\b",
    "traceback": r"\bPython\b|\btracebacks?\b",
    "stack trace": r"\bstack traces?\b|\bJava(?:Script)?\b",
    "template": r"\bPHP\b|\btemplat(?:e (?:engine|language|tag)s?|ing)\b|\b(?:Jinja|Twig|Handlebars|shortcodes?)\b",
    "template error": r"\btemplat(?:e (?:engine|language|error)s?|ing)\b|\b(?:Liquid|Twig|Jinja|Hugo|Rails|Smarty)\b",
    "css": r"\bCSS\b|\bstyle ?sheets?\b",
    "javascript": r"\bJava[Ss]cript\b",
    "data uri": r"\bdata URIs?\b|\b[Bb]ase64\b",
}
_FENCE = re.compile(r"^[ \t]*(```|~~~)[^\n]*$", re.MULTILINE)
_PRE_TAGS = re.compile(r"\s*</?(?:pre|code)[^<>\n]{0,100}>")
_PRINTED = frozenset(
    (
        *("var_dump", "var_export", "print_r", "symfony dump", "xdebug dump", "php message", "sql error"),
        *("stack trace", "traceback", "debug page", "template error"),
    )
)
_LABEL_WORDS = 4
_LONELY_WORDS = 3


@dataclass(frozen=True, slots=True)
class Lifted:
    """A text without what leaked into it, what that was, and the stories that it names.

    `cuts` are the stretches of the original text that were taken out, in order; `kept` the code that stays.
    """

    text: str
    residue: tuple[Residue, ...] = ()
    stories: tuple[StoryStub, ...] = ()
    cuts: tuple[Span, ...] = ()


def lift(text: str, code: Iterable[tuple[int, int]] = (), marked: Iterable[Leak] = ()) -> Lifted:
    """Lift out what leaked; `code` are the stretches (code point offsets) that the page sets as code.

    `marked` are those that the page itself marks as a debugger's, set as code or not. Time is linear in the length
    of the text, whatever it holds.
    """
    found = list(chain.from_iterable(scan(text) for scan in _SCANNERS))
    finds = _outermost([*found, *(_told(mark, found) for mark in marked)])
    leaks = _leaks(text, finds, [*code, *_fenced(text)])
    if not leaks:
        return Lifted(text)
    cuts = tuple(Span.of(text, leak.start, leak.end) for leak in leaks)
    residue = tuple(Residue(leak.kind, cut.text.strip(), leak.verified) for leak, cut in zip(leaks, cuts, strict=True))
    return Lifted(without(text, cuts), residue, stories_in([leak.value for leak in leaks]), cuts)


def without(text: str, cuts: Iterable[Span]) -> str:
    """A text without the given stretches; a paragraph that follows a cut does not run into the one before it."""
    pieces, position = [], 0
    for cut in cuts:
        pieces.append(text[position : cut.start])
        if "\n" in cut.text:
            pieces.append("\n\n")
        position = cut.end
    return "".join([*pieces, text[position:]])


def _outermost(finds: Iterable[Leak]) -> list[Leak]:
    """The finds in order, without those that lie in another: a dump of JSON is one leak, not two."""
    kept: list[Leak] = []
    for find in sorted(finds, key=lambda find: (find.start, -find.end)):
        if not kept or find.start >= kept[-1].end:
            kept.append(find)
    return kept


def _told(mark: Leak, found: list[Leak]) -> Leak:
    """A stretch that the page marks as a debugger's, with what the scanners read in it."""
    inner = _outermost(find for find in found if mark.start <= find.start and find.end <= mark.end)
    values = [find.value for find in inner if find.value is not None]
    verified = mark.verified if mark.verified is not None or len(inner) != 1 else inner[0].verified
    return Leak(mark.start, mark.end, mark.kind, verified, values[0] if len(values) == 1 else values or None, True)


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between two fences; a fence without a partner opens nothing."""
    if "```" not in text and "~~~" not in text:
        return
    fences = list(_FENCE.finditer(text))
    for opening, closing in zip(fences[::2], fences[1::2], strict=False):
        yield opening.start(), closing.end()


def _leaks(text: str, finds: list[Leak], code: list[tuple[int, int]]) -> list[Leak]:
    named = _notations_named(text, finds)
    ends_of_kept = -1
    leaks = []
    for find in _outside(finds, code):
        introduced = _introduced(text, find) or (ends_of_kept >= 0 and not text[ends_of_kept : find.start].strip())
        if (introduced or find.kind in named) and not _is_plumbing(text, find):
            ends_of_kept = find.end
        else:
            leaks.append(_whole(text, find))
    return _outermost(leaks)


def _outside(finds: list[Leak], code: list[tuple[int, int]]) -> Iterator[Leak]:
    """The finds that lie in no code; both run forward together.

    What a debugger printed is set as code too: where all the page's code is such, it is no article about code.
    """
    stretches = sorted(code)
    within = list(_within(finds, stretches))
    only_dumps = len({place for _, place in within if place is not None}) == len(stretches)
    for find, place in within:
        dump = find.kind in _PRINTED or stories_in([find.value])
        if place is None or find.marked or (only_dumps and dump):
            yield find


def _within(finds: list[Leak], stretches: list[tuple[int, int]]) -> Iterator[tuple[Leak, int | None]]:
    """Each find with the number of the stretch that it lies in or runs into; None where it lies outside or around."""
    place = 0
    for find in finds:
        while place < len(stretches) and stretches[place][1] <= find.start:
            place += 1
        touches = place < len(stretches) and stretches[place][0] < find.end
        around = touches and find.start < stretches[place][0] and stretches[place][1] <= find.end
        yield find, place if touches and not around else None


def _notations_named(text: str, finds: list[Leak]) -> set[str]:
    """The kinds of find whose notation the prose, that is the text outside the finds, calls by name."""
    kinds = {find.kind for find in finds}
    if not kinds:
        return set()
    prose = without(text, [Span.of(text, find.start, find.end) for find in finds])
    return {kind for kind in kinds if re.search(_NAMED_BY[kind], prose)}


def _before(text: str, position: int) -> str:
    """The last characters before a position, without the space at their end."""
    return text[max(0, position - 200) : position].rstrip()


def _introduced(text: str, find: Leak) -> bool:
    before = _before(text, find.start)
    return before.endswith((":", "`")) and not before.endswith("::")


def _is_plumbing(text: str, find: Leak) -> bool:
    """A list of stories under no more than a label ("Read also:")."""
    stories = len(stories_in([find.value]))
    label = _before(text, find.start).rpartition("\n")[2]
    under_a_label = len(label.split()) <= _LABEL_WORDS
    return stories > 1 if under_a_label else stories > 0 and not _introduced(text, find)


def _whole(text: str, find: Leak) -> Leak:
    """The leak with what belongs to it: tags of <pre> around it; the rest of its line where that is hardly a word."""
    start, end = find.start, find.end
    if tag := _PRE_TAGS.match(text, end):
        end = tag.end()
    opening = text.rfind("<pre", max(0, start - 100), start)
    if opening >= 0 and _PRE_TAGS.fullmatch(text, opening, start):
        start = opening
    if find.kind != "template":
        return Leak(start, end, find.kind, find.verified, find.value)
    first, last = _line(text, start, end)
    alone = len((text[first:start] + text[end:last]).split()) <= _LONELY_WORDS
    return Leak(first if alone else start, last if alone else end, find.kind)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around a stretch, as far as 200 characters each way."""
    first = text.rfind("\n", max(0, start - 200), start) + 1
    last = text.find("\n", end, end + 200)
    return (first if first or start <= 200 else start), (last if last >= 0 else min(len(text), end + 200))
