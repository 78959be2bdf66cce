"""What a stretch of a headline looks like: a speaker, the subject of a verb, a claim, a label.

Decided by closed lists of words, capitals and length alone; whatever fits nothing is no speaker.
"""

import re

from sayso.lexicon import headlines as known
from sayso.lexicon.callings import is_calling
from sayso.lexicon.given_names import given_names
from sayso.text.normalise import WORD

QUOTED = re.compile(r"\s*[“‘\"'«„].*[”’\"'»“][.!?]?\s*", re.DOTALL)
NO_SPEAKER = re.compile(r"(?<!\w)\d|[?!;,“”\"«»]|(?<!\w)[‘']")
OF_THE_WEEK = re.compile(r"\bof the (?:day|week|month|year|decade|century)$", re.IGNORECASE)
POSSESSIVE = re.compile(r"[’']s?$")
LONGEST_SPEAKER, LONGEST_SUBJECT = 6, 8
_LONGEST_ACRONYM = 3

CLEAR, LIKELY, OPEN, DOUBTFUL, NOBODY = 0.95, 0.85, 0.75, 0.6, 0.0
"""How sure we are of a speaker: a role or a title, or the claim is quoted; a full name; a single name, which
a topic looks like as well; a form open to doubt; nobody speaks."""


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def plain(word: str) -> str:
    """The word as the lists have it: "Don’t" → "don't"."""
    return word.lower().replace("’", "'")


def speaker_confidence(text: str, *, vouched: bool = False) -> float:
    """How surely the words name someone who speaks, 0 for a label, a topic or a place.

    `vouched` is whether the rest of the headline is quoted or in the first person, as only speakers are.

    >>> [speaker_confidence(words) for words in ("Foreign minister", "Anna Ruiz", "War in Ilia")]
    [0.95, 0.85, 0.0]
    """
    words = words_of(text)
    if not 1 <= len(words) <= LONGEST_SPEAKER or NO_SPEAKER.search(text) or _has_function_word(words):
        return NOBODY
    if _is_cried_out(words):
        return NOBODY
    head = head_of(words)
    if head in known.SPEAKING_ROLES or (len(words) > 1 and words[0].lower() in known.HONORIFICS):
        return CLEAR
    if vouched and text.islower() and is_calling(head) and not names_a_topic(words):
        return CLEAR
    if names_a_topic(words) or not all(_is_name_part(word) for word in words):
        return NOBODY
    return _name_confidence(words, vouched=vouched)


def _name_confidence(words: list[str], *, vouched: bool) -> float:
    length = sum(word.lower() not in known.NAME_PARTICLES for word in words)
    is_place = all(word.lower() in known.PLACES | known.NAME_PARTICLES for word in words)
    if vouched:
        return LIKELY if is_place else CLEAR
    if is_place or length > 3:
        return NOBODY
    return OPEN if length == 1 else LIKELY


def head_of(words: list[str]) -> str:
    """The word that says what the phrase is: "Ministry of Health" → "ministry", "Film review" → "review"."""
    lower = [word.lower() for word in words]
    end = lower.index("of") if "of" in lower[1:] else len(lower)
    return POSSESSIVE.sub("", lower[end - 1])


def names_a_topic(words: list[str]) -> bool:
    """Whether the phrase is a label or a topic, such as "Live", "Porto Lindo flood", "Film review"."""
    head = head_of(words)
    return head in known.LABELS or head in known.TOPICS or head.endswith(known.ABSTRACT_ENDINGS)


def _is_cried_out(words: list[str]) -> bool:
    """Whether a verb's form is set in capitals beside words that are not: "Venice DOOMED", but no "Ana RUIZ"."""
    cried = any(word.isupper() and word.endswith(("ED", "ING", "S")) and len(word) > _LONGEST_ACRONYM for word in words)
    return cried and any(word.istitle() for word in words) and words[0].lower() not in given_names()


def _has_function_word(words: list[str]) -> bool:
    # Will Costa and Anna May are people.
    first = 1 if len(words) > 1 and words[0] == "Will" else 0
    last = len(words) - 1 if len(words) > 1 and words[-1] == "May" else len(words)
    return any(word.lower() in known.FUNCTION_WORDS and not _is_acronym(word) for word in words[first:last])


def _is_acronym(word: str) -> bool:
    return word in ("WHO", "IT", "US")


def _is_name_part(word: str) -> bool:
    return word[0].isupper() or word.lower() in known.NAME_PARTICLES or word.startswith(("al-", "el-", "d’", "d'"))


def is_subject(text: str) -> bool:
    """Whether the words before a reporting verb can be its subject: "Foreign minister", "New report"."""
    words = words_of(text)
    lower = [plain(word) for word in words]
    return (
        1 <= len(words) <= LONGEST_SUBJECT
        and not re.search(r"[,:;?!]|\s[–—-]\s", text)
        and not any(word in known.SUBORDINATORS and not _is_acronym(words[i]) for i, word in enumerate(lower))
        and known.PRONOUNS.isdisjoint(lower[1:])
        and lower[-1] not in known.NOT_A_SUBJECT_END
        and not _is_listicle(lower)
    )


def is_plural(text: str) -> bool:
    """Whether a subject takes "say" rather than "says": "Officials", "Police", "Ruiz and Costa"."""
    lower = [word.lower() for word in words_of(text)]
    ends_plural = lower[-1].endswith("s") and not lower[-1].endswith(("ss", "’s", "'s"))
    return ends_plural or lower[-1] in known.PLURAL_SUBJECTS or "and" in lower


def is_quoted(text: str) -> bool:
    return QUOTED.fullmatch(text) is not None


def is_vouched(text: str) -> bool:
    """Whether the words can only be someone's own: in quotation marks or in the first person."""
    return is_quoted(text) or any(
        plain(word) in known.FIRST_PERSON and not _is_acronym(word) for word in words_of(text)
    )


def is_claim(text: str) -> bool:
    """Whether the words say something, not what the piece is: no "a timeline", "what you need to know"."""
    words = [plain(word) for word in words_of(text)]
    if is_quoted(text):
        return bool(words)
    return (
        len(words) > 1
        and words[0] not in known.QUESTION_WORDS
        and not text.rstrip().endswith("?")
        and words[-1] not in known.WORKS_OF_REFERENCE
        and not _is_listicle(words)
        and not _is_noun_phrase(words)
    )


def is_clause(text: str) -> bool:
    """Whether the words before "…: Name" are long and free enough to be a claim, not a label or a topic."""
    words = words_of(text)
    if is_quoted(text):
        return bool(words)
    if len(words) < 2 or not is_claim(text) or OF_THE_WEEK.search(text.rstrip()):
        return False
    return len(words) > 3 or not (names_a_topic(words) or words[-1].isdigit())


def _is_listicle(words: list[str]) -> bool:
    counted = words[0].isdigit() or words[0] in known.LISTICLE_NUMBERS
    return counted and not known.LISTED.isdisjoint(words[1:7])


def _is_noun_phrase(words: list[str]) -> bool:
    # "a life in pictures", "the full story": an article in front and no verb that we know
    return words[0] in ("a", "an", "the", "your") and len(words) <= 5 and known.AUXILIARIES.isdisjoint(words)
