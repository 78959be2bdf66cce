"""`sayso eval`: the project's own measures on articles that the user annotated, so that no figure need be believed."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import SOME_FAILED
from sayso.serialise.core import evaluation_form

if TYPE_CHECKING:
    from sayso.evaluation.run import Evaluation

Golds = Annotated[
    list[str],
    typer.Argument(metavar="GOLD", help="JSON Lines, Citron’s JSON, brat’s .ann, directories; - is JSON Lines."),
]


def evaluate(
    gold: Golds,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object in all.")] = False,
) -> None:
    """Measure the attributions found in articles that you annotated: exact span F1, statement F1 by kind."""
    found = _evaluated(gold, quiet=as_json)
    for failure in found.failures:
        terminal.note(str(failure))
    if as_json:
        typer.echo(json.dumps(evaluation_form(found)))
    elif found.articles:
        terminal.show_evaluation(terminal.screen(), found)
    if found.failures:
        raise typer.Exit(SOME_FAILED)


def _evaluated(places: list[str], *, quiet: bool) -> "Evaluation":
    from sayso.evaluation import run
    from sayso.evaluation.gold import entries
    from sayso.ingest.pool import readers

    articles, unread = run.by_article(entries(places))
    with terminal.progress(articles, shown=not quiet) as each:
        found = run.evaluate(each, readers().attribute)
    return replace(found, failures=(*unread, *found.failures))
