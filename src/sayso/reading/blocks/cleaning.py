"""What both a page and a plain text are cleaned of: furniture, repetitions; corrections are told from the article."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.data.article import StoryStub
from sayso.lexicon.page_lines import is_correction
from sayso.reading.blocks.draft import Passage
from sayso.reading.blocks.furniture import without_furniture
from sayso.reading.blocks.placed import Placed
from sayso.reading.blocks.repeats import without_repeats


def cleaned(passages: Sequence[Placed]) -> tuple[list[Placed], list[StoryStub]]:
    """The passages that are reading matter, each once, and the stories that the others name."""
    kept = without_furniture(passages)
    return [_marked(each) for each in without_repeats(kept.passages)], kept.stories


def cleaned_text(passages: Iterable[Passage]) -> tuple[list[Passage], list[StoryStub]]:
    """The same for a plain text, which has no markup that tells more."""
    kept, stories = cleaned([Placed(passage) for passage in passages])
    return [each.passage for each in kept], stories


def _marked(each: Placed) -> Placed:
    """A passage, marked if it corrects an earlier version or is the editor's note."""
    is_one = each.passage.kind != "caption" and is_correction(each.passage.text)
    return replace(each, passage=each.passage.of_kind("correction")) if is_one else each
