"""Who said it: `python -m benchmarks.speakers` reads the ten articles in `benchmarks/speakers/` and counts.

In them {She=Ana Ruiz} marks a source and the actor behind it, {officials=?} a source who is nobody the article names.
The articles were written for this and their people are invented. Some rules were mended after a look at them.
"""

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import sayso
from sayso.data.analysis import Reading
from sayso.data.statement import Statement

ARTICLES = Path(__file__).parent / "speakers"
MARK = re.compile(r"\{(?P<source>[^{}=]*)=(?P<actor>[^{}]*)\}")
PRONOUNS = {"he", "she", "it", "they"}


class Gold(NamedTuple):
    """A source at its place in the text without marks, and who it is; None for nobody who is named."""

    start: int
    end: int
    source: str
    actor: str | None


def main() -> None:
    """Print right, wrong and open by kind of mention, then every one that is not right."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(ARTICLES.glob("*.txt")):
        text, marked = unmarked(path.read_text("utf-8"))
        reading = sayso.read(text.encode())
        for gold in marked:
            statement = stated(reading, text, gold)
            outcome = judged(reading, gold, statement)
            for kind in (kind_of(gold), "all"):
                counted[kind][outcome] += 1
            if outcome not in ("right", "not found"):
                told = statement and (statement.speaker.name if statement.speaker else statement.unresolved)
                print(f"{path.name} {outcome}: {gold.source!r} is {gold.actor}, not {told}")
    for kind, outcomes in sorted(counted.items()):
        found = sum(outcomes.values()) - outcomes["not found"]
        shares = ", ".join(f"{what} {100 * outcomes[what] / found:.1f} %" for what in ("right", "wrong", "open"))
        print(f"{kind}: {shares} of {found}; {outcomes['not found']} sources not found")


def unmarked(marked: str) -> tuple[str, list[Gold]]:
    text, at, found = "", 0, []
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        actor = None if mark["actor"] == "?" else mark["actor"]
        found.append(Gold(len(text), len(text) + len(mark["source"]), mark["source"], actor))
        text, at = text + mark["source"], mark.end()
    return text + marked[at:], found


def stated(reading: Reading, text: str, gold: Gold) -> Statement | None:
    """The statement whose source is this one, wherever the article's own text has it."""
    moved = _shift(reading.article.text, text, gold)
    for statement in reading.statements:
        spans = statement.attribution.source if statement.where != "related" else ()
        if any(span.start < gold.end + moved and span.end > gold.start + moved for span in spans):
            return statement
    return None


def _shift(article: str, text: str, gold: Gold) -> int:
    """How far the article's text lies from the document's, by the line that the source stands in."""
    line = text.rfind("\n", 0, gold.start) + 1
    return article.find(text[line:].partition("\n")[0]) - line


def judged(reading: Reading, gold: Gold, statement: Statement | None) -> str:
    if statement is None:
        return "not found"
    speaker = statement.speaker
    if speaker is None or not speaker.named:
        return "right" if gold.actor is None else "open"
    names = {name for actor in reading.actors if actor.id == speaker.actor for name in (actor.name, *actor.names)}
    return "right" if gold.actor in {speaker.name, *names} else "wrong"


def kind_of(gold: Gold) -> str:
    if gold.actor is None:
        return "unnamed"
    if gold.source.casefold() in PRONOUNS:
        return "pronoun"
    if gold.actor in gold.source:
        return "full name"
    return "surname" if gold.actor.split()[-1].casefold() in gold.source.casefold() else "description"


if __name__ == "__main__":
    main()
