"""A side within one word: "the Korvia-backed rebels", "anti-Holt campaigner Ana Ruiz"."""

from collections.abc import Iterator
from typing import Final

from sayso.data.position import Polarity
from sayso.lexicon.english import ROLES
from sayso.stance.found import Found
from sayso.stance.parties import COMPOUND
from sayso.stance.phrases import after
from sayso.stance.sentence import Sentence, is_name

_RELATIONS: Final = {"funded": "aid", "financed": "aid", "armed": "aid", "trained": "aid", "supplied": "aid"}
_SIDES: Final[dict[str, Polarity]] = {"anti": "negative", "pro": "positive"}


def by_compound(sentence: Sentence) -> Iterator[Found]:
    """Whoever backs somebody in one word; of who is "anti" or "pro" only those with a name take a side."""
    for at, word in enumerate(sentence.words):
        found = COMPOUND.fullmatch(word.text)
        phrase = next(after(sentence, at + 1), None) if found else None
        if found is None or phrase is None or sentence.marks[phrase[0]] or (found["whom"] or "").casefold() in ROLES:
            continue
        if found["how"]:
            yield Found((at, at + 1), phrase, _RELATIONS.get(found["how"], "support"), "positive", (at, at + 1))
            continue
        first = next((n for n in range(*phrase) if all(map(is_name, sentence.words[n : phrase[1]]))), None)
        if first is not None and (first > phrase[0] or not sentence.is_titled):
            side = _SIDES[found["side"].casefold()]
            relation = "support" if side == "positive" else "reject"
            yield Found((first, phrase[1]), (at, at + 1), relation, side, (at, at + 1))
