"""What is found on pages of the open web: `python -m benchmarks.web CORPORA`.

The gold body of each page is read as plain text. A statement is found where half of the characters of its content and
of ours are common to both. Of what is shown, the share that a reader marked too; quotations in another's mouth; the
speaker right, wrong or open of what is found.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

import sayso
from benchmarks.families.judging import SAME, words
from benchmarks.web.join import Marked, Page, read_pages
from sayso.data.article import Span
from sayso.data.statement import Statement


def main(
    corpora: Path,
    errors: Annotated[bool, typer.Option("--errors", help="Show errors of the part tuned on.")] = False,
) -> None:
    """Print precision, recall and speakers for each part."""
    read = [(page, _said(page)) for page in read_pages(corpora)]
    for part in dict.fromkeys(page.part for page, _ in read):
        show(part, [(page, found) for page, found in read if page.part == part])
    if errors:
        for page, found in read:
            if page.part == "tune":
                show_errors(page, found)


def _said(page: Page) -> list[Statement]:
    reading = sayso.read(page.text.text.encode(), name="page.txt")
    return [one for one in reading.statements if one.where != "related" and one.attribution.shown]


def show(part: str, read: Sequence[tuple[Page, list[Statement]]]) -> None:
    counted: Counter[str] = Counter()
    for page, found in read:
        counted.update(_counts(page, found))
    shown = counted["shown"]
    print(f"{part}: {len(read)} pages, {counted['marked']} statements, {shown} shown at the top level")
    print(f"  precision {_share(counted['right'], shown)}, recall {_share(counted['found'], counted['marked'])}")
    for kind in ("direct", "indirect", "mixed"):
        print(f"  {kind:9} recall {_share(counted[f'found {kind}'], counted[f'marked {kind}'])}")
    print(f"  act right {_share(counted['act'], counted['found'])}")
    for what in ("right", "wrong", "open"):
        print(f"  speaker {what:5} {_share(counted[f'speaker {what}'], counted['speaker'])}")
    print(f"  quotations in another's mouth {_share(counted['wrong mouth'], counted['quotation'])}")


def _counts(page: Page, found: Sequence[Statement]) -> Iterable[str]:
    own = [one for one in found if one.reported_by is None]
    yield from ("shown" for _ in own)
    yield from ("right" for one in own if any(_likeness(mark.content, one) >= SAME for mark in page.marks))
    for mark in page.marks:
        yield from ("marked", f"marked {mark.kind}")
        if statement := best(mark, found):
            yield from ("found", f"found {mark.kind}")
            yield from ["act"] * (statement.attribution.act == mark.act)
            yield from _of_speaker(mark, statement)


def _of_speaker(mark: Marked, statement: Statement) -> Iterable[str]:
    outcome = speaker(mark, statement)
    if not mark.speaker.startswith("?"):
        yield from ("speaker", f"speaker {outcome}")
    if mark.kind == "direct":
        yield from ["quotation", "wrong mouth"] if outcome == "wrong" else ["quotation"]


def best(mark: Marked, found: Sequence[Statement]) -> Statement | None:
    """The statement whose content is most like the one marked, if half of it is."""
    likest = max(found, key=lambda one: _likeness(mark.content, one), default=None)
    return likest if likest and _likeness(mark.content, likest) >= SAME else None


def speaker(mark: Marked, statement: Statement) -> str:
    """Right where all words of our name are in the marked one or the other way round; a name for nobody is wrong."""
    told = [words(who.name) for who in statement.speakers if who.named]
    if mark.speaker.startswith("?"):
        heard = words(" ".join(span.text for span in mark.source))
        return "right" if all(name <= heard for name in told) else "wrong"
    right = [words(name) for name in mark.speaker.split("/")]
    if not told:
        return "open"
    return "right" if any(name <= one or one <= name for name in told for one in right) else "wrong"


def _likeness(content: Iterable[Span], statement: Statement) -> float:
    one, other = _characters(content), _characters(statement.attribution.content)
    return len(one & other) / max(1, len(one | other))


def _characters(content: Iterable[Span]) -> set[int]:
    return {span.start + at for span in content for at, char in enumerate(span.text) if char.isalnum()}


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.1f} ({part} of {whole})"


def show_errors(page: Page, found: Sequence[Statement]) -> None:
    """What was missed, what was put elsewhere, and what a reader did not mark."""
    for mark in page.marks:
        statement, content = best(mark, found), " … ".join(span.text for span in mark.content)
        if statement is None:
            print(f"  missed: {mark.speaker}: {content[:120]}")
        elif (outcome := speaker(mark, statement)) != "right":
            names = ", ".join(who.name for who in statement.speakers)
            print(f"  {outcome}: {mark.speaker}, told {names or statement.unresolved}: {content[:100]}")
    for one in found:
        if one.reported_by is None and not any(_likeness(mark.content, one) >= SAME for mark in page.marks):
            said = one.attribution
            heads = " ".join(span.text for span in (*said.source, *said.cue))
            print(f"  not marked: {heads} | {' … '.join(span.text for span in said.content)[:120]}")


if __name__ == "__main__":
    typer.run(main)
