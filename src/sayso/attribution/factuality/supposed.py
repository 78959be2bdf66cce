"""What is only supposed to be said ends where the rest begins: "Had Krall said [yes], City would have paid"."""

import re
from dataclasses import replace

from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.text.doc import Doc

_SUPPOSING = re.compile(r"(?:^|[:;]\s+)[“\"]?(?:If|Had|Should|Were|Unless|Even if|Whether|Suppose)\b")
_MAIN_CLAUSE = re.compile(
    r",\s+(?=(?:[^\s,;.]+\s+){1,6}?(?:would|will|could|can|might|may|should|must|won[’']t|wouldn[’']t)\b)"
)
_LOOKED_BACK = 200


def until_the_main_clause(doc: Doc, attribution: Attribution) -> Attribution:
    """The attribution, its content cut before the clause that tells what would follow, if it was taken in."""
    if not attribution.hypothetical or len(attribution.content) != 1 or not attribution.cue:
        return attribution
    content, cue = attribution.content[0], attribution.cue[0]
    before = doc.text[max(doc.sentence_at(cue.start)[0], cue.start - _LOOKED_BACK) : cue.start]
    main = _MAIN_CLAUSE.search(content.text)
    if content.start < cue.start or main is None or not main.start() or not _SUPPOSING.search(before):
        return attribution
    return replace(attribution, content=(Span.of(doc.text, content.start, content.start + main.start()),))
