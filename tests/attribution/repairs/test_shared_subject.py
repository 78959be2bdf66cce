"""Of two verbs with one subject the second vouches for the first: "Doe confirmed the talks and said that …"."""

from dataclasses import replace

import pytest

from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.shared_subject import VOUCHED, with_vouched_verbs
from tests.attribution.repairs.tied import tied


def least_score(marked: str) -> float:
    """The least score of the first attribution, all of whose pieces the model doubted."""
    text, (first, second) = tied(marked.replace("[s2 ]", ""))
    doubted = _scored(first, 0.1)
    (found, *_) = with_vouched_verbs(text, [doubted, replace(second, source=doubted.source)])
    return min(piece.score for piece in (found.cue, found.source, *found.contents) if piece)


def _scored(linked: Linked, score: float) -> Linked:
    def scored(piece: Piece | None) -> Piece | None:
        return piece and piece._replace(score=score)

    contents = tuple(piece._replace(score=score) for piece in linked.contents)
    return replace(linked, cue=scored(linked.cue), source=scored(linked.source), contents=contents)


def test_the_second_verb_vouches_for_the_first() -> None:
    assert (
        least_score("[s1 Doe] [c1 confirmed] [t1 talks with the port] and [c2 said] [t2 that they go on].") == VOUCHED
    )


@pytest.mark.parametrize(
    "marked",
    [
        "[s1 Doe] [c1 bought] [t1 the old port] and [c2 said] [t2 that it was cheap].",
        "[s1 Doe], once mayor, [c1 confirmed] [t1 the talks] and [c2 said] [t2 that they go on].",
        "[s1 Doe] [c1 confirmed] [t1 the talks]. It rained. He [c2 said] [t2 that they go on].",
    ],
)
def test_of_other_verbs_and_of_those_farther_off_it_tells_nothing(marked: str) -> None:
    assert least_score(marked) == 0.1
