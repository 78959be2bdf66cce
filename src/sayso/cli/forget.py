"""`sayso forget`: documents off the record for good, with all that came of them."""

from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.decide import By, show, user_name
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened

What = Annotated[
    list[str], typer.Argument(metavar="ID|URL", help="Articles by their ids, or pages by their URLs, all captures.")
]
Why = Annotated[str, typer.Option(metavar="REASON", help="Why; it is kept with the decision.")]


def forget(
    what: What,
    why: Why,
    record: RecordPath = DEFAULT_RECORD,
    decider: By = None,
    as_json: AsJson = False,
) -> None:
    """Take documents off the record with their bytes, text, captures, index and the decisions about them.

    Their digests stay, and those of the URLs that are named, so that they are not read again by accident.
    """
    with opened(record, must_exist=True) as store:
        for one in what:
            made = store.forget(one, who=decider or user_name(), why=why)
            for decision in made:
                show(decision, as_json)
            if not made:
                terminal.note(f"{one} was forgotten before; its words are in no file of the record")
