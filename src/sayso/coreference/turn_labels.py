"""Labels of turns as sources: "The SPEAKER: Order!" is nobody whose turns have a label with the name."""

import re
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.state import Scene
from sayso.data.statement import Attribution

_BEFORE: Final = re.compile(r"(?:\A|\n)[^\n]{0,20}\Z")
_BEHIND: Final = re.compile(r"[^\n.:]{0,80}[.:]\s")
_LOOK: Final = 21


def is_label(attribution: Attribution) -> bool:
    """Whether the source is a label, "The SPEAKER: Order!", which tells its speaker from those around it."""
    return [span.text for span in attribution.cue] in ([":"], ["."])


def has_own_label(scene: Scene, actor: Key) -> bool:
    """Whether turns stand under the name of an actor: in capitals, at the head of a line."""
    text = scene.doc.text
    return any(
        text[start:end].isupper()
        and _BEFORE.search(text[max(0, start - _LOOK) : start]) is not None
        and _BEHIND.match(text, end) is not None
        for start, end in scene.places(actor)
    )
