"""The signature under a quotation, as press releases and pages of reactions have it: “…,” — Commissioner Ana Ruiz."""

import re
from typing import NamedTuple

from sayso.text.quotations import Quotation

_DASH = re.compile(r"[^\S\n]*(?:\n[^\S\n]*){0,2}(?P<dash>[—–―]|--|(?<=\s)-(?=\s))[^\S\n]*")
_WORD = r"[^\W\d_](?:[\w’'-]|\.(?=\S))*\.?"
_NAME = re.compile(
    rf"(?=[^\W\d_a-z])(?:{_WORD})(?: (?:of |the |and |for |de |del |van |von |al |bin )*(?=[^\W\d_a-z]){_WORD}){{0,7}}"
    r"(?P<role>(?:,|[^\S\n]\()[^\n“”\"?!;:]{1,120})?[^\S\n]*(?=\n|\Z)"
)


class Signature(NamedTuple):
    """Where the dash stands and where who signed."""

    dash: tuple[int, int]
    signer: tuple[int, int]


def signature(text: str, quotation: Quotation) -> Signature | None:
    """Who signs a quotation, on its line or on the next.

    >>> from sayso.text.quotations import quotations
    >>> text = "“We stay.” — Ana Ruiz, mayor of Lindo"
    >>> (found,) = [signature(text, quotation) for quotation in quotations(text)]
    >>> text[slice(*found.signer)]
    'Ana Ruiz, mayor of Lindo'
    """
    dash = _DASH.match(text, quotation.end)
    name = _NAME.match(text, dash.end()) if dash else None
    if dash is None or name is None:
        return None
    return Signature(dash.span("dash"), (name.start(), name.start() + len(_without_stop(name.group().rstrip()))))


def _without_stop(signer: str) -> str:
    """A signature without the full stop after it; "Jr." keeps its own."""
    return signer.removesuffix(".") if len(signer.rpartition(" ")[2]) > len("Esq.") else signer
