"""What coders' sheets say: how far they agree with each other, and how many of sayso's statements are right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.coding.sheets import ANSWERS, BadSheet, answer
from sayso.data.tally import Cell, Coded, Interval, Tally, in_stratum
from sayso.record.query.intervals import wilson

Sheet = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Rate:
    """Of `coded` answers in a stratum so many are yes; `corrected` is how many of all `of` statements that makes."""

    stratum: str
    question: str
    coded: int
    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.coded

    @property
    def interval(self) -> Interval:
        """95 %, Wilson: statements were drawn, each by itself."""
        return wilson(self.share, self.coded)

    @property
    def corrected(self) -> float:
        return self.share * self.of


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha by question, None where fewer than two coders answered or all said the same, and rates."""

    coders: int
    alphas: tuple[tuple[str, float | None], ...]
    rates: tuple[Rate, ...]


def agreement(sheets: Sequence[Sheet]) -> Agreement:
    """Compare sheets of one sample, a coder each; raises BadSheet for answers that are none.

    A statement counts as right where most of its coders say so; a tie is left out.
    """
    answers = {question: [_answers(sheet, question) for sheet in sheets] for question in ANSWERS}
    alphas = tuple((question, _alpha(given)) for question, given in answers.items())
    rows = {id_: row for sheet in sheets for id_, row in sheet.items()}
    rates = [rate for question, given in answers.items() for rate in _rates(question, given, rows)]
    return Agreement(len(sheets), alphas, tuple(rates))


def coded(tally: Tally, sheets: Sequence[Sheet], question: str) -> Tally:
    """The tally with how many of each cell people found to be right who coded a sample drawn by the same columns.

    Raises BadSheet for answers that are none, and where no stratum is a cell.
    """
    rows = {id_: row for sheet in sheets for id_, row in sheet.items()}
    rates = {rate.stratum: rate for rate in _rates(question, [_answers(sheet, question) for sheet in sheets], rows)}
    cells = [(cell, rates.get(" / ".join(map(in_stratum, cell.values)))) for cell in tally.cells]
    if not any(rate for _, rate in cells):
        raise BadSheet(f"nothing coded is of a cell: draw the sheet with `sayso sample --by {','.join(tally.by)}`")
    return replace(tally, cells=tuple(replace(cell, coded=_of_cell(cell, rate)) for cell, rate in cells))


def _of_cell(cell: Cell, rate: Rate | None) -> Coded | None:
    return Coded(rate.coded, rate.right, rate.interval, rate.share * cell.count) if rate else None


def _answers(sheet: Sheet, question: str) -> dict[str, bool]:
    told = {id_: answer(row[question], f"{id_}, {question}") for id_, row in sheet.items()}
    return {id_: given for id_, given in told.items() if given is not None}


def _alpha(given: Sequence[Mapping[str, bool]]) -> float | None:
    """Nominal, over all that at least two coders answered; those who left it empty are missing."""
    import krippendorff

    ids = sorted({id_ for one in given for id_ in one})
    both = [id_ for id_ in ids if sum(id_ in one for one in given) > 1]
    if not both or len({one[id_] for one in given for id_ in both if id_ in one}) < 2:
        return None
    table = [[float(one[id_]) if id_ in one else float("nan") for id_ in both] for one in given]
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))


def _rates(question: str, given: Sequence[Mapping[str, bool]], rows: Sheet) -> Iterable[Rate]:
    votes: defaultdict[str, list[bool]] = defaultdict(list)
    for one in given:
        for id_, yes in one.items():
            votes[id_].append(yes)
    strata: defaultdict[tuple[str, int], list[bool]] = defaultdict(list)
    for id_, some in votes.items():
        if 2 * sum(some) != len(some):
            strata[rows[id_]["stratum"], int(rows[id_]["of"])].append(2 * sum(some) > len(some))
    for (stratum, of), right in sorted(strata.items()):
        yield Rate(stratum, question, len(right), sum(right), of)
