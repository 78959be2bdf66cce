"""Where nobody says anything: “Traitors' Lane” is what a street is called; who tells its story tells it elsewhere."""

import re
from collections.abc import Sequence

from sayso.attribution.factuality.view import FINITE
from sayso.attribution.linking.linker import Linked
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import lemmas_of

_CALLED = re.compile(
    r"(?:was|were|is|are|been|being)?\s*(?:\w+ly\s+|also\s+|then\s+|once\s+|still\s+)?"
    r"(?:called|named|dubbed|titled|entitled|nicknamed|known as|renamed|christened)",
    re.IGNORECASE,
)
_CALLS = re.compile(r"calls?|knows?|goes by|wanted|asked", re.IGNORECASE)
_BYNAME = re.compile(
    r"(?:to be (?:known|called|identified|named)[^“\".]{0,40})?[“\"'‘][A-Z][\w’-]*(?: [A-Z][\w’-]*){0,2}[.,]?[”\"'’]"
)
_NARRATED = re.compile(
    r"(?:the|a|an|its|his|her|their|my|our) (?:\w+ ){0,2}"
    r"(?:stor(?:y|ies)|tales?|histor(?:y|ies)|time|truth|lies?|jokes?|fortunes?)\b"
)


_TITLED = re.compile(
    r"[“\"‘'](?:[A-Z][\w’'-]*|(?:a|an|the|of|in|on|to|and|for|at|by|with|from) [\w’'-]+)(?:[ ,]+[\w’'-]+)*[!?]?[”\"’']"
)
_HEARSAY = words("allegedly reportedly supposedly purportedly")
_PERFORMING = words(
    "sang sings sung singing sing played plays play playing performed performs performing hummed recorded covered"
)


def without_names_and_stories(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions in which something is said."""
    return [
        each for each in linked if not (_is_called(text, each) or _is_narrated(text, each) or _is_performed(text, each))
    ]


def is_hearsay(text: str, linked: Linked) -> bool:
    """Whether it is not told who says so: "he [allegedly] fled" is none of his words."""
    return linked.cue is not None and text[linked.cue.start : linked.cue.end] in _HEARSAY


def _is_performed(text: str, linked: Linked) -> bool:
    """Whether it tells what was sung or played: "The choir sang “Abide with Me”"; but he sang: “…”."""
    cue = linked.cue
    if cue is None or _PERFORMING.isdisjoint(text[cue.start : cue.end].split()):
        return False
    return bool(linked.contents) and all(
        _TITLED.fullmatch(text, piece.start, piece.end) and text[cue.end : piece.start] == " "
        for piece in linked.contents
    )


def _is_called(text: str, linked: Linked) -> bool:
    """Whether it tells a name: "The street was called “Traitors' Lane”", "whom they call “Shorty”"."""
    cue = linked.cue
    if cue is not None and _CALLS.fullmatch(text, cue.start, cue.end):
        return any(_BYNAME.match(text, piece.start) for piece in linked.contents[:1])
    return cue is not None and linked.source is None and _CALLED.fullmatch(text, cue.start, cue.end) is not None


def _is_narrated(text: str, linked: Linked) -> bool:
    """Whether it tells that something is told: "tells its story in a book"; but "told the story of how it burned"."""
    cue = linked.cue
    if cue is None or not any("tell" in lemmas_of(word) for word in text[cue.start : cue.end].split()):
        return False
    return all(
        _NARRATED.match(text, piece.start, piece.end) and not FINITE.search(text, piece.start, piece.end)
        for piece in linked.contents
    )
