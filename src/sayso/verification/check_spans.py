"""Every span of a statement is the article's own words, at its own place."""

from collections.abc import Sequence

from sayso.data.statement import Statement


def check(text: str, related: Sequence[str], statement: Statement) -> list[str]:
    """What is wrong with a statement's evidence, one line a fault; none when it holds.

    Offsets are code points into `text`, or, where the statement stands in a related story, into that story's title,
    the one of `related` that it names.
    """
    if statement.where == "related":
        story = statement.story
        if story is None or not 0 <= story < len(related):
            return [f"it stands in related story {story}, and there is none"]
        text = related[story]
    said = statement.attribution
    faults = []
    for part, spans in (("source", said.source), ("cue", said.cue), ("content", said.content)):
        for span in spans:
            inside = 0 <= span.start < span.end <= len(text)
            if not inside or text[span.start : span.end] != span.text:
                found = text[max(span.start, 0) : max(span.end, 0)]
                faults.append(f"its {part} at {span.start}:{span.end} should read “{span.text}”, not “{found}”")
    if not (said.source or said.cue or said.content):
        faults.append("it has no words to prove it")
    return faults
