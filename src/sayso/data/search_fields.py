"""The fields of a search, declared once: every door to a record makes its options, parameters or inputs of these."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, get_args

from sayso.data.search import Meant, Search
from sayso.data.statement import Act, Kind

T = TypeVar("T")

FieldType = Literal["words", "name", "date", "choice", "flag", "share"]
"""A "flag" is true or false, a "share" between 0 and 1, the rest is text; of a "choice" one of a few."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be asked for: its `name` in Search and everywhere else, and what people are told of it.

    `query` is its name in a URL, and `label` that of its input; a flag has none, since a form asks for several at once
    (`marked`). `no` is how the command line says that a flag is to be false.
    """

    name: str
    type: FieldType
    help: str
    label: str | None = None
    query: str = ""
    choices: tuple[str, ...] = ()
    no: str | None = None

    @property
    def in_url(self) -> str:
        return self.query or self.name


DATE_PATTERN: Final = r"\d{4}(-\d\d(-\d\d)?)?"
_DAY: Final = "2015, 2015-10, 2015-10-10, “May 2015”, “last May”; that day counts."

FIELDS: Final = (
    Field("words", "words", 'Words that were said: "a phrase", harb*, OR, NOT or -, (…).', "Words", query="q"),
    Field("by", "name", "Whose statements, made with others and on their behalf too; a name, or an id.", "By whom"),
    Field("about", "name", "Statements that speak of them; a name, part of it, or an id.", "About whom"),
    Field("since", "date", _DAY, "Since"),
    Field("until", "date", _DAY, "Until"),
    Field("kind", "choice", "How the words are given.", "Kind", choices=get_args(Kind)),
    Field("outlet", "name", "Where they were published; part of the name will do.", "Outlet"),
    Field("act", "choice", "What the speaker does.", "Act", choices=get_args(Act)),
    Field("negated", "flag", "What was said not to be said, or none of it.", no="not-negated"),
    Field("denied", "flag", "What the speaker says is not so, or none of it.", no="no-denied"),
    Field("hypothetical", "flag", "What is only supposed to be said, or none of it.", no="not-hypothetical"),
    Field("shown", "flag", "What people are shown, or the rest: likelier a deed or a slip.", no="not-shown"),
    Field("anonymous", "flag", "Of sources whose names are withheld, or of all others.", no="not-anonymous"),
    Field("independent", "flag", "What rests on no other printing of a story, or only that.", no="copied"),
    Field("each", "flag", "Every printing of an utterance, or one line for all of them.", no="not-each"),
    Field("topic", "words", "The heading it stands under; part of it will do.", "Under the heading"),
    Field("confidence", "share", "No less sure than this, between 0 and 1.", "At least so sure", query="sure"),
    Field(
        "having",
        "words",
        "In one cell of a tally: gender=woman&named=named; nothing after = is what is not told.",
        "In the cell",
    ),
)

BY_NAME: Final = {field.name: field for field in FIELDS}

_USUAL: Final = ("shown", "each")
"""What people's views ask for by themselves, so that it is not told."""


def beside_words(search: Search) -> tuple[str, ...]:
    """What a search asks for beside its words, for people to read.

    >>> beside_words(Search("dam", by="Holt", since="2024-05", denied=False, shown=True))
    ('by Holt', 'since 2024-05', 'no denied')
    """
    asked = ((field, getattr(search, field.name)) for field in FIELDS if field.name not in ("words", *_USUAL))
    return tuple(_told(field, value) for field, value in asked if value is not None)


def _told(field: Field, value: Any) -> str:
    if isinstance(value, bool):
        return field.name if value else str(field.no).replace("-", " ")
    return f"{field.name} {value.name if isinstance(value, Meant) else value}"


def spread(
    annotated: Callable[[Field], Any],
    read: Callable[[Field, Any], Any] = lambda _, value: value,
    *,
    called: Mapping[str, str] = MappingProxyType({}),
) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Have a function that takes a `search` take each of its fields instead, in that place, None where not given.

    `annotated` gives the type of a field's parameter, as the door wants it told; `read` makes of what comes in what
    Search wants. Doors look at a function's signature, so it is this that tells them. `called` are fields that have
    another name at this door, where theirs means something else.
    """
    names = {field.name: called.get(field.name, field.name) for field in FIELDS}

    def spreading(function: Callable[..., T]) -> Callable[..., T]:
        @wraps(function)
        def taking(*args: Any, **given: Any) -> T:
            asked = {field.name: read(field, given.pop(names[field.name], None)) for field in FIELDS}
            return function(*args, search=Search(**asked), **given)

        parameters: list[inspect.Parameter] = []
        for one in inspect.signature(function).parameters.values():
            parameters += map(_parameter, FIELDS) if one.name == "search" else [one]
        vars(taking)["__signature__"] = inspect.signature(function).replace(parameters=parameters)
        taking.__annotations__ = {one.name: one.annotation for one in parameters}
        return taking

    def _parameter(field: Field) -> inspect.Parameter:
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        here = replace(field, name=names[field.name])
        return inspect.Parameter(here.name, kind, default=None, annotation=annotated(here))

    return spreading
