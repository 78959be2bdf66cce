"""Whether the text says that a name is withheld: "who spoke on condition of anonymity", "declined to be named"."""

import re
from typing import Final

from sayso.coreference.state import Scene
from sayso.data.article import Span

_WITHHELD: Final = re.compile(
    r"""\b(?:
        (?:on|under)\ (?:the\ )?(?:condition|promise|grounds)\ of\ (?:\w+\ )?anonymity
      | anonymously
      | (?:asked|asking|requested|requesting|demanded|granted|given|insisted\ on|wanted|preferred)
            \ (?:for\ )?(?:anonymity|to\ (?:remain|stay)\ (?:anonymous|unnamed|nameless))
      | (?:not\ (?:to\ )?be(?:ing)?|(?:declin|refus)\w+\ to\ be|without\ being|not\ (?:wish|want)\w*\ to\ be)
            \ (?:further\ )?(?:named|identified|quoted\ by\ name)(?!\ (?!as\b|because|since|for\b|in\b|by\b|and|said)\w)
      | (?:not|n[’']t)\ (?:been\ )?authori[sz]ed\ to\ (?:speak|talk|comment|discuss|be\ quoted|brief)
      | (?:name|names|identity|identities)\ (?:was|were|is|are|has|have|had)\ (?:be(?:en|ing)\ )?(?:withheld|changed)
      | withh(?:eld|olding)\ (?:his|her|their)\ names?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CALLED_SO: Final = re.compile(r"\b(?:anonymous|unnamed|unidentified)\b", re.IGNORECASE)
_SAME: Final = re.compile(r"(?:the|this)\s+\w+\s|he\s|she\s|they\s|both\s", re.IGNORECASE)


def is_withheld(scene: Scene, source: Span) -> bool:
    """Whether the source, its sentence, or one after it that goes on of the same says so; not what is said itself."""
    if _CALLED_SO.search(source.text) or _WITHHELD.search(source.text):
        return True
    start, end = scene.doc.sentence_at(source.start)
    if _said_in(scene, start, end):
        return True
    following = scene.doc.sentence_at(end)
    goes_on = following[0] >= end and scene.doc.distance(start, following[0]) == 0
    return goes_on and _SAME.match(scene.doc.text, *following) is not None and _said_in(scene, *following)


def _said_in(scene: Scene, start: int, end: int) -> bool:
    found = _WITHHELD.finditer(scene.doc.text, start, end)
    return any(scene.contents.at(m.start()) is None and not scene.doc.quoted(m.start()) for m in found)
