"""The user's own list of actors, by which names are resolved: one file here per format, all give `Known`."""

from sayso.authority.read import read_known
from sayso.data.entry import BadRow, Known

__all__ = ["BadRow", "Known", "read_known"]
