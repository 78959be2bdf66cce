"""Who writes an article and calls himself "I" in it: the one name of its byline, or who the note at its end is about.

Such a note opens with a name and says what its bearer does, "Ana Doe is a columnist for the Herald": people are
introduced so in the last lines alone, after the article has had its say, and nowhere in it are they named.
"""

import re
from collections.abc import Sequence
from typing import Final

from sayso.coreference.clusters import Cast, Key, Reference
from sayso.coreference.person_name import parse
from sayso.data.article import Article
from sayso.text.doc import Doc

_LAST_LINES: Final = 3
_LONGEST_NOTE: Final = 600
_DOES: Final = re.compile(
    r"(?:,[^.]{2,200},)? (?:is|was|writes|blogs|covers|reports|teaches|lives|works|serves|has|contributed)\b"
)


def writer_of(article: Article, doc: Doc, cast: Cast, references: Sequence[Reference]) -> Key | None:
    """The actor who writes; None where nobody or more than one is told."""
    if article.byline:
        return _in_byline(article.byline, cast) if len(article.byline) == 1 else None
    return _in_note(doc, references)


def _in_byline(byline: Sequence[str], cast: Cast) -> Key | None:
    name = parse(byline[0])
    if name is None or len(name.words) < 2 or len(name.words[-1]) < 2:
        return None
    return cast.beside(name)


def _in_note(doc: Doc, references: Sequence[Reference]) -> Key | None:
    """Whom the last lines introduce with a name in full that nothing before them holds."""
    lines = list(zip(doc.blocks.starts, doc.blocks.ends, strict=True))
    for start, end in reversed(lines[1:][-_LAST_LINES:]):
        opening = next((r for r in references if r.name.start >= start), None)
        if opening is None or doc.text[start : opening.name.start].strip() or end - start > _LONGEST_NOTE:
            continue
        who, name = opening.actor, opening.name
        before = (r for r in references if r.name.start < start and doc.kind_at(r.name.start) != "title")
        met = any(r.actor == who and len(r.name.words) > 1 for r in before)
        if who and who[0] == "person" and len(name.words) > 1 and not met and _DOES.match(doc.text, name.end):
            return who
    return None
