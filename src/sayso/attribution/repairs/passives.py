"""Passive cues: who "was told by Lee" hears what Lee says, who "was quoted by the Post" said it.

The model takes the subject for a part of the content. One who is told or warned is none of the words; one who is
quoted, cited or overheard is their source, and whoever quotes is not, or only saw the letter in which it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.linking.linker import Linked, Piece

_HEARING = re.compile(
    r"(?:(?:was|were|is|are|be|been|being|got)\s+)(?:\w+ly\s+|also\s+|then\s+)?"
    r"(?:told|warned|reminded|assured|informed|notified|briefed|advised|promised|urged|ordered|instructed)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s+(?:when\s+)?(?:asked|told|warned|reminded|informed|urged|pressed|questioned)\b")
_QUOTED = re.compile(
    r"(?:(?:was|were|is|are|been|being)\s+)(?:\w+ly\s+|also\s+)?(?:quoted|cited|heard|overheard|recorded|filmed)\b",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"(?:(?:was|were|been|and)\s+)?(?:first\s+)?(?:seen|obtained|reviewed|viewed|published|posted|carried"
    r"|aired|leaked)\s+(?:by|to)\b"
)
_PASSIVE = re.compile(r"(?:was|were|is|are|been|being)\s+(?:\w+ly\s+|also\s+)?\w+ed\b", re.IGNORECASE)
_AS_SAYING = re.compile(
    r"(?:as\s+)?(?:saying|telling|calling|adding|warning|claiming|asking|suggesting)\s+", re.IGNORECASE
)
_CAPITALS = r"(?:[^\W\d_a-z][\w’'.-]*)(?: (?:[^\W\d_a-z][\w’'.&-]*)){0,4}"
_QUOTES = re.compile(r"(?:(?:has|had|also)\s+)?(?:quot|cit)(?:ed|es|ing)\b", re.IGNORECASE)
_AS_QUOTED = re.compile(
    rf"(?P<who>him|her|them|{_CAPITALS}|(?:the|an?|his|its) (?:[a-z-]+ ){{0,3}}[a-z-]+)"
    r" as (?:saying|telling \S+(?: \S+)?|calling|adding|warning|claiming)(?: that)? "
)
"""Whom another quotes: "the paper quoted [him] as saying that"."""

_APPOSED = re.compile(
    rf" ?(?:that|which|who|whose) [^,.;:“”\"]{{2,60}}, (?P<name>{_CAPITALS}), (?=that |whether |to |not to )"
)
"""What tells more of a source with its name behind: "told by the firm [that runs the pool, Orlo Baths,] that"."""

_NEAR = 8
"""Characters between a source and its cue: a space, or a comma and "when"."""
_LONGEST_SUBJECT = 60
_LONGEST_NAME = 4


def with_passives_turned(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions of a text, those with a passive cue rid of its subject or in the mouth of it.

    Who only saw a letter or printed it says nothing: the quotation beside it is left without a speaker.
    """
    whole = (_with_its_name(text, each) for each in _with_as_saying(text, linked))
    turned = (_unseen(text, each) or [_turned(text, _unheard(text, _quoted(text, each)))] for each in whole)
    return [each for some in turned for each in some]


def _with_as_saying(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, "were quoted" and the "as saying" that goes on from it as one: "Doe was quoted in the Post [as
    saying] …".
    """
    whole: list[Linked] = []
    for each in linked:
        last = whole[-1] if whole else None
        if last is not None and last.cue is not None and each.cue is not None and _goes_on_as_saying(text, last, each):
            whole[-1] = replace(last, source=None, contents=(*last.contents, *each.contents))
        else:
            whole.append(each)
    return whole


def _goes_on_as_saying(text: str, quoted: Linked, saying: Linked) -> bool:
    between = text[quoted.contents[-1].end : saying.contents[0].start] if quoted.contents and saying.contents else "\n"
    cues = [text[each.cue.start : each.cue.end] for each in (quoted, saying) if each.cue]
    return "\n" not in between and bool(_QUOTED.fullmatch(cues[0])) and bool(_AS_SAYING.fullmatch(f"{cues[1]} "))


def _with_its_name(text: str, linked: Linked) -> Linked:
    """With a whole source, where its clause was left out: "told by [the firm] that runs the pool, Orlo Baths,"."""
    source = linked.source
    if source is None or linked.cue is None or linked.cue.start > source.start or not linked.contents:
        return linked
    found = _APPOSED.match(text, source.end)
    if found is None:
        return linked
    own = (_beyond(piece, source.end, found.end()) for piece in linked.contents)
    contents = tuple(piece for piece in own if piece.start < piece.end)
    return replace(linked, source=source._replace(end=found.end("name")), contents=contents)


def _beyond(piece: Piece, start: int, end: int) -> Piece:
    """A piece that begins between `start` and `end` without what stands before `end`."""
    return piece._replace(start=end) if start <= piece.start < end else piece


def _quoted(text: str, linked: Linked) -> Linked:
    """In the mouth of whom another quotes: "the paper quoted [Holt] as saying that"."""
    cue = linked.cue
    if cue is None or not linked.contents or not _QUOTES.match(text, cue.start, cue.end):
        return linked
    first, *others = linked.contents
    found = _AS_QUOTED.match(text, first.start, first.end)
    if found is None:
        return linked
    said = Piece(*found.span("who"), "source", first.score)
    return replace(linked, source=said, contents=(first._replace(start=found.end()), *others))


def _unheard(text: str, linked: Linked) -> Linked:
    """Not in the mouth of whoever hears it: "[Employees] were told that the plant would close"."""
    cue, source = linked.cue, linked.source
    if cue is None or source is None or not 0 <= cue.start - source.end < _NEAR:
        return linked
    hears = _HEARING.match(text, cue.start, cue.end) or _is_asked(text, linked, source, cue)
    return replace(linked, source=None) if hears else linked


def _is_asked(text: str, linked: Linked, source: Piece, cue: Piece) -> bool:
    """ "Ruiz, asked to respond, said …": a participle set off by commas, whose words somebody else has said."""
    end = max((piece.end for piece in linked.contents), default=cue.end)
    return bool(_ASIDE.fullmatch(text, source.end, cue.end)) and text[end : end + 1] == ","


def _unseen(text: str, linked: Linked) -> list[Linked]:
    """The quotations of "“…,” Ruiz said in a letter, which was seen by the Post. “…”", each in nobody's mouth."""
    if linked.cue is None or not _SEEN.search(text, linked.cue.start, linked.cue.end):
        return []
    quoted = (piece for piece in linked.contents if text[piece.start] in '“"')
    return [Linked(None, None, (piece,)) for piece in quoted]


def _turned(text: str, linked: Linked) -> Linked:
    cue, subject = linked.cue, _subject(text, linked)
    if cue is not None and subject is None and linked.source and _QUOTED.fullmatch(text, cue.start, cue.end):
        return replace(linked, contents=tuple(_said(text, piece) for piece in linked.contents))
    if cue is None or subject is None:
        return linked
    words, rest = text[cue.start : cue.end], tuple(piece for piece in linked.contents if piece != subject)
    if _HEARING.search(words) or (not rest and _PASSIVE.search(words) and _is_a_name(text, subject)):
        return replace(linked, contents=rest)
    if _QUOTED.search(words) and rest:
        return replace(linked, source=subject._replace(label="source"), contents=tuple(_said(text, p) for p in rest))
    return linked


def _is_a_name(text: str, piece: Piece) -> bool:
    """Whether a piece is a name and nothing else: of "Bo Lane was accused by the county" no words are anybody's."""
    words = text[piece.start : piece.end].split()
    return len(words) <= _LONGEST_NAME and all(word[0].isupper() for word in words)


def _subject(text: str, linked: Linked) -> Piece | None:
    """The content that is no more than the subject of the cue: right before it, short, and no quotation."""
    if linked.cue is None:
        return None
    for piece in linked.contents:
        words = text[piece.start : piece.end]
        near = 0 <= linked.cue.start - piece.end < 3
        if near and len(words) <= _LONGEST_SUBJECT and not any(mark in words for mark in '“"”,;'):
            return piece
    return None


def _said(text: str, content: Piece) -> Piece:
    """A content without the "as saying" that leads into it."""
    opening = _AS_SAYING.match(text, content.start, content.end)
    return content._replace(start=opening.end()) if opening and opening.end() < content.end else content
