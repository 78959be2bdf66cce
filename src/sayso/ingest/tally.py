"""What came in, counted as it comes: how many documents, in which languages, and what was passed over."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.data.analysis import LANGUAGE
from sayso.data.outcome import Outcome

_STATES = ("added", "already there", "failed", "passed over")
_MOST_TOLD = 8


@dataclass(slots=True)
class Tally:
    """Counts of outcomes; none of them is kept."""

    states: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    statements: int = 0

    def of(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes, counted as they pass."""
        for outcome in outcomes:
            self.count(outcome)
            yield outcome

    def count(self, outcome: Outcome) -> None:
        self.states[outcome.state] += 1
        if outcome.state == "added":
            self.languages[outcome.language or LANGUAGE] += 1
            self.statements += outcome.statements
        if outcome.state == "passed over":
            self.kinds[outcome.why or ""] += 1

    @property
    def found_something(self) -> bool:
        """Whether anything is on the record now for it, be it since long."""
        return bool(self.states["added"] or self.states["already there"])

    def __str__(self) -> str:
        """ "3 added: 2 in English with 9 statements, 1 in other languages, kept without statements (pt 1)"."""
        if not self.states.total():
            return "0 added: there was nothing to read"
        added = f"{self.states['added']:,} added" + self._by_language()
        rest = [f"{self.states[state]:,} {state}" for state in _STATES[1:] if self.states[state]]
        return (";" if ":" in added else ",").join([added, *(f" {one}" for one in rest)]) + self._by_kind()

    def _by_language(self) -> str:
        others = Counter({language: n for language, n in self.languages.items() if language != LANGUAGE})
        if not others:
            return ""
        told = _listed(others, _MOST_TOLD)
        english = f"{self.languages[LANGUAGE]:,} in English with {self.statements:,} statements"
        return f": {english}, {others.total():,} in other languages, kept without statements ({told})"

    def _by_kind(self) -> str:
        return f" ({_listed(self.kinds, 2 * _MOST_TOLD)}; `sayso status --failed` lists them)" if self.kinds else ""


def summary(outcomes: Iterable[Outcome]) -> str:
    """ "6 added, 1 already there, 1 failed"."""
    tally = Tally()
    for outcome in outcomes:
        tally.count(outcome)
    return str(tally)


def _listed(counts: Counter[str], most: int) -> str:
    """ "pt 201, de 88, …", the most first."""
    told = [f"{name} {n:,}" for name, n in counts.most_common(most)]
    return ", ".join(told) + (", …" if len(counts) > most else "")
