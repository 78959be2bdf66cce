"""The demonstration: the example articles, and the one in them who says most."""

from importlib.resources import files
from pathlib import Path

from sayso.data.errors import SaysoError
from sayso.record import Record


def examples_dir() -> Path:
    """Where the example articles are: in the installed package, or beside its source."""
    installed = Path(str(files("sayso"))) / "examples"
    in_repository = Path(__file__).parents[3] / "examples"
    for place in (installed, in_repository):
        if place.is_dir():
            return place
    raise SaysoError("the example articles are not installed")


def shown_path(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def most_heard(record: Record) -> str:
    """The id of the person who speaks in the most articles of a record; of the most statements among equals."""
    articles: dict[str, set[str]] = {}
    statements: dict[str, int] = {}
    for row in record.said():
        if (speaker := row.statement.speaker) and speaker.named and speaker.type == "person":
            articles.setdefault(speaker.actor, set()).add(row.article.id)
            statements[speaker.actor] = statements.get(speaker.actor, 0) + 1
    if not articles:
        raise SaysoError("nobody speaks in the example articles")
    return max(articles, key=lambda actor: (len(articles[actor]), statements[actor], actor))
