"""How an article begins: its headline (often twice), date and byline stand above the lead, in any order."""

import re
from dataclasses import dataclass, field

from sayso.data.article import Moment
from sayso.lexicon.calendar import WEEKDAYS
from sayso.reading.blocks.draft import Passage, same_words
from sayso.reading.blocks.paragraphs import ends_sentence
from sayso.reading.metadata.dates import find_date

_LONGEST_TITLE = 250
_LONGEST_DATELINE = 120
_LINES_ABOVE = 12  # an opening has no more lines; further down, a date line is part of the story
_AROUND_A_DATE = (
    "published updated posted modified created date dated on at by last first issued released written time local "
    "publication aktualisiert veröffentlicht stand publié mis à jour le am uhr et utc gmt est edt cst pst ist bst "
    "pm a m p read min minutes minute ago the of"
)
_DATE_WORDS = WEEKDAYS | frozenset(_AROUND_A_DATE.split())
_BYLINE = re.compile(r"(?:by|von|par|por|di|text|story|words|reported by|written by)\s*:?\s+(?=[^\W\d_])", re.I)
_AND = re.compile(r"\s*(?:,|;|&|\||/|\band\b|\bund\b|\bet\b)\s*", re.IGNORECASE)
_NAME = re.compile(r"(?:(?:[A-ZÀ-ÞĀ-Ž][\w.’'-]*|al|el|bin|van|der|de|la|da|von|di|ibn)\s*){2,5}")
_AFTER_NAME = re.compile(r"\s+(?:in|for|of|at|from)\s+.*|\s*\(.*")
_OF_NO_NAME = (
    "staff writer reporter correspondent editor agency agencies press news desk service team reuters afp tv newspaper "
    "associated times post bureau chief senior political"
)
_NO_NAME = frozenset(_OF_NO_NAME.split())
_AGENCIES = (
    *("AP", "AFP", "Reuters", "REUTERS", "UPI", "Xinhua", "TASS", "dpa", "DPA", "ANSA", "IRNA", "KUNA", "PTI", "ANI"),
    *("Bloomberg", "CNN", "BBC"),
)
_MONTH_WORD = r"[A-Za-z]{3,9}\.?"
_AGENCY_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w.’' /,-]{1,60}?)"
    rf"(?:,?\s+(?P<date>{_MONTH_WORD}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH_WORD}(?:\s+\d{{4}})?))?"
    rf"\s+[(\[](?P<agency>{'|'.join(_AGENCIES)}|[A-Z][\w. ]{{1,30}})[)\]]\s*(?:[-–—:]|--)\s"
)


@dataclass(slots=True)
class Opening:
    """What stands above the body, and the body."""

    title: str | None = None
    published: Moment | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    body: list[Passage] = field(default_factory=list)


def read_opening(passages: list[Passage], title: str | None = None) -> Opening:
    """Part an article's opening from its body; `title` is the headline when the page has told it already."""
    opening = Opening(title)
    above = _lines_above(passages)
    opening.body.extend(
        passage for place, passage in enumerate(passages[:above]) if not _takes(opening, passages, place)
    )
    opening.body.extend(passages[above:])
    _read_agency(opening)
    return opening


def with_lead(body: list[Passage]) -> tuple[list[Passage], str | None]:
    """The body with its first paragraph as the lead, and the words of that."""
    for place, passage in enumerate(body):
        if passage.kind == "paragraph":
            return [*body[:place], passage.of_kind("lead"), *body[place + 1 :]], passage.text
    return body, None


def dateline(line: str) -> Moment | None:
    """The date of a line that says when the article appeared and nothing else; None for any other line."""
    if len(line) > _LONGEST_DATELINE:
        return None
    found = find_date(line)
    if not found or found.precision in ("month", "year"):
        return None
    rest = re.findall(r"[^\W\d_]+", (line[: found.start] + " " + line[found.end :]).lower())
    second = find_date(line[found.end :])
    if second:  # "Published: 9 May 2015 | Updated: 10 May 2015"
        return dateline(line[: found.end])
    return Moment(found.value, found.precision, "dateline", line) if set(rest) <= _DATE_WORDS else None


def byline(line: str) -> tuple[str, ...]:
    """The names in a line like "By Jane Doe and John Roe, Staff Writers"; none for any other line."""
    match = _BYLINE.match(line)
    if not match or len(line) > _LONGEST_DATELINE or ends_sentence(line):
        return ()
    return names_in(line[match.end() :])


def names_in(words: str) -> tuple[str, ...]:
    """The persons in a list of names, without what they are and where they are."""
    parts = (_AFTER_NAME.sub("", part).strip() for part in _AND.split(words))
    return tuple(part for part in parts if _NAME.fullmatch(part) and not _NO_NAME & set(part.lower().split()))


def names_told(words: str) -> tuple[str, ...]:
    """The persons in a field that is meant for them, where one name ("Kay") is a name too; addresses are none."""
    if names := names_in(words):
        return names
    plain = len(words.split()) <= 2 and re.fullmatch(r"[^\W\d_][\w.’' -]{1,39}", words)
    return (words,) if plain and not _NO_NAME & set(words.lower().split()) and words.lower() != "admin" else ()


def _is_prose(passage: Passage) -> bool:
    return passage.kind in ("paragraph", "quote") and ends_sentence(passage.text) and not byline(passage.text)


def _lines_above(passages: list[Passage]) -> int:
    """How many passages stand above the first sentence."""
    for place, passage in enumerate(passages[:_LINES_ABOVE]):
        if _is_prose(passage):
            return place + 1
    return min(len(passages), _LINES_ABOVE)


def _takes(opening: Opening, passages: list[Passage], place: int) -> bool:
    """Whether a line belongs to the opening; what it says is taken in."""
    line = passages[place].text
    if opening.title and same_words(line, opening.title):
        return True
    if found := dateline(line):
        opening.published = opening.published or found
        return True
    if names := _byline_and_date(opening, line):
        opening.byline = opening.byline or names
        return True
    if not opening.title and not opening.body and _is_title(passages, place):
        opening.title, opening.outlet = _parted_title(line, passages[place + 1 : place + 4])
        return True
    return False


def _byline_and_date(opening: Opening, line: str) -> tuple[str, ...]:
    """The names of a byline, also where a date stands on the same line: "By Jane Doe | 10 October 2015"."""
    found = find_date(line) if len(line) <= _LONGEST_DATELINE else None
    names = byline(line[: found.start].rstrip(" |,·•–—-") if found else line)
    if names and found and found.precision not in ("month", "year"):
        opening.published = opening.published or Moment(found.value, found.precision, "dateline", line)
    return names


def _is_title(passages: list[Passage], place: int) -> bool:
    """A headline is a line above more text that is no sentence, or that is said again below."""
    passage = passages[place]
    if len(passage.text) > _LONGEST_TITLE or passage.kind in ("list", "quote") or "\n" in passage.text:
        return False
    below = passages[place + 1 : place + 4]
    if any(same_words(passage.text, other.text) for other in below):
        return True
    closed = passage.text.rstrip("\"'”’»)").endswith((".", ",", ";", ":", "…"))
    return bool(below) and passage.kind in ("heading", "paragraph") and not closed


def _parted_title(line: str, below: list[Passage]) -> tuple[str, str | None]:
    """A headline and its outlet: "Dam Opens - The Elna Post" over a second headline "Dam Opens" tells both."""
    for passage in below:
        headline = passage.text
        if parted := re.fullmatch(rf"{re.escape(headline)}\s+[-–—|·]\s+(.{{2,60}})", line):
            return headline, parted[1]
    return line, None


def _read_agency(opening: Opening) -> None:
    """The date and the agency that "LONDON, Oct 10, 2015 (Reuters) - " tells; the words stay where they are."""
    first = next((passage.text for passage in opening.body if passage.kind == "paragraph"), "")
    match = _AGENCY_DATELINE.match(first)
    if not match:
        return
    if not opening.outlet and match["agency"] in _AGENCIES:
        opening.outlet = match["agency"]
    found = find_date(match["date"]) if match["date"] else None
    if found and found.precision == "day" and not opening.published:
        opening.published = Moment(found.value, "day", "dateline", match[0].rstrip())
