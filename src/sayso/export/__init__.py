"""The way out: statements leave the record in the formats that people use. One file here per format."""

from sayso.export.brat import write_brat
from sayso.export.errors import CannotExport, MissingLibrary, NotWritten, UnknownFormat
from sayso.export.writing import FORMATS, format_of, write, write_whole

__all__ = [
    "FORMATS",
    "CannotExport",
    "MissingLibrary",
    "NotWritten",
    "UnknownFormat",
    "format_of",
    "write",
    "write_brat",
    "write_whole",
]
