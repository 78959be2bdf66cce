"""Where in a caption the credit begins: whoever took or owns a picture is nobody that the article speaks of."""

import re

_THING = r"(?:photo(?:graph)?s?|images?|pictures?|illustrations?|graphics?|videos?|file photo|foto|bild)"
_CREDIT = re.compile(
    rf"(?<!\w)(?:\(\s?)?(?:(?:{_THING}\s?)?(?:credits?|courtesy|copyright)(?: of| to)?\s?[:|]"
    rf"|{_THING}\s?(?:by|courtesy(?: of)?|from|via|[:/|©])|courtesy of |©|photographer:)",
    re.IGNORECASE,
)


def credit_start(caption: str) -> int:
    """The place where the credit of a caption begins; its length where it has none.

    >>> caption = "Ana Ruiz on Monday. Photo: Lars Emery/Plain Wire"
    >>> caption[credit_start(caption) :]
    'Photo: Lars Emery/Plain Wire'
    """
    found = _CREDIT.search(caption)
    return found.start() if found else len(caption)
