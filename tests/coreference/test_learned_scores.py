"""Where the rules leave a pronoun or a description open, the model's evidence decides, if it is strong."""

from tests.coreference.tale import tell

TWO_MEN = "[Ben Holt] and [Tom Doran] met. {He => %s} said «no»."


def test_two_rivals_stay_two_without_evidence() -> None:
    tell(TWO_MEN % "? Ben Holt or Tom Doran")


def test_strong_evidence_decides_between_two_rivals() -> None:
    tell(TWO_MEN % "Tom Doran", {"He": ("Tom Doran", 0.9)})


def test_weak_evidence_does_not() -> None:
    tell(TWO_MEN % "? Ben Holt or Tom Doran", {"He": ("Tom Doran", 0.5)})


def test_strong_evidence_overrules_a_rule() -> None:
    tale = "[Ben Holt] left. He had met [Tom Doran]. [Ben Holt] laughed. {He => %s} said «no»."
    tell(tale % "Ben Holt")
    tell(tale % "Tom Doran", {"He": ("Tom Doran", 0.95)})


def test_a_name_that_does_not_agree_is_never_taken() -> None:
    tale = "Mr. [Ben Holt] and Mr. [Tom Doran] met Mrs. [Ana Ruiz]. {He => ? Ben Holt or Tom Doran} said «no»."
    tell(tale, {"He": ("Ana Ruiz", 0.99)})


def test_a_description_that_no_role_explains_is_decided_by_evidence() -> None:
    tell("[Ben Holt] left. {The 61-year-old => ~ the 61-year-old} said «no».")
    tell("[Ben Holt] left. {The 61-year-old => Ben Holt} said «no».", {"The 61-year-old": ("Ben Holt", 0.9)})


def test_less_evidence_will_do_for_a_description_than_for_he() -> None:
    tell("[Ben Holt] left. {The activist => Ben Holt} said «no».", {"The activist": ("Ben Holt", 0.82)})


def test_a_person_is_no_precinct() -> None:
    tell("[Ben Holt] left. {The precinct => ~ the precinct} said «no».", {"The precinct": ("Ben Holt", 0.9)})


def test_whom_the_evidence_doubts_is_less_sure() -> None:
    tale = "[Ben Holt] left. {He => Ben Holt} said «no»."
    doubted, sure = (tell(tale, {"He": ("Ben Holt", chance)}).statements[0].speaker for chance in (0.5, 0.95))
    assert doubted
    assert sure
    assert doubted.confidence < sure.confidence


def test_the_company_is_the_one_that_has_just_spoken() -> None:
    tell("{[Acme|organisation] => Acme} said «no». {The company => Acme} said «never».")
    tell("{[Acme|organisation] => Acme} said «no». {The court => ~ the court} said «yes».")


def test_the_company_is_an_organisation() -> None:
    tale = "[Acme|organisation] hired [Ben Holt]. {The company => %s} said «no»."
    tell(tale % "Acme", {"The company": ("Acme", 0.9)})
    tell(tale % "Acme", {"The company": ("Ben Holt", 0.9)})


def test_the_italian_is_a_person_where_evidence_says_so() -> None:
    tale = "[Enzo Bianchi] left. {The [Italian|group] => %s} said «no»."
    tell(tale % "Italian")
    tell(tale % "Enzo Bianchi", {"The Italian": ("Enzo Bianchi", 0.9)})


def test_who_was_once_she_is_not_he_later() -> None:
    tale = """
        [Sascha Ruiz] came. {She => Sascha Ruiz} said «no».
        Later [Acme|organisation] spoke. {He => ? nobody} said «yes».
    """
    tell(tale, {"He": ("Sascha Ruiz", 0.99)})


def test_a_firm_is_not_meant_by_he() -> None:
    tale = "[Ben Holt] met [Halden Hydro]. {He => Ben Holt} said «no»."
    tell(tale, {"He": ("Halden Hydro", 0.99)})


def test_a_rules_answer_that_is_unlikely_is_left_open_with_both_named() -> None:
    tale = "[Tom Doran] came. [Ben Holt] left. {He => ? Tom Doran or Ben Holt} said «no»."
    tell(tale, {"He": ("Tom Doran", 0.55)})
