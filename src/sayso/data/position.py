"""Who stands where towards whom or what: a holder, a target, a side, and the words that show it."""

from dataclasses import dataclass, replace
from typing import Literal

from sayso.data.article import Span
from sayso.data.statement import Where

Polarity = Literal["positive", "negative", "neutral"]
Judgement = Literal["right", "wrong", "turned", "other side"]
"""What people decide of a position: that it is so, that it is none, that its target holds it, or its other side."""

TargetKind = Literal["actor", "issue"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds a position, or towards whom or what it is held: the words, and the actor whom they mean, if any.

    `name` is the actor's, else the words themselves. The span points into the text that the position is found in.
    """

    span: Span
    name: str
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """ "Iran supports Syria": `holder` and `target` with the side taken, and `evidence`, the words that take it.

    `where` and `story` say into which text the spans point, as a statement's do; `statement` is the number of the
    statement in whose words it stands, and `according_to` who says that the holder holds it, where that is somebody
    else. It is `negated` where the text says that he does not, `hypothetical` where only under a condition, `past`
    where it was so once, `mutual` where both hold it of each other. `dated` is the day that is told, ISO 8601.
    """

    holder: Party
    target: Party
    polarity: Polarity
    relation: str
    evidence: tuple[Span, ...]
    where: Where = "body"
    story: int | None = None
    statement: int | None = None
    according_to: Party | None = None
    negated: bool = False
    hypothetical: bool = False
    past: bool = False
    mutual: bool = False
    dated: str | None = None
    confidence: float = 1.0

    def as_judged(self, judgement: str | None) -> "Position":
        """What it is where people decided so of it: turned round, on the other side, or as it is."""
        if judgement == "other side":
            other: dict[Polarity, Polarity] = {"positive": "negative", "negative": "positive"}
            return replace(self, polarity=other.get(self.polarity, self.polarity))
        return replace(self, holder=self.target, target=self.holder) if judgement == "turned" else self
