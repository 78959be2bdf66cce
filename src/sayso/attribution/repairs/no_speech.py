"""Where nobody says anything: “Traitors' Lane” is what a street is called; who tells its story tells it elsewhere."""

import re
from collections.abc import Sequence

from sayso.attribution.factuality.view import FINITE
from sayso.attribution.linking.linker import Linked
from sayso.lexicon.reporting_verbs import lemmas_of

_CALLED = re.compile(
    r"(?:was|were|is|are|been|being)?\s*(?:\w+ly\s+|also\s+|then\s+|once\s+|still\s+)?"
    r"(?:called|named|dubbed|titled|entitled|nicknamed|known as|renamed|christened)",
    re.IGNORECASE,
)
_NARRATED = re.compile(
    r"(?:the|a|an|its|his|her|their|my|our) (?:\w+ ){0,2}"
    r"(?:stor(?:y|ies)|tales?|histor(?:y|ies)|time|truth|lies?|jokes?|fortunes?)\b"
)


def without_names_and_stories(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions in which something is said."""
    return [each for each in linked if not _is_called(text, each) and not _is_narrated(text, each)]


def _is_called(text: str, linked: Linked) -> bool:
    """Whether it tells a name: "The street was called “Traitors' Lane”"."""
    cue = linked.cue
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
