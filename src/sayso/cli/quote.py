"""`sayso quote`: a statement by its id, as people paste it, with its source."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.errors import SaysoError
from sayso.serialise.core import row_form
from sayso.serialise.quotation import forms

if TYPE_CHECKING:
    from sayso.data.results import StatementRow
    from sayso.record import Record


class Form(StrEnum):
    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    BIBTEX = "bibtex"


_FORM_OF = {Form.PLAIN: "Plain text", Form.MARKDOWN: "Markdown", Form.HTML: "HTML", Form.BIBTEX: "BibTeX"}
Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of statements, as `sayso said` shows them.")]
As = Annotated[Form, typer.Option("--as", help="How it is written.")]


def quote(ids: Ids, form: As = Form.PLAIN, record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Print statements with their source, to be pasted: a sentence that tells who said it, title, outlet, day."""
    with opened(record, must_exist=True) as store:
        for row in [the_statement(store, id_) for id_ in ids]:
            if as_json:
                print_json(row_form(row))
            else:
                typer.echo("\n".join(map(terminal.safe, forms(row)[_FORM_OF[form]].split("\n"))))


def the_statement(store: "Record", id_: str) -> "StatementRow":
    """The statement with this id; ends the run where there is none."""
    article, _, number = id_.rpartition(".")
    rows = store.held(article).statements if article and number else ()
    row = next((row for row in rows if row.id == id_), None)
    if row is None:
        told = "ids stand at the end of what `sayso said` shows, as 04da3ea48aa493e2.4"
        stop(SaysoError(f"there is no statement {id_} on the record; {told}"), WRONG_USE)
    return row
