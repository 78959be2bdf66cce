"""Offices by the letters that people write for them."""

from typing import Final

ABBREVIATED: Final = {
    "ag": "attorney general",
    "ceo": "chief executive",
    "cfo": "finance chief",
    "fm": "foreign minister",
    "mp": "member of parliament",
    "pm": "prime minister",
    "potus": "president",
    "sec gen": "secretary general",
    "vp": "vice president",
}
