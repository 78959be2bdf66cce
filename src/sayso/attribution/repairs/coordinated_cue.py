"""Content that runs on over its speaker's next cue: "… with its neighbours and [added] [that the way is dialogue]".

Only "added", which is the outer speaker's in any content; who else "said that" inside it may be whom it is about.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.linking.linker import Linked
from sayso.text.doc import Doc

_AND_ADDED = re.compile(r"(?:,|(?<![\s,]))\s+and\s+(?:also\s+)?(?P<cue>added)\s+(?=that\b)")


def with_added(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, those cut in two whose last content goes on with "and added that"."""
    return [part for each in linked for part in _cut(doc, each)]


def _cut(doc: Doc, linked: Linked) -> Iterator[Linked]:
    last = linked.contents[-1] if linked.contents else None
    found = _AND_ADDED.search(doc.text, last.start, last.end) if last and linked.cue and linked.source else None
    if last is None or linked.cue is None or found is None or doc.quoted(found.start()):
        yield linked
        return
    yield replace(linked, contents=(*linked.contents[:-1], last._replace(end=found.start())))
    cue = linked.cue._replace(start=found.start("cue"), end=found.end("cue"))
    yield from _cut(doc, replace(linked, cue=cue, contents=(last._replace(start=found.end()),)))
