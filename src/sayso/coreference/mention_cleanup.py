"""The head's spans made into names: titles off, ends mended, offices and headline verbs out, one type for each name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.coreference.person_name import Name, parse, with_titles
from sayso.coreference.role_phrases import title_before
from sayso.data.actor import ActorType
from sayso.data.article import Span
from sayso.lexicon.english import (
    DOCUMENTS,
    ONE_OF_A_KIND,
    ORGANISATION_NOUNS,
    PARTICLES,
    ROLE_MODIFIERS,
    ROLES,
    STOP,
    TITLES,
    words,
)
from sayso.text.doc import Doc
from sayso.text.normalise import WORD

_OFFICES: Final = ROLES | ROLE_MODIFIERS | TITLES.keys()
_BARE: Final = (ORGANISATION_NOUNS | DOCUMENTS) - ONE_OF_A_KIND
_WEIGHT_OF_OFFICE: Final = 2
_SHORTEST: Final = 2
_QUESTION: Final = 150
_GIVEN_NAMES_AND_WORDS: Final = frozenset({"Will", "May", "June", "April", "August"})
_COMPOUNDS: Final = words("era like style wide run made born friendly supporting bashing area bound held")
_ARTICLE_BEFORE: Final = re.compile(r"\b(?:[Aa]l|[Ee]l)-$")
_NEXT_WORD: Final = re.compile(r"[ ]([^\W\d_]+)")
_REST_OF_WORD: Final = re.compile(r"\w*(?:-[^\W\d_A-Z]\w*)*")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A name at its place in the article: `text[name.start:name.end]`, without titles."""

    name: Name
    type: ActorType


def clean(text: str, span: Span) -> Name | None:
    """Mend a span's ends and take off what no name begins or ends with; None when no name is left."""
    line_end = text.find("\n", span.start)
    start, end = _whole_words(text, span.start, min(span.end, len(text) if line_end < 0 else line_end))
    tokens = list(WORD.finditer(text, start, end))
    while len(tokens) > 1 and not _may_begin(text, tokens):
        tokens.pop(0)
    while tokens and tokens[-1].group()[0].islower() and tokens[-1].group().casefold() in STOP:
        tokens.pop()
    name = with_titles(text, tokens[0].start(), tokens[-1].end()) if tokens else None
    is_word = name is None or (name.text.casefold() in STOP and not _is_acronym(name.text))
    return None if is_word or name is None or len(name.text.strip(".")) < _SHORTEST else name


def _may_begin(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether a name may begin with the first of these words: "Will Karr" may, "Will" in a question not."""
    first, second = tokens[0].group(), tokens[1].group()
    if first in _GIVEN_NAMES_AND_WORDS and second[0].isupper():
        return "?" not in text[tokens[-1].end() : tokens[-1].end() + _QUESTION]
    return not (_is_common(first) or (first.casefold() in STOP and not _is_acronym(first)))


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals is none of our small ones: "US" and "UP", which "us" and "up" are not."""
    return word.replace(".", "").isupper() and len(word.replace(".", "")) > 1


def _is_common(word: str) -> bool:
    """Whether no name begins with a word: "miller Ana Doe" is Ana Doe, "van den Berg" and "iPhone" are names."""
    return word.islower() and word not in PARTICLES


def longest_at_each_place(placed: Iterable[Placed]) -> list[Placed]:
    """The names in order; of two that overlap the longer."""
    kept: list[Placed] = []
    for mention in sorted(placed, key=lambda p: (p.name.start, -p.name.end, p.type)):
        if not kept or mention.name.start >= kept[-1].name.end:
            kept.append(mention)
        elif mention.name.end - mention.name.start > kept[-1].name.end - kept[-1].name.start:
            kept[-1] = mention
    return kept


def without_bare_offices(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Drop "Supreme Leader" and "Commission", which name nobody; "Bishop" stays where there is an "Ana Bishop"."""
    families = {p.name.words[-1:] for p in placed if len(p.name.words) > 1 and not _OFFICES.issuperset(p.name.words)}
    return [p for p in placed if p.name.words[-1:] in families or not _is_bare_office(text, p)]


def of_one_type(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """Give a name everywhere the type that it has most often; the head takes each by itself.

    The family name of a person named in full is that person's, whatever the head says, unless an organisation bears
    it in front ("Ford Motor"). Whoever has an office in front ("general Lloyd Doe") is likelier a person.
    """
    votes: defaultdict[Words, Counter[ActorType]] = defaultdict(Counter)
    for mention in placed:
        votes[mention.name.words][mention.type] += 1
        if mention.type != "person" and title_before(doc, mention.name):
            votes[mention.name.words]["person"] += _WEIGHT_OF_OFFICE
    chosen = {words: min(counts.items(), key=lambda vote: (-vote[1], vote[0]))[0] for words, counts in votes.items()}
    longer = {words: type_ for words, type_ in chosen.items() if len(words) > 1}
    families = {words[-1:] for words, type_ in longer.items() if type_ == "person"}
    families -= {words[:1] for words, type_ in longer.items() if type_ == "organisation"}
    chosen |= dict.fromkeys(families, "person")
    return [replace(mention, type=chosen[mention.name.words]) for mention in placed]


def cut_headline_verbs(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """Cut "Velayati Confirms" to the words that the body knows as a name; a headline capitalises its verbs."""
    body = [p.name.words for p in placed if not doc.in_title_case(p.name.start)]
    known = set(body) | {words[-1:] for words in body}
    return [_cut(doc.text, p, known) if doc.in_title_case(p.name.start) else p for p in placed]


def split_run_ons(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Part "Gulf Council Doran" where the text knows the council and Doran apart."""
    known = {p.name.words for p in placed if p.type != "person"}
    persons = {p.name.words[n:] for p in placed if p.type == "person" for n in (0, -1)}
    return [part for p in placed for part in (_parts(text, p, known, persons) if p.type != "person" else [p])]


def _parts(text: str, mention: Placed, known: set[Words], persons: set[Words]) -> list[Placed]:
    tokens = list(WORD.finditer(text, mention.name.start, mention.name.end))
    for cut in range(1, len(tokens)):
        body = parse(text, tokens[0].start(), tokens[cut - 1].end())
        person = parse(text, tokens[cut].start(), tokens[-1].end())
        if body and person and body.words in known and person.words in persons:
            return [Placed(body, mention.type), Placed(person, "person")]
    return [mention]


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a span that ends inside a word: "Ki[-moon]", "[al-]Asad", but not "Doe[-led]"."""
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    if article := _ARTICLE_BEFORE.search(text[max(0, start - 4) : start]):
        start -= len(article.group())
    rest = _REST_OF_WORD.match(text, end) if text[end - 1 : end].isalnum() else None
    compound = rest.group().rpartition("-")[2].casefold() if rest else ""
    whole = rest is not None and not compound.endswith("ed") and compound not in _COMPOUNDS
    return start, rest.end() if rest and whole else end


def _is_bare_office(text: str, mention: Placed) -> bool:
    named = mention.name.words
    if mention.type == "person":
        following = _NEXT_WORD.match(text, mention.name.end)
        describes = (
            following is not None and following.group(1)[0].isupper() and following.group(1).casefold() in _OFFICES
        )
        return _OFFICES.issuperset(named) or (describes and len(named) == 1)
    return mention.type == "organisation" and len(named) == 1 and named[0] in _BARE


def _cut(text: str, mention: Placed, known: set[Words]) -> Placed:
    tokens = list(WORD.finditer(text, mention.name.start, mention.name.end))
    if mention.name.words in known:
        return mention
    for length in range(len(tokens) - 1, 0, -1):
        shorter = parse(text, tokens[0].start(), tokens[length - 1].end())
        if shorter and shorter.words in known:
            return replace(mention, name=shorter)
    return mention
