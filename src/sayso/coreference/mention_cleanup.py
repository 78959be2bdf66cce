"""The head's spans made into names: titles off, ends mended, offices and headline verbs out, one type for each name."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.coreference.person_name import Name, parse, with_titles
from sayso.coreference.role_phrases import title_before
from sayso.data.actor import ActorType
from sayso.data.article import Span
from sayso.lexicon.callings import is_calling
from sayso.lexicon.english import (
    ADDRESSED,
    COMPANY_FORMS,
    DOCUMENTS,
    INDUSTRIES,
    ONE_OF_A_KIND,
    ORGANISATION_NOUNS,
    ORGANISATION_WORDS,
    PARTICLES,
    ROLE_MODIFIERS,
    ROLES,
    STOP,
    TITLES,
    words,
)
from sayso.lexicon.given_names import given_names
from sayso.lexicon.name_forms import stands_first
from sayso.text.doc import Doc
from sayso.text.normalise import WORD, fold

_OFFICES: Final = ROLES | ROLE_MODIFIERS | TITLES.keys()
_BARE: Final = (ORGANISATION_NOUNS | DOCUMENTS) - ONE_OF_A_KIND
_WEIGHT_OF_OFFICE: Final = 2
_SHORTEST: Final = 2
_FEWEST_RUN_ON: Final = 4
_QUESTION: Final = 150
_GIVEN_NAMES_AND_WORDS: Final = frozenset({"Will", "May", "June", "April", "August", "He", "Per"})
_PARTIES: Final = words("democrat democratic republican")
_TRADES: Final = frozenset(f"{role}s" for role in ROLES)
_OFFICES_IN_LETTERS: Final = frozenset(
    {"CEO", "CFO", "COO", "CTO", "CIO", "CMO", "MP", "MPs", "MEP", "MEPs", "GP", "GPs"}
)
_BY_LETTER: Final = re.compile(
    r"(?:Witness|Juror|Patient|Officer|Soldier|Defendant|Child|Victim|Student|Speaker|Passenger|Inmate|Player)"
    r" (?:[A-Z]|\d{1,3})"
)
"""One whose name is withheld: "Witness C"."""
_WORKERS: Final = words("miller baker trader vicar skipper farmer landlord neighbour neighbor")
_STYLES: Final = frozenset({"Rt", "Hon", "Revd"})
_LONGEST_GIVEN: Final = 30
_COMPOUNDS: Final = words("era like style wide run made born friendly supporting bashing area bound held")
_ARTICLE_BEFORE: Final = re.compile(r"\b(?:[Aa]l|[Ee]l)-$")
_NEXT_CAPITAL: Final = re.compile(r"[ ]([^\W\d_a-z][\w-]*)(?![\w’'.]*\.\w)")
_LONGEST_REST: Final = 40
_PAPERS: Final = words("today daily weekly")
_THE_BEFORE: Final = re.compile(r"(?<!\bas )(?<!called )(?<!named )(?<!dubbed )\b[Tt]he $")
_LONGEST_BEFORE: Final = 12
_ACTS: Final = re.compile(r"[,.;]|[ ](?:\w+ed|has|had|is|was|will|would|said|says|told)\b")
_NEXT_WORD: Final = re.compile(r"[ ]([^\W\d_]+)")
_PARTICLES_BEFORE: Final = re.compile(
    r"(?<!\S)(?:(?:[A-Z]\. ?){1,3}(?<= )(?:van|von|de|del|du|dos)|Van|Von|De|Del|Della|Du|Dos)"
    r"(?: (?:den|der|de|la|las|los))? $"
)
_LONGEST_PARTICLES: Final = 24
_NEXT_SENTENCE: Final = re.compile(r"\b([^\W\d_]*[^\W\d_A-Z]{4})\. [A-Z]")
_MASKED: Final = re.compile(r"[*@#|<>{}]|_$")
_GENERATION_AFTER: Final = re.compile(r",? (?:Jr|Sr)\b\.?")
_PHRASE: Final = re.compile(r"\w-(?:a|the|to|in|of|and|your|my)-\w")
_QUANTITY: Final = re.compile(r"(?:More|Fewer|Less|Most) (?:than|of)\b")
_ALL_BEFORE: Final = re.compile(r"\b(?:[Bb]oth|[Tt]he|[Tt]wo|[Tt]hree|[Aa]ll) $")
_GIVEN_BEFORE_NICKNAME: Final = re.compile(r"\b[A-Z][\w.]{0,30} [\"“]$")
_NICKNAME: Final = re.compile(r"\w+[\"”] [A-Z]")
_REST_OF_WORD: Final = re.compile(r"\w*(?:-[^\W\d_A-Z]\w*)*")

_GIVEN_NAMES_AND_DAYS: Final = frozenset({"Sunday", "Monday", "Friday", "Saturday", "April", "June", "August"})
"""A name begins so only where it stands by itself: "the captain, Sunday Doe," but "he said Sunday Doe would go"."""

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
    if particles := _PARTICLES_BEFORE.search(text[max(0, start - _LONGEST_PARTICLES) : start]):
        start -= len(particles.group())
    start, end = _within_one_line_of_credits(text, start, _within_sentence(text, start, end))
    tokens = list(WORD.finditer(text, start, end))
    while len(tokens) > 1 and tokens[0].group().rstrip(".") in _STYLES:
        tokens.pop(0)
    while len(tokens) > 1 and not _may_begin(text, tokens):
        tokens.pop(0)
    while tokens and tokens[-1].group()[0].islower() and tokens[-1].group().casefold() in STOP:
        tokens.pop()
    name = with_titles(text, tokens[0].start(), tokens[-1].end()) if tokens else None
    if len(tokens) == 1 and tokens[0].group().islower() and tokens[0].group() in ROLES | _WORKERS:
        return None
    is_word = name is None or (name.text.casefold() in STOP and not _is_acronym(name.text))
    is_masked = name is not None and _MASKED.search(name.text) is not None
    return None if is_word or is_masked or name is None or len(name.text.strip(".")) < _SHORTEST else name


def _within_sentence(text: str, start: int, end: int) -> int:
    """Where a name ends that the head takes on into the next sentence: "Amnesty International[. Iran]"."""
    full_stop = _NEXT_SENTENCE.search(text, start, end)
    is_title = full_stop is not None and full_stop[1].casefold() in TITLES.keys() | COMPANY_FORMS
    return end if full_stop is None or is_title else full_stop.end(1)


def _within_one_line_of_credits(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the trade that a list of credits ties to it: "Director_Oh Min"."""
    tie = text.rfind("_", start, end)
    return (tie + 1, end) if start <= tie < end - 1 else (start, end)


def _may_begin(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether a name may begin with the first of these words: "Will Karr" may, "Will" in a question not."""
    first, second = tokens[0].group(), tokens[1].group()
    is_family = stands_first(tuple(fold(token.group()) for token in tokens)) and first[0].isupper()
    if (first in _GIVEN_NAMES_AND_WORDS or is_family) and second[0].isupper():
        return "?" not in text[tokens[-1].end() : tokens[-1].end() + _QUESTION]
    if first in _GIVEN_NAMES_AND_DAYS and second[0].isupper():
        return re.search(rf"(?:^|[,—–] |\n){first} {re.escape(second)}(?=[,\n]| [(@·]|$)", text) is not None
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


def with_given_names(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """The names in order, a first name that the head parted from the rest joined to it: "Mr Christian" "Julius Doe"."""
    joined: list[Placed] = []
    for mention in placed:
        whole = _whole_person(text, joined[-1].name, mention.name) if joined and mention.type == "person" else None
        if whole is not None and joined[-1].type == "person":
            joined[-1] = Placed(whole, "person")
        else:
            joined.append(mention)
    return joined


def _whole_person(text: str, given: Name, rest: Name) -> Name | None:
    beside = text[given.end : rest.start] == " " and len(given.words) == 1 and not rest.titles
    is_given = given.has_courtesy or given.text.casefold() in given_names()
    return with_titles(text, given.start, rest.end) if beside and is_given else None


def without_bare_offices(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Drop "Supreme Leader", "Commission" and the "Doe-Lee" of a "Doe-Lee race", which name nobody.

    So is the "Signalman" of "Signalman Ana Doe". "Bishop" stays where there is an "Ana Bishop".
    """
    placed = _without_offices_alone(text, placed)
    starts = {p.name.start for p in placed if p.type == "person"}
    callings = [p for p in placed if p.name.end + 1 in starts and len(p.name.words) == 1 and is_calling(p.name.text)]
    placed = [p for p in placed if p not in callings]
    families = {p.name.words[-1:] for p in placed if len(p.name.words) > 1 and not _OFFICES.issuperset(p.name.words)}
    known = [p for p in placed if p.name.words[-1:] in families or not _is_bare_office(text, p)]
    persons = {
        p.name.words[-1] for p in known if p.type == "person" and len(p.name.words) > 1 and "-" not in p.name.text
    }
    led = [p for p in known if not _is_a_pair(p.name, persons)]
    full = {p.name.start for p in led if p.type == "person" and len(p.name.words) > 1}
    return [p for p in led if not _leads_a_name(text, p, full)]


def without_phrases(placed: Sequence[Placed]) -> list[Placed]:
    """The names without those of one word that is a phrase: "Rent-a-goat"."""
    return [p for p in placed if " " in p.name.text or not _PHRASE.search(p.name.text)]


def without_families(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """The names without those that mean all of a family, "the Hadleys" where two Hadleys are named."""
    full = {p.name.words for p in placed if p.type == "person" and len(p.name.words) > 1}
    surnames = [words[-1] for words in full]
    return [
        p
        for p in placed
        if not (_is_plural(p, surnames) and _ALL_BEFORE.search(text[max(0, p.name.start - 8) : p.name.start]))
    ]


def _is_plural(placed: Placed, surnames: Sequence[str]) -> bool:
    *others, word = placed.name.words
    return not others and word not in surnames and one_of_family(word, surnames) is not None


def one_of_family(word: str, surnames: Sequence[str]) -> str | None:
    """The surname that several of the text bear, by its plural: "hadleys", "joneses"."""
    return next((one for one in (word[:-1], word[:-2]) if word.endswith("s") and surnames.count(one) > 1), None)


def _without_offices_alone(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Drop one word for a person that never stands without "the": "[the] Amir accepted" is an office of which we know
    no name.
    """
    alone = [p for p in placed if p.type == "person" and len(p.name.words) == 1 and not p.name.titles]
    free = {
        p.name.words
        for p in placed
        if p not in alone or not _THE_BEFORE.search(text, max(0, p.name.start - _LONGEST_BEFORE), p.name.start)
    }
    acting = {p.name.words for p in alone if _ACTS.match(text, p.name.end)} - free
    return [p for p in placed if p not in alone or p.name.words not in acting]


def _leads_a_name(text: str, mention: Placed, full: Container[int]) -> bool:
    """Whether it is one word right before a person's full name, a trade that opens a sentence: "Signalman Ana Doe"."""
    end = mention.name.end
    alone = mention.type == "person" and len(mention.name.words) == 1 and not mention.name.titles
    return alone and text[end : end + 1] == " " and end + 1 in full


def _is_a_pair(name: Name, persons: Container[str]) -> bool:
    """Whether a hyphen joins two persons of the text."""
    some, hyphen, other = name.text.casefold().partition("-")
    return bool(hyphen) and some in persons and other in persons


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
    chosen |= {mention.name.words: "person" for mention in placed if _BY_LETTER.fullmatch(mention.name.text)}
    return [replace(mention, type=chosen[mention.name.words]) for mention in placed]


def cut_headline_verbs(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """Cut "Velayati Confirms" to the words that the body knows as a name; a headline capitalises its verbs."""
    body = [p.name.words for p in placed if not doc.in_title_case(p.name.start)]
    known = set(body) | {words[-1:] for words in body}
    return [_cut(doc.text, p, known) if doc.in_title_case(p.name.start) else p for p in placed]


def with_countries_whole(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """Take no country for the body that its name begins: "USA TODAY" is a paper, and "Norland Lines" no country.

    Where the capitals behind it end in a word for a body they are one name with it; else the country is no name here.
    """
    starts = {p.name.start for p in placed}
    whole = (_whole(doc, p, starts) if p.type == "country" else p for p in placed)
    return [p for p in whole if p is not None]


def _whole(doc: Doc, mention: Placed, starts: Container[int]) -> Placed | None:
    name, text = mention.name, doc.text
    end, last = name.end, ""
    while (following := _NEXT_CAPITAL.match(text, end)) and following.start(1) not in starts:
        end, last = following.end(), following[1]
        if end - name.end > _LONGEST_REST or _is_no_part(last):
            return mention
    if not last or doc.in_title_case(name.start) or text[name.end - 1] == ".":
        return mention
    body = parse(text, name.start, end) if last.casefold() in ORGANISATION_WORDS | INDUSTRIES | _PAPERS else None
    return Placed(body, "organisation") if body else None


def _is_no_part(word: str) -> bool:
    plain = word.casefold()
    return plain in (STOP | _OFFICES) - _PAPERS or plain.removesuffix("s") in _OFFICES


def split_run_ons(text: str, placed: Sequence[Placed]) -> list[Placed]:
    """Part "Gulf Council Doran" where the text knows the council and Doran apart."""
    known = {p.name.words for p in placed if p.type != "person"}
    persons = {p.name.words[n:] for p in placed if p.type == "person" for n in (0, -1)}
    return [part for p in placed for part in (_parts(text, p, known, persons) if p.type != "person" else [p])]


def _parts(text: str, mention: Placed, known: set[Words], persons: set[Words]) -> list[Placed]:
    tokens = list(WORD.finditer(text, mention.name.start, mention.name.end))
    if person := _person_behind_a_body(text, tokens):
        body = parse(text, tokens[0].start(), tokens[-3].end())
        return [*([Placed(body, mention.type)] if body else []), Placed(person, "person")]
    for cut in range(1, len(tokens)):
        body = parse(text, tokens[0].start(), tokens[cut - 1].end())
        person = parse(text, tokens[cut].start(), tokens[-1].end())
        if body and person and body.words in known and person.words in persons:
            return [Placed(body, mention.type), Placed(person, "person")]
    return [mention]


def _person_behind_a_body(text: str, tokens: Sequence[re.Match[str]]) -> Name | None:
    """The person whom a span ran into: "Department for Transport [Olive Doe]"."""
    *before, given, _ = [token.group() for token in tokens] if len(tokens) > _FEWEST_RUN_ON else ["", ""]
    is_body = bool(before) and any(word in ("of", "for") for word in before) and before[-1][0].isupper()
    known = given.casefold() in given_names() and not ORGANISATION_WORDS.isdisjoint(w.casefold() for w in before[:1])
    return parse(text, tokens[-2].start(), tokens[-1].end()) if is_body and known else None


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a span that ends inside a word: "Ki[-moon]", "[al-]Asad", but not "Doe[-led]"."""
    while 0 < start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    if article := _ARTICLE_BEFORE.search(text[max(0, start - 4) : start]):
        start -= len(article.group())
    rest = _REST_OF_WORD.match(text, end) if text[end - 1 : end].isalnum() else None
    compound = rest.group().rpartition("-")[2].casefold() if rest else ""
    whole = rest is not None and not compound.endswith("ed") and compound not in _COMPOUNDS
    return _from_given_name(text, start, end), with_generation(text, rest.end() if rest and whole else end)


def _from_given_name(text: str, start: int, end: int) -> int:
    """Where a name begins that was cut at its nickname: "[William “]Bill” Harker"."""
    given = _GIVEN_BEFORE_NICKNAME.search(text[max(0, start - _LONGEST_GIVEN) : start])
    return start - len(given.group()) if given and _NICKNAME.match(text, start, end) else start


def with_generation(text: str, end: int) -> int:
    """Where a name ends that has "Jr." behind it."""
    after = _GENERATION_AFTER.match(text, end)
    return after.end() if after else end


def _is_bare_office(text: str, mention: Placed) -> bool:
    named = mention.name.words
    if _QUANTITY.match(text, mention.name.start) and len(named) == 1:
        return True
    if len(named) == 1 and named[0] not in ADDRESSED and mention.name.has_courtesy:
        return False  # "Mrs. Prince"
    if mention.type == "person":
        following = _NEXT_WORD.match(text, mention.name.end)
        describes = (
            following is not None and following.group(1)[0].isupper() and following.group(1).casefold() in _OFFICES
        )
        return _OFFICES.issuperset(named) or (describes and len(named) == 1)
    if mention.name.text in _OFFICES_IN_LETTERS:
        return True
    if mention.type == "group" and len(named) == 1 and mention.name.text.casefold() in _TRADES:
        return True  # "Firefighters", where a sentence begins with them
    return mention.type == "organisation" and len(named) == 1 and named[0] in _BARE | _PARTIES


def _cut(text: str, mention: Placed, known: set[Words]) -> Placed:
    tokens = list(WORD.finditer(text, mention.name.start, mention.name.end))
    if mention.name.words in known:
        return mention
    for length in range(len(tokens) - 1, 0, -1):
        shorter = parse(text, tokens[0].start(), tokens[length - 1].end())
        if shorter and shorter.words in known:
            return replace(mention, name=shorter)
    return mention
