"""What surrounds a verb that takes a stance: its voice, whether it is denied, possible or gone by, and who acts."""

from dataclasses import dataclass
from typing import Final, Literal

from sayso.lexicon.english import AT_PLACES, BE, NEVER, PERSONS, ROLES, UNNAMED, words
from sayso.stance.phrases import before
from sayso.stance.sentence import Range, Sentence, is_adverb, is_name, is_verb

Voice = Literal["active", "passive", "infinitive", "gerund"]

_PAST: Final = words("had once previously formerly initially originally earlier before")
_MAY: Final = words("could may might")
_WILL: Final = words("will would shall can could won't wouldn't can't couldn't 'll")
_OUGHT: Final = words("must should ought shouldn't mustn't")
_BE: Final = BE | words("get gets got getting 'm 're")
_HELP: Final = _WILL | words(
    """may might must should has have had having do does did hasn't haven't hadn't doesn't don't didn't to 've 'd"""
)
_CONTROL: Final = words(
    """want wants wanted continue continues continued continuing begin begins began begun started starts
    vow vows vowed plan plans planned
    pledge pledges pledged promised promises promise agreed agrees decided decides decide moved moves
    set ready determined willing prepared likely expected going hopes hoped intends intended sought seeks
    appear appears appeared seem seems seemed trying tries tried working worked able eager happy
    proud glad pleased poised committed quick bound threatening threatens threatened rushed rush rushes helped helps
    help seeking wanting chosen chose chooses elected opted opts voted votes vote voting managed keen determined prefers
    preferred due about began committed came come comes aims aimed scrambled joined"""
)
_REFUSE: Final = words(
    """refuse refuses refused refusing decline declines declined declining reluctant unwilling fail fails failed failing
    hesitant stopped loath afraid unable neglected neglects"""
)
_WHO: Final = words("who which that")
_JOINS: Final = words("and but or then")
_QUOTING: Final = frozenset({"", "“", "‘", '"', "'"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """`start` is the place of its first word; `refused` where somebody refuses to do what the verb says."""

    start: int
    voice: Voice
    negated: bool = False
    refused: bool = False
    possible: bool = False
    past: bool = False
    will: bool = False
    ought: bool = False
    would: bool = False


def group_of(sentence: Sentence, at: int, forms: frozenset[str]) -> VerbGroup | None:
    """The group that ends in the verb at a place; None where that is no verb."""
    seen: set[str] = set()
    own: set[str] = seen
    start, refused, controlled = at, False, False
    while start > 0 and sentence.marks[start] in _QUOTING:
        word = sentence.plain[start - 1]
        if word in _CONTROL_NOUNS and start > 1 and _before_noun(sentence.plain[start - 2]):
            break
        if word in _CONTROL | _REFUSE and sentence.plain[start] in ("to", "short"):
            if not controlled:
                own = set(seen)
            refused, controlled = refused or word in _REFUSE, True
        elif start == at and "gerund" in forms and word in _PHASES:
            forms = forms - {"gerund"} | {"base"}
        elif start == at and "base" in forms and word in _HELPING:
            controlled = controlled or sentence.plain[start - 2 : start - 1] == ["to"]
        elif not (_is_helper(word) or is_adverb(sentence[start - 1])):
            break
        seen.add(word)
        start -= 1
    negated = bool(seen & NEVER) or any(word.endswith("n't") for word in seen)
    to = "to" in seen and not controlled
    voice = _voice(own, forms, to=to)
    if voice is None or _is_noun(sentence, at, start, forms):
        return None
    return VerbGroup(
        start,
        voice,
        negated,
        refused,
        possible=bool(seen & _MAY) and not negated,
        past=bool(seen & _PAST),
        will=bool(seen & _WILL),
        ought=bool(seen & _OUGHT),
        would="would" in seen and not negated,
    )


_CONTROL_NOUNS: Final = words(
    "plan plans promise promises pledge pledges vow vows vote votes help aim aims move moves start rush set hopes"
)


def _before_noun(word: str) -> bool:
    """Whether a word before "promise" or "plan" makes it a noun: "a forceful promise", "the candidate's plan"."""
    return word in _BEFORE_NOUNS or word.endswith(_OF_ADJECTIVES)


_HELPING: Final = words("help helps helped helping")
_PHASES: Final = words(
    """up end ends ended ending keep keeps kept start starts started begin begins began continue continues continued
    consider considers considered regret regrets regretted"""
)


def _is_helper(word: str) -> bool:
    return word in _END_UP | _BE | _HELP | NEVER | _PAST | _ADVERBS


_END_UP: Final = words("end ends ended ending wind winds wound")
_ADVERBS: Final = words(
    """also still long again now often yet ever just even already always then soon further neither both all roundly
    openly publically well since later too instead twice meanwhile once therefore thus nevertheless rather largely
    longer first finally today yesterday"""
)


def _voice(seen: set[str], forms: frozenset[str], *, to: bool) -> Voice | None:
    if "gerund" in forms and not seen & _BE:
        return "gerund"
    if seen & _BE:
        return "passive" if "participle" in forms else "active" if "gerund" in forms else None
    if to:
        return "infinitive"
    return "active"


def _is_noun(sentence: Sentence, at: int, start: int, forms: frozenset[str]) -> bool:
    """Whether a word that can be a noun or adjective is one here: after an article, an owner, an adjective."""
    if "gerund" in forms:
        # "Holt's disparaging remarks", "a punching bag"
        is_owned = at > 0 and sentence.plain[at - 1].endswith(("'s", "s'"))
        is_article = at > 0 and sentence.plain[at - 1] in ("a", "an", "the", "this")
        return start == at and (is_owned or is_article) and not sentence.marks[at]
    if start != at:
        return False
    if at == 0:
        return bool(forms & {"base", "third"})
    if sentence.marks[at] not in _QUOTING:
        return False
    word = sentence.plain[at - 1]
    if forms & {"past", "participle"} and not forms & {"base"}:
        return word in _BEFORE_ADJECTIVES or word.endswith(("'s", "s'"))
    if word in _WHO:
        return False
    if forms == {"third"} and (is_verb(sentence[at - 1]) or _is_quality(word)):
        return True
    if forms & {"base"} and not forms & {"past"}:
        return not _can_act(word, sentence.plain[at - 2] if at > 1 else "")
    return word in _BEFORE_NOUNS or word.endswith(_OF_ADJECTIVES) or word.isdigit()


def _is_quality(word: str) -> bool:
    """Whether a word tells what a plural is like: "potential harms", but not "the official slams"."""
    return word.endswith("al") and word not in ROLES | PERSONS | UNNAMED and word not in _CALLED


_CALLED: Final = words(
    "liberal radical criminal individual rival cardinal intellectual capital hospital tribunal rebel"
)


def _can_act(word: str, before_it: str) -> bool:
    """Whether a verb in its base form may stand behind a word: a plural, or the last of a list."""
    if word.endswith(("'s", "s'")):
        return False
    is_plural = word.endswith("s") and not word.endswith(("ous", "ss")) and word not in _BEFORE_NOUNS
    return is_plural or word in _PLURAL or before_it in ("and", "or")


_PLURAL: Final = words("i we you they people men women police public who which that to not all children us")
_OF_ADJECTIVES: Final = ("'s", "s'", "ous", "ive", "ic", "ful", "less", "able", "ible", "ish")
_BEFORE_ADJECTIVES: Final = words(
    """the a an this these those his her its their our my your no any of in for with from on at as under into against
    over"""
)
_BEFORE_NOUNS: Final = words(
    """the a an this that these those his her its their our my your no any some all of in on for with by from to at
    against under more new full strong public military political national international big first last under over
    without between about into political legal joint terrorist suicide nuclear deadly recent personal financial social
    economic such every each another other many several two three next late early certain various widespread"""
)


def goes_on_duty(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb goes on with what somebody must do: "must end the raids and show respect for the monks"."""
    at = group.start
    if group.voice != "active" or at == 0 or sentence.plain[at - 1] not in ("and", "or") or is_verb(sentence[at]):
        return False
    for place in range(at - 2, max(-1, at - _CLAUSE), -1):
        if sentence.marks[place + 1].startswith((";", ":")) or sentence.plain[place] in _WHO:
            return False
        if sentence.plain[place] in _OUGHT:
            return True
    return False


def subject_of(sentence: Sentence, start: int) -> Range | None:
    """Who does what the verb group beginning at a place says; None where another verb before has the subject."""
    if start == 0:
        return None
    previous, mark = sentence.plain[start - 1], sentence.marks[start].lstrip(")") or sentence.marks[start]
    if previous == "that" and (sentence.marks[start - 1] == "," or sentence.plain[start - 2] in _JOINS):
        # "If he wins, that would be a disgrace": no name stands for it.
        return None
    if previous in _WHO:
        return _whose(sentence, start - 1)
    if previous in _JOINS and not mark.startswith((";", ":")):
        return _of_relative(sentence, start - 1)
    if previous in _JOINS | _SAYING or mark in (";", ":"):
        return None
    if mark in (",", ",”") or mark in _DASHES:
        return _around_insertion(sentence, start)
    return before(sentence, start)


_SAYING: Final = words("say says said believe believes think thinks")


def _of_relative(sentence: Sentence, joined: int) -> Range | None:
    """Who does what is joined on to a clause with "who": "Doe, who owns the Post and collectively backed Roe"."""
    for place in range(joined - 1, max(0, joined - _CLAUSE), -1):
        if sentence.marks[place + 1]:
            return None
        if sentence.plain[place] == "who":
            return _whose(sentence, place)
    return None


_CLAUSE: Final = 14


def _whose(sentence: Sentence, who: int) -> Range | None:
    """Whom "who" at a place means, behind a description or not."""
    outside = _outside(sentence, who)
    return before(sentence, outside, whole=False) if outside != who else _antecedent(sentence, who)


def _antecedent(sentence: Sentence, end: int) -> Range | None:
    """Whom "who" means: the name or phrase nearest to it; of "officials in Mellin who" the officials."""
    near = before(sentence, end, whole=False)
    hangs = sentence.plain[end] == "who" and near and near[0] and sentence.plain[near[0] - 1] in AT_PLACES
    return before(sentence, end) if hangs else near


_DASHES: Final = frozenset({"–", "—", "--"})


def _outside(sentence: Sentence, end: int) -> int:
    """The place before "who", behind an insertion that "who" may follow: "Doe, the mayor, who …"."""
    is_inserted = end >= 1 and sentence.marks[end] == "," and not is_name(sentence[end - 1])
    for at in range(end - 1, max(0, end - 10), -1) if is_inserted else ():
        if sentence.marks[at] == "," and is_name(sentence[at - 1]):
            return at
    return end


def _around_insertion(sentence: Sentence, start: int) -> Range | None:
    """ "Mitt Romney, who campaigned on …, insists": the phrase before the mark that opens the insertion."""
    mark = sentence.marks[start].strip(")”’ ")
    opened = [at for at in range(start - 1, 0, -1) if sentence.marks[at] == mark]
    at = next((at for at in opened if sentence.plain[at] in _OPENING), opened[0] if opened else None)
    return before(sentence, at) if at else None


_OPENING: Final = words("who which whom whose")
