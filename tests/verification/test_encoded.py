"""Words that are proven may still be none that people read."""

import pytest

from sayso.verification import still_encoded
from tests.inputs import made


def test_what_was_read_before_mail_was_told_is_found() -> None:
    body = made.letter().decode("ascii", "replace").partition("\n\n")[2]
    assert still_encoded(f"{body}\n{body}")
    assert still_encoded("Os prote=C3=A7=C3=B5es s=C3=A3o boas, disse ela.") is not None


def test_base64_is_found() -> None:
    line = "TWF5b3IgQW5hIFJ1aXogc2FpZCBvbiBNb25kYXkgdGhhdCB0aGUgb2xkIGRhbSB3b3VsZCBzdGF5"
    assert still_encoded("\n".join([line] * 5))


@pytest.mark.parametrize(
    "text",
    [
        made.WORDS,
        "Energy is E=MC2, he said; with x=20, y=30 and z=40 the sum is 90.",
        "https://orsa.example/?a=1&b=2F&c=3D and https://orsa.example/?q=E2 are addresses.",
        "A = B, and b = c, so a = c, said Ruiz.",
    ],
)
def test_what_only_has_equals_signs_is_text(text: str) -> None:
    assert still_encoded(text) is None
