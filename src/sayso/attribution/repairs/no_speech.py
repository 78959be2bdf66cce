"""Where nobody says anything: “Traitors' Lane” is what a street is called; who tells its story tells it elsewhere."""

import re
from collections.abc import Sequence

from sayso.attribution.factuality.view import FINITE
from sayso.attribution.linking.linker import Linked, Piece
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
_BYNAMED = re.compile(r"(?:dubbed|nicknamed|called|named|known as|christened)")
_CLAUSE = re.compile(r"(?:that|how|why|whether|what)\b")
_HEARSAY = words("allegedly reportedly supposedly purportedly")
_PERFORMING = words(
    "sang sings sung singing sing played plays play playing performed performs performing hummed recorded covered"
    " directed filmed composed penned painted released published staged hosted"
)
_QUOTED = re.compile(r"[“\"‘'][^“”\"\n]{1,80}[”\"’']")
_NAMING = words("call name dub nickname christen rename term")


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
    return bool(linked.contents) and all(_holds_a_title(text, cue, piece) for piece in linked.contents)


def _holds_a_title(text: str, cue: Piece, content: Piece) -> bool:
    """Whether what follows a cue is the title of a work, or a thing with such a title: "his only hit, “She Said”"."""
    if text[cue.end : content.start] != " ":
        return False
    quoted = list(_QUOTED.finditer(text, content.start, content.end))
    titled = bool(quoted) and all(_TITLED.fullmatch(each.group()) for each in quoted)
    return titled and not _CLAUSE.match(text, content.start)


def _is_called(text: str, linked: Linked) -> bool:
    """Whether it tells a name: "The street was called “Traitors' Lane”", "whom they call “Shorty”"."""
    cue = linked.cue
    if cue is None:
        return False
    if _CALLS.fullmatch(text, cue.start, cue.end) and any(
        _BYNAME.match(text, piece.start) for piece in linked.contents[:1]
    ):
        return True
    if linked.source is None and _CALLED.fullmatch(text, cue.start, cue.end):
        return True
    return _names_nothing_but(text, cue, linked.contents) or _is_byname(text, linked, cue)


def _is_byname(text: str, linked: Linked, cue: Piece) -> bool:
    """Whether a participle between commas tells what else somebody is called: "Ruiz, dubbed the Duke of Debt,"."""
    source = linked.source
    if source is None or not _BYNAMED.fullmatch(text, cue.start, cue.end) or text[cue.start - 2 : cue.start] != ", ":
        return False
    return source.end in (cue.start - 2, cue.start - 1) and not _CLAUSE.match(text, cue.end + 1)


def _names_nothing_but(text: str, cue: Piece, contents: Sequence[Piece]) -> bool:
    """Whether all that follows a verb of naming is a name in marks: the club that the town has called “the Budgie”."""
    names = not _NAMING.isdisjoint(lemma for word in text[cue.start : cue.end].split() for lemma in lemmas_of(word))
    if not names or len(contents) != 1 or text[cue.end : contents[0].start] != " ":
        return False
    quoted = _QUOTED.fullmatch(text[contents[0].start : contents[0].end].rstrip(" ,.;"))
    return quoted is not None and quoted.group().strip("“”\"‘’'").split()[-1][:1].isupper()


def _is_narrated(text: str, linked: Linked) -> bool:
    """Whether it tells that something is told: "tells its story in a book"; but "told the story of how it burned"."""
    cue = linked.cue
    if cue is None or not any("tell" in lemmas_of(word) for word in text[cue.start : cue.end].split()):
        return False
    return all(
        _NARRATED.match(text, piece.start, piece.end) and not FINITE.search(text, piece.start, piece.end)
        for piece in linked.contents
    )
