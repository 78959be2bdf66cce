"""Charts of statements by month, drawn without a network, as pictures that can be saved."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, Literal

import vl_convert

from sayso.data.results import Count

Picture = Literal["svg", "png"]
MEDIA_TYPES: Final[dict[Picture, str]] = {"svg": "image/svg+xml", "png": "image/png"}
_INK: Final = {False: ("#44505c", "#d5dbe1", "#ffffff"), True: ("#b9c3cd", "#3a434d", "#14181d")}
_BARS: Final = {False: ("#1f5f8b", "#c77b1e"), True: ("#6cb2e0", "#e0a458")}
SIZES: Final = {False: (1080, 190), True: (270, 150)}
"""Width and height in pixels of a whole picture, small or not: pages keep the room before it has come."""
_FONT: Final = "system-ui, sans-serif"
_MOST_MONTHS: Final = 120
"""From more than these on, years are shown."""

Series = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
"""What is counted, by name, and how much of it there was in each month."""


def series(**counts: Sequence[Count]) -> Series:
    """Facets of months as a chart wants them; `spoken_of` is called "spoken of"."""
    return tuple(
        (name.replace("_", " "), tuple((one.value, one.count) for one in months if one.value and len(one.value) >= 7))
        for name, months in counts.items()
    )


@lru_cache(maxsize=256)
def drawn(counted: Series, picture: Picture, *, dark: bool = False, small: bool = False) -> bytes:
    """The bars of one or two series, side by side where there are two."""
    spec = _spec(counted, dark, SIZES[small])
    if picture == "png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=2))
    return str(vl_convert.vegalite_to_svg(spec)).encode()


def _spec(counted: Series, dark: bool, size: tuple[int, int]) -> dict[str, Any]:
    ink, rule, ground = _INK[dark]
    names = [name for name, _ in counted]
    unit = "utcyear" if _span(counted) > _MOST_MONTHS else "utcyearmonth"
    axis = {"labelColor": ink, "titleColor": ink, "labelFont": _FONT, "gridColor": rule, "domainColor": rule}
    colour = {
        "field": "what",
        "type": "nominal",
        "scale": {"domain": names, "range": list(_BARS[dark][: len(names)])},
        "legend": {"title": None, "labelColor": ink, "orient": "top"} if len(names) > 1 else None,
    }
    encoding: dict[str, Any] = {
        "x": {"field": "month", "type": "temporal", "timeUnit": unit, "title": None, "axis": {"grid": False}},
        "y": {"field": "count", "type": "quantitative", "aggregate": "sum", "title": "statements"},
        "color": colour,
    }
    encoding["y"]["axis"] = {"tickCount": min(4, _most(counted)), "format": ",d"}
    if len(names) > 1:
        encoding["xOffset"] = {"field": "what", "sort": names}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": size[0],
        "height": size[1],
        "autosize": {"type": "fit", "contains": "padding"},
        "background": ground,
        "padding": 4,
        "config": {"axis": {**axis, "titleFont": _FONT}, "view": {"stroke": None}},
        "data": {"values": _values(counted)},
        "mark": {"type": "bar"},
        "encoding": encoding,
    }


def _values(counted: Series) -> list[dict[str, Any]]:
    return [
        {"month": f"{month[:7]}-01T00:00:00Z", "count": count, "what": name}
        for name, months in counted
        for month, count in months
    ]


def _most(counted: Series) -> int:
    """The most of a month, and 1 where there is nothing."""
    return max((count for _, months in counted for _, count in months), default=1)


def _span(counted: Series) -> int:
    """How many months lie between the first and the last."""
    months = sorted(month for _, some in counted for month, _ in some)
    if not months:
        return 0
    (first_year, first), (last_year, last) = ((int(m[:4]), int(m[5:7])) for m in (months[0], months[-1]))
    return (last_year - first_year) * 12 + last - first
