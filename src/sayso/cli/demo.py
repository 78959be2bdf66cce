"""`sayso demo`: the example articles, read and shown."""

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.add import add_and_tell
from sayso.cli.printings import show_printings
from sayso.cli.shared import DEFAULT_RECORD, AsJson, opened
from sayso.cli.stance import show_stance
from sayso.cli.who import show_who
from sayso.ingest.sources import Sources

if TYPE_CHECKING:
    from sayso.record import Record


def demo(
    record: Annotated[str | None, typer.Option(metavar="PATH", help="Keep the record here.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read the example articles; show whose position in them changes, and what a paper altered."""
    with TemporaryDirectory() as folder, opened(record or str(Path(folder, DEFAULT_RECORD))) as store:
        _demonstrate(store, as_json)


def _demonstrate(store: "Record", as_json: bool) -> None:
    """Show the commands that matter as they would be typed, and name a few more."""
    from sayso.cli.examples import examples_dir, most_heard, shown_path

    say: Callable[[str], None] = (lambda _: None) if as_json else typer.echo
    examples = shown_path(examples_dir())
    say(f"$ sayso add {examples}")
    say(str(add_and_tell(Sources([examples]), store, as_json)))
    (speaker,) = store.called(most_heard(store))
    say(f'\n$ sayso who "{speaker.name}"')
    show_who(store, speaker.name, as_json)
    holder = next((row.position.holder.name for row in store.stances() if row.reverses), speaker.name)
    say(f'\n$ sayso stance "{holder}"')
    show_stance(store, holder, None, as_json)
    if altered := next((row.altered for row in store.said() if row.altered), None):
        say(f"$ sayso printings {altered.of}")
        show_printings(store, altered.of, as_json)
    say("Try next, on a record of your own:")
    activate = Path(sys.executable).with_name("activate")
    if which("sayso") is None and activate.exists():
        say(f"  . {shown_path(activate)}")
    for command in (f"add {examples}", f'said --about "{speaker.name}"', f'said --by "{speaker.name}" --json'):
        say(f"  sayso {command}")
