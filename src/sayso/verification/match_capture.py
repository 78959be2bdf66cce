"""Which article a new capture could be of, when only its title tells."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from sayso.verification.tokens import words_in

_LIKE = 80
_ALSO_POSSIBLE = 70


def of_which(title: str | None, articles: Mapping[str, str | None]) -> list[str]:
    """The keys of the articles that it could be: those of this very title but for typography, else of a like one.

    None where no title is like it, and several where more than one is, so that nobody has to guess.
    """
    if not title:
        return []
    wanted = _compared(title)
    told = {key: _compared(other) for key, other in articles.items() if other}
    if same := [key for key, other in told.items() if other == wanted]:
        return same
    like = {key: fuzz.ratio(wanted, other) for key, other in told.items()}
    if max(like.values(), default=0) < _LIKE:
        return []
    return [key for key, ratio in like.items() if ratio >= _ALSO_POSSIBLE]


def _compared(title: str) -> str:
    return " ".join(word.key for word in words_in(title, 0, len(title))).casefold()
