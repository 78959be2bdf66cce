"""Who is a man and who a woman, so that a pronoun agrees: by title, by nouns such as "spokeswoman", by other pronouns.

A given name that 95 in 100 of its bearers share with their sex weighs as much as three pronouns. This is evidence for
agreement inside one article: no actor is ever recorded with a gender. What the text itself tells is in `told.py`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import Final, TypeVar

from sayso.coreference.person_name import Name, gender_of_given_name
from sayso.coreference.role_phrases import is_personal, title_before
from sayso.data.article import Span
from sayso.lexicon.english import MEN, WOMEN, Gender
from sayso.text.doc import Doc, Stretches

_MALE: Final[dict[str, Gender]] = dict.fromkeys(("he", "him", "his", "himself"), "man")
_FEMALE: Final[dict[str, Gender]] = dict.fromkeys(("she", "her", "hers", "herself"), "woman")
GENDER_OF: Final = _MALE | _FEMALE
_PRONOUN: Final = re.compile(rf"\b(?:{'|'.join(GENDER_OF)})\b", re.IGNORECASE)
_CLEAR_MAJORITY: Final = 0.75
_WEIGHT_OF_GIVEN_NAME: Final = 3
_REACH: Final = 40
_MOST_BETWEEN: Final = 3
NOWHERE: Final = Stretches((), ())
_ASKS: Final = re.compile(r"\?[”\"’']")
_SPOUSE_OF: Final = re.compile(
    r"\b(?P<spouse>wife|widow|husband) of "
    r"(?:(?:the|a|late|former) ){0,3}(?:[a-z][\w-]* ){0,3}(?:[A-Z][a-z]{0,12}\.? )?$"
)
_REACH_OF_SPOUSE: Final = 60
POSSESSIVE_AFTER: Final = re.compile(r"[’'ʼ]s?(?!\w)")

Who = TypeVar("Who", bound=Hashable)


def genders_of(doc: Doc, named: Iterable[tuple[Name, Who]], spoken: Stretches = NOWHERE) -> dict[Who, Gender]:
    """The gender of everybody about whom the text leaves no doubt; `named` are persons' names and whose they are.

    In what is `spoken`, with or without marks, pronouns are of others than those who are named beside it.
    """
    named = list(named)
    votes = _votes(doc, named, spoken)
    for who, gender in {(who, gender) for name, who in named if (gender := gender_of_given_name(name))}:
        votes[who][gender] += _WEIGHT_OF_GIVEN_NAME
    genders: dict[Who, Gender] = {}
    for who, counts in votes.items():
        gender, count = counts.most_common(1)[0]
        if count >= _CLEAR_MAJORITY * counts.total():
            genders[who] = gender
    return genders | _told(doc, named)


def _told(doc: Doc, named: Iterable[tuple[Name, Who]]) -> dict[Who, Gender]:
    told: dict[Who, Gender] = {}
    for name, who in named:
        if gender := name.gender or _of_role(doc, name) or _of_spouse(doc, name):
            told.setdefault(who, gender)
    return told


def _of_spouse(doc: Doc, name: Name) -> Gender | None:
    """What is told by "the widow of the trumpeter Lou Doe"; who is told is whom papers of then called by his name."""
    wed = _SPOUSE_OF.search(doc.text, max(0, name.start - _REACH_OF_SPOUSE), name.start)
    return None if wed is None else "woman" if wed["spouse"].startswith("h") else "man"


def _of_role(doc: Doc, name: Name) -> Gender | None:
    title = title_before(doc, name)
    noun = title.text.split()[-1].casefold() if title else ""
    if noun in WOMEN:
        return "woman"
    return "man" if noun in MEN else None


def _votes(doc: Doc, named: Iterable[tuple[Name, Who]], spoken: Stretches) -> defaultdict[Who, Counter[Gender]]:
    """What the pronouns say of each."""
    votes = votes_of(doc, named, spoken)
    counted = {who: Counter(GENDER_OF[span.text.casefold()] for span in spans) for who, spans in votes.items()}
    return defaultdict(Counter, counted)


def votes_of(doc: Doc, named: Iterable[tuple[Name, Who]], spoken: Stretches = NOWHERE) -> dict[Who, list[Span]]:
    """For each the pronouns that have but them to mean, there and in the sentence before: one vote each.

    A name in the pronoun's own sentence is evidence; one in the sentence before counts where there is nothing better,
    as that pronoun may itself be the one in question. "Doe's wife … She" tells nothing of Doe, nor of anybody else.
    """
    persons: defaultdict[int, list[tuple[int, Who | None]]] = defaultdict(list)
    for name, who in named:
        if not doc.quoted(name.start):
            owner = _owns_somebody(doc, name)
            persons[doc.sentences.number_at(name.start)].append((name.start, None if owner else who))
    votes: defaultdict[Who, list[Span]] = defaultdict(list)
    weak: defaultdict[Who, list[Span]] = defaultdict(list)
    for pronoun in _PRONOUN.finditer(doc.text):
        if not doc.quoted(pronoun.start()) and spoken.at(pronoun.start()) is None:
            number = doc.sentences.number_at(pronoun.start())
            if _replies(doc, number):
                continue
            here = {who for start, who in persons.get(number, ()) if start < pronoun.start()}
            near = here | {who for _, who in persons.get(number - 1, ())}
            only = next(iter(near)) if len(near) == 1 else None
            if only is not None:
                (votes if here else weak)[only].append(Span(pronoun.start(), pronoun.end(), pronoun.group()))
    return weak | votes


def _replies(doc: Doc, number: int) -> bool:
    """Whether a sentence is a quotation and who speaks it, right after a question of somebody's or a question itself.

    “Will you go?” Doe asked. “I will,” she said: she is whoever was asked. So she may be in one paragraph without it:
    “I will not,” Doe said. “You will,” she said.
    """
    if number < 1:
        return False
    places = [(doc.sentences.starts[n], doc.sentences.ends[n]) for n in (number - 1, number)]
    turns = [doc.text[start:end] for start, end in places]
    back_to_back = doc.distance(places[0][0], places[1][0]) == 0
    asked = back_to_back or any(_ASKS.search(turn) for turn in turns)
    return asked and all(turn[:1] in "“\"‘'" for turn in turns)


def _owns_somebody(doc: Doc, name: Name) -> bool:
    """Whether the name tells whose relative or servant another is."""
    owned = POSSESSIVE_AFTER.match(doc.text, name.end)
    following = doc.words_in(owned.end(), owned.end() + _REACH)[:_MOST_BETWEEN] if owned else ()
    return any(is_personal(word.text.rstrip(".").casefold()) for word in following)
