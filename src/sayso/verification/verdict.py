"""What has become of a statement in a new capture of the page that it was read from."""

from dataclasses import dataclass
from typing import Literal

from sayso.data.statement import Attribution

Standing = Literal["verbatim", "moved", "altered", "gone", "untold"]
Change = tuple[Literal["equal", "delete", "insert"], str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a statement stands now, and in which words.

    `statement` is its number among those compared. `start` and `end` are its passage in the new text, from the
    first to the last of its words, or None where it is gone, or untold: not all of the new text is there to tell by.
    For one in a related story they are in the title of the new `story`. `now` is the attribution at its new offsets
    where its words are the same.

    `diff` is of the passage, for what is altered: the parts but "insert" joined are the old words, those but
    "delete" the new ones, white space as in the text that each part is from. `only_typography` says that no word
    differs, only quotation marks, dashes, soft hyphens, white space or how accents are encoded. `context_changed`
    says of a passage that still stands that the sentence around it reads otherwise, or that, its source being no
    name, the sentence before it does, which may make it another's.
    """

    statement: int
    standing: Standing
    start: int | None = None
    end: int | None = None
    story: int | None = None
    diff: tuple[Change, ...] = ()
    only_typography: bool = False
    context_changed: bool = False
    now: Attribution | None = None
