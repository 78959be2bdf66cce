"""Who is quoted by a headline: "Name: claim", "claim: Name", "claim, says Name", "Name denies claim".

Headlines leave out what the model lives on (verbs, articles, marks), but their forms are few: grammar reads
them. In the forms with a colon or a dash that mark itself is the cue, as annotators have it too: evidence is
never empty. A "that" after the verb belongs to the content, quotation marks as well.

Each form has fixed confidences, named in `headline_sides`: what could as well be a label ("Brexit: MPs vote")
or a noun ("Insurance claims …") gets a low one, what more probably is one gets no attribution at all.
"""

import re

from sayso.attribution.factuality.classify import judged
from sayso.attribution.headlines.classify import (
    CLEAR,
    DOUBTFUL,
    LIKELY,
    NOBODY,
    is_claim,
    is_clause,
    is_quoted,
    is_subject,
    is_vouched,
    plain,
    speaker_confidence,
    words_of,
)
from sayso.attribution.headlines.verbs import Reported, read_verb
from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.lexicon import headlines as known
from sayso.lexicon.english import ROLE_MODIFIERS, ROLES
from sayso.lexicon.inflection import third_person
from sayso.lexicon.reporting_verbs import HEADLINE_VERBS, NOUN_LIKE
from sayso.text.doc import Doc
from sayso.text.normalise import WORD

LONGEST_TITLE = 400
"""Characters; a longer "title" is a paragraph, and no headline grammar holds for it."""

COLON = re.compile(r":(?=\s|[“‘\"'«„])")
DASH = re.compile(r"(?<=\s)[–—-]{1,2}(?=\s)")
CLAIM_END = re.compile(r"[,?!][”’\"'»]?(?=\s)|[”’\"'»](?=\s)")
LABEL = re.compile(r"((?:[\w-]+\s){0,2}?[\w-]+)(?::|\s[–—-])\s")
SECOND_HEADLINE = re.compile(r"(?<!\s)\s*;\s|(?<!\s)\s+\|\s")
ON_SOMETHING = re.compile(r"\s(?:on|to|about)\s", re.IGNORECASE)

AGE = re.compile(r", (?:aged )?\d{1,3}(?=,|$| on\b)")
"""Behind whoever speaks: "‘It was like the war’: patient, 91"."""

VERB_FIRST = re.compile(
    r"\s*(says?|said|warns?|insists?|claims?|suggests?|finds?|admits?|adds|argues?|writes|predicts?|reports"
    r"|according to)\s+",
    re.IGNORECASE,
)
"""Verbs that stand before their subject: "Dam unsafe, warns mayor"."""

VERB_LAST = frozenset(
    form
    for verb in (HEADLINE_VERBS - NOUN_LIKE)
    | {"find", "show", "hear", "hint", "claim", "report", "fear", "believe", "think"}
    for form in (verb, third_person(verb))
) | {"said", "told"}
"""Verbs that end a headline after their subject: "Dam unsafe, experts warn"."""


def attribute_headline(title: str) -> Attribution | None:
    """Read the attribution that a headline makes, None when it makes none; offsets are into the title.

    >>> found = attribute_headline("Ruiz: Dam will hold")
    >>> found.source[0].text, found.cue[0].text, found.content[0].text, found.confidence
    ('Ruiz', ':', 'Dam will hold', 0.75)
    >>> attribute_headline("Live: flood in Porto Lindo") is None
    True
    """
    if len(title) > LONGEST_TITLE:
        return None
    start, end = _reading_matter(title)
    for form in (_colon, _comma, read_verb, _dash, _run_on):
        found = form(title, start, end)
        if found is not None:
            return _attribution(title, found)
    return None


def _attribution(title: str, found: Reported) -> Attribution:
    source, cue = _trimmed(title, *found.source), _trimmed(title, *found.cue)
    start, end = found.content
    start += len(title[start:end]) - len(title[start:end].lstrip(" \t\n\xa0,:;–—-"))
    content = _trimmed(title, start, end)
    bare = Attribution((source,), (cue,), (content,), "headline", confidence=found.confidence)
    return judged(Doc(title), bare)


def _trimmed(title: str, start: int, end: int) -> Span:
    words = title[start:end]
    return Span.of(title, end - len(words.lstrip()), start + len(words.rstrip()))


def _reading_matter(title: str) -> tuple[int, int]:
    """Where the headline proper stands: without "Live:", the outlet's name and a second headline."""
    second = SECOND_HEADLINE.search(title)
    end = second.start() if second else len(title)
    for dash in DASH.finditer(title, 0, end):
        if _is_outlet(title[dash.end() : end]):
            end = dash.start()
            break
    label = LABEL.match(title, 0, end)
    words = [plain(word) for word in words_of(label[1])] if label else []
    is_news = bool(words) and known.NEWS_LABELS.issuperset(word for word in words if word != "the")
    return (label.end() if label and is_news else 0), end


def _is_outlet(text: str) -> bool:
    words = [word.lower().split(".")[0] for word in words_of(text)]
    return 1 <= len(words) <= 5 and not known.OUTLET_WORDS.isdisjoint(words)


def _colon(title: str, start: int, end: int) -> Reported | None:
    """ "Ruiz: dam will hold", "‘It will hold’: Ruiz on dam", "Dam will hold: Ruiz"."""
    colon = COLON.search(title, start, end)
    if colon is None:
        return None
    source_first = _source_colon(title, start, colon.start(), end)
    for last in COLON.finditer(title, start, end):
        colon = last
    claim_first = _claim_mark(title, start, colon.start(), colon.end(), end)
    found = [reported for reported in (source_first, claim_first) if reported]
    return max(found, key=lambda reported: reported.confidence, default=None)


def _source_colon(title: str, start: int, colon: int, end: int) -> Reported | None:
    left, right = title[start:colon], title[colon + 1 : end]
    words = words_of(left)
    ends_in_verb = len(words) > 1 and words[-1].lower() in VERB_LAST - known.SPEAKING_ROLES
    if not words or ends_in_verb or not is_claim(right) or words_of(right)[0].lower() in known.KIN:
        return None
    vouched = is_vouched(right)
    on = ON_SOMETHING.search(left)
    if on and vouched:
        left = left[: on.start()]
    confidence = speaker_confidence(left, vouched=vouched)
    return _reported((start, start + len(left)), (colon, colon + 1), (colon + 1, end), confidence)


def _claim_mark(title: str, start: int, mark: int, mark_end: int, end: int) -> Reported | None:
    """A claim, then a mark, then who made it; after a short claim a name may be what the piece is about."""
    left, right = title[start:mark], title[mark_end:end]
    if is_quoted(left) and (age := AGE.search(right)):
        right = right[: age.start()]
    on = ON_SOMETHING.search(right)
    if on and is_quoted(left):
        right = right[: on.start()]
    if not is_clause(left):
        return None
    confidence = speaker_confidence(right, vouched=is_quoted(left))
    if confidence < CLEAR and not _makes_a_clause(left):
        confidence = min(confidence, DOUBTFUL)
    return _reported((mark_end, mark_end + len(right)), (mark, mark_end), (start, mark), confidence)


def _reported(
    source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int], confidence: float
) -> Reported | None:
    return Reported(source, cue, content, confidence) if confidence else None


def _makes_a_clause(text: str) -> bool:
    return len(words_of(text)) > 4


def _dash(title: str, start: int, end: int) -> Reported | None:
    """ "Dam is safe – minister"; a name there is often the writer's, hence the doubt."""
    dashes = list(DASH.finditer(title, start, end))
    if not dashes:
        return None
    found = _claim_mark(title, start, dashes[-1].start(), dashes[-1].end(), end)
    if found is None or found.confidence >= CLEAR:
        return found
    return None if _is_title_case(title[slice(*found.content)]) else found._replace(confidence=DOUBTFUL)


def _is_title_case(text: str) -> bool:
    """In Title Case every afterthought looks like a name: "… At Debate – Refused Immediately"."""
    words = [word for word in words_of(text)[1:] if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _comma(title: str, start: int, end: int) -> Reported | None:
    """ "Dam unsafe, says mayor", "Dam unsafe, experts warn", "‘Unsafe’ says mayor"."""
    for mark in reversed(list(CLAIM_END.finditer(title, start, end))):
        content = (start, mark.start() if mark.group() == "," else mark.end())
        if not words_of(title[slice(*content)]):
            continue
        found = _verb_first(title, content, mark.end(), end) or _verb_last(title, content, mark.end(), end)
        if found is not None:
            return found
    return None


def _verb_first(title: str, content: tuple[int, int], start: int, end: int) -> Reported | None:
    verb = VERB_FIRST.match(title, start, end)
    if verb is None:
        return None
    tail = title[verb.end() : end]
    confidence = speaker_confidence(tail, vouched=True)
    if not confidence and verb[1].lower() == "according to" and is_subject(tail):
        confidence = LIKELY
    return _reported((verb.end(), end), verb.span(1), content, confidence)


def _verb_last(title: str, content: tuple[int, int], start: int, end: int) -> Reported | None:
    words = list(WORD.finditer(title, start, end))
    if len(words) < 2 or words[-1].group().lower() not in VERB_LAST:
        return None
    subject = title[start : words[-1].start()]
    confidence = LIKELY if is_subject(subject) else NOBODY
    return _reported((start, words[-1].start()), words[-1].span(), content, confidence)


def _run_on(title: str, start: int, end: int) -> Reported | None:
    """ "Campaign is working governor says": the comma is missing, and a role and a verb of saying end the headline."""
    words = list(WORD.finditer(title, start, end))
    if len(words) < 5 or words[-1].group().lower() not in VERB_LAST:
        return None
    first = len(words) - 2
    if plain(words[first].group()) not in known.SPEAKING_ROLES | ROLES:
        return None
    while first > 3 and plain(words[first - 1].group()) in ROLE_MODIFIERS:
        first -= 1
    claim = [plain(word.group()) for word in words[:first]]
    if known.AUXILIARIES.isdisjoint(claim[1:]) or claim[-1] in known.NOT_A_SUBJECT_END:
        return None
    source = (words[first].start(), words[-1].start())
    return _reported(source, words[-1].span(), (start, words[first].start()), DOUBTFUL)
