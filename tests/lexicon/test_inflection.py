import pytest

from sayso.lexicon.deeds import DONE
from sayso.lexicon.inflection import gerund, inflections, participle, past, third_person
from sayso.lexicon.stances import stances


@pytest.mark.parametrize(("verb", "forms"), [
    ("say", "says said said saying"),
    ("deny", "denies denied denied denying"),
    ("urge", "urges urged urged urging"),
    ("vow", "vows vowed vowed vowing"),
    ("stress", "stresses stressed stressed stressing"),
    ("admit", "admits admitted admitted admitting"),
    ("visit", "visits visited visited visiting"),
    ("hug", "hugs hugged hugged hugging"),
    ("fix", "fixes fixed fixed fixing"),
    ("quip", "quips quipped quipped quipping"),
    ("agree", "agrees agreed agreed agreeing"),
    ("lie", "lies lied lied lying"),
    ("boo", "boos booed booed booing"),
    ("veto", "vetoes vetoed vetoed vetoing"),
    ("write", "writes wrote written writing"),
])  # fmt: skip
def test_verbs_are_inflected_by_rule(verb: str, forms: str) -> None:
    assert [third_person(verb), past(verb), participle(verb), gerund(verb)] == forms.split()


def test_what_is_in_use_as_well_is_told_behind_the_usual_form() -> None:
    assert [form for kind, form in inflections("label") if kind == "past"] == ["labeled", "labelled"]
    assert [form for kind, form in inflections("learn") if kind == "participle"] == ["learned", "learnt"]


@pytest.mark.parametrize("form", ["hugged", "grabbed", "kidnapped", "drove", "travelled"])
def test_deeds_are_known_by_the_same_forms(form: str) -> None:
    assert form in DONE


@pytest.mark.parametrize("form", ["slammed", "regretted", "misled", "stripped", "channelled"])
def test_stances_are_known_by_the_same_forms(form: str) -> None:
    assert form in stances()
