"""How much of what comes in stays, and what stands for the rest."""

from typing import Final, Literal

Keep = Literal["full", "excerpts", "digests"]
"""All of a text with the document as it came; the sentences of statements; or of these no more than their digests.

Of the document itself the last two keep the digest alone.
"""

LEFT_OUT: Final = "░"
"""Stands for every character that was left out, so that offsets hold. It is part of no word."""

NO_WORDS: Final = "[words not kept]"
"""Is shown in the place of a statement of which only the digest was kept."""
