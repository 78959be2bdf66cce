"""What people see: colour and wrapping on a terminal, quiet lines that can be searched in a pipe."""

from sayso.terminal.agreements import show_agreement
from sayso.terminal.answers import show_answer, show_articles
from sayso.terminal.changes import show_since
from sayso.terminal.console import note, progress, safe, screen, steps
from sayso.terminal.dossiers import show_candidates, show_decision, show_dossier, show_facets, show_saved
from sayso.terminal.positions import show_stances
from sayso.terminal.printings import show_printings
from sayso.terminal.render import counted, show_attributions, show_reading, show_row
from sayso.terminal.scores import show_evaluation
from sayso.terminal.states import show_state
from sayso.terminal.tallies import show_tally
from sayso.terminal.verdicts import show_verdict
from sayso.terminal.versions import show_version

__all__ = [
    "counted",
    "note",
    "progress",
    "safe",
    "screen",
    "show_agreement",
    "show_answer",
    "show_articles",
    "show_attributions",
    "show_candidates",
    "show_decision",
    "show_dossier",
    "show_evaluation",
    "show_facets",
    "show_printings",
    "show_reading",
    "show_row",
    "show_saved",
    "show_since",
    "show_stances",
    "show_state",
    "show_tally",
    "show_verdict",
    "show_version",
    "steps",
]
