"""What the words around a name tell of its type: "Avion … its cameras" is no person, "Kessland's parliament" a country.

The names head judges each mention by itself, and takes new names of firms and countries for persons.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sayso.coreference.bodies_called import called_beside
from sayso.coreference.mention_cleanup import Placed, Words
from sayso.coreference.person_name import gender_of_given_name
from sayso.coreference.role_phrases import title_before
from sayso.data.actor import ActorType
from sayso.lexicon.english import COMPANY_FORMS, INDUSTRIES, ORGANISATION_WORDS, STATE_NOUNS, STOCK_NOUNS
from sayso.lexicon.given_names import given_names
from sayso.text.doc import Doc
from sayso.text.normalise import fold

_PERSONAL: Final = frozenset("he she him her his hers himself herself who whose".split())  # noqa: SIM905
_ITS: Final = frozenset({"it", "its", "itself"})
_OWNED: Final = re.compile(r"[’']s?((?:\s+[\w-]+){1,3})")
_SPOKEN_FOR: Final = re.compile(r"\b(?:spokes\w+|shares?|employees?|workers?|customers?)\s+(?:for|of|at|in|with)\s+$")
_POLLED: Final = re.compile(r"\b(?:poll|survey|study) (?:by|for) $")
_DECLINED: Final = re.compile(r" (?:has |had )?(?:declined|refused) to comment")
_SPOKEN_BY: Final = re.compile(
    r" (?:spokes\w+|officials?|executives?|shares|shareholders|employees?|customers|board)\b"
)
_TRADE: Final = re.compile(
    r"\b(?:[a-z-]+ (?:major|giant|maker|behemoth|heavyweight|conglomerate"
    r"|multinational|firm|group|chain|retailer|producer"
    r"|manufacturer|operator|developer|provider)|[a-z]{3,9}maker|start-?up) $",
    re.IGNORECASE,
)
"""What stands before a firm's name: "beverages major Bharan", "carmaker Calvera"."""

_OF_FIRMS: Final = re.compile(
    r" (?:is recalling|recall(?:s|ed)|will build|is to build|ha[sd] (?:signed|acquired|agreed to buy)|acquired|employs"
    r"|manufactures|unveil(?:s|ed)|signs|inks|to build)\b",
    re.IGNORECASE,
)
_RIVAL: Final = re.compile(r"\b(?:[Rr]ival|[Cc]ompetitor) $")
_SEATS: Final = frozenset({"street", "house"})
"""Where those sit who are called by their address: "Wall Street predicted"."""
_DOMAIN: Final = re.compile(r"\w\.(?:com|org|net|gov|edu|tv|info)$", re.IGNORECASE)
_LANDS: Final = ("land", "stan")
_NEAR: Final = 60
_DECIDES: Final = 2


class _Known(NamedTuple):
    """How the names of bodies begin, the family names of persons who are named in full, and names of one word."""

    beginnings: frozenset[Words]
    families: frozenset[Words]
    others: frozenset[Words]


def types_told(doc: Doc, placed: Sequence[Placed]) -> dict[Words, ActorType]:
    """The types of names that are persons to the head alone, where the text around them tells otherwise."""
    known = _Known(_leading_words(placed), _families(placed), frozenset(p.name.words for p in placed))
    votes: defaultdict[Words, Counter[ActorType]] = defaultdict(Counter)
    for mention in placed:
        if mention.type == "person":
            for type_, weight in _votes(doc, mention, placed, known):
                votes[mention.name.words][type_] += weight
    told: dict[Words, ActorType] = {}
    for words, counts in votes.items():
        (best, most), *_ = counts.most_common()
        if best != "person" and most >= _DECIDES and most > counts["person"]:
            told[words] = best
    return told


def _leading_words(placed: Sequence[Placed]) -> frozenset[Words]:
    """How the names of bodies begin: "Denholm Thale" of "Denholm Thale Financial Services Inc"."""
    bodies = {mention.name.words for mention in placed if mention.type == "organisation"}
    known = {words for words in bodies if words[-1] in INDUSTRIES | COMPANY_FORMS}
    return frozenset(
        words[:n] for words in known for n in range(1, len(words)) if n > 1 or COMPANY_FORMS.issuperset(words[n:])
    )


def _families(placed: Sequence[Placed]) -> frozenset[Words]:
    return frozenset(p.name.words[-1:] for p in placed if p.type == "person" and len(p.name.words) > 1)


def _votes(doc: Doc, mention: Placed, placed: Sequence[Placed], known: _Known) -> Iterator[tuple[ActorType, int]]:
    name = mention.name
    if title_before(doc, name) or name.titles or gender_of_given_name(name) or name.words[0] in given_names():
        yield "person", 3
    if name.words in known.families:
        yield "person", 3
    if fold(name.text.split()[-1]) in INDUSTRIES | _SEATS and len(name.words) > 1:
        yield "organisation", 3
    if (fold(name.text.split()[-1]) in ORGANISATION_WORDS and len(name.words) > 1) or _DOMAIN.search(name.text):
        yield "organisation", 2
    if len(name.words) == 1 and name.words[0].endswith(_LANDS):
        yield "country", 2
    if len(name.words) == 1 and name.text.endswith("s") and (name.words[0][:-1],) in known.others - known.families:
        yield "group", 2  # "Norlandians", where the text has "Norlandian" too.
    if name.words in known.beginnings:
        yield "organisation", 3
    owned = _OWNED.match(doc.text, name.end, name.end + _NEAR)
    nouns = set(owned.group(1).casefold().split()) if owned else set[str]()
    if nouns & STATE_NOUNS and len(name.words) == 1:
        yield "country", 2
    if nouns & STOCK_NOUNS or _SPOKEN_FOR.search(doc.text[max(0, name.start - _NEAR) : name.start]):
        yield "organisation", 1
    if any(True for _ in called_beside(doc, name)):
        yield "organisation", 3
    if _POLLED.search(doc.text[max(0, name.start - _NEAR) : name.start]) and len(name.words) == 1:
        yield "organisation", 2
    yield from _of_trade(doc, mention)
    yield from _by_pronouns(doc, mention, placed)


def _of_trade(doc: Doc, mention: Placed) -> Iterator[tuple[ActorType, int]]:
    """What firms are, have and do."""
    name, text = mention.name, doc.text
    if _TRADE.search(text, max(0, name.start - _NEAR), name.start):
        yield "organisation", 3
    signs = (
        _DECLINED.match(text, name.end),
        _RIVAL.search(text, max(0, name.start - _NEAR), name.start),
        len(name.words) == 1 and _SPOKEN_BY.match(text, name.end),
        len(name.words) == 1 and _OF_FIRMS.match(text, name.end),
    )
    yield from (("organisation", 1) for sign in signs if sign)


def _by_pronouns(doc: Doc, mention: Placed, placed: Sequence[Placed]) -> Iterator[tuple[ActorType, int]]:
    """What a pronoun behind the first name of a sentence tells, where no other name stands before it."""
    start, end = doc.sentence_at(mention.name.start)
    pronouns = [w for w in doc.words_in(mention.name.end, end) if w.text.casefold() in _PERSONAL | _ITS]
    if not pronouns or doc.quoted(pronouns[0].start) != doc.quoted(mention.name.start):
        return
    reach = pronouns[0].start
    if any(start <= other.name.start < reach for other in placed if other is not mention):
        return
    if pronouns[0].text.casefold() in _PERSONAL:
        yield "person", 2
    elif len(mention.name.words) == 1:  # "Ana Doe … its": the model calls few firms by two names of a person
        yield "organisation", 2
