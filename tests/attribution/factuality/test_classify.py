from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.marked import Case, cases, in_doc
from sayso.attribution.factuality.classify import modality
from sayso.attribution.factuality.rules import AROUND_SOURCE, VERB_GROUP, Rule
from sayso.data.statement import Act, Attribution
from sayso.text.doc import Doc

TUNED = [case for case in cases() if not case.set_aside]
KNOWN_WRONG = ("The mayor did not stop there, adding",)
"""A cue of two verbs, the first of them negated: not read yet."""


@pytest.mark.parametrize("case", TUNED, ids=lambda case: case.text)
def test_a_clause_tells_whether_it_was_said(case: Case, request: pytest.FixtureRequest) -> None:
    if case.text.startswith(KNOWN_WRONG):
        request.applymarker(pytest.mark.xfail(strict=True))
    found = modality(Doc(case.text), case.attribution)
    labels = (case.negated, case.denied, case.hypothetical, case.act)
    assert (found.negated, found.denied, found.hypothetical, found.act) == labels


def judged(sentence: str) -> tuple[bool, bool, str]:
    found = modality(*in_doc(sentence))
    return found.negated, found.hypothetical, found.act


def test_a_denial_is_an_act_that_took_place() -> None:
    assert judged("<Ruiz> {denied} [that the dam leaked].") == (False, False, "said")


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ruiz> {ruled out} [that the workers would strike].",
        "<Ruiz> {called} [the claim that he had fled false].",
        "<Ruiz> {dismissed} [the reports as “nonsense.”]",
    ],
)
def test_what_is_ruled_out_or_called_false_is_denied(sentence: str) -> None:
    assert modality(*in_doc(sentence)).denied


@pytest.mark.parametrize(
    "sentence", ["<Ruiz> {ruled out} [a vote on the dam].", "<Ruiz> {called} [the vote on the dam wrong]."]
)
def test_what_is_only_judged_is_not(sentence: str) -> None:
    assert not modality(*in_doc(sentence)).denied


def test_but_to_deny_having_said_is_not_to_have_said() -> None:
    assert judged("<Ruiz> {denied saying} [that the dam leaked].") == (True, False, "said")


def test_to_decline_to_comment_is_an_act_that_took_place() -> None:
    for words in ("<Ruiz> {declined to comment} [on the dam].", "<Ruiz> did not {wish} [to comment on the dam]."):
        assert judged(words) == (False, False, "did not comment")


def test_the_words_of_the_content_count_for_nothing() -> None:
    assert judged("<Ruiz> {said} [she might not say if nobody asked].") == (False, False, "said")


def test_a_negation_in_an_aside_about_the_speaker_counts_for_nothing() -> None:
    assert judged("<Ruiz>, who did not attend, {said} [that the dam would hold].") == (False, False, "said")


def test_a_colon_as_cue_reports_speech() -> None:
    assert judged("<Ruiz>{:} [Dam will hold]") == (False, False, "said")


def test_without_a_cue_it_was_said() -> None:
    assert judged("[“We will not pay.”]") == (False, False, "said")


@pytest.mark.parametrize("rule", [*VERB_GROUP, *AROUND_SOURCE], ids=lambda rule: rule.example)
def test_every_rule_has_an_example_and_an_effect(rule: Rule) -> None:
    assert rule.example
    assert rule.effect in ("asserted", "negated", "hypothetical", "both", "silent")


@given(st.lists(st.text(min_size=1, max_size=30), min_size=3, max_size=3), st.permutations(range(3)), st.text())
def test_any_text_is_judged(parts: list[str], order: list[int], between: str) -> None:
    clean = [part.translate({ord(sign): " " for sign in "<>{}[]"}) for part in parts]
    marks = (f"<{clean[0]}>", f"{{{clean[1]}}}", f"[{clean[2]}]")
    glue = between.translate({ord(sign): " " for sign in "<>{}[]"})
    doc, attribution = in_doc(glue.join(marks[place] for place in order))
    assert isinstance(attribution, Attribution)
    assert modality(doc, attribution).act in get_args(Act)
