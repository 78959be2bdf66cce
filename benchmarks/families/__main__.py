"""Never the opposite, never the neighbour: `python -m benchmarks.families` reads invented articles and counts.

Each family tries one way to go wrong, on a half that rules may be tuned on and on a half set aside, whose errors
nobody is shown. Right, wrong (in another's mouth, or the opposite), open and not found are of 100 contents.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Annotated, NamedTuple, get_args

import typer

import sayso
from benchmarks.families.judging import OUTCOMES, Denials, Judged, denials, judged
from corpora.families.cases import FAMILIES, Case, cases
from corpora.families.words import Half

SHOWN = 20


class Read(NamedTuple):
    """A case that was read, and what came of it."""

    case: Case
    judged: list[Judged]
    denials: Denials


def main(
    family: Annotated[list[str] | None, typer.Option(help="Only this family; may be given several times.")] = None,
    half: Annotated[str | None, typer.Option(help="Only this half: tuned or aside.")] = None,
    number: Annotated[int | None, typer.Option(help="How many articles of each family and half.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Show errors of the half that is tuned on.")] = False,
) -> None:
    """Print a table, a row for each family and half."""
    _refuse(family or [], half, errors)
    print(f"{'family':22} {'half':6} {'cases':>5} {'items':>5}" + "".join(f" {what:>9}" for what in OUTCOMES))
    for one in family or FAMILIES:
        for part in get_args(Half):
            if half in (None, part):
                read = [_read(case) for case in cases(one, part, number)]
                show(read)
                if errors and part == "tuned":
                    show_errors(read)


def _refuse(families: Sequence[str], half: str | None, errors: bool) -> None:
    unknown = [*{*families} - {*FAMILIES}, *{half} - {None, *get_args(Half)}]
    if unknown:
        raise typer.BadParameter(f"no {unknown[0]!r}; families are {', '.join(FAMILIES)}, halves {get_args(Half)}")
    if errors and half == "aside":
        raise typer.BadParameter("errors of the half set aside are not shown: it is only counted")


def _read(case: Case) -> Read:
    reading = sayso.read(case.text.encode(), name="article.txt")
    return Read(case, judged(case, reading), denials(case, reading))


def show(read: Sequence[Read]) -> None:
    """A row for all contents of a family, then one for each kind of them."""
    kinds = defaultdict[str, Counter[str]](Counter)
    for one in read:
        for item in one.judged:
            kinds[item.gold.kind if item.gold else "put in a silent mouth"][item.outcome] += 1
    case = read[0].case
    print(_row(case.family, case.half, len(read), sum(kinds.values(), Counter())))
    if len(kinds) > 1:
        for kind, counted in sorted(kinds.items()):
            print(_row(f"  {kind}", "", "", counted))
    if case.family == "denials":
        told, right, gold = (sum(counts) for counts in zip(*(one.denials for one in read), strict=True))
        precision, recall = 100 * right / max(1, told), 100 * right / max(1, gold)
        print(f"  denied: precision {precision:.1f} of {told}, recall {recall:.1f} of {gold}")


def _row(name: str, half: str, articles: object, counted: Counter[str]) -> str:
    items = counted.total()
    shares = "".join(f" {100 * counted[what] / items:9.1f}" for what in OUTCOMES)
    return f"{name:22} {half:6} {articles!s:>5} {items:5}{shares}"


def show_errors(read: Sequence[Read]) -> None:
    """The templates that go wrong most, and some of the contents; of the half set aside neither."""
    missed = [(one.case, item) for one in read for item in one.judged if item.outcome != "right"]
    if any(case.half == "aside" for case, _ in missed):
        raise ValueError("errors of the half set aside are not shown")
    forms = Counter((item.gold.form, item.outcome) for _, item in missed if item.gold)
    for (form, outcome), number in forms.most_common(SHOWN):
        print(f"  {number:4} {outcome:9} {form}")
    for case, item in missed[:: max(1, len(missed) // SHOWN)][:SHOWN]:
        print(f"\n  {item.outcome}: {_passage(case, item)}\n    {_right(item)}; told: {_told(item)}")


def _passage(case: Case, item: Judged) -> str:
    """The paragraph that it stands in."""
    pieces = item.gold.content if item.gold else item.statement.attribution.content if item.statement else ()
    start = case.text.rfind("\n\n", 0, pieces[0].start) + 1
    return case.text[start:].strip().partition("\n\n")[0]


def _right(item: Judged) -> str:
    if item.gold is None:
        return "nothing said"
    who = " or ".join(item.gold.who)
    return f"{item.gold.kind} {who}: {' … '.join(span.text for span in item.gold.content)}"


def _told(item: Judged) -> str:
    if item.statement is None:
        return "nothing"
    told, speaker = item.statement.attribution, item.statement.speaker
    flags = [flag for flag in ("negated", "denied", "hypothetical") if getattr(told, flag)]
    name = f"{speaker.name}{'' if speaker.named else ' (described)'}" if speaker else item.statement.unresolved
    return f"{name}, {' '.join([*flags, told.act])}: {' … '.join(span.text for span in told.content)}"


if __name__ == "__main__":
    typer.run(main)
