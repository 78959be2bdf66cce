"""Text that was decoded by the wrong charset and encoded once more: “cafÃ©” becomes “café” again."""

import re

_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what Windows-1252 has where Latin 1 has control characters
# how the first byte of a character of two or three looks in Windows-1252, before what its second byte looks like
_TRACE = re.compile(f"[\xc2-\xc5\xce-\xd1\xe2][\x80-\xbf{_HIGH}]")
# of “â€” before nothing that goes on, the byte was lost that Windows-1252 has no character for: the closing mark
_CLOSING_MARK = re.compile(f"\xe2\u20ac(?:[\x9d\ufffd]|(?![\x80-\xbf{_HIGH}]))")
# “Ã…lund”: a capital before a small letter, which ftfy leaves beside marks that are right
_CAPITAL = re.compile(f"\xc3[{_HIGH}](?=[a-z])")
_PIECE = re.compile(r"[^<>\n]++")
_LONGEST = 2_000_000  # characters of broken text: mending is slow, and no page has more


def mended(text: str) -> str:
    """The text with what was encoded twice undone, where there is a trace of it: line by line, between tags.

    It comes before control characters go, as they are bytes of such characters.
    """
    if not _TRACE.search(text):
        return text
    # 0.1 s that pages without such a trace need not wait for
    from ftfy import fix_encoding

    left = _LONGEST

    def piece(match: re.Match[str]) -> str:
        nonlocal left
        if not _TRACE.search(match[0]) or len(match[0]) > left:
            return match[0]
        left -= len(match[0])
        return _CAPITAL.sub(_capital, fix_encoding(_CLOSING_MARK.sub("”", match[0])))

    return _PIECE.sub(piece, text)


def _capital(match: re.Match[str]) -> str:
    return match[0].encode("cp1252").decode("utf-8")
