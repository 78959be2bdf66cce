"""What every rule that repairs the model's attributions is worth: `python -m benchmarks.rules CORPORA FOLDER`.

Each is taken out by itself, all others left in: statement F1 on PolNeAR dev, and what is right and wrong of 100
contents in the halves of the families that rules are tuned on. Encodings are kept in FOLDER, so that only
rules are run again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from unittest.mock import patch

import typer

import sayso
from benchmarks.accuracy import FOLDER, find
from benchmarks.families.judging import judged
from benchmarks.remembered import remembered
from corpora.families.cases import FAMILIES, cases
from corpora.polnear import articles
from sayso.encoding.encoder import Encoder
from sayso.evaluation.run import evaluate

A = "sayso.attribution"
R = f"{A}.repairs"


def _second(_: Any, linked: Any, *__: Any) -> Any:
    return linked


def _nothing(*_: Any) -> None:
    return None


RULES: dict[str, tuple[str, Callable[..., Any]]] = {
    "set phrases": (f"{A}.linking.span_decoder.with_set_phrases", _second),
    "missing source": (f"{A}.with_subjects_before", _second),
    "relative clauses": (f"{A}.with_clauses_apart", _second),
    "and added": (f"{A}.with_added", _second),
    "vouched verbs": (f"{A}.with_vouched_verbs", _second),
    "passives": (f"{A}.with_passives_turned", _second),
    "quotations whole": (f"{A}.mended", _second),
    "  over paragraphs": (f"{R}.quotation_spans._over_paragraphs", _nothing),
    "  signatures": (f"{R}.quotation_spans._signer", _nothing),
    "  announcements": (f"{R}.quotation_spans._announced", _nothing),
    "  goes on": (f"{R}.quotation_spans._goes_on", _nothing),
    "  who acts before": (f"{R}.quotation_spans._actor", _nothing),
    "  led in": (f"{R}.quotation_spans._led_in", _nothing),
    "tails": (f"{A}.with_tails", _second),
    "turns taken": (f"{A}.with_turns_taken", _second),
    "ends": (f"{A}.with_ends", _second),
}
"""What to take out, and what stands for it then."""


class Price(NamedTuple):
    """Statement F1 of PolNeAR dev, and shares of the families' contents, in percent."""

    f1: float
    direct: float
    right: float
    wrong: float


def main(
    corpora: Path,
    folder: Path,
    rule: Annotated[list[str] | None, typer.Option(help="Only this rule; may be given several times.")] = None,
    number: Annotated[int, typer.Option(help="How many articles of each family.")] = 60,
) -> None:
    """Print what there is with all rules, then the difference that each makes."""
    with remembered(folder):
        all_in = _price(corpora, number)
        print(f"{'':20} {'F1':>6} {'direct':>6} {'right':>6} {'wrong':>6}")
        print(f"{'all rules':20} " + " ".join(f"{value:6.1f}" for value in all_in))
        for name in rule or RULES:
            with ExitStack() as stack:
                stack.enter_context(patch(*RULES[name]))
                without = _price(corpora, number)
            gains = (with_it - value for with_it, value in zip(all_in, without, strict=True))
            print(f"{name:20} " + " ".join(f"{gain:+6.2f}" for gain in gains), flush=True)


def _price(corpora: Path, number: int) -> Price:
    encoder = Encoder(FOLDER)
    found = evaluate(articles(corpora), lambda text, language: find(text, language, encoder)).measures.statements
    outcomes = Counter(_outcomes(number))
    shares = (100 * outcomes[one] / outcomes.total() for one in ("right", "wrong"))
    return Price(100 * found["all"].f1, 100 * found["direct"].f1, *shares)


def _outcomes(number: int) -> Iterator[str]:
    for family in FAMILIES:
        for case in cases(family, "tuned", number):
            reading = sayso.read(case.text.encode(), name="article.txt")
            yield from _names(judged(case, reading))


def _names(judgements: Sequence[Any]) -> Iterator[str]:
    return (judgement.outcome for judgement in judgements)


if __name__ == "__main__":
    typer.run(main)
