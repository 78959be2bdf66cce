"""What both a page and a plain text are cleaned of: furniture, repetitions; corrections are told from the article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from sayso.data.article import StoryStub
from sayso.lexicon.page_lines import is_correction
from sayso.reading.blocks.draft import Passage, bare, ends_sentence
from sayso.reading.blocks.furniture import without_furniture
from sayso.reading.blocks.placed import Placed
from sayso.reading.blocks.repeats import without_repeats

_WORDS_OF_A_STANDFIRST = 10
_WORDS_OF_A_HEADING = 12
_MARKS = "“”\"„«‘'"


def cleaned(passages: Sequence[Placed]) -> tuple[list[Placed], list[StoryStub]]:
    """The passages that are reading matter, each once and of its kind, and the stories that the others name."""
    kept = without_furniture(passages)
    said = [each for each in kept.passages if bare(each.passage.text) or each.passage.kind == "quote"]
    return list(_told_apart(without_repeats(said))), kept.stories


def cleaned_text(passages: Iterable[Passage]) -> tuple[list[Passage], list[StoryStub]]:
    """The same for a plain text, which has no markup that tells more."""
    kept, stories = cleaned([Placed(passage) for passage in passages])
    return [each.passage for each in kept], stories


def _told_apart(passages: Iterable[Placed]) -> Iterator[Placed]:
    """The passages by what their words are: corrections, editor's notes, a standfirst that is set as a heading.

    Bold lines that are no sentences are headings of what follows, and so are the questions of an interview.
    """
    is_above = True
    passages = list(passages)
    is_interview = sum(map(_asks, passages)) > 1
    for each, after in zip_longest(passages, passages[1:]):
        is_heading = (is_interview and _asks(each)) or (after is not None and _heads(each, after))
        kind = "heading" if is_heading else each.passage.kind
        if kind != "caption" and is_correction(each.passage.text):
            kind = "correction"
        elif kind == "heading" and is_above and _is_standfirst(each.passage.text):
            kind = "paragraph"
        is_above = is_above and kind in ("heading", "caption")
        yield replace(each, passage=each.passage.of_kind(kind)) if kind != each.passage.kind else each


def _heads(each: Placed, after: Placed) -> bool:
    """Whether a line in bold is the heading of a paragraph; above a quotation it may be who says it."""
    words, below = each.passage.text, after.passage
    if not (each.piece and each.piece.bold and each.passage.kind == below.kind == "paragraph"):
        return False
    is_bold_too = after.piece is not None and after.piece.bold
    is_short = len(words.split()) <= _WORDS_OF_A_HEADING and not ends_sentence(words)
    return is_short and not is_bold_too and ends_sentence(below.text) and below.text[0] not in _MARKS


def _asks(each: Placed) -> bool:
    """Whether a paragraph is a question, all of it set in bold."""
    is_bold = each.piece is not None and each.piece.bold
    return is_bold and each.passage.kind == "paragraph" and each.passage.text.endswith("?")


def _is_standfirst(heading: str) -> bool:
    return heading.endswith(".") and len(heading.split()) >= _WORDS_OF_A_STANDFIRST
