"""The words of a sentence that take a stance, each with what it shows and where it stands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.lexicon.stances import Form, Stance, stances
from sayso.stance.phrases import bare
from sayso.text.doc import Word

_GAP = 2


class Cue(NamedTuple):
    """A stance with the place of its first word and the place after its last; `forms` are all that the word can be."""

    stance: Stance
    start: int
    end: int
    forms: frozenset[Form]


def cues(sentence: Sequence[Word]) -> Iterator[Cue]:
    """The stances of a sentence, the longest phrase where several begin at one word."""
    known = stances()
    plain = [bare(word) for word in sentence]
    for at, word in enumerate(plain):
        told = known.get(word, ())
        for stance in told:
            end = _end(plain, at + 1, stance.rest)
            if end is not None:
                same = (one for one in told if one.rest == stance.rest and one.relation == stance.relation)
                yield Cue(stance, at, end, frozenset(one.form for one in same))
                break


def _end(plain: Sequence[str], at: int, rest: Sequence[str]) -> int | None:
    """The place after the last of the words that must follow, a figure or adverb between them allowed."""
    for number, wanted in enumerate(rest):
        gap = _GAP if number == 0 else 0
        found = next((n for n in range(at, min(at + gap + 1, len(plain))) if plain[n] == wanted), None)
        if found is None:
            return None
        at = found + 1
    return at
