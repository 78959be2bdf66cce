"""The clause that a cue stands in, cut down to what tells its standing: the words up to the verb, and the verb.

Source and content are not read: the source becomes a mark, the content a boundary.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.data.article import Span
from sayso.data.statement import Attribution
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import ACT_OF, AUXILIARIES, forms_of, lemmas_of
from sayso.text.doc import Doc


@dataclass(frozen=True, slots=True)
class Clause:
    """`before` ends in a space unless empty; `after` is the rest of the cue, `cue` the whole of it."""

    before: str
    verb: str
    after: str
    cue: str


REACH = 240
"""Characters before the cue that are read; a verb's helpers and its conjunction stand nearer than that."""

LONGEST_CUE = 400
MOST_WORDS = 30

BOUNDARY = re.compile(r"[;:\n“”\"«»()|]|\s[–—-]\s|—")
TOKEN = re.compile(
    r"<\w+>|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|m|ll|d)\b|[^\W_]+(?:-[^\W_]+)*|,", re.IGNORECASE
)
NEGATORS = words("not n't never no neither nor cannot")
LINKS = words("to but help")
ADVERB = re.compile(
    r"(?!(?:un)?likely)\w{1,40}ly|also|even|ever|yet|still|again|just|then|later|already|once|now|often|so|far|however|first|either|too"
    r"|always|often|sometimes|soon|twice|since|now|long"
)
PARTICLES = words("on out back down ahead up able")
BEFORE_GERUND = words("of from by on as with without short away")
NEGATIVE = re.compile(r"(?:no|none|nobody|no-one|neither|nothing|not (?:one|a|an|all|every\w*))\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"(?:i|we)\b", re.IGNORECASE)


def clause_of(doc: Doc, attribution: Attribution) -> Clause:
    """Read the clause of an attribution that has a cue."""
    start, end = _extent(attribution.cue)
    opens, closes = doc.sentence_at(start)
    before = tokens(BOUNDARY.split(_marked(doc.text, attribution, max(opens, start - REACH), start))[-1])
    pieces = (tokens(piece) for piece in BOUNDARY.split(_marked(doc.text, attribution, start, min(end, closes))))
    cue = next(filter(None, pieces), [""])  # a cue may be a mere colon
    at = _verb_at(cue)
    helpers = [*before, *cue[:at]][-MOST_WORDS:]
    return Clause("".join(f"{word} " for word in helpers), cue[at], " ".join(cue[at + 1 :]), " ".join(cue))


def tokens(text: str) -> list[str]:
    """The words of a text as the rules know them: "didn’t" → "did", "n't"."""
    return [token.lower().replace("’", "'") for token in TOKEN.findall(text)]


def _extent(cue: Sequence[Span]) -> tuple[int, int]:
    """Where the cue stands; of one in pieces far apart only the first piece is read."""
    start, first_end = cue[0].start, cue[0].end
    end = max(first_end, cue[-1].end)
    return start, end if end - start <= LONGEST_CUE else min(first_end, start + LONGEST_CUE)


def _marked(text: str, attribution: Attribution, start: int, end: int) -> str:
    """`text[start:end]` with the source as "<s>" and the content as "|"."""
    parts = [(span.start, span.end, _mark(span)) for span in attribution.source]
    parts += [(span.start, span.end, " | ") for span in attribution.content]
    marked, at = [], start
    for part_start, part_end, mark in sorted(part for part in parts if part[0] < end and part[1] > start):
        if part_start >= at:
            marked += [text[at:part_start], mark]
        at = max(at, min(part_end, end))
    return "".join([*marked, text[at:end]])


def _mark(source: Span) -> str:
    if NEGATIVE.match(source.text):
        return " <no> "
    return " <i> " if FIRST_PERSON.fullmatch(source.text) else " <s> "


def _verb_at(cue: Sequence[str]) -> int:
    """The place of the verb that attributes: "say" in "did not say", "went on to say", "denied saying"."""
    at = next((place for place, word in enumerate(cue) if not _helps(word)), len(cue) - 1)
    while (governed := _governed(cue, at)) is not None:
        at = governed
    return at


def _helps(word: str) -> bool:
    is_helper = word in AUXILIARIES or word in NEGATORS or word in LINKS
    return is_helper or word == "," or word.startswith("<") or ADVERB.fullmatch(word) is not None


def _governed(cue: Sequence[str], at: int) -> int | None:
    """The place of the verb of saying that the word at `at` governs, if it governs one."""
    if _is_speech_itself(cue, at):
        return None
    after = _skipping(cue, at + 1, PARTICLES)
    if after < len(cue) and cue[after] == "to":
        verb = _skipping(cue, after + 1, frozenset())
        return verb if verb < len(cue) and _says(cue[verb], "base") else None
    verb = _skipping(cue, at + 1, BEFORE_GERUND)
    return verb if verb < len(cue) and _says(cue[verb], "gerund") else None


def _is_speech_itself(cue: Sequence[str], at: int) -> bool:
    """ "promised to support" is a promise; but "was asked to comment" and "denied saying" are about what follows."""
    is_passive = at > 0 and cue[at - 1] in AUXILIARIES and "participle" in forms_of(cue[at])
    lemmas = lemmas_of(cue[at])
    return "deny" not in lemmas and not is_passive and any(ACT_OF.get(lemma) == "said" for lemma in lemmas)


def _skipping(cue: Sequence[str], at: int, also: frozenset[str]) -> int:
    while at < len(cue) and (cue[at] in also or ADVERB.fullmatch(cue[at]) or cue[at] in ("but", "having", ",")):
        at += 1
    return at


def _says(word: str, form: str) -> bool:
    return form in forms_of(word) and any(ACT_OF.get(lemma) == "said" for lemma in lemmas_of(word))
