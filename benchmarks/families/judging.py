"""Whether a reading has each content right: the statement that holds it, and what that makes of it."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from corpora.families.cases import Case, Gold
from sayso.data.analysis import Reading
from sayso.data.article import Span
from sayso.data.statement import Statement

Outcome = Literal["right", "wrong", "open", "not found"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "open", "not found")
SAME = 0.5
"""The share of two contents' characters that must be common to both for one to be the other."""

WORD = re.compile(r"\w+(?:['-]\w+)*")


class Judged(NamedTuple):
    """What became of a content; `gold` is None for words that a silent one is said to have said."""

    gold: Gold | None
    outcome: Outcome
    statement: Statement | None


class Denials(NamedTuple):
    """Statements that a reading takes for denials, how many of them are, and how many there are."""

    told: int
    right: int
    gold: int


def judged(case: Case, reading: Reading) -> list[Judged]:
    """Every content of a case, then what is put in the mouth of whoever is silent."""
    statements = [statement for statement in reading.statements if statement.where != "related"]
    found = [_judged(gold, statements, reading) for gold in case.golds]
    known = [one.statement for one in found]
    strays = (one for one in statements if one not in known and _plain(one) and _by(case.silent, one, reading))
    return [*found, *(Judged(None, "wrong", statement) for statement in strays)]


def denials(case: Case, reading: Reading) -> Denials:
    statements = [statement for statement in reading.statements if statement.where != "related"]
    gold = [one for one in case.golds if one.kind == "denied"]
    right = [one for one in (matched(gold, statements) for gold in gold) if one and one.attribution.denied]
    told = sum(statement.attribution.denied for statement in statements)
    return Denials(told, len(right), len(gold))


def _judged(gold: Gold, statements: list[Statement], reading: Reading) -> Judged:
    if gold.kind == "no denial":
        taken = next((one for one in statements if one.attribution.denied and _shared(gold, one)), None)
        return Judged(gold, "wrong" if taken else "right", taken)
    if gold.kind == "reporter's":
        length = len(_characters(gold.content))
        taken = next((one for one in statements if len(_shared(gold, one)) >= SAME * length), None)
        return Judged(gold, "wrong" if taken else "right", taken)
    statement = matched(gold, statements)
    if gold.kind == "not said":
        return Judged(gold, "wrong" if statement and _plain(statement) else "right", statement)
    if statement is None:
        swallowed = next((one for one in statements if _swallows(one, gold, reading)), None)
        return Judged(gold, "wrong" if swallowed else "not found", swallowed)
    if statement.attribution.denied != (gold.kind == "denied") or not _asserted(gold, statement):
        return Judged(gold, "wrong", statement)
    return Judged(gold, _speaker(gold, statement, reading), statement)


def matched(gold: Gold, statements: Iterable[Statement]) -> Statement | None:
    """The statement whose content is most like this one, if one is it."""
    best = max(statements, key=lambda statement: _likeness(gold, statement), default=None)
    return best if best and _likeness(gold, best) >= SAME else None


def _speaker(gold: Gold, statement: Statement, reading: Reading) -> Outcome:
    speaker = statement.speaker
    if gold.kind == "nobody":
        return "wrong" if speaker and speaker.named else "right"
    if speaker is None:
        return "open"
    if gold.kind == "described":
        return "right" if not speaker.named and _by(gold.who, statement, reading) else "wrong"
    if not speaker.named:
        return "open"
    return "right" if _by(gold.who, statement, reading) else "wrong"


def _swallows(statement: Statement, gold: Gold, reading: Reading) -> bool:
    """Whether most of a content lies in a statement of another."""
    held = len(_shared(gold, statement)) / len(_characters(gold.content))
    named = statement.speaker and statement.speaker.named
    return held >= SAME and bool(named) and not _by(gold.who, statement, reading)


def _by(who: Iterable[str], statement: Statement, reading: Reading) -> bool:
    """Whether the speaker has a name that holds all words of one of these."""
    speaker = statement.speaker
    if speaker is None:
        return False
    actors = (actor for actor in reading.actors if actor.id == speaker.actor)
    names = [speaker.name, *(name for actor in actors for name in (actor.name, *actor.names))]
    return any(words(one) <= words(name) for one in who for name in names)


def words(text: str) -> set[str]:
    plain = text.casefold().replace("’", "'")
    return {word.removesuffix("'s") for word in WORD.findall(plain)}


def _plain(statement: Statement) -> bool:
    """Whether it is recorded as simply said."""
    told = statement.attribution
    return not (told.negated or told.hypothetical or told.act == "did not comment")


def _asserted(gold: Gold, statement: Statement) -> bool:
    """Whether it is on record as said; a denial may be called "not said" beside."""
    return gold.kind == "denied" or _plain(statement)


def _likeness(gold: Gold, statement: Statement) -> float:
    one, other = _characters(gold.content), _characters(statement.attribution.content)
    return len(one & other) / len(one | other)


def _shared(gold: Gold, statement: Statement) -> set[int]:
    return _characters(gold.content) & _characters(statement.attribution.content)


def _characters(content: Iterable[Span]) -> set[int]:
    """The places of all characters that are not blank."""
    return {span.start + at for span in content for at, char in enumerate(span.text) if not char.isspace()}
