"""What the classes and ids of an element say that it is."""

import re
from functools import cache, lru_cache
from typing import Literal

from sayso.lexicon.expressions import sections

Role = (
    Literal["caption", "credit", "pull quote", "signature", "signature in a quotation", "post", "body", "embed"]
    | Literal["stories", "furniture", "layer", "widget", "hidden", "drop cap"]
)
"""`stories` names other stories on the same matter, `furniture` stands around any article, a `layer` lies over it.

A `widget` opens at a word under the mouse; what is `hidden` is for those who have pages read out.
"""

_MOST_NAMES = 4096


@lru_cache(_MOST_NAMES)
def called(names: str, role: Role) -> bool:
    """Whether one of the names of an element, separated by spaces, is that of such a part of a page.

    >>> called("story__related-list", "stories"), called("interrelated", "stories")
    (True, False)
    """
    return bool(_expressions()[role].search(names))


@cache
def _expressions() -> dict[str, re.Pattern[str]]:
    found = sections("page_names.txt").items()
    return {role: re.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])", re.IGNORECASE) for role, names in found}
