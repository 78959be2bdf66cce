"""Who said what, about whom, when, with the words to prove it.

>>> import sayso
>>> reading = sayso.read(b"Ana Ruiz said that the harbour would stay open.")
>>> statement = reading.statements[0]
>>> statement.speaker.name, statement.attribution.content[0].text
('Ana Ruiz', 'that the harbour would stay open')
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.frames.many import read_many
    from sayso.frames.record import Record
    from sayso.pipeline import attribute, read

__all__ = ["Reading", "Record", "attribute", "read", "read_many"]

_HOME = {
    "Reading": "sayso.data.analysis",
    "attribute": "sayso.pipeline",
    "read": "sayso.pipeline",
    "read_many": "sayso.frames.many",
    "Record": "sayso.frames.record",
}


def __getattr__(name: str) -> Any:
    """Load a room when it is first asked for, so that asking the record does not load the model."""
    if name not in _HOME:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """With what is loaded only when it is asked for, so that it is offered to who types `sayso.`."""
    return sorted({*globals(), *__all__})
