"""What people see: colour and wrapping on a terminal, quiet lines that can be searched in a pipe."""

from sayso.terminal.console import note, progress, screen, steps
from sayso.terminal.dossiers import show_candidates, show_decision, show_dossier, show_facets
from sayso.terminal.render import counted, show_attributions, show_reading, show_row
from sayso.terminal.scores import show_evaluation
from sayso.terminal.verdicts import show_verdict
from sayso.terminal.versions import show_version

__all__ = [
    "counted",
    "note",
    "progress",
    "screen",
    "show_attributions",
    "show_candidates",
    "show_decision",
    "show_dossier",
    "show_evaluation",
    "show_facets",
    "show_reading",
    "show_row",
    "show_verdict",
    "show_version",
    "steps",
]
