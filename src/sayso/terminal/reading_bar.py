"""How far a long run has come: documents, their rate, and the time that is left."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from sayso.terminal.console import PATIENCE, screen


@contextmanager
def reading_bar(size: int, *, shown: bool = True) -> Iterator[Callable[[int], None]]:
    """Gives what is to be told, once a document, how much of `size` is done; the bar shows from the fourth on.

    How many documents there are nobody knows before the last archive is read; how many bytes, the disk tells.
    """
    console = screen(errors=True)
    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        TextColumn("{task.fields[documents]:,} documents, {task.fields[rate]:.1f} a second"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        redirect_stdout=False,  # what is printed there may be going into a pipe
        disable=not (shown and console.is_terminal),
    )
    task = bar.add_task("reading", total=size or None, documents=0, rate=0.0)
    documents, begun = 0, time.monotonic()

    def told(done: int) -> None:
        nonlocal documents
        documents += 1
        if documents == PATIENCE + 1:
            bar.start()
        rate = documents / max(time.monotonic() - begun, 0.001)
        bar.update(task, completed=min(done, size), documents=documents, rate=rate)

    try:
        yield told
    finally:
        bar.stop()
