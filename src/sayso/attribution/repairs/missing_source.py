"""A cue left without a source takes the name right before it: "… with the Gulf Council Velayati [said] …".

Only the plainest verbs: of what else lacks a source, most is passive ("Holt was
accused"). And only the one word before, which is a surname or a pronoun there whatever ran into it from the left.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.factuality.view import FINITE
from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.lead_in_subject import DAYS, OPENERS
from sayso.text.normalise import LETTERS

_WORD_BEFORE = re.compile(r"(?:[^\W\d_a-z][\w’'-]{1,60}|\b(?:he|she|they))(?= $)")
_BYNAME_BEFORE = re.compile(r"(?:^|(?<=\s))[“\"]([^\W\d_a-z][\w’'-]{1,20}(?: [^\W\d_a-z][\w’'-]{1,20})?)[”\"](?= $)")
_THAT = re.compile(r"that\b|whether\b")
_MARKS = re.compile(r"[“”\"„«»]")
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_COMMA = re.compile(r", (?=\S)")
_NEAR = 3
_SAYING = frozenset({"said", "says", "added", "adds", "told", "tells"})
_LOOKED_AT = 60
"""How many characters before the cue are searched for its subject, which is one word."""


def with_subjects_before(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, those with a cue and no source given the word that is the cue's subject, where there is one."""
    return [_sourced(text, _according(text, each)) if each.cue and not each.source else each for each in linked]


def _according(text: str, linked: Linked) -> Linked:
    """ "According to [a survey of 1,000 readers], …": what follows up to the comma is the source, and no content."""
    cue, first = linked.cue, linked.contents[0] if linked.contents else None
    if cue is None or first is None or not _ACCORDING.fullmatch(text, cue.start, cue.end):
        return linked
    comma = _COMMA.search(text, first.start, first.end)
    if comma is None or not 0 < first.start - cue.end < _NEAR:
        return linked
    source = Piece(first.start, comma.start(), "source", cue.score)
    return replace(linked, source=source, contents=(first._replace(start=comma.end()), *linked.contents[1:]))


def _sourced(text: str, linked: Linked) -> Linked:
    cue = linked.cue
    if cue is None or not _has_subject(text[cue.start : cue.end]):
        return linked
    if subject := _taken_for_content(text, linked, cue) or _right_before(text, linked, cue):
        rest = tuple(each for each in linked.contents if each is not subject)
        return replace(linked, source=subject._replace(label="source"), contents=rest)
    begin = max(0, cue.start - _LOOKED_AT)
    byname = _BYNAME_BEFORE.search(text[begin : cue.start])
    if byname is not None and text.count(byname[1]) > 1:
        return _by_byname(linked, Piece(begin + byname.start(1), begin + byname.end(1), "source", cue.score))
    word = _WORD_BEFORE.search(text[begin : cue.start])
    if word is None or word.group() in OPENERS | DAYS:
        return linked
    return replace(linked, source=Piece(begin + word.start(), begin + word.end(), "source", cue.score))


def _taken_for_content(text: str, linked: Linked, cue: Piece) -> Piece | None:
    """A long subject that was read as something said: "The head of the gang, a man known as Moth, said that …"."""
    that = any(_THAT.match(text, each.start) for each in linked.contents if each.start >= cue.end)
    before = (
        each for each in linked.contents if text[each.end : cue.start].strip() in ("", ",") and each.end <= cue.start
    )
    subject = next(before, None)
    if subject is None or not that or text[max(0, subject.start - 2) : subject.start].strip(" \n").strip(".!?"):
        return None
    return None if _MARKS.search(text, subject.start, subject.end) else subject


def _right_before(text: str, linked: Linked, cue: Piece) -> Piece | None:
    """The same without "that", right before the verb: "[A driver whom they call “Shorty”] said he would go"."""
    if len(linked.contents) < 2:
        return None
    first = linked.contents[0]
    near = first.end + 1 == cue.start and text[first.end] == " " and linked.contents[1].start > cue.end
    is_subject = near and text[first.end - 1] not in ",.!?" and not FINITE.search(text, first.start, first.end)
    return first if is_subject else None


def _by_byname(linked: Linked, source: Piece) -> Linked:
    """ "“Rusty” said that …": marks without a comma hold the speaker's byname, and nothing that he says."""
    rest = tuple(each for each in linked.contents if not each.start <= source.start < each.end)
    return replace(linked, source=source, contents=rest) if rest else linked


def _has_subject(cue: str) -> bool:
    first = LETTERS.match(cue)
    return first is not None and first.group() in _SAYING
