"""Who speaks in a lead that gives an office and no name: the headline, or the next paragraph, tells.

News holds the name back: "Minister backs dam" / "The water minister said …" / "Ana Doe told …". The lead's office is
its holder's when headline and lead tell one act and the headline's subject is one person, or when the person who
speaks next comes in by full name with no office of their own, as only somebody already introduced can.
"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.coreference.clusters import Key, Reference
from sayso.coreference.role_phrases import around
from sayso.data.article import Span
from sayso.lexicon.english import STOP
from sayso.text.doc import Doc
from sayso.text.normalise import WORD, fold

_SHARED: Final = 0.5
_STEM: Final = 5
_NEXT_BLOCKS: Final = 2


def in_lead(doc: Doc, position: int) -> bool:
    """Whether `position` lies in the first block of text below the headline."""
    number = doc.blocks.number_at(position)
    text_blocks = [n for n, kind in enumerate(doc.kinds) if kind in {"lead", "paragraph", "quote"}]
    return text_blocks[:1] == [number]


def holder_by_headline(doc: Doc, references: Sequence[Reference], lead: Span) -> Key | None:
    """The headline's subject, if headline and lead sentence tell the same act and the lead names nobody else."""
    title = next((n for n, kind in enumerate(doc.kinds) if kind == "title"), None)
    if title is None:
        return None
    start, end = doc.blocks.starts[title], doc.blocks.ends[title]
    persons = {r.actor for r in references if start <= r.name.start < end and _is_person(r)}
    opens = any(r.name.start == start or r.name.end >= end - 1 for r in references if r.actor in persons)
    sentence = doc.sentence_at(lead.start)
    named = {r.actor for r in references if sentence[0] <= r.name.start < lead.start and _is_person(r)}
    if len(persons) != 1 or not opens or named - persons:
        return None
    return next(iter(persons)) if _tell_one_act(doc.text[start:end], doc.text[slice(*sentence)]) else None


def holder_by_next_speaker(
    doc: Doc, references: Sequence[Reference], lead: Span, next_source: Span | None
) -> Key | None:
    """The next speaker, if that is the first person the text names, in full and without an office."""
    body = [r for r in references if r.name.start > lead.end and _is_person(r)]
    if not body or next_source is None or doc.distance(lead.start, body[0].name.start) > _NEXT_BLOCKS:
        return None
    first = body[0]
    introduced = next_source.start <= first.name.start < next_source.end and len(first.name.words) > 1
    earlier = any(r.actor == first.actor for r in references if r.name.start < lead.end)
    return None if not introduced or earlier or list(around(doc, first.name)) else first.actor


def _is_person(reference: Reference) -> bool:
    return reference.actor is not None and reference.actor[0] == "person"


def _tell_one_act(headline: str, sentence: str) -> bool:
    """Whether most of the headline's words stand in the sentence, in whatever form."""
    told, meant = _stems(headline), _stems(sentence)
    return bool(told) and len(told & meant) >= _SHARED * len(told)


def _stems(text: str) -> frozenset[str]:
    words = (re.sub(r"'s$", "", fold(m.group())) for m in WORD.finditer(text))
    return frozenset(part[:_STEM] for word in words for part in word.split("-") if part not in STOP and len(part) > 2)
