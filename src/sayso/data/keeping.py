"""How much of what comes in stays."""

from typing import Literal

Keep = Literal["full", "excerpts"]
"""All of a text with the document as it came; or the sentences of statements, and of the document its digest."""
