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
    r"(?:told|warned|reminded|assured|informed|notified|briefed|advised)\b",
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
_NEAR = 8
"""Characters between a source and its cue: a space, or a comma and "when"."""
_LONGEST_SUBJECT = 60
_LONGEST_NAME = 4


def with_passives_turned(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions of a text, those with a passive cue rid of its subject or in the mouth of it.

    Who only saw a letter or printed it says nothing: the quotation beside it is left without a speaker.
    """
    whole = _with_as_saying(text, linked)
    return [turned for each in whole for turned in (_unseen(text, each) or [_turned(text, _unheard(text, each))])]


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
