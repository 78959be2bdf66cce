"""Where a share lies by chance: Wilson's interval, with articles for what was drawn and not statements.

The statements of one article are like each other, so that a thousand statements in ten articles say little more than
ten. As Korn and Graubard have it for surveys, the variance of the share between articles tells how many independent
draws it is worth, and Wilson's interval is taken for so many.
"""

from statistics import NormalDist
from typing import Final, NamedTuple

from sayso.data.tally import Interval

_Z: Final = NormalDist().inv_cdf(0.975)


class Spread(NamedTuple):
    """Sums over articles, y being what an article has in the cell and n all of its group: y², y·n, n² and 1."""

    squares: float
    products: float
    sizes: float
    articles: float


def wilson(share: float, number: float) -> Interval:
    """95 %, for a share of so many draws.

    >>> tuple(round(bound, 3) for bound in wilson(0.5, 100))
    (0.404, 0.596)
    """
    middle = share + _Z**2 / (2 * number)
    reach = _Z * (share * (1 - share) / number + _Z**2 / (4 * number**2)) ** 0.5
    below = 1 + _Z**2 / number
    # A share of nothing or all touches its end, which the arithmetic of fractions may miss by a hair.
    low = 0.0 if share == 0 else max(0.0, (middle - reach) / below)
    high = 1.0 if share == 1 else min(1.0, (middle + reach) / below)
    return Interval(low, high)


def between_articles(count: float, total: float, spread: Spread) -> Interval:
    """The interval of count / total, for draws of whole articles."""
    return wilson(count / total, _worth(count / total, total, spread))


def _worth(share: float, total: float, spread: Spread) -> float:
    """How many independent draws the articles are worth: no more than was counted, no fewer than if all were alike."""
    alike = total**2 / spread.sizes
    squares = spread.squares - 2 * share * spread.products + share**2 * spread.sizes
    if spread.articles < 2 or squares <= 0 or not 0 < share < 1:
        return alike
    variance = squares / total**2 * spread.articles / (spread.articles - 1)
    return min(total, max(alike, share * (1 - share) / variance))
