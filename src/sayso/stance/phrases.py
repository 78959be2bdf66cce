"""Noun phrases beside a word, found by the words that end them: no parser, and where it is unclear none.

All are given one sentence and places among its words, and return half-open ranges of places.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.lexicon import english
from sayso.lexicon.calendar import MONTHS, WEEKDAYS
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import forms_of
from sayso.stance.sentence import DETERMINERS, NO_PART, VERBS, Range, Sentence, bare, is_adverb, is_name, is_verb, tells

_RELATIVES: Final = english.RELATIVES - words("where when")


_WHERE: Final = english.AT_PLACES | words("by with for to against over under about among between")


_ENDS: Final = NO_PART | VERBS


_LINKS: Final = frozenset({"of", "’s", "'s"})


_TIMES: Final = words(
    """today yesterday tomorrow earlier later last next this week month year night morning days weeks months ago once
    time times long while spring
    summer fall autumn winter afternoon evening weekend decade decades years year's hours minutes centuries"""
) | {*map(str.casefold, (*MONTHS, *WEEKDAYS))}


_LONGEST: Final = 12
_SHORT: Final = 5
"""Letters of "bring" and "being", which are no gerunds of "br" and "be"."""


_COUPLES: Final = words("mr mrs ms dr president")
_PERSONAL: Final = words("i we he she they")
_DESCRIBED: Final = 2


"""Words of "a meeting": an article and what it stands before."""


def is_time(plain: Sequence[str]) -> bool:
    """Whether a phrase tells but when: "June 18", "last week", "for several decades"."""
    return all(word in _TIMES | DETERMINERS or word.rstrip("stndrh").isdigit() for word in plain)


def after(sentence: Sentence, at: int) -> Iterator[Range]:
    """The noun phrase that begins at a place, and those that are listed with it: "Turkey, Iran and the pact"."""
    first = at
    while at < len(sentence):
        phrase = _named_after(sentence, _one_after(sentence, at))
        if phrase is None or (phrase[0] > first and _acts(sentence, phrase[1])):
            return
        yield phrase
        follows = _listed_after(sentence, phrase)
        if follows is None:
            return
        at = follows


def _acts(sentence: Sentence, place: int) -> bool:
    """Whether a verb stands at a place: "endorsed Rook and Holt resigned" lists nobody."""
    if place >= len(sentence) or sentence.marks[place]:
        return False
    return tells(sentence, place) if sentence.is_titled else sentence.tells(place)


def _listed_after(sentence: Sentence, phrase: Range) -> int | None:
    """Where the next phrase of a list begins; None behind the last."""
    end = phrase[1]
    if end >= len(sentence):
        return None
    if sentence.plain[end] == "including" and end + 1 < len(sentence):
        named = _one_after(sentence, end + 1)
        return end + 1 if named and all(map(is_name, sentence.words[slice(*named)])) else None
    is_joined = sentence.plain[end] in ("and", "or") and sentence.marks[end] in _INSIDE | {"", ",", "”", "’"}
    if end + 1 < len(sentence) and is_joined:
        at = end + 1
    elif sentence.marks[end].startswith(",") and is_name(sentence[end - 1]):
        at = end if is_name(sentence[end]) else _behind_insertion(sentence, end)
        return at if is_name(sentence[at]) else None
    else:
        return None
    if is_name(sentence[at]):
        # "Backs Holt And Denounces Ruiz" lists nobody.
        return None if sentence.is_titled and at + 1 < len(sentence) and sentence.tells(at) else at
    is_asked = sentence.find("to", end, end + _LONGEST) is not None
    if "of" in sentence.plain[slice(*phrase)] and not is_name(sentence[end - 1]) and not is_asked:
        # In "surveillance of mosques and the parks" both may be what is watched.
        return None
    if sentence.plain[at] in DETERMINERS:
        return at
    titled = _one_after(sentence, at) if sentence.plain[at] in english.ROLE_MODIFIERS | english.ROLES else None
    if titled and is_name(sentence[titled[1] - 1]):
        return at
    ends = at + 1 == len(sentence) or sentence.marks[at + 1] or sentence.plain[at + 1] in _ENDS
    is_plain = sentence.plain[at].endswith("s") or sentence.marks[end] == ","
    return at if ends and is_plain else None


def _behind_insertion(sentence: Sentence, at: int) -> int:
    """The name behind what a list says of the one before: "Dr Hall, then at Orsa, Dr Lee"; else the place itself."""
    for place in range(at + 1, min(at + 7, len(sentence))):
        if sentence.marks[place] == ",":
            place += sentence.plain[place] == "and" and place + 1 < len(sentence)
            return place if is_name(sentence[place]) and sentence.plain[at] not in _RELATIVES else at
    return at


def _named_after(sentence: Sentence, phrase: Range | None) -> Range | None:
    """The name that follows a description in apposition: "a former mayor of Orsa, Ana Ruiz, of"."""
    if phrase is None or phrase[1] >= len(sentence):
        return phrase
    start, end = phrase
    if sentence.marks[end] == "(":
        end = next((n for n in range(end, min(end + 4, len(sentence))) if sentence.marks[n].startswith(")")), end)
    is_described = sentence.plain[start] in ("a", "an", "the", "his", "her", "its", "their", "my", "our")
    if is_described and is_name(sentence[end]) and sentence.marks[end] in (",", "),"):
        named = _one_after(sentence, end)
        is_one = named is not None and all(map(is_name, sentence.words[slice(*named)]))
        return named if named and is_one else phrase
    return phrase


def _one_after(sentence: Sentence, at: int) -> Range | None:
    start = at
    if at < len(sentence) and sentence.plain[at] in _PERSONAL:
        return (at, at + 1)
    while at < len(sentence) and at - start < _LONGEST:
        word = sentence.plain[at]
        if at > start and sentence.marks[at] not in _INSIDE | {"”", "’"}:
            break
        if at == start + 2 and word == "and" and _is_adjective(sentence, at - 1):
            at += 1
            continue
        if word == "and" and at == start + 1 and sentence.plain[start] in _COUPLES:
            at += 1
            continue
        if at > start and word == "that":
            break
        if (word in _ENDS or word.endswith("n't")) and not (at == start and word in DETERMINERS):
            break
        if at > start and sentence.plain[at - 1] not in DETERMINERS | {"and"} and _goes_on(sentence, at):
            break
        at += 1
    while at > start + 1 and _hangs_behind(sentence, at - 1):
        at -= 1
    if _acts(sentence, at) and sentence.plain[start] in DETERMINERS and at - start > 1:
        # Who does what follows is no part of it: "a meeting Ruiz wanted".
        while at - start > _DESCRIBED and is_name(sentence[at - 1]) and sentence[start + 1].text[:1].islower():
            at -= 1
    is_told = at > start and any(c.isalpha() for c in sentence[at - 1].text)
    return (start, at) if is_told and not is_time(sentence.plain[start:at]) else None


def _hangs_behind(sentence: Sentence, place: int) -> bool:
    """Whether the last word of a phrase is none of its own: "her harshly", "campaigns this year", "Holt months ago"."""
    plain = sentence.plain[place]
    return plain in DETERMINERS | _LINKS | _TIMES or is_adverb(sentence[place])


def _is_adjective(sentence: Sentence, place: int) -> bool:
    """Whether "the focused and sustained attacks" goes on behind "and"; "the media and voters" are two."""
    follows = place + 2 < len(sentence) and sentence[place + 2].text[:1].islower()
    return bool(follows) and sentence.plain[place - 1] in DETERMINERS and sentence.plain[place].endswith(_OF_ADJECTIVES)


_OF_ADJECTIVES: Final = ("ed", "ive", "al", "ous", "ic", "ful", "less", "able", "ible", "ary")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a word tells on and belongs to no phrase: a verb, or "allowing" before "them"."""
    if sentence.plain[at - 1].endswith(_OF_ADJECTIVES) and sentence.plain[at - 2] in DETERMINERS | {"and"}:
        return False
    follows = sentence.plain[at + 1] if at + 1 < len(sentence) else ""
    is_telling = sentence.plain[at].endswith("ing") and (follows in DETERMINERS or follows in _OBJECTS)
    return is_telling or sentence.tells(at)


_OBJECTS: Final = words("them him it us me you people")


_INSIDE: Final = frozenset({"", "“", "‘", '"', "'", "-"})


"""What may stand between two words of one phrase."""


def before(sentence: Sentence, at: int, *, whole: bool = True) -> Range | None:
    """The noun phrase that ends before a place, with what "of" hangs on it; one that tells but when is passed over.

    Of the `whole` of a phrase what hangs on its head is passed over: "officials" in "officials in Mellin and Orsa".

    A description in apposition stands for the name before it: "John Doe, a strategist who …".
    """
    phrase = _one_before(sentence, at)
    if phrase is None:
        return None
    start, end = phrase
    if is_time(sentence.plain[start:end]):
        before_it = start - 1 if start and sentence.plain[start - 1] in ("on", "in", "at", "since") else start
        return before(sentence, before_it) if before_it > 0 else None
    is_pronoun = sentence.plain[end - 1] in _PERSONS and sentence.plain[start] not in DETERMINERS
    if is_pronoun or sentence.plain[end - 1] in _PERSONAL:
        return (end - 1, end)
    if sentence.plain[start] in _PERSONAL:
        # "I feel fortunate to back …", "I implore those Americans who …"
        other = next((n for n in range(start + 1, end) if sentence.plain[n] in DETERMINERS), None)
        return (other, end) if other else (start, start + 1)
    if whole and start and sentence.plain[start - 1] in _WHERE:
        return _titled(sentence, phrase) or _head_of(sentence, before(sentence, start - 1))
    if whole and start > 1 and _is_doing(sentence, start - 1):
        return None if sentence.plain[start - 2] in NO_PART or start == 1 else before(sentence, start - 1)
    if whole and start and sentence.plain[start - 1] == "and":
        first = _one_before(sentence, start - 1)
        if first and _hangs_on(sentence, first):
            return before(sentence, first[0] - 1)
        is_one = first and not sentence.marks[start - 1]
        if first and is_one and "of" in sentence.plain[slice(*first)] and not is_name(sentence[start]):
            return first if sentence.plain[start] in DETERMINERS else (first[0], end)
    return _described(sentence, phrase) or phrase


def _is_doing(sentence: Sentence, place: int) -> bool:
    """Whether a gerund at a place tells what somebody before it does: "a judge handling the case" ruled."""
    word = sentence[place]
    is_gerund = word.text[:1].islower() and bare(word).endswith("ing") and len(word.text) > _SHORT
    is_other = bare(word) in _NO_DEEDS or "gerund" in forms_of(bare(word))
    return is_gerund and not is_other and not sentence.marks[place] and not sentence.marks[place + 1]


_NO_DEEDS: Final = NO_PART | words("nothing anything something everything king ring evening morning building meeting")


def _titled(sentence: Sentence, phrase: Range) -> Range | None:
    """The name behind an office of many words: "Ana Ruiz" in "minister for parliamentary affairs Ana Ruiz"."""
    start, end = phrase
    first = end
    while first > start and is_name(sentence[first - 1]) and sentence.plain[first - 1] not in _LINKS:
        first -= 1
    is_person = end - first > 1 and first > start and sentence.plain[first - 1] not in DETERMINERS | _LINKS
    is_person = is_person and not sentence.plain[first - 1].endswith("ing")
    return (first, end) if is_person else None


def _hangs_on(sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase is a place at which what stands before it is: "in Mellin"."""
    start, end = phrase
    is_place = start > 0 and sentence.plain[start - 1] in english.AT_PLACES and not sentence.marks[end]
    is_place = is_place and not sentence.marks[start]
    return is_place and not is_time(sentence.plain[start:end])


def _head_of(sentence: Sentence, phrase: Range | None) -> Range | None:
    """Of "any plan that is not confirmed by …" the plan, where but the verb was found."""
    if phrase is None:
        return None
    is_told = phrase[0] > 1 and sentence.plain[phrase[0] - 1] in _RELATIVES and sentence[phrase[0]].text.islower()
    if is_told and sentence.plain[phrase[0]] not in DETERMINERS and phrase[1] - phrase[0] > 1:
        # "reporters who raise questions about …"
        return before(sentence, phrase[0] - 1)
    if phrase[1] - phrase[0] > 1 or not is_verb(sentence[phrase[0]]):
        return phrase
    relative = (n for n in range(phrase[0] - 1, max(0, phrase[0] - 5), -1) if sentence.plain[n] in _RELATIVES)
    at = next(relative, None)
    return before(sentence, at) if at else phrase


_PERSONS: Final = words("i we he she they it this that these those")


def _described(sentence: Sentence, phrase: Range) -> Range | None:
    """The name before a description: of "Ana Ruiz, a strategist" the first two words."""
    start = phrase[0]
    is_description = start > 0 and sentence.plain[start] in ("a", "an", "the")
    if is_description and sentence.marks[start] == "," and is_name(sentence[start - 1]):
        name = _one_before(sentence, start)
        hangs = name and name[0] and sentence.plain[name[0] - 1] in english.AT_PLACES - {"from"}
        return None if hangs else name
    return None


def _one_before(sentence: Sentence, at: int) -> Range | None:
    end = at
    start = at
    while start > 0 and end - start < _LONGEST:
        word = sentence.plain[start - 1]
        if start < end and sentence.marks[start] not in _INSIDE:
            break
        if word in _ENDS - _LINKS or word in _RELATIVES or (start < end and sentence.tells(start - 1)):
            break
        if start < end and sentence.plain[start] in ("the", "a", "an") and word not in _LINKS:
            break
        start -= 1
    while start < end and sentence.plain[start] in _LINKS:
        start += 1
    ends = start < end and sentence.plain[end - 1] not in DETERMINERS - {"that", "this", "these", "those", "all"}
    return (start, end) if ends else None


def listed_before(sentence: Sentence, last: Range) -> Iterator[Range]:
    """The names of a list that ends in a phrase, the last first: "Iran, Russia and Iraq"."""
    yield last
    at = last[0]
    while at >= 1 and is_name(sentence[last[0]]):
        end = at - 1 if sentence.plain[at - 1] == "and" else at
        if end == at and not sentence.marks[at].startswith(","):
            return
        if end > 0 and sentence.marks[end].strip(" “‘") not in ("", ","):
            return
        before_it = before(sentence, end)
        if before_it is None or not is_name(sentence[before_it[0]]):
            return
        yield before_it
        at = before_it[0]
