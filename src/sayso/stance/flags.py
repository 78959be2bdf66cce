"""What holds a stance back: denied, only possible, gone by."""

from dataclasses import replace
from typing import Final

from sayso.lexicon.english import words
from sayso.stance.cues import Cue
from sayso.stance.found import Found
from sayso.stance.sentence import Sentence
from sayso.stance.verb_groups import VerbGroup

_IF: Final = words("if unless should")


def with_flags(sentence: Sentence, cue: Cue, group: VerbGroup, found: Found) -> Found:
    """Denial, condition and time of the verb; who refuses is against, who declines to condemn is not."""
    negative = group.negated or _is_nobody(sentence, found)
    is_own = found.holder is not None and sentence.plain[found.holder[1] - 1] in ("i", "we")
    if found.polarity == "positive" and (group.refused or (negative and (group.will or is_own))):
        found, negative = found.turned("reject"), False
    elif group.refused:
        negative = True
    opened = sentence.plain[: cue.start]
    is_parted = any(_PARTED & set(mark) for mark in sentence.marks[: cue.start])
    only_if = (any(word in _IF for word in opened) and not is_parted) or "should" in opened[-_NEAR:]
    return replace(
        found,
        negated=negative,
        hypothetical=group.possible or only_if or (group.would and not _by_pronoun(sentence, found)),
        past=group.past,
    )


def _is_nobody(sentence: Sentence, found: Found) -> bool:
    """Whether those who would hold it do not: "no senator", "neither Ruiz nor Holt"."""
    if found.holder is None:
        return False
    start = found.holder[0]
    return sentence.plain[start] in _NOBODY or (start > 0 and sentence.plain[start - 1] in ("nor", "neither"))


_NOBODY: Final = words("no none nobody neither few")

_NEAR: Final = 5
"""Words within which "should the House vote to impeach" has its verb."""

_PARTED: Final = frozenset(",–—-;:")


def _by_pronoun(sentence: Sentence, found: Found) -> bool:
    """Whether who does it is "he" or "I": "said he would vote against" is no supposition."""
    return found.holder is not None and sentence.plain[found.holder[0]] in ("i", "we", "he", "she", "they")
