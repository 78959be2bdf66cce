"""Words by which the sense of a sentence turns: not, thirteen, must, some, open and close.

Data: what is listed here may not differ between two printings of one saying. All are in lower case.
"""

from typing import Final

from sayso.lexicon.english import words
from sayso.lexicon.expressions import sections
from sayso.lexicon.inflection import IRREGULAR as VERBS

NEGATIONS: Final = words(
    "not never no none nobody nothing nowhere neither nor without hardly barely scarcely unlikely untrue false"
)

REVERSALS: Final = words("refuse fail deny decline reject doubt lack stop cease halt unable impossible")
"""Verbs and the like, by their stems' words, that turn what they govern: "refused to sign" is not "signed"."""

MODALS: Final[dict[str, str]] = {
    **dict.fromkeys(("will", "would", "shall"), "will"),
    **dict.fromkeys(("may", "might", "can", "could", "possibly", "perhaps", "maybe", "probably", "likely"), "may"),
    **dict.fromkeys(("must", "need", "needs", "needed"), "must"),
    **dict.fromkeys(("should", "ought"), "should"),
}

CONDITIONS: Final = words("if provided")
"""Besides “unless”, which is “if not”."""

DIRECTIVES: Final = words("ask urge want demand appeal call request")
"""What is asked of somebody is what they should do."""

QUANTITIES: Final[dict[str, str]] = {
    **dict.fromkeys(("all", "every", "each", "everyone", "everybody", "everything"), "all"),
    **dict.fromkeys(("always", "entire", "whole"), "all"),
    **dict.fromkeys(("most", "mostly", "largely"), "most"),
    **dict.fromkeys(("many", "much", "often", "numerous"), "many"),
    **dict.fromkeys(("some", "several", "sometimes", "someone", "somebody", "partly"), "some"),
    **dict.fromkeys(("few", "little", "rarely", "seldom"), "few"),
    **dict.fromkeys(("only", "merely", "solely"), "only"),
    **dict.fromkeys(("almost", "nearly"), "almost"),
}

_CARDINALS: Final = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS: Final = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_GREAT: Final = {"twice": 2, "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
NUMBERS: Final[dict[str, int]] = {
    **{word: n for n, word in enumerate(_CARDINALS, 2)},
    **{word: 10 * n for n, word in enumerate(_TENS, 3)},
    **{word: -n for n, word in enumerate(_ORDINALS, 1)},
    **_GREAT,
}
"""An ordinal is negative, so that it is not its cardinal."""

_LISTS: Final = sections("senses.txt")
OPPOSITES: Final = tuple(tuple(pair.split("/")) for pair in _LISTS["opposites"].replace("|", " ").split())
"""Pairs of words that cannot both be so."""

IRREGULAR: Final = {form: verb for verb, kinds in VERBS.items() for forms in kinds for form in forms} | {
    form: base for base, *forms in map(str.split, _LISTS["irregular"].split("|")) for form in forms
}
"""The word that an irregular form is of."""

PRONOUNS: Final = words(
    """
    i we he she they it you me him her us them my our his their its your mine ours theirs hers yours myself
    ourselves himself herself themselves itself this these those one who whom whose which what that there
    """
)

AUXILIARIES: Final[dict[str, str]] = {
    **dict.fromkeys(("is", "are", "was", "were", "been", "being", "am", "be"), "be"),
    **dict.fromkeys(("has", "have", "had", "having"), "have"),
    **dict.fromkeys(("does", "did", "do", "done", "doing"), "do"),
}

LIGHT: Final = words(
    """
    a an the and or but so as at by for from in into of off on onto out over than then to too up upon with about
    also again am any because how when where while since until during through just very now still yet already ever
    said say says told
    """
)
