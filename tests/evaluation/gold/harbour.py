"""One invented article and its attributions, to be written down in every format."""

from sayso.evaluation.gold import Gold

TEXT = "“We will not sell,” Ana Ruiz said, “ever.” 🙂\n\nTom Holt warned that the old\nharbour would close."
SAID = {"source": ["Ana Ruiz"], "cue": ["said"], "content": ["“We will not sell,”", "“ever.”"]}
WARNED = {"source": ["Tom Holt"], "cue": ["warned"], "content": ["that the old\nharbour would close"]}


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def span(words: str) -> dict[str, object]:
    start, end = place(words)
    return {"start": start, "end": end, "text": words}


def words_of(gold: Gold) -> list[dict[str, list[str]]]:
    """The attributions as words, to be compared with SAID and WARNED."""
    return [
        {part: [span.text for span in getattr(one, part)] for part in ("source", "cue", "content")}
        for one in gold.attributions
    ]
