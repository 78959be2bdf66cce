"""The pipe: who says what in a Doc, as plain values on `doc._.attributions` and as spans in `doc.spans["sayso"]`.

Everything is in places that `to_bytes` and DocBin keep: each attribution is a dict of plain values, with offsets in
characters of `doc.text` (lists come back as tuples), and a span has the number of its attribution for its id and the
speaker's id for its kb_id, which displacy shows. Spans end where tokens do: where words of sayso end inside one, the
span takes the token whole.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from sayso.data.article import Article, Block, Document
from sayso.data.statement import Statement
from sayso.pipeline import understood
from sayso.serialise.statement_fields import statement_form
from sayso.text.segmentation import lines

KEY: Final = "sayso"
LABELS: Final = {"source": "SOURCE", "cue": "CUE", "content": "CONTENT"}
BATCH: Final = 32


@Language.factory("sayso", assigns=["doc._.attributions"])
def make_component(nlp: Language, name: str) -> "SaysoComponent":
    """What `nlp.add_pipe("sayso")` makes."""
    return SaysoComponent(name)


class SaysoComponent:
    """Finds attributions and their speakers; it asks nothing of other pipes."""

    def __init__(self, name: str = KEY) -> None:
        self.name = name
        if not Doc.has_extension("attributions"):
            Doc.set_extension("attributions", default=[])
            Span.set_extension("attribution", getter=_attribution_of)
            Span.set_extension("speaker", getter=_speaker_of)

    def __call__(self, doc: Doc) -> Doc:
        """Mark a Doc; what stood in `doc.spans["sayso"]` before gives way."""
        statements = understood(_article(doc.text)).statements if doc.text.strip() else ()
        doc._.attributions = [statement_form(one) for one in statements]
        doc.spans[KEY] = list(_spans(doc, statements))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Mark Docs one after another, in their order."""
        yield from map(self, stream)

    def to_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> None:
        """There is nothing to keep: the model is the one that sayso ships."""

    def from_disk(self, path: Any, *, exclude: Iterable[str] = ()) -> "SaysoComponent":
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "SaysoComponent":
        return self


def _article(text: str) -> Article:
    """The text exactly as given, a paragraph for each line of it."""
    blocks = tuple(Block("paragraph", start, end) for start, end in lines(text))
    return Article(Document("-", None, "text/plain", "0" * 64), text, blocks)


def _spans(doc: Doc, statements: Iterable[Statement]) -> Iterator[Span]:
    for number, statement in enumerate(statements):
        speaker = statement.speaker.actor if statement.speaker else ""
        for part, _, span in statement.attribution.spans():
            found = doc.char_span(span.start, span.end, LABELS[part], kb_id=speaker, alignment_mode="expand")
            if found is not None:
                found.id_ = str(number)
                yield found


def _attribution_of(span: Span) -> dict[str, Any] | None:
    """The attribution that a span of `doc.spans["sayso"]` is part of; None for any other span."""
    known: list[dict[str, Any]] = span.doc._.attributions
    return known[int(span.id_)] if span.id_.isdecimal() and int(span.id_) < len(known) else None


def _speaker_of(span: Span) -> str | None:
    """The speaker's name."""
    found = _attribution_of(span)
    return found["speaker"]["name"] if found and found["speaker"] else None
