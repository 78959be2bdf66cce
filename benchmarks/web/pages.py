"""The forty pages: drawn by a fixed seed from the gold bodies of article_html, half to tune on and half set aside.

A page of which `corpora/acts` sets marks aside is not tuned on here either, and pages in other languages are left out.
"""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from corpora.acts.join import marks
from corpora.acts.texts import Text, article_html

SEED = 13
EACH = 20


def pages(corpora: Path) -> Mapping[str, list[Text]]:
    """The pages of each part, "tune" and "aside", the same every time."""
    aside = {row["document"] for row in marks() if row["set"] == "aside"}
    drawn = Random(SEED).sample(sorted(filter(_is_english, article_html(corpora))), 3 * EACH)
    tune = [page for page in drawn if page.document not in aside][:EACH]
    return {"tune": tune, "aside": [page for page in drawn if page not in tune][:EACH]}


def _is_english(page: Text) -> bool:
    words = page.text.casefold().split()
    return 50 * words.count("the") >= len(words)
