"""What can go wrong with a record.

SaysoError
├── RecordError     the record itself cannot be used: not there, not ours, locked, the disk is full
│   ├── Unfit       what was to be written does not fit it
│   └── Busy        a question takes longer than it may
├── BadQuery        words that are asked for in a form that has no meaning
├── Unaskable       a question that no database can be asked, as of a NUL
├── Refused         one article may not go on the record; the next one may
│   └── Forgotten   it was decided that it is to be forgotten
├── NobodyNamed     no actor on the record bears the name asked for
├── NoSuchArticle   no article on the record has the key asked for
├── NoSuchUtterance no utterance on the record has the id asked for
├── Damaged         what was kept of an article or a statement is not what was written
├── BadCursor       a cursor that no page of results gave
├── Undecidable     a decision that contradicts one that stands, or undoes none
└── SeveralNamed    several do, and to mix them would put words into the wrong mouth
"""

from typing import TYPE_CHECKING

from sayso.data.errors import SaysoError

if TYPE_CHECKING:
    from sayso.data.results import Candidate


class RecordError(SaysoError):
    """The record cannot be used; str() names it and says why."""

    def __init__(self, record: str, why: str) -> None:
        self.record, self.why = record, why
        super().__init__(f"{record}: {why}")


class Unfit(RecordError):
    """Rows that do not fit the record; `why` is told of the document that they are of."""


class Busy(RecordError):
    """A question that takes longer than it may; str() says so, and nothing of the record."""

    def __init__(self, record: str, seconds: float) -> None:
        super().__init__(record, f"no answer in {seconds:g} s")
        self.seconds = seconds

    def __str__(self) -> str:
        return f"this takes the record more than {self.seconds:g} s; ask for less at once"


class BadQuery(SaysoError):
    """Words that cannot be searched for; str() says what is wrong and how to write it."""

    def __init__(self, words: str, why: str) -> None:
        self.words, self.why = words, why
        super().__init__(f"“{words}” cannot be searched for: {why}")


class Unaskable(SaysoError):
    """What is asked for holds what no text on a record can hold."""

    def __init__(self, why: str) -> None:
        super().__init__(f"this cannot be asked: {why}")


class Refused(SaysoError):
    """An article that may not go on the record, because its evidence does not hold."""

    def __init__(self, document_name: str, why: str) -> None:
        self.document_name, self.why = document_name, why
        super().__init__(f"{document_name}: {why}")


class Forgotten(Refused):
    """An article that was taken off the record for good, by the decision of this number."""

    def __init__(self, document_name: str, decision: int) -> None:
        super().__init__(document_name, f"it is forgotten; decision {decision} tells why, and can be undone")


class NoSuchArticle(SaysoError):
    """No article on the record has this key."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"no article on the record is {key}")


class NoSuchUtterance(SaysoError):
    """No utterance on the record has this id, nor has a statement."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        super().__init__(f"no utterance and no statement on the record is {id_}")


class Damaged(SaysoError):
    """What was kept of an article or a statement, by its id, is not what was written; `sayso verify` finds all such."""

    def __init__(self, key: str, why: str) -> None:
        self.key, self.why = key, why
        super().__init__(f"{key}: {why}")


class NobodyNamed(SaysoError):
    """No one on the record is called so."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"no one on the record is called “{name}”")


class SeveralNamed(SaysoError):
    """Several actors are called so; `candidates` are they, the most quoted first."""

    def __init__(self, name: str, candidates: "tuple[Candidate, ...]") -> None:
        self.name, self.candidates = name, candidates
        super().__init__(f"{len(candidates)} actors on the record are called “{name}”")


class BadCursor(SaysoError):
    """A cursor that no page of results gave."""

    def __init__(self, cursor: str) -> None:
        self.cursor = cursor
        super().__init__(f"“{cursor}” continues no page of results")


class Undecidable(SaysoError):
    """A decision that cannot be made; str() says why, and what to undo first."""


class NotSaved(SaysoError):
    """No search is kept under this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no search is saved as “{name}”; sayso saved lists them")
