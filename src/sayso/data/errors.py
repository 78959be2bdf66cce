"""What can go wrong, as a tree.

SaysoError              everything that sayso raises on purpose
└── Unreadable          a document that cannot be read: one line, naming it and saying why
"""


class SaysoError(Exception):
    """Raised by sayso on purpose; its text is one line for the person at the terminal."""


class Unreadable(SaysoError):
    """A document that holds nothing to read, or nothing that can be read."""

    def __init__(self, document_name: str, why: str) -> None:
        super().__init__(document_name, why)
        self.document_name = document_name
        self.why = why

    def __str__(self) -> str:
        return f"{self.document_name}: {self.why}"
