"""A noun that takes a side: "his criticism of the dam", "voiced support for it", "drew praise from Ruiz"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sayso.lexicon.english import POSSESSIVES, words
from sayso.lexicon.inflection import inflections
from sayso.stance.clauses import clause_subject, owner, subject_before
from sayso.stance.cues import Cue
from sayso.stance.flags import with_flags
from sayso.stance.found import Found, can_be_target, is_noun, of_cue
from sayso.stance.phrases import after
from sayso.stance.sentence import DETERMINERS, Range, Sentence
from sayso.stance.verb_groups import goes_on_duty, group_of
from sayso.stance.wanted import wanted_by


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for _, form in inflections(verb))


_EXPRESS: Final = _forms(
    """express voice announce declare reiterate offer show organise organize hold stage lead launch issue repeat renew
    give pledge continue vow file stand take make impose slap lavish heap send provide extend grant pour double level
    lodge bring mount wage maintain have harbour harbor feel join sign pen publish articulate confirm affirm reaffirm
    signal declare place put donate contribute raise unleash deliver carry conduct intensify escalate step ramp plan
    prepare back open begin start resume demand seek want urge lose register convey proclaim state demonstrate reveal
    underline underscore stress emphasise emphasize emphasised mobilise mobilize rally vent spew hurl direct aim
    """
)
_CEASE: Final = _forms(
    """end halt stop suspend cut freeze withdraw lift ease drop withhold cancel scrap block abandon reverse deny refuse
    relax terminate pull rescind slash reduce remove"""
)
_DRAW: Final = _forms(
    """draw win face earn receive meet attract provoke spark garner prompt get suffer endure gain enjoy trigger
    encounter find incur secure have see run raise take accept
    collect solicit pocket elicit invite arouse evoke weather brave command"""
) | words("met amid despite under including with")
_APART: Final = words("if that when because who which unless whether while after before until as but")
_WITHIN: Final = words("into of for against about over")
"""Prepositions of another noun: who drops an inquiry into charges against Holt lifts none of the charges."""
_MEASURES: Final = words(
    "day wave series round barrage storm string flurry spate litany stream torrent campaign line words message letter"
)
"""Of these a noun tells what they are: "launched a barrage of attacks on"."""
_ABOUT: Final = words("of to for over about against on at")
_HELPERS: Final = words("to will would can could may might must should shall did do does")
_LONGEST: Final = 8


def by_noun(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """The positions that a noun shows whose target stands behind it."""
    if cue.stance.kind == "drawn":
        yield from _drawn(sentence, cue)
        return
    if cue.start and sentence.plain[cue.start - 1] in _HELPERS:
        return
    owned = owner(sentence, cue.start)
    for target in after(sentence, cue.end):
        may_be_verb = sentence.plain[cue.end - 1] == "to" and not is_noun(sentence, target)
        if not can_be_target(sentence, target) or may_be_verb:
            continue
        is_named = owned is not None and sentence.plain[owned[0]] not in POSSESSIVES
        found = None if is_named else _expressed(sentence, cue, target)
        if found:
            # "lifted its embargo on": what is done to it tells more than whose it is.
            yield found
        elif owned:
            yield of_cue(cue, owned, target)
        else:
            yield from _from_behind(sentence, cue, target)


def _expressed(sentence: Sentence, cue: Cue, target: Range) -> Found | None:
    """ "voiced strong support for the bill"; who ends or lifts it is on the other side."""
    for place in range(cue.start - 1, max(-1, cue.start - _LONGEST), -1):
        word = sentence.plain[place]
        if word in _EXPRESS | _CEASE:
            return _by_light_verb(sentence, cue, target, place)
        if word == "of" and sentence.plain[place - 1] in _MEASURES:
            continue
        if word in _DRAW | _APART | _WITHIN | {"to"} or sentence.marks[place + 1] in (".", ";", ":", "—"):
            return None
    return None


def _by_light_verb(sentence: Sentence, cue: Cue, target: Range, place: int) -> Found | None:
    word = sentence.plain[place]
    form = frozenset({"gerund"} if word.endswith("ing") else {"past"})
    group = group_of(sentence, place, form)
    holder = subject_before(sentence, place) if group else None
    if group is None or holder is None or goes_on_duty(sentence, group):
        return None
    found = of_cue(cue, holder, target, place)
    if "no" in sentence.plain[place : cue.start]:
        found = replace(found, negated=True)
    if word in _CEASE:
        found = found.turned("sanction" if cue.stance.polarity == "positive" else "support")
    return replace(with_flags(sentence, cue, group, found), mutual=cue.stance.mutual)


def _from_behind(sentence: Sentence, cue: Cue, target: Range) -> Iterator[Found]:
    """ "opposition to the plan from unions", "criticism of Holt by Ruiz"."""
    at = target[1]
    if at + 1 < len(sentence) and sentence.plain[at] in ("by", "from") and not sentence.marks[at]:
        yield from (of_cue(cue, holder, target) for holder in after(sentence, at + 1))


def _drawn(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "drew criticism from Ruiz": towards whoever draws it, or what stands behind "over"."""
    holders = list(after(sentence, cue.end))
    if not holders:
        return
    if cue.stance.relation == "appeal":
        yield from _called_for(sentence, cue, holders)
        return
    target = _about(sentence, holders[-1][1]) or _who_draws(sentence, cue)
    if target is None or not can_be_target(sentence, target):
        return
    negated = _is_undrawn(sentence, cue)
    for holder in holders:
        yield replace(of_cue(cue, holder, target), negated=negated)


def _is_undrawn(sentence: Sentence, cue: Cue) -> bool:
    """Whether nothing is drawn: "hasn't won a single endorsement from"."""
    draws = (n for n in range(cue.start - 1, max(-1, cue.start - _LONGEST), -1) if sentence.plain[n] in _DRAW)
    place = next(draws, None)
    group = group_of(sentence, place, frozenset({"past"})) if place else None
    return group is not None and (group.negated or "no" in sentence.plain[place : cue.start])


def _called_for(sentence: Sentence, cue: Cue, holders: Sequence[Range]) -> Iterator[Found]:
    """ "calls from Ruiz to scrap the levy", "calls from Ruiz for a bridge"."""
    at = holders[-1][1]
    if at + 2 >= len(sentence) or sentence.plain[at] not in ("to", "for"):
        return
    wanted = [(phrase, cue.stance.polarity) for phrase in after(sentence, at + 1)]
    for target, side in wanted_by(sentence, at + 1) if sentence.plain[at] == "to" else wanted:
        yield from (replace(of_cue(cue, holder, target), polarity=side) for holder in holders)


def _about(sentence: Sentence, at: int) -> Range | None:
    if at + 1 < len(sentence) and sentence.plain[at] in _ABOUT - {"on", "at"} and not sentence.marks[at]:
        return next(after(sentence, at + 1), None)
    return None


_APART_FROM_NOUN: Final = words("in out of to for with by on at as")
"""Between a verb and what it draws: "has come out in support of the strike" draws no support."""


def _who_draws(sentence: Sentence, cue: Cue) -> Range | None:
    inside = [place for place in range(cue.start + 2, cue.end) if sentence.plain[place] in _DRAW]
    if inside:
        # "the opposition that he faced from Ruiz"
        start = cue.start + 1 + (sentence.plain[cue.start + 1] in ("that", "which"))
        return (start, inside[0]) if start < inside[0] else None
    for place in range(cue.start - 1, max(-1, cue.start - _LONGEST), -1):
        word = sentence.plain[place]
        if word in _DRAW:
            if word in ("amid", "despite", "under", "including", "with"):
                return clause_subject(sentence, place)
            return subject_before(sentence, place)
        if (word not in DETERMINERS and sentence.marks[place + 1]) or word in _APART_FROM_NOUN:
            return None
    return None
