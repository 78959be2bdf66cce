"""What every format comes to: an actor whom the list knows, or a row that tells of none."""

from dataclasses import dataclass

from sayso.data.actor import ActorType


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as the user's list has it.

    `columns` are those of a table that say something else, such as a party, each with its value.
    `id` is the list's own, and where it has none the QID, else type and name. `names` are those besides `name`;
    `roles` say what the actor is, as a position or a short description does. `born` is an ISO date or the beginning
    of one: "1961-03-04", "1961-03", "1961".
    """

    id: str
    name: str
    type: ActorType
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    qid: str | None = None
    born: str | None = None
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used, and why; lines are counted from 1."""

    file: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.file} line {self.line}: {self.why}"
