"""Quotation marks as evidence: whole quotations, each in the mouth of whoever speaks it.

The model reads words; what is known from the marks is mended here. One quotation is one statement, over however many
paragraphs it runs; its marks are its edges; and a quotation that is a sentence of its own, in nobody's mouth yet, is
spoken by whoever signed it right after, or spoke or acted right before it. Scare quotes and titles say nothing.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace

from sayso.attribution.linking.linker import Linked, Piece, beginning
from sayso.attribution.repairs.lead_in_subject import TURNS, subject_of
from sayso.attribution.repairs.quotation_context import before, begins_sentence, ends_sentence, line_start, plain_before
from sayso.attribution.repairs.signatures import Signature, announcement, signature
from sayso.attribution.repairs.span_index import Found, Placed
from sayso.lexicon.deeds import DONE
from sayso.lexicon.english import words
from sayso.text.block_quotes import SIGNS
from sayso.text.doc import Doc
from sayso.text.quotations import Quotation, is_scare_quote

GUESSED = 0.5
"""The score of a piece that only the place of a quotation tells."""

SIGNED = 0.9
"""The score of a signature under a quotation."""

SAYING = words("said says asked asks replied answered added told tells wrote explained")
"""Cues that may follow a quotation even over the end of its sentence."""

_PRONOUNS = words("He She They")
_FEW = 3

NEARLY_ALL = 0.8
"""The share of a quotation that must be found for its marks to tell the rest. Of PolNeAR's contents that hold so much
of a quotation, 99 % hold all of it, marks included."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a quotation tells: `pieces` are content of the attribution `owner`, or of a new one, `speaker`'s.

    `joined` are attributions in nobody's mouth that are no attributions of their own.
    """

    pieces: tuple[Piece, ...]
    joined: frozenset[int]
    owner: int | None = None
    speaker: Linked | None = None


def mended(doc: Doc, linked: Sequence[Linked], quoted: Sequence[Quotation]) -> list[Linked]:
    """The attributions of a text with quotations whole and in the right mouths, in the order in which they begin."""
    linked = [_without_signature(doc, each) for each in linked]
    found = Found(doc, linked)
    contents = {number: each.contents for number, each in enumerate(linked)}
    begins = sorted((piece.start, number) for number, own in contents.items() for piece in own)
    new = []
    for claim in filter(None, (_claim(found, quotation) for quotation in quoted)):
        for number in claim.joined:
            contents.pop(number, None)
        if claim.owner is not None:
            contents[claim.owner] = _with(contents[claim.owner], claim.pieces)
            for piece in claim.pieces:
                insort(begins, (piece.start, claim.owner))
        elif claim.speaker is not None:
            new.append(replace(claim.speaker, contents=claim.pieces))
            for number in _beginning_in(begins, claim.pieces) & contents.keys():
                contents[number] = _beside(contents[number], claim.pieces)
    kept = (replace(linked[number], contents=own) for number, own in contents.items())
    return sorted([*kept, *new], key=beginning)


def _without_signature(doc: Doc, linked: Linked) -> Linked:
    """An attribution without the line that signs a block quotation among its contents."""
    kept = tuple(piece for piece in linked.contents if not _signs(doc, piece.start))
    return replace(linked, contents=kept) if kept else linked


def _signs(doc: Doc, place: int) -> bool:
    return doc.kind_at(place) == "quote" and SIGNS.match(doc.text, line_start(doc.text, place)) is not None


def _beginning_in(begins: Sequence[tuple[int, int]], pieces: Sequence[Piece]) -> set[int]:
    """The attributions of which a content begins in one of the pieces; `begins` are places, sorted, with numbers."""
    some = (begins[bisect_left(begins, (p.start,)) : bisect_left(begins, (p.end,))] for p in pieces)
    return {number for near in some for _, number in near}


def _with(contents: Sequence[Piece], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The contents with `pieces` in place of what they overlap."""
    return tuple(sorted([*(own for own in contents if not _touches(own, pieces)), *pieces]))


def _beside(contents: Sequence[Piece], pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The contents but for those that are all within `pieces`, which are another's."""
    return tuple(own for own in contents if not any(p.start <= own.start and own.end <= p.end for p in pieces))


def _touches(piece: Piece, others: Iterable[Piece]) -> bool:
    return any(piece.start < other.end and other.start < piece.end for other in others)


def _claim(found: Found, quotation: Quotation) -> Claim | None:
    """What a quotation tells that the model does not know, if anything."""
    if not quotation.closed:
        return None
    if not quotation.mark and (apart := _set_apart(found, quotation)):
        return apart
    if len(quotation.pieces) > 1:
        return _over_paragraphs(found, quotation)
    if is_scare_quote(found.text, quotation):
        return Claim((), _inside(found, quotation, found.is_nobodys))
    return _within_paragraph(found, quotation)


def _inside(found: Found, quotation: Quotation, counts: Callable[[int], bool]) -> frozenset[int]:
    """The attributions that are no more than this quotation, as far as they count."""
    touching = found.contents(quotation.start, quotation.end)
    return frozenset(
        placed.owner
        for placed in touching
        if counts(placed.owner) and quotation.start <= placed.piece.start and placed.end <= quotation.end
    )


def _within_paragraph(found: Found, quotation: Quotation) -> Claim | None:
    start, end = quotation.start, quotation.end
    touching = found.contents(start, end)
    if (announced := _announced(found, quotation)) and not found.heads(start, end):
        inside = _inside(found, quotation, lambda _: True)
        return Claim((Piece(start, end, "content", SIGNED),), inside, speaker=announced)
    owners = {placed.owner for placed in touching if not found.is_alone(placed.owner)}
    if signed := _signed_below_another(found, quotation, owners):
        return signed
    if found.heads(start, end) or len(owners) > 1 or not _is_nearly_all(touching, start, end):
        return None
    joined = _inside(found, quotation, found.is_alone)
    if {placed.owner for placed in touching} != owners | joined:
        return None
    pieces = (_whole(start, end, touching),)
    if not owners:
        return _spoken(found, quotation, pieces, joined)
    (owner,) = owners
    if led_in := _led_in(found, quotation, owner):
        emptied = owners if len(found.linked[owner].contents) == 1 else frozenset()
        return Claim(pieces, joined | emptied, speaker=led_in)
    if another := _another_acts(found, quotation, owner):
        return Claim(pieces, joined, speaker=another)
    alone = before(found.doc, quotation) == "sentence ends" and beginning(found.linked[owner]) < start
    if alone and _is_deed(found, found.linked[owner]):
        return _after_a_deed(found, quotation, owner, pieces[0], joined)
    return Claim(pieces, joined, owner)


def _signed_below_another(found: Found, quotation: Quotation, owners: Set[int]) -> Claim | None:
    """A quotation that its own line or the next signs, though it was given to those whom a line above brings in.

    This is what friends wrote: ¶ “He sang.” ¶ — Ana Ruiz
    """
    start, end = quotation.start, quotation.end
    signer = _signer(found, quotation) if owners and before(found.doc, quotation) == "line begins" else None
    heads = [head for n in owners for head in (found.linked[n].cue, found.linked[n].source) if head]
    if signer is None or signer.source is None or any(head.end > start for head in heads):
        return None
    if found.text[signer.source.start] == "@":  # the line above has the name that is behind the handle
        return None
    inside = _inside(found, quotation, lambda _: True)
    emptied = {n for n in owners if all(_is_lead(found, own, quotation) for own in found.linked[n].contents)}
    return Claim((Piece(start, end, "content", SIGNED),), inside | emptied, speaker=signer)


def _is_lead(found: Found, content: Piece, quotation: Quotation) -> bool:
    """Whether a content is the quotation or a few words of the line that leads up to it: "This is what"."""
    few = len(found.text[content.start : min(content.end, quotation.start)].split()) <= _FEW
    return content.end > quotation.start or (few and not found.doc.quoted(content.start))


def _is_deed(found: Found, linked: Linked) -> bool:
    """Whether a cue tells what somebody did, and no words."""
    cue = found.text[linked.cue.start : linked.cue.end] if linked.cue else ""
    return TURNS.match(cue) is not None or any(word in DONE for word in cue.split())


def _after_a_deed(found: Found, quotation: Quotation, owner: int, whole: Piece, joined: frozenset[int]) -> Claim:
    """A quotation that is a sentence of its own, given to a deed in the sentence before it.

    What the deed is done to is nothing said: Ruiz looked at their son. [“He is sorry.”]
    """
    linked = found.linked[owner]
    own = whole._replace(start=max(quotation.start, whole.start))
    quoted = (p for p in linked.contents if found.doc.quoted(p.start) and not _touches(p, (whole,)))
    return Claim(tuple(sorted([own, *quoted])), joined | {owner}, speaker=linked)


def _led_in(found: Found, quotation: Quotation, owner: int) -> Linked | None:
    """Who acted in the sentence before a quotation that another's deed in the next sentence has drawn to itself.

    Holt shook her head. “We lost.” Ruiz laughed. “We won,” she said.
    """
    own, stands_alone = found.linked[owner], before(found.doc, quotation) == "sentence ends"
    behind = own.cue is not None and own.source is not None and min(own.cue.start, own.source.start) >= quotation.end
    if not (stands_alone and behind and ends_sentence(found.doc, quotation)):
        return None
    cue = found.text[own.cue.start : own.cue.end] if own.cue else ""
    if len(own.contents) == 1 and not any(word in SAYING for word in cue.split()):
        return _actor(found, quotation.start)
    return _led_in_before_a_beat(found, quotation, own)


def _led_in_before_a_beat(found: Found, quotation: Quotation, own: Linked) -> Linked | None:
    """Who acted before a quotation, where another acts behind it: Holt turned to Ruiz. “Well?” Ruiz sat. “No,” he said.

    None where the owner's words follow at once, or the same one acts twice.
    """
    later = [piece for piece in own.contents if piece.start >= quotation.end]
    if not later or not found.doc.quoted(later[0].start) or not found.text[quotation.end : later[0].start].strip():
        return None
    actor, beat = _actor(found, quotation.start), _actor(found, later[0].start)
    if actor is None or beat is None or actor.source is None or beat.source is None:
        return None
    return actor if _is_another(found, beat.source, actor.source) else None


def _another_acts(found: Found, quotation: Quotation, owner: int) -> Linked | None:
    """Who acts between what the owner said and a quotation: “Is it safe?” Holt asked. Ruiz nodded. “As a house.”"""
    own, sentence = found.linked[owner], plain_before(found.doc, quotation.start)
    if own.source is None or own.cue is None or sentence is None or not ends_sentence(found.doc, quotation):
        return None
    actor = _actor(found, quotation.start) if max(own.source.end, own.cue.end) <= sentence[0] else None
    if actor is None or actor.source is None:
        return None
    return actor if _is_another(found, actor.source, own.source) else None


def _is_another(found: Found, actor: Piece, speaker: Piece) -> bool:
    """Whether who acts is not called as who speaks: "Ruiz" and "Holt", "she" and "he"; "she" may be "Ruiz"."""
    *_, name = found.text[actor.start : actor.end].split()
    known = found.text[speaker.start : speaker.end].split()
    if name in _PRONOUNS:
        return {name.lower(), known[-1].lower()} == {"he", "she"}
    return name not in known


def _is_nearly_all(touching: Sequence[Placed], start: int, end: int) -> bool:
    """Whether what was found of a quotation allows all of it to be content; nothing found does."""
    inside = sum(min(placed.end, end) - max(placed.piece.start, start) for placed in touching)
    return not touching or inside >= NEARLY_ALL * (end - start)


def _whole(start: int, end: int, touching: Sequence[Placed]) -> Piece:
    """All of `start`:`end` as content, with what was found of it and may reach beyond it: that “we will go”."""
    own = [placed.piece for placed in touching if placed.piece.start < end and placed.end > start]
    score = min((piece.score for piece in own), default=GUESSED)
    first, last = min((piece.start for piece in own), default=start), max((piece.end for piece in own), default=end)
    return Piece(min(start, first), max(end, last), "content", score)


def _over_paragraphs(found: Found, quotation: Quotation) -> Claim | None:
    """A quotation opened on each of several paragraphs belongs to the first who is said to speak it.

    Who speaks inside it is quoted by the speaker, and keeps what he says; so does a second cue beside a later part.
    """
    if any(found.text[start : start + len(quotation.mark)] != quotation.mark for start, _ in quotation.pieces):
        return None
    touching = found.contents(quotation.start, quotation.end)
    speaking = [p.owner for p in touching if found.is_spoken_outside(p.owner, quotation.start, quotation.end)]
    own = [p for p in touching if found.is_alone(p.owner) or p.owner in speaking[:1]]
    pieces = tuple(_whole(start, end, own) for start, end in quotation.pieces if _is_free(found, start, end, own))
    joined = frozenset(p.owner for p in own if p.owner not in speaking and _touches(p.piece, pieces))
    if not pieces:
        return None
    if speaking:
        return Claim(pieces, joined, speaking[0])
    if announced := _announced(found, quotation):
        return Claim(pieces, joined, speaker=announced)
    claim = _spoken(found, quotation, pieces, joined)
    if claim is None or claim.speaker is None or claim.speaker.source is None:
        before = _speaker_before(found, quotation)
        return Claim(pieces, joined, speaker=before) if before else claim
    return claim


def _set_apart(found: Found, quotation: Quotation) -> Claim | None:
    """A block quotation without marks is all one speaker's, whoever is told to speak in it."""
    start, end = quotation.start, quotation.end
    inside = {placed.owner for placed in (*found.contents(start, end), *found.heads(start, end))}
    outside = [n for n in inside if found.linked[n].source and found.is_spoken_outside(n, start, end)]
    joined = frozenset(inside - set(outside))
    pieces = tuple(Piece(*place, "content", GUESSED) for place in quotation.pieces)
    if outside:
        return Claim(pieces, joined, outside[0])
    speaker = _announced(found, quotation) or _signer(found, quotation) or _before_block(found, quotation)
    return Claim(pieces, joined, speaker=speaker) if speaker else None


def _before_block(found: Found, quotation: Quotation) -> Linked | None:
    """Who speaks or acts at the end of the paragraph before a block quotation: "She puts it like this:"."""
    if spoken := _last_speaker(found, quotation):
        return spoken
    end = len(found.text[: quotation.start].rstrip())
    sentence = found.doc.sentence_at(max(0, end - 1))
    if found.text[end - 1 : end] != ":" or found.doc.quoted(end - 1):
        return None
    subject = subject_of(found.text, sentence[0], end, found.names)
    return Linked(None, Piece(*subject, "source", GUESSED), ()) if subject else None


def _speaker_before(found: Found, quotation: Quotation) -> Linked | None:
    """Who speaks at the end of the paragraph before: “I am tired,” he said. ¶ “I go.”, or: She wrote: ¶ “I go.”"""
    return None if found.heads(quotation.start, quotation.end) else _last_speaker(found, quotation)


def _last_speaker(found: Found, quotation: Quotation) -> Linked | None:
    line = line_start(found.text, quotation.start)
    block = found.doc.blocks.at(max(0, len(found.text[:line].rstrip()) - 1)) if line == quotation.start else None
    if block is None:
        return None
    owners = [each for head in found.heads(*block) if (each := found.linked[head.owner]).cue and each.source]
    last = max(owners, key=lambda each: each.contents[-1].end if each.contents else 0, default=None)
    spoken = last is not None and any(block[0] <= p.start and found.doc.quoted(p.start) for p in last.contents)
    if last is None or not (spoken or _leads_to_what_follows(found, block)):
        return None
    return Linked(None, last.source and last.source._replace(score=GUESSED), ())


def _leads_to_what_follows(found: Found, block: tuple[int, int]) -> bool:
    """Whether a paragraph is a sentence in the reporter's words that ends with a colon."""
    return found.text[block[1] - 1] == ":" and not found.doc.quoted(block[1] - 1)


def _is_free(found: Found, start: int, end: int, own: Sequence[Placed]) -> bool:
    """Whether a paragraph of a quotation is all the speaker's: a mark left open by mistake may be followed by prose."""
    touching = found.contents(start, end)
    if any(placed not in own for placed in touching):
        return False
    return _is_nearly_all(touching, start, end) and bool(touching or not found.heads(start, end))


def _spoken(found: Found, quotation: Quotation, pieces: tuple[Piece, ...], joined: frozenset[int]) -> Claim | None:
    """Who speaks a quotation that the model put in nobody's mouth; what it did not find at all stays with nobody."""
    stands = before(found.doc, quotation)
    if stands != "words" and (speaker := _signer(found, quotation)):
        return Claim(pieces, joined, speaker=speaker)
    if stands in ("sentence ends", "colon") and ends_sentence(found.doc, quotation):
        owner = _goes_on(found, quotation.start) if stands == "sentence ends" else None
        if owner is not None:
            return Claim(pieces, joined, owner)
        if speaker := _actor(found, quotation.start):
            return Claim(pieces, joined, speaker=speaker)
    if stands == "colon" and (owner := _leading_up(found, quotation.start)) is not None:
        return Claim(pieces, joined, owner)
    return Claim(pieces, joined, speaker=found.linked[min(joined)]) if joined else None


def _signer(found: Found, quotation: Quotation) -> Linked | None:
    """Who signs a quotation that begins a sentence."""
    return _of_signature(signature(found.text, quotation))


def _announced(found: Found, quotation: Quotation) -> Linked | None:
    """Who is named in front of a quotation that ends its line, or by a line beside it: "And from Ana Ruiz:"."""
    own = announcement(found.text, line_start(found.text, quotation.start), quotation)
    return _of_signature(own or found.portraits.get(quotation.start))


def _of_signature(signed: Signature | None) -> Linked | None:
    if signed is None:
        return None
    mark = Piece(*signed.mark, "cue", SIGNED) if signed.mark else None
    return Linked(mark, Piece(*signed.signer, "source", SIGNED), ())


def _goes_on(found: Found, place: int) -> int | None:
    """The attribution that a quotation at `place` continues: “…,” Ruiz said, adding that it rained. “…”"""
    sentence = plain_before(found.doc, place)
    owners = [head.owner for head in found.heads(*sentence)] if sentence else []
    return owners[0] if owners and found.linked[owners[0]].source else None


def _leading_up(found: Found, place: int) -> int | None:
    """The attribution whose source or cue is all that stands before the colon: Not so, said Holt: “…”"""
    line = line_start(found.text, place)
    for head in found.heads(line, place):
        own = found.linked[head.owner]
        if own.cue and own.source and found.text[max(own.cue.end, own.source.end) : place].strip() in ("", ":"):
            return head.owner
    return None


def _actor(found: Found, place: int) -> Linked | None:
    """The subject of the sentence that leads into a quotation at `place`: She was blunt. “…”"""
    sentence = plain_before(found.doc, place)
    if sentence is None or found.heads(*sentence) or not begins_sentence(found.doc, sentence[0]):
        return None
    subject = subject_of(found.text, *sentence, found.names)
    return Linked(None, Piece(*subject, "source", GUESSED), ()) if subject else None
