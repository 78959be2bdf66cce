"""What became of the statements of a page from one capture of it to the next."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from sayso.data.record_errors import Damaged
from sayso.data.statement import Statement
from sayso.verification import Standing, Verdict, check, compare
from sayso.verification.by_digest import between

if TYPE_CHECKING:
    from sayso.data.results import Held, StatementRow


@dataclass(frozen=True, slots=True)
class Changes:
    """The verdict on each statement of the earlier capture, and those of the later that are `new`."""

    verdicts: "tuple[tuple[StatementRow, Verdict], ...]"
    new: "tuple[StatementRow, ...]"

    def __str__(self) -> str:
        return tally((verdict for _, verdict in self.verdicts), new=len(self.new))


def changes(before: "Held", after: "Held") -> Changes:
    """Put two captures side by side, there and back.

    A statement is new when the earlier capture holds no passage that it could be: to find more in the same words, as a
    later model may, is no change of the page; nor can it be told where not all of the earlier capture was kept.
    Raises Damaged.
    """
    earlier, later = sound(before), sound(after)
    if any(one.attribution.digest for one in later):
        return Changes(tuple(zip(before.statements, between(earlier, later), strict=True)), ())
    became = compare(before.article, earlier, after.article)
    came_from = compare(after.article, later, before.article)
    new = (row for row, verdict in zip(after.statements, came_from, strict=True) if verdict.standing == "gone")
    return Changes(tuple(zip(before.statements, became, strict=True)), tuple(new))


def sound(held: "Held") -> list[Statement]:
    """The statements of a capture, each shown to hold: one without its words could be taken for any; raises Damaged."""
    titles = [story.title for story in held.article.related]
    for row in held.statements:
        for fault in check(held.article.text, titles, row.statement):
            raise Damaged(row.id, f"{fault}, so that nothing can be compared; see `sayso verify`")
    return [row.statement for row in held.statements]


def tally(verdicts: Iterable[Verdict], *, new: int = 0) -> str:
    """ "12 verbatim, 1 altered, 1 gone, 2 new"; what there is none of is not told."""
    counts = Counter(verdict.standing for verdict in verdicts)
    told = [f"{counts[standing]} {standing}" for standing in get_args(Standing) if counts[standing]]
    return ", ".join([*told, f"{new} new"] if new else told) or "no statements"
