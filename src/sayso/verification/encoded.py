"""Text that is still packed as it was sent: its words are proven, and are nobody's."""

import re

_QUOTED = re.compile(
    r"=(?:[89A-F][0-9A-F]|3D|20)(?![0-9A-Za-z])|=(?:[C-F][0-9A-F])(?==[89AB][0-9A-F])|(?<=[a-z])=\s(?=[a-z])"
)
_BASE64 = re.compile(r"(?<!\S)[A-Za-z0-9+/]{60,76}(?:\s[A-Za-z0-9+/]{60,76}){3}")
_FEWEST = 3


def still_encoded(text: str) -> str | None:
    """Why a text is none that people read: the marks of an e-mail's or saved page's encoding are in it.

    >>> still_encoded("=E2=80=9CWe will not sign,=E2=80=9D Ruiz sa= id.")
    'its text is still encoded as quoted-printable; add its document again'
    >>> still_encoded("x=20 is all that one needs to know.")
    """
    if len(_QUOTED.findall(text)) >= _FEWEST:
        return "its text is still encoded as quoted-printable; add its document again"
    if _BASE64.search(text):
        return "its text is still encoded as base64; add its document again"
    return None
