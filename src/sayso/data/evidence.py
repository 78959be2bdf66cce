"""Whether spans are the very words at their very place: the one check, for what goes on a record and what is on it."""

from collections.abc import Sequence

from sayso.data.article import Span
from sayso.data.statement import Statement

_LONGEST_TOLD = 200  # characters


def text_of(statement: Statement, text: str, titles: Sequence[str]) -> str | None:
    """The text into which a statement's offsets point: the article's, or the title of the related story it names.

    None where there is no such story.
    """
    if statement.where != "related":
        return text
    story = statement.story
    return titles[story] if story is not None and 0 <= story < len(titles) else None


def check(text: str, titles: Sequence[str], statement: Statement) -> list[str]:
    """What is wrong with a statement's evidence, one line a fault; none when it holds.

    `text` is the article's, `titles` are those of its related stories; offsets are code points.
    """
    stands_in = text_of(statement, text, titles)
    if stands_in is None:
        return [f"it stands in related story {statement.story}, and there is none"]
    spans = list(statement.attribution.spans())
    found = [fault for part, _, span in spans if (fault := fault_of(stands_in, span, f"its {part}"))]
    told = (fault_of(text, span, "what tells its speaker's gender") for span in statement.gender_told)
    found += filter(None, told)
    return found if spans else ["it has no words to prove it"]


def fault_of(text: str, span: Span, what: str) -> str | None:
    """What is wrong with a span of a text, named `what`; None when it is the text's own words."""
    inside = 0 <= span.start < span.end <= len(text)
    if inside and text[span.start : span.end] == span.text:
        return None
    found = text[max(span.start, 0) : max(span.end, 0)]
    return f"{what} at {span.start}:{span.end} should read “{_on_a_line(span.text)}”, not “{_on_a_line(found)}”"


def _on_a_line(words: str) -> str:
    """Words as a message of one line tells them."""
    return words[:_LONGEST_TOLD].replace("\n", " ")
