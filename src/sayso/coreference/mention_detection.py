"""Every place where the article names someone: what the names head found, cleaned, and what it missed."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final

from sayso.coreference.mention_cleanup import (
    Placed,
    clean,
    cut_headline_verbs,
    longest_at_each_place,
    of_one_type,
    split_run_ons,
    with_countries_whole,
    with_generation,
    with_given_names,
    without_bare_offices,
    without_families,
    without_phrases,
)
from sayso.coreference.mention_fallback import guess_type, name_in, opens_sentence
from sayso.coreference.named_bodies import named_by_nouns, named_by_numbers
from sayso.coreference.person_name import IN_CAPITALS, Name, parse, with_titles
from sayso.coreference.role_phrases import NOBLE, is_role
from sayso.data.actor import ActorType, Mention
from sayso.data.article import Span
from sayso.lexicon.countries import country_meant
from sayso.lexicon.english import INDUSTRIES, ORGANISATION_WORDS, PARTICLES, ROLES, STOP, TITLES, UNNAMED, words
from sayso.lexicon.name_forms import stands_first
from sayso.text.doc import Doc
from sayso.text.normalise import POSSESSIVE, WORD, fold

_SHORTEST_REPEAT: Final = 2
_FEWEST_BLENDED: Final = 3
_ACRONYM: Final = re.compile(r"\s*\(([^\W\d_a-z][\w.&-]{1,9})\)")
_CAPITAL_AFTER: Final = re.compile(r"[ -][^\W\d_a-z]")
_LINKED_CAPITALS: Final = re.compile(
    r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)*(?: (?:for|against|without))(?: [^\W\d_a-z][\w’'-]*)+"
)
_IN_FRONT: Final = INDUSTRIES | words("radio transport statistics police network team museum university bank party")
_BEHIND_LABEL: Final = re.compile(r"[:.]| \||(?=\n|\Z)")
_LONGEST_TIME: Final = 20
_STYLE: Final = r"(?:[Tt]he )?(?:(?:Rt\.?|Right|RT\.?|RIGHT) )?(?:Hon|HON)(?:\.|(?:ourable|orable|OURABLE|ORABLE))? "
"""By which members of some parliaments are called: "The Hon. ANA RUIZ"."""

_LABEL_IN_CAPITALS: Final = re.compile(
    rf"(?P<courtesy>(?:{_STYLE})?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Sen|Rep|Cllr|Senator|Councillor|Councilor)\.? )?)"
    r"(?P<name>(?:[A-Z]\.[ ]?){0,3}[A-Z][A-Z’'-]{1,30}(?: [A-Z][A-Z’'-]{1,30}){0,3})"
    r"(?= of [A-Z]| [(\[]| M[LE]?[PC]A?\b|,|$)"
)
_PRESIDING: Final = words("speaker president chairman chairwoman chairperson chair moderator clerk")
_VOICES: Final = words(
    """
    member members voice voices bench benches gallery public audience crowd protester protesters heckler hecklers
    senators delegates deputies lords commons house chamber opposition government unidentified unknown male female man
    men woman women floor usher host narrator caller court counsel witness juror operator tower copilot dispatcher hon
    honourable honorable question answer interviewer
    """
)
_NO_NAMES: Final = (
    ROLES | TITLES.keys() | UNNAMED | ORGANISATION_WORDS | INDUSTRIES | _VOICES | STOP - words("may will mark per")
)
_LETTER: Final = re.compile(r"[B-HJ-Z](?=,|\Z)")
_KNOWN_BY_LETTER: Final = (
    r"(?:known|named|identified|referred to|called|described|listed)(?: (?:only|here|in court|simply))? as "
    r"(?:[A-Z][a-z]+ )?"
)
_THE: Final = re.compile(r"the\s+", re.IGNORECASE)
_TWO: Final = re.compile(rf"(?:[Bb]oth )?({IN_CAPITALS}) and ({IN_CAPITALS})")
_THIS_N_THAT: Final = re.compile(r"\b[A-Z][\w-]{1,30} ?[’'‘ʼ] ?[nN](?: ?[’'ʼ])? [A-Z][\w-]{1,30}\b")
_WORD_BEFORE: Final = re.compile(r"([^\W\d_][\w.’'-]{0,60})[ -]$")


def place(
    doc: Doc,
    mentions: Iterable[Mention],
    sources: Iterable[Span],
    capitals: frozenset[str],
    places: Container[str] = (),
) -> list[Placed]:
    """The names that the head found and those that it missed, in order, none overlapping.

    `capitals` are the words of the text that keep their capital inside a sentence; of `places` only countries act.
    """
    text, sources = doc.text, list(sources)
    found = [Placed(name, m.type) for m in mentions if (name := clean(text, m.span)) is not None]
    found = with_given_names(text, longest_at_each_place(found))
    offices = {p.name.words for p in found}
    found = with_countries_whole(doc, without_bare_offices(text, found))
    offices -= {p.name.words for p in found}
    found = split_run_ons(text, found)
    found = longest_at_each_place([*found, *named_by_nouns(doc, found, capitals), *named_by_numbers(text, found)])
    found = longest_at_each_place([*_with_labels(text, found, sources), *_nobles(text), *_with_and_in_short(text)])
    found += [Placed(short, "organisation") for short, _ in acronyms(text, found)]
    named = (source for source in sources if not (_is_label(text, source) and _is_voice(source)))
    missed = _missed(doc, found, named, capitals, places)
    found += [p for p in missed if p.name.words not in offices or p.type == "country"]
    single = without_families(text, without_phrases(longest_at_each_place(found)))
    return of_one_type(doc, cut_headline_verbs(doc, single))


def repeats(doc: Doc, placed: Sequence[Placed]) -> Iterator[Placed]:
    """Further places where one of these names, or the family name in it, stands word for word."""
    surfaces = _by_first_word(placed)
    taken = _Taken(placed)
    yield from _family_names_that_are_words(doc, placed, taken)
    tokens = [(POSSESSIVE.sub("", word.text), word.start) for word in doc.words]
    for number, (word, start) in enumerate(tokens):
        for surface, type_ in surfaces.get(word, ()):
            run = tokens[number : number + len(surface)]
            if tuple(w for w, _ in run) == surface:
                end = with_generation(doc.text, run[-1][1] + len(run[-1][0]))
                if not taken.holds(start, end) and not _in_longer_name(doc, start, end):
                    yield from _as_placed(doc.text, start, end, type_)
                break


def _family_names_that_are_words(doc: Doc, placed: Sequence[Placed], taken: "_Taken") -> Iterator[Placed]:
    """Where the prose has the "You" of "You Si-kun" with a capital inside a sentence."""
    families = {p.name.words[0] for p in placed if p.type == "person" and stands_first(p.name.words)} & STOP
    for word in doc.words if families else ():
        is_name = word.text[0].isupper() and word.text.casefold() in families and not taken.holds(word.start, word.end)
        if is_name and not (opens_sentence(doc, word.start) or doc.quoted(word.start) or doc.in_title_case(word.start)):
            yield from _as_placed(doc.text, word.start, word.end, "person")


def acronyms(text: str, placed: Iterable[Placed]) -> Iterator[tuple[Name, Name]]:
    """What the text defines in brackets: "Persian Gulf Cooperation Council (PGCC)", short name first."""
    for mention in placed:
        bracket = _ACRONYM.match(text, mention.name.end)
        short = bracket and parse(text, *bracket.span(1))
        if mention.type != "person" and short and len(mention.name.words) > 1 and _is_short_for(short, mention.name):
            yield short, mention.name


def _is_short_for(short: Name, name: Name) -> bool:
    """Whether it is an acronym, "UP", or a blend of the name's syllables, "Asodegue"."""
    if short.text.isupper():
        return True
    letters = iter(fold(name.text))
    return len(name.words) > _FEWEST_BLENDED and all(letter in letters for letter in fold(short.text))


def _with_labels(text: str, found: Sequence[Placed], sources: Sequence[Span]) -> list[Placed]:
    """The names with those of the labels of turns; one in capitals is a person's, whatever the head saw."""
    labels = [source for source in dict.fromkeys(sources) if _is_label(text, source)]
    sure = [Placed(name, "person") for name in (_in_capitals(text, label) for label in labels) if name]
    voices = [(label.start, label.start + len(label.text.partition(" (")[0])) for label in labels if _is_voice(label)]
    taken = [*((s.name.start, s.name.end) for s in sure), *voices]
    free = [p for p in found if not any(p.name.start < end and start < p.name.end for start, end in taken)]
    others = [source for source in sources if (source.start, source.end) not in voices]
    return longest_at_each_place([*free, *sure, *_labels(text, free, others)])


def _is_voice(label: Span) -> bool:
    """Whether a label calls somebody nobody knows by name: "OPPOSITION BENCHES", "A voice from the gallery"."""
    called = re.sub(rf"^{_STYLE}(?=(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z])", "", label.text.partition(" (")[0])
    return not _VOICES.isdisjoint(word.casefold().strip(".") for word in called.split())


def _is_label(text: str, source: Span) -> bool:
    """Whether a source stands at the head of a line, or after the time of a turn, with a colon or stop behind it."""
    before = text[max(0, source.start - _LONGEST_TIME) : source.start].rpartition("\n")[2]
    if text[source.end : source.end + 1] == ":":
        return not before.strip() or before[-1].isspace()
    return text[source.end : source.end + 1] in (".", "\n") and not before.strip()


def _in_capitals(text: str, label: Span) -> Name | None:
    """The person of a label, "ANA RUIZ (by phone)", "Mrs. RUIZ": a full name in capitals, or one with a courtesy."""
    found = _LABEL_IN_CAPITALS.match(label.text)
    if found is None:
        return None
    named = found["name"].casefold().split()
    is_office = not _PRESIDING.isdisjoint(named) if found["courtesy"] else not _NO_NAMES.isdisjoint(named)
    if is_office or len(named) < 2 - bool(found["courtesy"]):
        return None
    return with_titles(text, label.start + found.start("name"), label.start + found.end("name"))


def _labels(text: str, found: Sequence[Placed], sources: Iterable[Span]) -> Iterator[Placed]:
    """The labels of turns, "Ana Ruiz:" at the head of a line, of which the head marked a piece as somebody.

    A line that is all source, "RUNE HOLT, SHEPHERD", needs no mark.
    """
    for source in dict.fromkeys(sources):
        behind = _BEHIND_LABEL.match(text, source.end)
        if behind is None or text[max(0, source.start - 1) : source.start].strip():
            continue
        name = name_in(text, source.start, source.end)
        within = [p for p in found if name and p.name.start < name.end and name.start < p.name.end]
        is_known = bool(within) or not behind[0]
        if name and is_known and all(p.type == "person" for p in within):
            yield Placed(name, "person")


def _nobles(text: str) -> Iterator[Placed]:
    """Those who are called by what they are duke or countess of, which is all of their name."""
    for noble in NOBLE.finditer(text):
        words = tuple(fold(word) for word in noble.group().split() if word[0].isupper())
        yield Placed(Name(noble.group(), words, start=noble.start(), end=noble.end()), "person")


def _with_and_in_short(text: str) -> Iterator[Placed]:
    """Firms that have "and" in short: "Stop ’n’ Shop"."""
    for firm in _THIS_N_THAT.finditer(text):
        if (name := parse(text, *firm.span())) is not None:
            yield Placed(name, "organisation")


class _Taken:
    """Which characters names already hold."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        self._at = {place for p in placed for place in range(p.name.start, p.name.end)}

    def holds(self, start: int, end: int) -> bool:
        return not self._at.isdisjoint(range(start, end))


def _missed(
    doc: Doc, found: Sequence[Placed], sources: Iterable[Span], capitals: frozenset[str], places: Container[str]
) -> Iterator[Placed]:
    """The names in sources where the head saw none; one word that opens a sentence must be a name elsewhere too."""
    taken = _Taken(found)
    ends = {p.name.words[-1] for p in found if len(p.name.words) > 1}
    ends -= {p.name.words[0] for p in found if len(p.name.words) == 1}
    for source in dict.fromkeys(sources):
        if fellow := _fellow(doc.text, source, found):
            yield fellow
            continue
        if (letter := _by_letter(doc.text, source)) and not taken.holds(source.start, source.start + 1):
            yield letter
            continue
        whole = _wholly_a_name(doc, source, capitals)
        if whole and not (len(whole.name.words) == 1 and whole.name.words[0] in ends):
            yield whole
            continue
        name = None if taken.holds(source.start, source.end) else name_in(doc.text, source.start, source.end)
        if name is not None and name.text in places:
            if name.start == source.start:  # "Tianjin reported": its government, no person and no firm called after it.
                yield Placed(name, "country")
        elif name is not None:
            opens = name.start == doc.sentence_at(name.start)[0] or doc.in_title_case(name.start)
            if len(name.words) > 1 or name.titles or name.text in capitals or not opens:
                yield Placed(name, guess_type(doc.text, name))


def _by_letter(text: str, source: Span) -> Placed | None:
    """A person whom a court knows by a letter: "a witness who can be named only as K"; "K, who is protected"."""
    letter = _LETTER.match(source.text)
    if letter is None or not re.search(rf"{_KNOWN_BY_LETTER}{letter[0]}\b", text):
        return None
    name = parse(text, source.start, source.start + 1)
    return Placed(name, "person") if name else None


def _fellow(text: str, source: Span, found: Sequence[Placed]) -> Placed | None:
    """Whoever speaks together with one whom the head saw: of "both Norland and Sudland" one name tells the other."""
    two = _TWO.fullmatch(source.text)
    if two is None:
        return None
    places = [(source.start + two.start(n), source.start + two.end(n)) for n in (1, 2)]
    known = {(p.name.start, p.name.end): p.type for p in found}
    (start, end), *others = [place for place in places if place not in known] or [(0, 0)]
    name = None if others or not end else parse(text, start, end)
    free = not any(p.name.start < end and start < p.name.end for p in found)
    return Placed(name, next(known[p] for p in places if p in known)) if name and free else None


def _wholly_a_name(doc: Doc, source: Span, capitals: frozenset[str]) -> Placed | None:
    """A source that is a name from end to end: "Moscow", "Democrats", "Citizens for Tax Justice"."""
    article = _THE.match(source.text)
    name = parse(doc.text, source.start + (article.end() if article else 0), source.end)
    if name is None or not name.text[0].isupper():
        return None
    if country_meant(name.text):
        return Placed(name, "country")
    is_word = name.words[0] in UNNAMED | STOP  # "His" has a capital in "His Royal Highness".
    if len(name.words) == 1 and name.text.endswith("s") and name.text in capitals and not is_word:
        return Placed(name, "group")
    if _is_one_body(source.text, name) or _opens_with_a_body(name):
        return Placed(name, "organisation")
    return Placed(name, "organisation") if _LINKED_CAPITALS.fullmatch(name.text) and not is_role(name.text) else None


def _is_one_body(source: str, name: Name) -> bool:
    """ "the Jassim and Hamad Foundation": its "the" says that it is one; "the Commission and the Council" are two."""
    first, joined, last = name.text.partition(" and ")
    parts = first.casefold().split(), last.casefold().split()
    capital = all(word[0].isupper() or word in PARTICLES for word in (*first.split(), *last.split()))
    is_body = bool(joined) and capital and parts[1][-1] in ORGANISATION_WORDS
    return is_body and parts[0][-1] not in ORGANISATION_WORDS and source.casefold().startswith("the ")


def _opens_with_a_body(name: Name) -> bool:
    """ "Statistics Norland", "Rail Norland": all in capitals, and the first word is what bodies are called by."""
    first, *rest = name.text.split()
    return len(rest) in (1, 2) and first.casefold() in _IN_FRONT and all(word[0].isupper() for word in rest)


def _as_placed(text: str, start: int, end: int, type_: ActorType) -> Iterator[Placed]:
    name = with_titles(text, start, end)
    if name is not None:
        yield Placed(name, type_)


def _by_first_word(placed: Iterable[Placed]) -> dict[str, list[tuple[tuple[str, ...], ActorType]]]:
    surfaces: defaultdict[str, dict[tuple[str, ...], ActorType]] = defaultdict(dict)
    for mention in placed:
        surface = tuple(POSSESSIVE.sub("", m.group()) for m in WORD.finditer(mention.name.text))
        if _tells_a_name(surface):
            surfaces[surface[0]].setdefault(surface, mention.type)
            if mention.type == "person" and _tells_a_name(surface[-1:]):
                # A transcript's labels have the family name in capitals.
                for family in (surface[-1], surface[-1].upper()):
                    surfaces[family].setdefault((family,), mention.type)
    return {first: sorted(forms.items(), key=lambda form: -len(form[0])) for first, forms in surfaces.items()}


def _tells_a_name(surface: tuple[str, ...]) -> bool:
    """Whether a repeat of these words can be told from common ones: capitalised, and no initial or "No"."""
    words = " ".join(surface)
    is_word = words.casefold() in STOP and not words.replace(".", "").isupper()
    return words[:1].isupper() and len(words.replace(".", "")) >= _SHORTEST_REPEAT and not is_word


def _in_longer_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words beside it are capitalised too: "Trump" in "Trump Tower" names nobody."""
    if doc.in_title_case(start):
        return False
    text = doc.text
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    word = before.group(1).rstrip(".") if before else ""
    joined = word[:1].isupper() and not {word.casefold()} & (TITLES.keys() | ROLES | STOP)
    opens = before is not None and doc.sentence_at(start)[0] == start - len(before.group())
    return bool(_CAPITAL_AFTER.match(text, end)) or (joined and not opens)
