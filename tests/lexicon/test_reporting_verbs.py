from sayso.lexicon.inflection import inflections
from sayso.lexicon.reporting_verbs import ACT_OF, forms_of, lemmas_of


def test_every_form_leads_back_to_its_verb() -> None:
    for verb in ACT_OF:
        assert all(verb in lemmas_of(form) for _, form in inflections(verb))


def test_a_form_tells_what_it_can_be() -> None:
    assert forms_of("Said") == {"past", "participle"}
    assert forms_of("dam") == frozenset()


def test_a_demand_is_speech_and_a_wish_is_not() -> None:
    assert (ACT_OF["demand"], ACT_OF["want"], ACT_OF["fear"]) == ("said", "wanted", "thought")
