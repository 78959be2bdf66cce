"""Which of the related stories that a page names now is which of those that it named."""

from collections import Counter
from collections.abc import Callable, Sequence

from sayso.data.article import StoryStub
from sayso.verification.sentence_similarity import CLOSE, alike
from sayso.verification.sentences import Sentence, sentences_of

_RIVAL = 0.15

Told = Callable[[StoryStub], str | None]


def stories_beside(olds: Sequence[StoryStub], news: Sequence[StoryStub]) -> dict[int, int]:
    """The new number of each old story that is still there: by id, by link, by title, at last by a like title."""
    found: dict[int, int] = {}
    by: tuple[Told, ...] = (lambda story: story.id, lambda story: story.url, lambda story: story.title)
    for told in by:
        found.update(_same(olds, news, told, found))
    found.update(_like(olds, news, found))
    return found


def _same(olds: Sequence[StoryStub], news: Sequence[StoryStub], told: Told, found: dict[int, int]) -> dict[int, int]:
    """What one thing tells without doubt: it is told once in each list, and nothing tells otherwise."""
    once = {word for word, times in Counter(map(told, olds)).items() if word and times == 1}
    once &= {word for word, times in Counter(map(told, news)).items() if times == 1}
    places = {told(new): n for n, new in enumerate(news) if told(new) in once and n not in found.values()}
    return {
        o: places[told(old)]
        for o, old in enumerate(olds)
        if o not in found and told(old) in places and _may_be(old, news[places[told(old)]])
    }


def _may_be(old: StoryStub, new: StoryStub) -> bool:
    if old.id and new.id:
        return old.id == new.id
    return not (old.url and new.url) or old.url == new.url


def _like(olds: Sequence[StoryStub], news: Sequence[StoryStub], found: dict[int, int]) -> dict[int, int]:
    """Stories without id and link whose title is like one other in the list, and no more."""
    left = {n: _title(new) for n, new in enumerate(news) if n not in found.values() and not (new.id or new.url)}
    like: dict[int, list[int]] = {}
    for o, old in enumerate(olds):
        if o not in found and not (old.id or old.url) and (title := _title(old)):
            like[o] = [n for n, new in left.items() if new and alike(title, new) >= CLOSE - _RIVAL]
    claims = Counter(n for places in like.values() for n in places)
    return {
        o: places[0]
        for o, places in like.items()
        if len(places) == 1 and claims[places[0]] == 1 and _close(olds[o], news[places[0]])
    }


def _close(old: StoryStub, new: StoryStub) -> bool:
    one, other = _title(old), _title(new)
    return one is not None and other is not None and alike(one, other) >= CLOSE


def _title(story: StoryStub) -> Sentence | None:
    """A title as one sentence; None where it has more, which is rare, or no word."""
    sentences = sentences_of(story.title, ())
    return sentences[0] if len(sentences) == 1 else None
