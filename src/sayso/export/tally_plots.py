"""A tally as a picture: bars of shares with their intervals, or lines where the columns go by time."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final, Literal

import altair as alt

from sayso.data.tally import BY_NAME, Tally
from sayso.serialise.tallies import header, made_form, rows

_MOST: Final = 20
"""So many values of one column are drawn; a picture of more shows nothing."""
_NOT_TOLD: Final = "not told"
Row = dict[str, Any]
_PERCENT: Final = alt.Axis(format="%")
_GREY: Final = "#c9ced4"
_INK: Final = "#1f5f8b"
_COLOURS: Final = ("#1f5f8b", "#c77b1e", "#3f8f5f", "#8a4f9e", "#b5443c", "#5c6b78", "#a08a2e", "#2f8f9d")


def draw(tally: Tally, path: Path, kind: Literal["svg", "png", "html"]) -> None:
    """Write the picture; how it was made stands below its title, and whole inside the file."""
    chart(tally).save(str(path), format=kind, inline=kind == "html", scale_factor=2 if kind == "png" else 1)


def chart(tally: Tally) -> alt.Chart | alt.FacetChart:
    """The picture, to be changed as one likes: parts of the last column in each group, or how many by one column."""
    names = header(tally)[: len(tally.by)]
    drawn = _rows(tally, names)
    bars = _parts(tally, drawn, names) if len(names) > 1 else _counts(tally, drawn, names[0])
    title = alt.TitleParams(f"{tally.unit} by {', '.join(tally.by)}", subtitle=_caption(tally), anchor="start")
    whole = bars.facet(row=alt.Row(f"{names[0]}:N", title=None)) if len(names) > 2 else bars
    return whole.properties(title=title, description=json.dumps(made_form(tally.made), ensure_ascii=False))


def _rows(tally: Tally, names: list[str]) -> list[Row]:
    """Whatever is not told is drawn as such; of values that are too many, those that most have."""
    found = [{**row, **{name: row[name] or _NOT_TOLD for name in names}} for row in rows(tally)]
    sizes = [Counter[str]() for _ in names]
    for row in found:
        for name, size in zip(names, sizes, strict=True):
            size[row[name]] += row["count"]
    kept = [{value for value, _ in size.most_common(_MOST)} for size in sizes]
    timed = [name in BY_NAME and BY_NAME[name].in_order for name in tally.by]
    return [
        row
        for row in found
        if all(time or row[name] in some for name, some, time in zip(names, kept, timed, strict=True))
    ]


def _counts(tally: Tally, drawn: list[Row], name: str) -> alt.Chart:
    bars = _chart(drawn).mark_bar(color=_INK)
    counts: alt.Chart = bars.encode(**_along(tally, 0, name, {"shorthand": "count:Q", "title": tally.unit}))
    return counts


def _chart(drawn: list[Row]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=drawn), width=500)


def _parts(tally: Tally, drawn: list[Row], names: list[str]) -> alt.Chart:
    """Bars of one length, what is not told grey in them."""
    *_, group, last = names
    part = {"shorthand": "count:Q", "stack": "normalize", "title": f"share of {tally.unit}", "axis": _PERCENT}
    told = sorted({row[last] for row in drawn} - {_NOT_TOLD})
    colours = [_COLOURS[n % len(_COLOURS)] for n in range(len(told))]
    scale = alt.Scale(domain=[*told, _NOT_TOLD], range=[*colours, _GREY])
    for row in drawn:
        row["place"] = [*told, _NOT_TOLD].index(row[last])
    parts: alt.Chart = (
        _chart(drawn)
        .mark_bar()
        .encode(
            **_along(tally, len(names) - 2, group, part),
            color=alt.Color(f"{last}:N", scale=scale, title=last),
            order=alt.Order("place:Q"),
            tooltip=[*(f"{name}:N" for name in names), "count:Q", alt.Tooltip("share:Q", format=".1%")],
        )
    )
    return parts


def _along(tally: Tally, place: int, name: str, many: dict[str, Any]) -> dict[str, Any]:
    """Time goes from left to right, everything else from top to bottom, the most first."""
    column = tally.by[place]
    if column in BY_NAME and BY_NAME[column].in_order:
        return {"x": alt.X(f"{name}:O", title=column), "y": alt.Y(**many)}
    return {"x": alt.X(**many), "y": alt.Y(f"{name}:N", sort=None, title=column)}


def _caption(tally: Tally) -> list[str]:
    made = tally.made
    share = f"{100 * tally.open / tally.total:.0f} % with something not told" if tally.total else "nothing found"
    return [
        f"{tally.total:,} {tally.unit} of {made.articles:,} articles, {share}",
        f"sayso {made.version}, record {made.record}, {made.at[:10]}; {made.query}",
    ]
