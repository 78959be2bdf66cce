"""Where a paragraph ends and where a sentence does, in prose as news prints it. Nothing else splits sentences.

A blank line ends a paragraph. A sentence ends at a full stop, question mark, exclamation mark or ellipsis, whatever
marks and brackets close after it, where the next begins with a capital or a figure. Whether the stop is that of an
abbreviation is told by the word before it and the one after: "Gen. Lee" and "Nov. 3" go on, "in the U.S. The" does not.
"""

import re
from collections.abc import Iterator
from typing import Final


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PARAGRAPH_END: Final = re.compile(r"\n[^\S\n]*\n\s*")
_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
_CLOSING: Final = "\"”’'»›>“«‘」』❞″＂)\\]"
_CLOSING_QUOTES: Final = "\"”’'»›>“«‘」』❞″＂"
_OPENING: Final = "\"“„‘'`«»‹›‚<「『❝”″＂,(\\["
_STOP: Final = re.compile(
    rf"[.!?…](?P<closed>[{_CLOSING}]{{0,9}})\s+(?=[{_OPENING}]{{0,9}}(?P<next>[^\W_a-zß-öø-ÿ]\w*))"
)
_STOPPED: Final = re.compile(rf"[.!?…][{_CLOSING}]*\s*\Z")
_REACH: Final = 20
"""Characters before a stop in which the word that it closes is looked for."""

_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)+\Z")
_TITLES: Final = _listed(
    """
    mr mrs ms mx messrs mme dr drs prof gen lt col maj capt sgt cpl pvt adm cmdr brig sen sens rep reps gov govs pres
    rev fr hon supt insp det atty st ste mt ft vs v
    """
)
"""What always goes on with a name."""

_BEFORE_NUMBERS: Final = _listed("no nos jan feb mar apr jun jul aug sep sept oct nov dec art sec fig vol p pp c ca")
"""What goes on with a figure alone: "No. 3" and "Nov. 3", but "He said no. She went"."""

_COMPANIES: Final = _listed("inc corp co ltd bros jr sr esq ph.d dept univ assn")
"""What may as well end a sentence, as initials may: the word after it tells."""

_OPENERS: Final = _listed(
    """
    a after all although an and another any as asked at because before both but by despite during each earlier even
    every few for from he her here his how however i if in it its just last later many meanwhile most much my no none
    nor not nothing now of on once one only other our over people police she since so some still such that the their
    then there these they this those though three through today two under until we what when where which while who why
    with without you your everybody everyone nobody somebody someone
    """
)
"""Words that open a sentence after initials: no name that initials belong to begins with one."""

_CAPITALISED: Final = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]{0,30}"
_ASKED_BY: Final = re.compile(
    rf"{_CAPITALISED}(?: (?:{_CAPITALISED}|al|bin|da|de|del|den|der|di|la|le|of|van|von|then|later|also)){{0,5}}"
    r"(?:, [^,.;:?!“”\"\n]{1,80},)? (?:asked|asks|said|says|replied|answered|shouted|yelled|cried|wondered|exclaimed"
    r"|demanded|called|told|tells|wrote|writes|tweeted|added|adds|continued|quipped|joked|retorted|wanted to know)\b"
)
"""What a quotation that ends in a question mark is not ended by: “Why?” Mayor Ruiz asked."""

_TIMES: Final = frozenset({"a.m", "p.m"})
_AFTER_TIMES: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z|[A-Z]{2,4}\Z|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\Z"
)


def paragraphs(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """What stands between blank lines in `text[start:end]`, as long as it is more than space."""
    end = len(text) if end is None else end
    for gap in _PARAGRAPH_END.finditer(text, start, end):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:end].strip():
        yield start, end


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Every line that is more than space, without the space around it."""
    return (line.span() for line in _LINE.finditer(text))


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`, each with the space after it, so that together they are all of it.

    >>> text = "Gen. Lee came on Nov. 3. “Why?” He left the U.S. The end."
    >>> [text[slice(*sentence)] for sentence in sentences(text)]
    ['Gen. Lee came on Nov. 3. ', '“Why?” ', 'He left the U.S. ', 'The end.']
    """
    end = len(text) if end is None else end
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and not _goes_on(text, start, stop):
            yield start, stop.end()
            start = stop.end()
    if start < end:
        yield start, end


def is_ended(words: str) -> bool:
    """Whether words end as a sentence does."""
    return _STOPPED.search(words, max(0, len(words) - _REACH)) is not None


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the stop is only that of an abbreviation, or of a question that somebody is said to ask."""
    at = stop.start()
    if text[at] != "." and stop["closed"]:
        asked = _ASKED_BY.match(text, stop.end()) if stop["closed"][-1] in _CLOSING_QUOTES else None
        return asked is not None and stop["next"].casefold() not in _OPENERS
    if text[at] != "." or stop["closed"]:
        return False
    before = text[max(start, at - _REACH) : at + 1].split()
    word = before[-1].lstrip(f"{_OPENING}—–-")
    plain, following = word[:-1].casefold(), stop["next"]
    if word[:1].isupper() and plain in _TITLES:
        return True
    if plain in _BEFORE_NUMBERS and following[0].isdigit():
        return True
    if plain in _TIMES:
        return _AFTER_TIMES.match(following) is not None
    return (plain in _COMPANIES or _is_initials(word)) and following.casefold() not in _OPENERS


def _is_initials(word: str) -> bool:
    return word[:1].isupper() and _DOTTED.match(word) is not None
