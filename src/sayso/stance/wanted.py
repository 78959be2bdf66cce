"""What somebody wants done: "build the bridge and scrap the levy", and whether it shall be or end."""

from collections.abc import Iterator
from typing import Final

from sayso.data.position import Polarity
from sayso.lexicon.english import words
from sayso.lexicon.inflection import inflections
from sayso.lexicon.stances import stances
from sayso.stance.found import can_be_target
from sayso.stance.phrases import after
from sayso.stance.sentence import Range, Sentence, is_adverb, is_name

_END_BY_TWO: Final = frozenset({("break", "up"), ("rein", "in"), ("phase", "out"), ("wind", "down"), ("scale", "back")})
DONE: Final = words(
    """secure stop end halt abandon withdraw lift remove leave cut prevent overturn repeal reverse dismantle abolish
    build pass adopt implement enact restore respect defend protect guarantee ensure free release resume invest fund"""
)
MADE: Final = DONE | words(
    """keep give provide expand extend strengthen improve increase raise grant hold open create establish introduce
    launch apply allow sign complete finish publish join renew continue maintain preserve save rebuild allocate deliver
    set
    restart reopen finance reform revive reintroduce legalise legalize
    show send include use hire buy"""
)
END: Final = words(
    """stop end drop halt abandon withdraw scrap cancel reject block oppose lift remove quit ban leave cut condemn
    prevent avoid overturn repeal undo reverse dismantle abolish close shut take reconsider rescind revoke
    suspend delay postpone limit curb reduce defeat fight combat tackle counter destroy resist stem eliminate erase"""
)


def wanted_by(sentence: Sentence, verb: int) -> Iterator[tuple[Range, Polarity]]:
    """What shall be done, and whether it shall be or end: "build the bridge and scrap the levy"."""
    wanted = list(_wanted(sentence, verb))
    yield from wanted
    end = wanted[-1][0][1] if wanted else len(sentence)
    goes_on = end + 2 < len(sentence) and sentence.plain[end] in ("and", "or") and not is_name(sentence[end + 1])
    if goes_on and (sentence.plain[end + 1] in (DONE | END) - {"leave"} or _is_base(sentence.plain[end + 1])):
        yield from _wanted(sentence, end + 1)


def _is_base(word: str) -> bool:
    return any(s.kind == "verb" and s.form == "base" for s in stances().get(word, ()))


def deed_of(sentence: Sentence, at: int) -> list[tuple[Range, Polarity]]:
    """What is done by a gerund, and on which side it is: "raising the levy", "quickly closing the port"."""
    at += is_adverb(sentence[at]) and at + 1 < len(sentence)
    return list(_wanted(sentence, at)) if sentence.plain[at].endswith("ing") else []


def _wanted(sentence: Sentence, verb: int) -> Iterator[tuple[Range, Polarity]]:
    form = "gerund" if sentence.plain[verb].endswith("ing") else "base"
    word = _GERUNDS.get(sentence.plain[verb], sentence.plain[verb])
    known = [s for s in stances().get(sentence.plain[verb], ()) if s.kind == "verb" and s.form == form]
    for told in known:
        end = verb + 1 + len(told.rest)
        if tuple(sentence.plain[verb + 1 : end]) == told.rest and told.polarity != "neutral":
            end += (
                2
                if sentence.plain[end : end + 1] == ["and"] and any(map(_is_base, sentence.plain[end + 1 : end + 2]))
                else 0
            )
            yield from ((phrase, told.polarity) for phrase in after(sentence, end) if can_be_target(sentence, phrase))
            return
    ends = word in END or (word, *sentence.plain[verb + 1 : verb + 2]) in _END_BY_TWO
    if not ends and word not in MADE:
        # "to face the facts", "to unwind the deal": what is done to it cannot be told.
        return
    side: Polarity = "negative" if ends else "positive"
    verb += verb + 1 < len(sentence) and sentence.plain[verb + 1] in ("down", "off", "out", "up", "back")
    yield from ((phrase, side) for phrase in after(sentence, verb + 1) if can_be_target(sentence, phrase))


_GERUNDS: Final = {form: verb for verb in MADE | END for kind, form in inflections(verb) if kind == "gerund"}
