"""What of an article is shown where not all of it is: marks stand for what was left out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sayso.data.keeping import LEFT_OUT
from sayso.data.results import Held
from sayso.serving.web.base.span_markup import Paragraph
from sayso.text.excerpts import excerpts_of, still_named

_GAP: Final = re.compile(rf"\s*{LEFT_OUT}[{LEFT_OUT}\n]*")
_MARK: Final = " […] "


def in_excerpts(held: Held) -> Held:
    """What of an article those see who may not read the whole of it."""
    article = excerpts_of(held.article, [row.statement for row in held.statements])
    return replace(held, article=article, actors=still_named(article, held.actors))


def without_gaps(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Those of which something is left, with a mark for each stretch that is not."""
    for one in paragraphs:
        if any(piece.text.strip(f"{LEFT_OUT}\n ") for piece in one.pieces):
            yield replace(one, pieces=tuple(replace(piece, text=shortened(piece.text)) for piece in one.pieces))


def shortened(text: str) -> str:
    return _GAP.sub(_MARK, text)
