"""The user's own list of actors, by which names are resolved: one file here per format, all give `Known`."""

from sayso.reference.files import read_known
from sayso.reference.known import BadRow, Known

__all__ = ["BadRow", "Known", "read_known"]
