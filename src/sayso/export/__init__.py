"""The way out: statements leave the record in the formats that people use. One file in `formats` for each."""

from sayso.data.export_errors import CannotExport, MissingLibrary, NotWritten, UnknownFormat
from sayso.export.formats.brat import write_brat
from sayso.export.positions import write_positions
from sayso.export.tallies import write_made, write_plot, write_tally
from sayso.export.writer import FORMATS, format_of, lines, write, write_whole

__all__ = [
    "FORMATS",
    "CannotExport",
    "MissingLibrary",
    "NotWritten",
    "UnknownFormat",
    "format_of",
    "lines",
    "write",
    "write_brat",
    "write_made",
    "write_plot",
    "write_positions",
    "write_tally",
    "write_whole",
]
