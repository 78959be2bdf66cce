"""Question and answer, back to back: “When will you publish?” “When the court lets me,” Pell said.

Who goes on does not close the marks and open them again. Of two quotations with nothing between them each is somebody
else's; the one without a cue is not his who speaks the other. A question among them is asked by whoever asked before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.attribution.linking.linker import Linked, Piece, beginning
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import lemmas_of
from sayso.text.doc import Doc
from sayso.text.normalise import LETTERS
from sayso.text.quotations import Quotation

GUESSED = 0.5
"""The score of a turn that only its place in the conversation tells."""

PARAGRAPHS_BACK = 3
"""How far back an earlier question is looked for."""

ASKING = words("ask wonder question inquire demand shout call")
_ENDED = re.compile(r"[.?!…—–-][”\"’'»]+$")
_QUESTION = re.compile(r"\?[”\"’'»]+$")


def with_turns_taken(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, in their order, no two quotations back to back in one mouth."""
    taken = list(linked)
    for first, second in _exchanges(doc):
        for loose in _loose(doc, taken, first, second):
            taken = [*_without(taken, loose), _in_turn(doc, taken, loose, second)]
    return sorted((each for each in taken if each.contents or each.cue), key=beginning)


def _exchanges(doc: Doc) -> Iterator[tuple[Quotation, Quotation]]:
    """Quotations that follow each other in one paragraph with a space between; a question may have its own."""
    for first, second in pairwise(doc.quotations):
        between = doc.text[first.end : second.start]
        whole = first.closed and second.closed and len(first.pieces) == 1
        near = "\n" not in between or (_is_question(doc, first) and _stands_alone(doc, first))
        if whole and near and between.isspace() and _ENDED.search(doc.text, first.start, first.end):
            yield first, second


def _is_question(doc: Doc, quotation: Quotation) -> bool:
    return _QUESTION.search(doc.text, quotation.start, quotation.end) is not None


def _stands_alone(doc: Doc, quotation: Quotation) -> bool:
    return doc.blocks.at(quotation.start) == (quotation.start, quotation.end)


def _loose(doc: Doc, linked: Sequence[Linked], first: Quotation, second: Quotation) -> list[Quotation]:
    """Which of the two is in the wrong mouth, or the question that is in nobody's."""
    own = [each for each in linked if _holds(each, first)]
    if not own:
        return []
    head, shared = own[0].cue or own[0].source, _holds(own[0], second)
    is_question = _is_question(doc, first)
    if head is None:
        return [first] if is_question and not shared else []
    if shared:
        return [first] if head.start >= second.end else [second] * (head.end <= first.start and is_question)
    answered = is_question and any(_speaks(each, second) for each in linked)
    goes_on = head.end <= first.start and doc.sentence_at(head.start) != doc.sentence_at(first.start)
    return [first] if answered and goes_on and not _asks(doc, own[0], first) else []


def _holds(linked: Linked, quotation: Quotation) -> bool:
    return any(piece.start < quotation.end and quotation.start < piece.end for piece in linked.contents)


def _speaks(linked: Linked, quotation: Quotation) -> bool:
    return linked.source is not None and linked.cue is not None and _holds(linked, quotation)


def _asks(doc: Doc, linked: Linked, beside: Quotation) -> bool:
    """Whether an attribution is a question, whatever it holds `beside`."""
    cue = LETTERS.findall(doc.text, linked.cue.start, linked.cue.end) if linked.cue else []
    own = (piece for piece in linked.contents if piece.end <= beside.start)
    asked = any(_QUESTION.search(doc.text, piece.start, piece.end) for piece in own)
    return asked or any(not ASKING.isdisjoint(lemmas_of(word.lower())) for word in cue)


def _without(linked: Sequence[Linked], loose: Quotation) -> list[Linked]:
    """The attributions without a quotation, of a content that holds more than it the rest."""
    kept = (replace(each, contents=tuple(_beside(each.contents, loose))) for each in linked)
    return [each for each in kept if each.contents or each.cue or each.source]


def _beside(contents: Sequence[Piece], loose: Quotation) -> Iterator[Piece]:
    for piece in contents:
        if piece.end <= loose.start or piece.start >= loose.end:
            yield piece
        elif piece.start < loose.start:
            yield piece._replace(end=loose.start - 1)
        elif piece.end > loose.end:
            yield piece._replace(start=loose.end + 1)


def _in_turn(doc: Doc, linked: Sequence[Linked], loose: Quotation, second: Quotation) -> Linked:
    """A quotation in the mouth of who asked before, if it is a question and somebody did; else in nobody's."""
    content = Piece(loose.start, loose.end, "content", GUESSED)
    answering = {_called(doc, each) for each in linked if _holds(each, second) or _holds(each, loose)}
    before = (each for each in reversed(linked) if each.contents and each.contents[0].start < loose.start)
    near = (each for each in before if doc.distance(beginning(each), loose.start) <= PARAGRAPHS_BACK)
    asking = (each.source for each in near if _asks(doc, each, loose) and _called(doc, each) not in answering)
    source = next(filter(None, asking), None) if _is_question(doc, loose) else None
    return Linked(None, source and source._replace(score=GUESSED), (content,))


def _called(doc: Doc, linked: Linked) -> str:
    """The last word of a source, which tells "Mayor Ruth Pell" from "Pike"."""
    source = linked.source
    return doc.text[source.start : source.end].rpartition(" ")[2].casefold() if source else ""
