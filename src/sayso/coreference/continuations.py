"""Whether a statement without a source goes on from the one before it: "said … and added", “… .” “…”."""

import re
from typing import Final

from sayso.coreference.state import Scene
from sayso.data.statement import Attribution
from sayso.lexicon.english import RELATIVES
from sayso.text.doc import Doc
from sayso.text.normalise import WORD

_FOLLOWS_ON: Final = re.compile(r"\b(?:and|but)\s+(?:also\s+|then\s+|has\s+|had\s+)?$")


def goes_on_from(scene: Scene, before: Attribution, attribution: Attribution) -> bool:
    """Whether a statement without a source continues the one before it.

    It does when its cue follows on ("said … and added"); when it is a quotation and nothing but space and marks lies
    between the two in one paragraph; or when the paragraph before was left with its quotation open and this one opens
    anew.
    """
    if _joined(scene, before, attribution):
        return True
    if not (before.content and attribution.content):
        return False
    text = scene.doc.text
    end = max(span.end for span in (*before.content, *before.source, *before.cue))
    start = min(span.start for span in attribution.content)
    if _adds_a_paragraph(scene.doc, before, attribution):
        return True
    if end > start or any(c.isalnum() for c in text[end:start]):
        return False
    if scene.doc.distance(end - 1, start) == 0:
        return attribution.kind == "direct" == before.kind and not _back_to_back(text, end, start)
    last_block = text[: max(span.end for span in before.content)].rpartition("\n\n")[2]
    return last_block.rfind("“") > last_block.rfind("”") and "“" in text[end : start + 1]


def _adds_a_paragraph(doc: Doc, before: Attribution, attribution: Attribution) -> bool:
    """Whether a quotation is a paragraph of its own behind one that ends with what its speaker says: "She said that
    she had left. ¶ “I was tired.” ¶ “So we all were.”" Behind a question comes whoever answers, and who asks is new.
    """
    if before.act != "said" or not _is_paragraph(doc, attribution) or "?" in attribution.content[-1].text[-3:]:
        return False
    head = before.cue if before.source else ()
    last = doc.blocks.at(head[0].start) if head else before.content and doc.blocks.at(before.content[0].start)
    if not last or doc.distance(last[0], attribution.content[0].start) != 1 or "?" in doc.text[last[0] : last[1]]:
        return False
    ends = max(span.end for span in (*before.content, *before.source, *before.cue))
    return _is_paragraph(doc, before) or (bool(head) and max(ends, doc.sentence_at(head[0].start)[1]) >= last[1])


def _is_paragraph(doc: Doc, attribution: Attribution) -> bool:
    return [(span.start, span.end) for span in attribution.content] == [doc.blocks.at(attribution.content[0].start)]


def _back_to_back(text: str, end: int, start: int) -> bool:
    """Whether a quotation is closed and another opened with nothing between: so does somebody else come in."""
    return text[end - 1] in "”\"’'»" and text[start] in "“\"‘'«" and text[end:start].isspace()


def _joined(scene: Scene, before: Attribution, attribution: Attribution) -> bool:
    """Whether the cue shares its subject with the cue before it, in one sentence and by "and" or "but"."""
    if not (before.cue and attribution.cue) or any(scene.contents.at(s.start) for s in before.source):
        return False
    said, added, text = before.cue[0].start, attribution.cue[0].start, scene.doc.text
    if said > added or scene.doc.sentence_at(said) != scene.doc.sentence_at(added):
        return False
    between = {m.group().casefold() for m in WORD.finditer(text, said, added)}
    # "said it met China, which is rich and considered …": the clause of "which" has a subject of its own.
    own_clause = between & (RELATIVES - {"that"})
    return not own_clause and _FOLLOWS_ON.search(text[max(0, added - 20) : added]) is not None
