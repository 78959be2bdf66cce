"""Who takes the stance that a verb shows: beside it, or who has in mind, wrote, or is told to do it."""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.lexicon.english import words
from sayso.lexicon.inflection import inflections
from sayso.lexicon.reporting_verbs import AUXILIARIES, forms_of
from sayso.stance.clauses import clause_subject, owner, subject_before
from sayso.stance.found import Found
from sayso.stance.parties import can_hold
from sayso.stance.phrases import after, before, listed_before
from sayso.stance.sentence import Range, Sentence, is_verb, tells
from sayso.stance.verb_groups import VerbGroup, group_of, subject_of

_EFFORTS: Final = words(
    """effort efforts attempt attempts bid bids plan plans campaign campaigns call calls move moves push decision vow
    pledge promise proposal threat threats desire wish intention willingness commitment readiness
    vote resolution legislation bill motion motions order orders petition drive initiative fight battle struggle pact
    deal agreement"""
)


def joint(sentence: Sentence, group: VerbGroup, holder: Range) -> Iterator[Range]:
    """Who does something together: "Ruiz and Holt oppose the dam"; but with a verb before "Ruiz" Holt alone does."""
    listed = list(listed_before(sentence, holder)) if holder[1] == group.start else [holder]
    first = listed[-1][0]
    opens = first == 0 or bool(sentence.marks[first]) or sentence.plain[first - 1] in _OPENING
    yield from listed if opens else [holder]


_OPENING: Final = words("that said says say as while but when because after before if since although though")


def between(sentence: Sentence, group: VerbGroup) -> list[Range]:
    """ "cooperation between Korvia and Norland in fighting smugglers": both of them."""
    start = group.start
    if group.voice != "gerund" or start == 0 or sentence.plain[start - 1] not in ("in", "on", "for"):
        return []
    at = sentence.find("between", start - _REACH, start - 1)
    return [] if at is None else [phrase for phrase in after(sentence, at + 1) if phrase[1] <= start]


_REACH: Final = 10


def holder_of(sentence: Sentence, group: VerbGroup, told: Sequence[Found]) -> tuple[Range | None, Range | None]:
    """Who takes the stance, and who says so where that is told in the same sentence."""
    if group.voice == "gerund":
        last = told[-1] if told else None
        follows = group.start > 1
        if last and follows and sentence.plain[group.start - 1] in ("of", "for") and last.target[1] == group.start - 1:
            return last.target, last.holder
        return _of_gerund(sentence, group.start), None
    if group.voice == "infinitive":
        start = group.start
        return _aims(sentence, start) or _opened(sentence, start) or by_purpose(sentence, start), None
    return subject(sentence, group.start), None


def _of_gerund(sentence: Sentence, start: int) -> Range | None:
    """Who does what a gerund says: the phrase before it, whose clause it is, or who made what stands before it."""
    previous = sentence.plain[start - 1] if start else ""
    if start > 1 and previous == "in" and (both := _joined_in(sentence, start - 1)):
        return both
    if previous in _BESIDE and (doer := _doer_beside(sentence, start - 1)):
        return doer
    if previous in _PREPOSITIONS | _NOT_DOING or _goes_on_deed(sentence, start):
        return None
    if start and not sentence.marks[start] and previous not in _CLAUSES:
        near = before(sentence, start, whole=False)
        is_where = near is not None and _is_where(sentence, near)
        if near and not is_where:
            if can_hold(sentence.words[slice(*near)]):
                return near
            return _maker_of(sentence, near)
    return clause_subject(sentence, start)


def _is_where(sentence: Sentence, near: Range) -> bool:
    """Whether a phrase tells where or with whom; but "…, with groups accusing Holt" tells who does it."""
    place = near[0] - 1
    if place < 0 or sentence.plain[place] not in ("on", "at", "in", "before", "with"):
        return False
    return sentence.plain[place] != "with" or not (place == 0 or sentence.marks[place].startswith(","))


def _doer_beside(sentence: Sentence, at: int) -> Range | None:
    """Who does something beside: "after attacking Holt, Ruiz left", "Ruiz responded by attacking Holt"."""
    opens = at == 0 or bool(sentence.marks[at]) or sentence.plain[at - 1] == "that"
    if opens:
        comma = next((n for n in range(at + 2, len(sentence)) if sentence.marks[n].startswith(",")), None)
        found = next(after(sentence, comma), None) if comma else None
        acts = found and found[1] < len(sentence) and tells(sentence, found[1])
        if found and acts and can_hold(sentence.words[slice(*found)]):
            return found
        return None if at == 0 else clause_subject(sentence, at)
    return clause_subject(sentence, at)


_BESIDE: Final = words("after by while since when before upon")


def _goes_on_deed(sentence: Sentence, start: int) -> bool:
    """Whether a gerund is joined to one of which nothing tells who does it: "in supporting the war and taking"."""
    if start == 0 or sentence.plain[start - 1] not in ("and", "or"):
        return False
    for place in range(start - 2, max(0, start - _REACH), -1):
        if sentence.marks[place + 1]:
            return False
        if sentence.plain[place].endswith("ing"):
            return sentence.plain[place - 1] in _PREPOSITIONS
    return False


def _maker_of(sentence: Sentence, thing: Range) -> Range | None:
    """Who wrote or sent what takes a side: "Ruiz wrote a letter condemning the levy"; "signs a petition" is as good."""
    verb = next((n for n in range(thing[0] - 1, max(-1, thing[0] - 4), -1) if sentence.plain[n] in _MAKING), None)
    return subject_before(sentence, verb) if verb is not None else None


_MAKING: Final = frozenset(
    form
    for verb in words(
        """write sign issue publish send release post file deliver give make launch hold introduce adopt pass air run
        lead join stage organise organize start begin tweet share table move submit draft circulate print carry read
        lodge bring unleash fire spend waste devote plan announce propose unveil pen record"""
    )
    for _, form in inflections(verb)
) | words("wrote sent gave made held led began ran brought spent")


def subject(sentence: Sentence, start: int) -> Range | None:
    """Who does what a verb group says: beside it, or the first of the sentence where no colon parts them."""
    found = subject_of(sentence, start)
    is_made = found and sentence.plain[start - 1] in _RELATIVES and not can_hold(sentence.words[slice(*found)])
    if found and is_made and (maker := _maker_of(sentence, found)):
        return maker
    return found if found or sentence.marks[start] in (":", ";") else clause_subject(sentence, start)


_PREPOSITIONS: Final = words(
    "as of for by from in after before to at on with without about since while when upon despite through"
)


def _joined_in(sentence: Sentence, place: int) -> Range | None:
    """Who joins somebody "in" something: "The union joined Holt in condemning the levy"."""
    verb = next((n for n in range(place - 1, max(0, place - _REACH), -1) if sentence.plain[n] in _JOIN), None)
    return subject_before(sentence, verb) if verb else None


_JOIN: Final = frozenset(form for kind, form in inflections("join") if kind != "gerund")

_NOT_DOING: Final = frozenset(
    form for verb in words("deny avoid risk consider stop quit mean involve") for _, form in inflections(verb)
) | {"out"}

_CLAUSES: Final = words("and while when but or")


def _aims(sentence: Sentence, to: int) -> Range | None:
    """Who has in mind what an infinitive says: "Ruiz's bid to block the dam", "announced a plan to ban it"."""
    if to == 0 or sentence.plain[to - 1] not in _EFFORTS or sentence.marks[to]:
        return None
    by_name = owner(sentence, to - 1)
    if by_name:
        return by_name
    verb = next((n for n in range(to - 2, max(-1, to - 6), -1) if sentence.plain[n] in _ANNOUNCING), None)
    return None if verb is None else subject_before(sentence, verb)


def _opened(sentence: Sentence, to: int) -> Range | None:
    """Who has in mind what opens a sentence: "To protest the levy, miners …", "Founded to oppose it, the union …"."""
    comma = next((n for n in range(to, len(sentence)) if sentence.marks[n].startswith(",")), None)
    opens = to == 0 or (to < _OPENED and sentence.plain[to - 1].endswith("ed"))
    subject = next(after(sentence, comma), None) if comma and opens else None
    return subject if subject and can_hold(sentence.words[slice(*subject)]) else None


_OPENED: Final = 4

_ANNOUNCING: Final = words(
    """announce announces announced launch launches launched make makes made lead leads led led back backs backed
    support supports supported approve approves approved pass passes passed sign signs signed introduce introduces
    introduced join joins joined unveil unveils unveiled renew renews renewed mount mounts mounted issue issues issued
    propose proposes proposed reiterate reiterated has have had begin began begins move moves moved file files filed
    table tables tabled bring brings brought submit submitted reach reached strike struck lodge lodged"""
)


def by_purpose(sentence: Sentence, to: int) -> Range | None:
    """Who does something in order to: "Miners marched to protest the levy"; of a headline who is "to" do it."""
    if to == 0 or sentence.marks[to]:
        return None
    opens = before(sentence, to)
    if opens and opens[0] == 0 and can_hold(sentence.words[slice(*opens)]):
        return opens
    in_order = sentence.plain[to - 2 : to] == ["in", "order"]
    for place in range(to - 1, max(-1, to - _PURPOSE_REACH), -1):
        word = sentence.plain[place]
        if word in _CLAUSES | _RELATIVES or sentence.marks[place + 1]:
            return None
        if word in _ACTING or (in_order and forms_of(word) & {"past", "third"}):
            verb = group_of(sentence, place, frozenset(forms_of(word)) or _FINITE)
            return None if verb is None or verb.negated or verb.voice != "active" else subject(sentence, verb.start)
        if word in AUXILIARIES or is_verb(sentence[place]):
            return None
    return None


_PURPOSE_REACH: Final = 12
_FINITE: Final = frozenset({"past"})
_RELATIVES: Final = words("that which who whose whom if")
_ACTING: Final = frozenset(
    form
    for verb in words(
        """meet gather march rally vote join go travel fly take use deploy send launch hold issue write sign form create
        found work spend allocate release donate raise move act mobilise mobilize hire file introduce tweet speak appear
        return come stand turn team organise organize convene pass pay stop assemble unite rush step intervene
        collaborate cooperate partner build draft propose establish invoke lobby campaign commit pledge invest mount
        rise storm block erect fund stage call walk strike flood pour line post publish print dispatch"""
    )
    for form_of, form in inflections(verb)
    if form_of in ("past", "third", "base")
) | words("took went flew sent held wrote spent came stood met spoke paid rose struck built")
