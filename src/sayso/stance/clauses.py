"""Whose clause a word stands in: who does what is told there, where no subject stands beside it."""

from typing import Final

from sayso.lexicon.english import POSSESSIVES, PRONOUNS, STOP, words
from sayso.lexicon.reporting_verbs import forms_of
from sayso.lexicon.stances import stances
from sayso.stance.phrases import after
from sayso.stance.sentence import Range, Sentence, is_name, tells
from sayso.stance.verb_groups import group_of, subject_of

_CLAUSES: Final = words("after as while when because that before but since although though")
_PREPOSITIONS: Final = words("after as before since but")
"""May open a clause or stand before a noun alone: "spoke before lawmakers"."""
_NO_HOLDERS: Final = words(
    "in on at after before as when while if this that it there although though despite since for"
)


def clause_subject(sentence: Sentence, until: int) -> Range | None:
    """Who does what the clause before a place says, or the whole sentence: "after Doe spoke, criticising Roe"."""
    for place in range(until - 1, 0, -1):
        if sentence.plain[place - 1] in _CLAUSES and not _is_role(sentence, place - 1):
            found = next(after(sentence, place), None)
            if found and found[1] <= until and _acts_in(sentence, found, until):
                return found
            if sentence.plain[place - 1] not in _PREPOSITIONS:
                return found if found and found[1] <= until else None
    return _first_subject(sentence, until)


def _acts_in(sentence: Sentence, phrase: Range, until: int) -> bool:
    """Whether a phrase is the subject of its clause: "he", or one that a verb follows."""
    return sentence.plain[phrase[0]] in PRONOUNS or (phrase[1] < until and tells(sentence, phrase[1]))


def _is_role(sentence: Sentence, place: int) -> bool:
    """Whether "as" tells what somebody is, and opens no clause: "her weakness as a candidate"."""
    return sentence.plain[place] == "as" and sentence.plain[place + 1] in ("a", "an")


def _first_subject(sentence: Sentence, until: int) -> Range | None:
    """The first phrase of the sentence that a verb follows: who does all that is joined by "and"."""
    start = _told_from(sentence, until)
    if start == 0 and sentence.plain[0].endswith("ing") and len(sentence) > 1 and not is_name(sentence[1]):
        # "Speaking in Mellin, Ruiz …"
        start = next((n for n in range(1, until) if sentence.marks[n].startswith(",")), until)
    first = next(after(sentence, start), None)
    return first if first and first[1] <= until and sentence.plain[first[0]] not in _NO_HOLDERS else None


def main_subject(sentence: Sentence) -> Range | None:
    """Whom a sentence is about: who acts in it, be it behind an opening: "Since the vote in Orsa, the union has …"."""
    first = _first_subject(sentence, len(sentence))
    if first and first[1] < len(sentence) and tells(sentence, first[1]):
        return first
    for place in range(1, len(sentence)):
        if sentence.marks[place].startswith(","):
            found = next(after(sentence, place), None)
            if found and found[1] < len(sentence) and not sentence.marks[found[1]] and tells(sentence, found[1]):
                return found
    return None


def _told_from(sentence: Sentence, until: int) -> int:
    """Where what somebody says begins: behind "Ruiz said", "Ruiz said that"; else the sentence's beginning."""
    for place in range(until - 1, 0, -1):
        if sentence.plain[place - 1] in _SAYING and sentence.plain[place] not in _OF_WHOM:
            return place + (sentence.plain[place] == "that")
    return 0


_SAYING: Final = words("said says say that")
_OF_WHOM: Final = words("of in on at during to about after before")
"""Behind "said" these open no clause: "said of Holt"."""


def subject_before(sentence: Sentence, place: int) -> Range | None:
    """Who does what the verb at a place says, be it in whatever form."""
    form = frozenset(forms_of(sentence.plain[place])) or frozenset({"past"})
    if sentence.plain[place].endswith("ing"):
        form = frozenset({"gerund"})
    group = group_of(sentence, place, form - {"participle"} or form)
    if group is None or group.voice == "infinitive":
        return None
    return subject_of(sentence, group.start) or clause_subject(sentence, group.start)


def owner(sentence: Sentence, at: int) -> Range | None:
    """Whose a noun is: a name in the possessive or "his", with up to three adjectives between."""
    for place in range(at - 1, max(-1, at - 5), -1):
        word = sentence[place].text.replace("’", "'").casefold()
        mark = sentence.marks[place + 1] if place + 1 < len(sentence) else ""
        if mark in ("’", "'") and word.endswith("s"):
            word += "'"
        elif mark:
            return None
        if word in POSSESSIVES:
            return (place, place + 1)
        if word.endswith(("'s", "s'")) and word != "'s":
            start = place
            while start > 0 and _is_of_name(sentence, start - 1) and not _acts(sentence, start):
                start -= 1
            return (start, place + 1)
    return _named_before(sentence, at)


def _is_of_name(sentence: Sentence, place: int) -> bool:
    return is_name(sentence[place]) and sentence.plain[place] not in STOP


def _named_before(sentence: Sentence, at: int) -> Range | None:
    """ "GOP opposition to", "Russian operations against": a name that stands before a noun as an adjective does.

    In a headline, where all words look like names, none.
    """
    start = at
    while start > 0 and _is_of_name(sentence, start - 1) and (start == len(sentence) or not sentence.marks[start]):
        start -= 1
    is_known = start < at and (
        start > 0 or at - start > 1 or sentence[start].text.isupper() or "-" in sentence[start].text
    )
    return (start, at) if is_known and not sentence.is_titled else None


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether the word before a place is a headline's verb, or parted from it by a mark."""
    word = sentence.plain[at - 1]
    return (
        bool(sentence.marks[at]) or "third" in forms_of(word) or any(s.kind == "verb" for s in stances().get(word, ()))
    )
