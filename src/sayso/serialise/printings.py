"""The JSON form of an utterance with its printings."""

from typing import TYPE_CHECKING

from sayso.data.statement import words_said
from sayso.serialise.core import Form, row_form
from sayso.verification import differences

if TYPE_CHECKING:
    from sayso.data.results import Printings, StatementRow


def printings_form(found: "Printings") -> Form:
    """What `sayso printings --json` prints: the printings, the fullest first, each with how it differs from that.

    A difference is ["equal" | "delete" | "insert", words]: what both have, what only the fullest, what only this one.
    """
    fullest = words_said(found.rows[0].statement)

    def form(row: "StatementRow") -> Form:
        return {**row_form(row), "differences": [list(one) for one in differences(fullest, words_said(row.statement))]}

    return {
        "utterance": found.id,
        "sources": found.sources,
        "first": found.first.id,
        "printings": [form(row) for row in found.rows],
        "altered": [form(row) for row in found.altered],
    }
