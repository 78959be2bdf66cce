"""What can go wrong, as a tree.

SaysoError              everything that sayso raises on purpose
├── Unreadable          a document that cannot be read: one line, naming it and saying why
└── Exhausted           what every document needs is not there, memory or a process: the run ends with one line
"""

from errno import ENOMEM

_NO_ROOM = ("can't start new thread", "failed to map segment", "annot allocate memory")


class SaysoError(Exception):
    """Raised by sayso on purpose; its text is one line for the person at the terminal."""


class Exhausted(SaysoError):
    """No document is at fault: the machine gives too little for any to be read."""

    def __init__(self, what: str = "there is too little memory to go on") -> None:
        super().__init__(what)


def tells_of_exhaustion(error: BaseException) -> bool:
    """Whether an error means that memory or threads have run out, in one of the ways in which Python says so."""
    if isinstance(error, (MemoryError, Exhausted)):
        return True
    if isinstance(error, OSError):
        return error.errno == ENOMEM
    return isinstance(error, (RuntimeError, ImportError)) and any(words in str(error) for words in _NO_ROOM)


class Unreadable(SaysoError):
    """A document that holds nothing to read, or nothing that can be read."""

    def __init__(self, document_name: str, why: str) -> None:
        super().__init__(document_name, why)
        self.document_name = document_name
        self.why = why

    def __str__(self) -> str:
        return f"{self.document_name}: {self.why}"
