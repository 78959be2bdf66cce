"""Many documents, read one after another in batches, with a bar that tells how far it is."""

from collections.abc import Callable, Iterable, Iterator, Sized
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from sayso.data.analysis import Reading
from sayso.data.errors import Unreadable
from sayso.pipeline import read


def read_many(
    documents: Iterable[str | Path | bytes],
    *,
    failed: Callable[[Unreadable], None] | None = None,
    progress: bool = False,
) -> Iterator[Reading]:
    """Read documents, files or their bytes, each as `sayso.read` does, and give the readings in their order.

    One that cannot be read is told to `failed` and left out; without it, Unreadable is raised. With `progress` a bar
    on standard error, or in the notebook, tells how far it is; it knows the whole where `documents` has a length.
    """
    total = len(documents) if isinstance(documents, Sized) else None
    with Progress(console=Console(stderr=True), disable=not progress) as bar:
        for document in bar.track(documents, total=total, description="reading"):
            try:
                yield read(document)
            except Unreadable as error:
                if failed is None:
                    raise
                failed(error)
