"""Transcripts and interviews: "RUIZ: We will not pay.", each turn an attribution with its label for a source.

A lone "Note: …" is no turn, nor is a table ("Date: 3 May"): the labels of a conversation come back, and what stands
behind them are sentences. Paragraphs without a label go on with a turn as long as they speak in the first or second
person, up to the next label; prose between two turns, and after the last, is the reporter's.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.attribution.dialogue.interviewee import interviewee, shortened, with_initials
from sayso.attribution.linking.linker import Linked
from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.lexicon.common_words import ranks
from sayso.lexicon.labels import NO_SPEAKER
from sayso.text.doc import Doc
from sayso.text.quotations import Quotation
from sayso.text.segmentation import is_ended, lines

SURE = 0.9
"""The confidence of a turn."""

FEWEST = 3
_LONGEST_INITIALS = 4
MOST_OF_ONE_NAME = 50
"""People of one family name who are told apart on a list."""

MOST_CONTINUED = 40
"""Paragraphs that may go on with a turn."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """What stands after a label; `speaker` is the label, or for a mere "A" the person whom the introduction names.

    An answer that has no label has an empty one.
    """

    label: Place
    colon: Place
    speaker: Place
    paragraphs: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with a label: `key` is what labels of one speaker share, "ruiz" of "RUIZ" and "Mayor Ruiz".

    `named` is the label itself, or of initials the label that they stand for.
    """

    key: str
    label: Place
    colon: Place
    words: Place
    named: Place


_WORD = r"(?=[^\W\d_a-z])[^\W\d_](?:[^\W_]|[’'.-]){0,30}"
_PARTICLES = r"(?:(?:al|de|del|la|of|the|van|von) ){0,2}"
_GROUP = (
    r"(?:(?:Some|Several|Many|An?|The|All) )?(?:(?:Hon|hon|Opposition|Government|Honou?rable|Labour|Conservative)\.? )?"
    r"(?:[Mm]embers?|[Vv]oices?|[Ss]enators?|[Dd]elegates|[Aa]udience(?: members?)?|[Pp]rotesters?|[Rr]eporters?)"
)
"""Who calls out, as transcripts have it: "Opposition members: The truth!"."""

_ROLE = r"(?:, [^\W\d_][^,:()\n]{2,40}){0,2}"
_ASIDE = r"(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\])"
_CAPITALS = r"(?=[^\W\d_a-z]{2})[^\W\d_a-z](?:[^\W\d_a-z]|[’'-]){1,30}"
_OFFICIAL = (
    rf"(?:(?:M(?:r|rs|s|iss|adam|essrs)|Dr|Sir|Lord|Lady|Hon|Sen|Senator|Rep|The)\.? )?"
    rf"{_CAPITALS}(?: {_CAPITALS}){{0,3}}(?: of [^\W\d_a-z][\w-]{{1,30}}| pro tempore)?"
    rf"(?:, (?!who\b)[^\W\d_][^.,:()\n]{{2,60}})?(?: {_ASIDE})?"
)
"""Who speaks in a chamber, where a full stop ends the label: "Mrs. RUIZ of Lindo (rising). I yield."."""

_TIME = r"(?:[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?[\])]?(?: ?[–—|-])?[ \t]{1,3})?"
"""When, as recordings have it: "[14:02:11] Captain Ruiz: …"."""

_LABEL = re.compile(
    rf"[ \t>*_“\"]{{0,4}}{_TIME}[*_]{{0,2}}(?:(?P<exchange>[QA]\d{{0,2}})[*_]{{0,2}}(?P<stop>[:.])"
    rf"|(?P<label>{_GROUP}|{_WORD}(?: {_PARTICLES}(?:{_WORD}|\d{{1,2}}|{_ASIDE})){{0,5}}{_ROLE})[*_]{{0,2}}(?P<colon>:)"
    rf"|(?P<official>{_OFFICIAL})(?P<end>\.))"
    r"[*_]{0,2}(?=\s)\s*(?P<words>[^\n]*\S)"
)
_STOPS = {"exchange": "stop", "label": "colon", "official": "end"}
"""What ends each kind of label."""

_BROKEN_OFF = re.compile(r"(?:[—–]|--)[”\"’')\] ]*\Z")
_BESIDE = re.compile(r"(?:,| \(| \[|(?<=[^\W\d_a-z]{2}) of (?=[^\W\d_a-z]))")
_MARKUP = re.compile(r"[*_]")
_ASKS = re.compile(r"\?[*_”\"’]*\Z")
_LETTER = re.compile(r"[^\W\d_]")
_CAPITALISED = re.compile(r"[A-Z][\w-]+")
_PERSON = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|me|us|mine|ours|yours)\b")
_ONESELF = re.compile(r"\b(?:I|[Mm]y|me|mine)\b")


def turns(doc: Doc) -> list[Turn]:
    """The turns of the conversation that a text holds, none if it holds none.

    >>> text = "RUIZ: We will not pay.\\n\\nHOLT: Why?\\n\\nRUIZ: We never signed."
    >>> [text[slice(*turn.paragraphs[0])] for turn in turns(Doc(text))]
    ['We will not pay.', 'Why?', 'We never signed.']
    """
    text = doc.text
    paragraphs = list(lines(text))
    every = {n: found for n, p in enumerate(paragraphs) if (found := _labelled(text, p))}
    labelled = _spelled_out(text, _sure(text, every) if doc.is_transcript else _without_headline(text, every))
    if not (labelled if doc.is_transcript else _is_conversation(text, list(labelled.values()))):
        return _answers(doc, paragraphs, _questions_apart(doc, paragraphs), sure=False)
    is_exchange = any(found.key in ("q", "a") for found in labelled.values())
    asked = interviewee(text, next(iter(labelled.values())).label[0], loose=is_exchange)
    several = len({found.key for found in labelled.values()}) > 1
    ends = [*labelled, len(paragraphs)]
    told = [
        _turn(doc, labelled[n], asked, paragraphs[n + 1 : end][: several * MOST_CONTINUED], last=end == ends[-1])
        for n, end in pairwise(ends)
    ]
    return told if several else sorted([*told, *_answers(doc, paragraphs, list(labelled), sure=True)], key=_place)


def _place(turn: Turn) -> Place:
    return turn.label


def _questions_apart(doc: Doc, paragraphs: Sequence[Place]) -> list[int]:
    """The numbers of the paragraphs that ask: so are questions set that have no label.

    They are headings, or paragraphs of which each stands over a quotation, or several over no other question.
    """
    asking = [n for n, (start, end) in enumerate(paragraphs[:-1]) if _ASKS.search(doc.text, max(start, end - 5), end)]
    headings = [n for n in asking if doc.kind_at(paragraphs[n][0]) == "heading"]
    plain = [n for n in asking if n + 1 not in asking and not doc.quoted(paragraphs[n][0])]
    over_quotations = [n for n in plain if _is_quotation(doc, paragraphs[n + 1])]
    few = (some for some in (headings, over_quotations) if len(some) > 1)
    return next(few, plain if len(plain) >= FEWEST else [])


def _is_quotation(doc: Doc, paragraph: Place) -> bool:
    return any(paragraph in quotation.pieces for quotation in doc.quotations)


def _answers(doc: Doc, paragraphs: Sequence[Place], questions: Sequence[int], *, sure: bool) -> list[Turn]:
    """What stands after each of several questions, as turns without labels of the one who is asked.

    Where nothing else tells that they are asked (`sure`), most answers must speak in person, and each must say "I" if
    it is not told in so many words who was spoken to; what stands in quotation marks is spoken anyway.
    """
    if len(questions) < 2:
        return []
    told = interviewee(doc.text, paragraphs[questions[0]][0])
    asked = told or interviewee(doc.text, paragraphs[questions[0]][0], loose=True, proven=not sure)
    if asked is None:
        return []
    following = [paragraphs[n + 1 : end] for n, end in pairwise([*questions, len(paragraphs)])]
    answers = (_answer(doc, asked, some, last=some is following[-1]) for some in following)
    found = [turn for turn in answers if turn]
    quoted = all(_is_quotation(doc, turn.paragraphs[0]) for turn in found)
    person = _PERSON if told else _ONESELF
    in_person = sum(person.search(doc.text, *turn.paragraphs[0]) is not None for turn in found)
    return found if sure or quoted or (3 if told else 2) * in_person > len(found) else []


def _answer(doc: Doc, asked: Place, following: Sequence[Place], *, last: bool) -> Turn | None:
    name = doc.text[slice(*asked)].rpartition(" ")[2].casefold()
    if not following or _mentions(doc.text[slice(*following[0])], name):
        return None
    (start, _), *rest = following
    if _is_quotation(doc, following[0]):
        goes_on = next((n for n, each in enumerate(rest) if not _is_quotation(doc, each)), len(rest))
    else:
        goes_on = _length(doc, name, rest[:MOST_CONTINUED], last=last)
    return Turn((start, start), (start, start), asked, tuple(following[: goes_on + 1]))


def _labelled(text: str, paragraph: Place) -> Labelled | None:
    found = _LABEL.match(text, *paragraph)
    if found is None:
        return None
    part = next(part for part in _STOPS if found[part])
    key = _key(found[part])
    if part != "exchange" and not NO_SPEAKER.isdisjoint((key, found[part].split()[0].casefold())):
        return None
    return Labelled(key, found.span(part), found.span(_STOPS[part]), found.span("words"), found.span(part))


def _spelled_out(text: str, labelled: dict[int, Labelled]) -> dict[int, Labelled]:
    """The labelled paragraphs, initials known by the full name that was a label before, "Tarn Post:", later "TP:".

    So are those of one who has a full name in the introduction.
    """
    full: dict[str, Labelled] = {}
    known: dict[int, Labelled] = {}
    opening = next(iter(labelled.values())).label[0] if labelled else 0
    for number, found in labelled.items():
        label = text[slice(*found.label)]
        initials = label.replace(".", "").replace(" ", "")
        meant = full.get(initials) or _introduced(text, opening, found, initials)
        known[number] = replace(found, key=meant.key, named=meant.named) if meant else found
        for short in shortened(_bare(label)):
            full.setdefault(short, found)
    return known


def _introduced(text: str, opening: int, found: Labelled, initials: str) -> Labelled | None:
    """A label of initials as that of the one whom the introduction names so."""
    is_short = 1 < len(initials) <= _LONGEST_INITIALS and initials.isupper()
    named = with_initials(text, opening, initials) if is_short else None
    return replace(found, key=_key(text[slice(*named)]), named=named) if named else None


def _sure(text: str, labelled: dict[int, Labelled]) -> dict[int, Labelled]:
    """The labels of a transcript, of which each is sure, but for a word of every day that may open what is said."""
    labels = {number: text[slice(*found.label)] for number, found in labelled.items()}
    return {
        number: labelled[number]
        for number, label in labels.items()
        if (" " in label or label.isupper() or label.casefold() not in ranks()) and _is_set_off(text, labelled[number])
    }


def _is_set_off(text: str, labelled: Labelled) -> bool:
    """Whether a colon ends a label; "OKAY." is what somebody says."""
    return text[labelled.colon[0]] == ":" or labelled.key in ("q", "a")


def _without_headline(text: str, labelled: dict[int, Labelled]) -> dict[int, Labelled]:
    """The labelled paragraphs but for a first one in other letters, "Ruiz: I Stay" above turns of "RUIZ:"."""
    upper = [text[slice(*found.label)].isupper() for found in labelled.values()]
    if 0 in labelled and upper[0] not in upper[1:]:
        return {number: found for number, found in labelled.items() if number}
    return labelled


def _key(label: str) -> str:
    """ "RUIZ", "Mayor Ruiz" and "MAYOR RUIZ (by phone)" → "ruiz"; "Speaker 2" stays whole."""
    named = _bare(label).casefold()
    last = named.rpartition(" ")[2]
    return named if last.isdigit() else last


def _bare(label: str) -> str:
    """A label without what it tells besides the name: "RUIZ, host", "RUIZ (rising)", "Mr. RUIZ of Lindo"."""
    return _BESIDE.split(label, maxsplit=1)[0]


def _is_conversation(text: str, labelled: Sequence[Labelled]) -> bool:
    """Whether labels come back as speakers do, with sentences behind them."""
    counted = Counter(found.key for found in labelled)
    by_exchange = max(counted["q"], counted["a"]) > 1
    comes_back = len(labelled) >= FEWEST and len(counted) > 1 and _comes_back(text, labelled)
    sentences = sum(_is_sentence(text[slice(*found.words)]) for found in labelled)
    return (comes_back or by_exchange) and 2 * sentences > len(labelled)


def _comes_back(text: str, labelled: Sequence[Labelled]) -> bool:
    """Whether somebody is labelled twice: "RUIZ" after "Mayor Ana Ruiz", but not Eva Ruiz after Ana Ruiz on a list."""
    known: dict[str, list[set[str]]] = {}
    for found in labelled:
        words = set(_bare(text[slice(*found.named)]).casefold().split())
        others = known.setdefault(found.key, [])
        if any(words <= other or other <= words for other in others):
            return True
        if len(others) < MOST_OF_ONE_NAME:
            others.append(words)
    return False


def _turn(doc: Doc, found: Labelled, asked: Place | None, following: Sequence[Place], *, last: bool) -> Turn:
    speaker = asked if asked and found.key == "a" else found.named
    goes_on = _length(doc, found.key, following, last=last)
    return Turn(found.label, found.colon, speaker, (found.words, *following[:goes_on]))


def _length(doc: Doc, key: str, following: Sequence[Place], *, last: bool) -> int:
    """How many of the paragraphs after a turn's first go on with it.

    Up to the next label they do as far as one speaks in person; after the last label only while each says "I", since
    "we" and "you" are as well the words of the page ("Sign up for our letter.").
    """
    speaking = 0
    for number, (start, end) in enumerate(following, start=1):
        said = doc.text[start:end]
        if not _is_sentence(said) or _mentions(said, key):
            break
        persons = (_ONESELF if last else _PERSON).finditer(doc.text, start, end)
        if any(not doc.quoted(person.start()) for person in persons):
            speaking = number
        elif last:
            break
    return speaking


def _is_sentence(said: str) -> bool:
    """Whether words end as a sentence does or as speech that is broken off, "I never —"."""
    ending = _MARKUP.sub("", said[-8:])
    return (is_ended(ending) or _BROKEN_OFF.search(ending) is not None) and _LETTER.search(said) is not None


def _mentions(said: str, key: str) -> bool:
    """Whether a paragraph names the speaker: a reporter's does, the speaker's own hardly ever."""
    return any(name.casefold() == key for name in _CAPITALISED.findall(said))


def told_by(text: str, turn: Turn) -> Attribution:
    """A turn as an attribution: its label or the interviewee, its colon where it has one, its words."""
    source = Span.of(text, *turn.speaker)
    cue = (Span.of(text, *turn.colon),) if turn.colon[0] < turn.colon[1] else ()
    content = tuple(Span.of(text, *place) for place in turn.paragraphs)
    return Attribution((source,), cue, content, kind="direct", confidence=SURE)


def beside_turns(linked: Sequence[Linked], conversation: Sequence[Turn]) -> list[Linked]:
    """The attributions that stand outside of turns, or in a turn as its speaker's report of another.

    What the model made of the turn itself is dropped: its label as source, its colon as cue, its words as nobody's.
    """
    within = [(turn.label[0], turn.paragraphs[-1][1]) for turn in conversation]
    labels = [(min(turn.label[0], turn.colon[0]), max(turn.label[1], turn.colon[1])) for turn in conversation]
    return [each for each in linked if not _repeats(each, labels, within)]


def _repeats(linked: Linked, labels: Sequence[Place], within: Sequence[Place]) -> bool:
    heads = [(piece.start, piece.end) for piece in (linked.cue, linked.source) if piece]
    if heads:
        return any(_touches(labels, *head) for head in heads)
    return any(_touches(within, piece.start, piece.end) for piece in linked.contents)


def _touches(places: Sequence[Place], start: int, end: int) -> bool:
    """Whether one of the places, in order and disjoint, shares characters with `start`:`end`."""
    at = bisect_right(places, start, key=lambda place: place[1])
    return at < len(places) and places[at][0] < end


def beyond_labels(quoted: Sequence[Quotation], conversation: Sequence[Turn]) -> list[Quotation]:
    """The quotations that hold no label: marks around a transcript are not one statement."""
    labels = [turn.label for turn in conversation]
    return [quotation for quotation in quoted if not _touches(labels, quotation.start, quotation.end)]
