"""What became of a document that was to go on the record."""

from dataclasses import dataclass
from typing import Literal

State = Literal["added", "already there", "failed", "passed over"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document; `why` when it failed, or what it is when it was passed over; `changed` when its page
    was captured before; `language` of what was added, "en", None where it is not known.
    """

    name: str
    sha256: str | None
    state: State
    statements: int = 0
    why: str | None = None
    changed: str | None = None
    language: str | None = None
