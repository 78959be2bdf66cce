"""What a page is asked for, as its URL says it: a search that can be linked to, narrowed and watched."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from inspect import Parameter, signature
from typing import Annotated, Any, Final, Literal, get_args
from urllib.parse import quote_plus, urlencode

from fastapi import Depends, Query

from sayso.data.errors import SaysoError
from sayso.data.search import Order, Search
from sayso.data.search_fields import BY_NAME, FIELDS, Field
from sayso.text.written_dates import Ambiguous, day_told

MOST_WORDS: Final = 300
MOST_TYPED: Final = 2000
"""How long a passage may be that is pasted into the box."""
Marked = Literal["", "plain", "denied", "negated", "hypothetical"]
MARKS: Final = get_args(Marked)[2:]


def _annotated(field: Field) -> Any:
    """The parameter of a field; empty where it is not asked for, as a form sends what was not filled in."""
    if field.type == "choice":
        return Annotated[Literal[("", *field.choices)], Query(description=field.help)]
    if field.type == "flag":
        return Annotated[Literal["", "true", "false"], Query(description=field.help)]
    if field.type == "share":
        return Annotated[str, Query(pattern=r"^(0(\.\d{1,4})?|1)?$", description=field.help)]
    most = MOST_TYPED if field.type == "words" else MOST_WORDS
    return Annotated[str, Query(max_length=most, description=field.help)]


Words = _annotated(BY_NAME["words"])
Name = Annotated[str, Query(max_length=MOST_WORDS, description="A name, part of it, or the id of an actor.")]
Day = _annotated(BY_NAME["since"])
Mark = Annotated[
    Marked, Query(description="Said as such, denied by the speaker, said not to have been said, or only perhaps said.")
]
All = Annotated[
    Literal["", "1"], Query(description="Pages show too what is likelier a deed or a slip than a statement.")
]
InOrder = Annotated[Order, Query(description="Oldest first, by how well the words fit, or newest first.")]
After = Annotated[str | None, Query(max_length=500, description="The cursor that the page before gave as `next`.")]


class BadDay(SaysoError):
    """What is no day."""


@dataclass(frozen=True, slots=True)
class Question:
    """A search, and the order of its answer. What is not asked for is empty.

    `marked` asks for several flags at once: "plain" is what has none of them.
    """

    q: str = ""
    by: str = ""
    about: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    outlet: str = ""
    topic: str = ""
    act: str = ""
    marked: Marked = ""
    negated: str = ""
    denied: str = ""
    hypothetical: str = ""
    shown: str = ""
    anonymous: str = ""
    independent: str = ""
    each: str = ""
    all: str = ""
    sure: str = ""
    having: str = ""
    order: Order = "newest"

    @property
    def for_people(self) -> Search:
        """The same search for those who are shown what probably is a statement, unless they ask for `all`."""
        return self.search.for_people if not self.all else replace(self.search.for_people, shown=self.search.shown)

    @property
    def search(self) -> Search:
        return Search(**{field.name: self._asked(field) for field in FIELDS})

    def _asked(self, field: Field) -> Any:
        value = getattr(self, field.in_url)
        if field.type == "flag":
            by_mark = {"plain": False, field.name: True}.get(self.marked) if field.name in get_args(Marked) else None
            return value == "true" if value else by_mark
        return (float(value) if field.type == "share" else value) if value else None

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for at all."""
        return any(name != "order" for name, _ in self.chosen())

    def chosen(self) -> Iterator[tuple[str, str]]:
        """What is asked for, by the names of the URL."""
        return self._chosen({})

    def narrowed(self, path: str, name: str) -> Callable[[str], str]:
        """What gives for each value of one of the names the URL that `at` gives: lists of facets have many."""
        place = Question.__slots__.index(name)
        chosen = [(Question.__slots__.index(one[0]), one) for one in self.chosen()]
        before = "".join(f"{urlencode([one])}&" for at, one in chosen if at < place)
        after = "".join(f"&{urlencode([one])}" for at, one in chosen if at > place)
        return lambda value: f"{path}?{before}{name}={quote_plus(value)}{after}"

    def _chosen(self, changes: dict[str, str]) -> Iterator[tuple[str, str]]:
        for name in Question.__slots__:
            value = changes[name] if name in changes else getattr(self, name)
            if value and (name, value) != ("order", "newest"):
                yield name, value

    def at(self, path: str, **changes: str) -> str:
        """The URL of a page that is asked this, some of it changed; `after` is one of the changes."""
        after = changes.pop("after", None)
        asked = [*self._chosen(changes), *([("after", after)] if after else [])]
        return f"{path}?{urlencode(asked)}" if asked else path


def question(**asked: str) -> Question:
    """Read a question from the URL; a day as people write it becomes one in ISO 8601."""
    given = {name: value.strip() for name, value in asked.items()}
    for field in FIELDS:
        if field.type == "date" and given.get(field.in_url):
            given[field.in_url] = iso_day(field.in_url, given[field.in_url])
    return Question(**given)  # type: ignore[arg-type]


def iso_day(name: str, written: str) -> str:
    """A day as people write it, in ISO 8601; raises BadDay."""
    try:
        found = day_told(written, date.today())
    except Ambiguous as error:
        raise BadDay(f"{name}: {error}") from None
    if found is None:
        raise BadDay(f"{name}: “{written}” is no day; write 2024-05-21, May 2024 or last May")
    return found


def _parameters() -> Iterator[Parameter]:
    """What a question can ask for: the fields of a search, several flags at once, and an order."""
    for field in FIELDS:
        yield Parameter(field.in_url, Parameter.KEYWORD_ONLY, default="", annotation=_annotated(field))
    yield Parameter("all", Parameter.KEYWORD_ONLY, default="", annotation=All)
    yield Parameter("marked", Parameter.KEYWORD_ONLY, default="", annotation=Mark)
    yield Parameter("order", Parameter.KEYWORD_ONLY, default="newest", annotation=InOrder)


async def _asked(**asked: str) -> Question:
    return question(**asked)


vars(_asked)["__signature__"] = signature(_asked).replace(parameters=[*_parameters()])
AskedFor = Annotated[Question, Depends(_asked)]
