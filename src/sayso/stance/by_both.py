"""What two hold of each other: "Korvia and Norland signed a pact", "the feud between Ruiz and Holt"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from sayso.stance.cues import Cue
from sayso.stance.flags import with_flags
from sayso.stance.found import Found, of_cue
from sayso.stance.holders import joint
from sayso.stance.phrases import after
from sayso.stance.sentence import Range, Sentence, is_name
from sayso.stance.verb_groups import group_of, subject_of


def by_joint(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """A verb of which several are the subject: "Korvia and Norland signed a pact"; "with" has its own frame."""
    group = group_of(sentence, cue.start, cue.forms)
    subject = subject_of(sentence, group.start) if group and group.voice == "active" else None
    if group is None or subject is None or sentence.find("with", cue.end, cue.end + 1) is not None:
        return
    for found in _each_other(sentence, cue, list(joint(sentence, group, subject))):
        yield replace(with_flags(sentence, cue, group, found), mutual=True)


def by_between(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """A noun with "between" and those whose it is: "the pact between Korvia and Norland"."""
    one = next(after(sentence, cue.end), None)
    other = next(after(sentence, one[1] + 1), None) if one and sentence.find("and", one[1], one[1] + 1) else None
    yield from _each_other(sentence, cue, [one, other]) if one and other else ()


def _each_other(sentence: Sentence, cue: Cue, some: list[Range]) -> Iterator[Found]:
    named = [one for one in some if is_name(sentence[one[1] - 1])]
    for one, other in combinations(sorted(named), 2):
        yield replace(of_cue(cue, one, other), mutual=True)
