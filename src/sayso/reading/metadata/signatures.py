"""Names that stand by themselves above and below a text, where nothing but their place says that they wrote it."""

from collections.abc import Sequence

from sayso.lexicon.bylines import BY, LEAD_INS, ROLE_WORDS
from sayso.lexicon.calendar import DATE_WORDS
from sayso.reading.blocks.draft import Passage, ends_sentence
from sayso.reading.metadata.datelines import dateline
from sayso.reading.metadata.names import person_alone, without_date
from sayso.text.normalise import LETTERS

_LONGEST = 120
_BESIDE = BY | LEAD_INS | ROLE_WORDS | DATE_WORDS


def says_byline_again(line: str, names: Sequence[str]) -> bool:
    """Whether a line says who wrote the text, which is known, and nothing else: "Ada Venn · 5 min read"."""
    if not names or len(line) > _LONGEST:
        return False
    rest, _ = without_date(line.casefold())
    for name in names:
        rest = rest.replace(name.casefold(), " ")
    says_name = any(name.casefold() in line.casefold() for name in names)
    return says_name and set(LETTERS.findall(rest)) <= _BESIDE


def without_dates_below(body: list[Passage]) -> list[Passage]:
    """A text without the lines at its foot that tell when it appeared and nothing else."""
    end = len(body)
    while end > 1 and body[end - 1].kind == "paragraph" and dateline(body[end - 1].text):
        end -= 1
    return body[:end]


def signed(body: Sequence[Passage]) -> tuple[str, ...]:
    """Who signed a text below its last paragraph; the text itself tells nothing of him."""
    if len(body) < 2 or body[-1].kind != "paragraph" or not ends_sentence(body[-2].text):
        return ()
    name = person_alone(body[-1].text)
    family = name.split()[-1] if name else ""
    return (name,) if name and not any(family in passage.text for passage in body[:-1]) else ()
