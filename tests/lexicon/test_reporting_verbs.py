import pytest

from sayso.lexicon.reporting_verbs import ACT_OF, forms_of, gerund, lemmas_of, past, third_person


@pytest.mark.parametrize(
    ("verb", "third", "before", "during"),
    [
        ("say", "says", "said", "saying"),
        ("deny", "denies", "denied", "denying"),
        ("vow", "vows", "vowed", "vowing"),
        ("urge", "urges", "urged", "urging"),
        ("stress", "stresses", "stressed", "stressing"),
        ("admit", "admits", "admitted", "admitting"),
        ("tell", "tells", "told", "telling"),
        ("agree", "agrees", "agreed", "agreeing"),
    ],
)
def test_verbs_are_inflected_by_rule(verb: str, third: str, before: str, during: str) -> None:
    assert (third_person(verb), past(verb), gerund(verb)) == (third, before, during)


def test_every_form_leads_back_to_its_verb() -> None:
    for verb in ACT_OF:
        assert all(verb in lemmas_of(form) for form in (verb, third_person(verb), past(verb), gerund(verb)))


def test_a_form_tells_what_it_can_be() -> None:
    assert forms_of("Said") == {"past", "participle"}
    assert forms_of("dam") == frozenset()


def test_a_demand_is_speech_and_a_wish_is_not() -> None:
    assert (ACT_OF["demand"], ACT_OF["want"], ACT_OF["fear"]) == ("said", "wanted", "thought")
