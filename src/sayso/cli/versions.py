"""`sayso versions`: the captures of a page in their order, and what became of its statements from each to the next."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json
from sayso.serialise.verdicts import version_form

if TYPE_CHECKING:
    from sayso.data.results import Capture
    from sayso.record import Record
    from sayso.verification.versions import Changes

Page = Annotated[
    str, typer.Argument(metavar="ARTICLE|URL", help="A page: its URL, or the id of an article captured there.")
]


def versions(page: Page, record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """List the captures of a page, and what became of every statement from each to the next."""
    console = terminal.screen()
    with opened(record, must_exist=True) as store:
        for capture, since in _in_order(store, page):
            if as_json:
                print_json(version_form(capture, since))
            else:
                terminal.show_version(console, capture, since)


def _in_order(store: "Record", page: str) -> "Iterator[tuple[Capture, Changes | None]]":
    """Each capture with what changed since the one before it; no more than two are in memory."""
    from sayso.verification.versions import changes

    before = None
    for capture in store.versions(page):
        held = store.held(capture.article)
        yield capture, changes(before, held) if before else None
        before = held
