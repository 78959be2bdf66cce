"""Sources that name somebody, that describe somebody, and that leave somebody unnamed."""

import re

import pytest

from sayso.coreference import resolve
from sayso.data.actor import Mention
from sayso.data.article import Article, Document, Span
from sayso.data.statement import Attribution, Statement
from sayso.text.doc import Doc
from tests.coreference.tale import tell


def test_a_surname_leads_to_the_full_name() -> None:
    told = tell("[Ana Ruiz] spoke on Monday. {[Ruiz] => Ana Ruiz} said «the dam is safe».")
    assert told.actor("Ana Ruiz").names == ("Ana Ruiz", "Ruiz")
    assert told.actor("Ana Ruiz").id == "person:ana-ruiz"


def test_a_name_that_the_head_missed_is_found_again() -> None:
    told = tell("[Ana Ruiz] spoke. {Ruiz => Ana Ruiz} said «no». Reporters asked Ruiz again.")
    assert [span.text for span in told.actor("Ana Ruiz").mentions] == ["Ana Ruiz", "Ruiz", "Ruiz"]


def test_a_source_that_ran_on_from_the_left_ends_in_its_speaker() -> None:
    tell("About {the visit to [Acme Council|organisation] [Ana Ruiz] => Ana Ruiz} said «no».")


def test_a_label_in_capitals_is_the_family_name() -> None:
    tell(
        """
        We spoke to [Henrik Aas], an engineer.
        {AAS => Henrik Aas}: «The bridge is safe.»
        """
    )


def test_a_source_that_looks_like_a_name_is_one() -> None:
    tell("{Spokesman Bahram Doran => Bahram Doran} said «no». According to {Doran => Bahram Doran}, «never».")


def test_a_name_alone_after_a_description_is_the_speaker() -> None:
    tell("{A passenger, [Ana Ruiz], => Ana Ruiz} said «no». {Her company, [Acme|organisation], => Acme} said «yes».")


def test_letters_behind_a_name_belong_to_it() -> None:
    tell("{The head of the harbour board, Dame [Ruth Ole] OBE FRS, => Ruth Ole} said «no». [Ana Ruiz] left.")


def test_a_word_that_opens_a_sentence_is_no_name_by_its_capital() -> None:
    tell("{Critics => ~ Critics} said «no». {Police => ~ Police} agreed.")


def test_a_capital_city_is_no_person() -> None:
    tell("On Monday {Tehran => Iran} said «no».")


def test_two_of_one_surname_are_told_apart_by_title() -> None:
    tell("[John Smith] and [Mary Smith] met. {Mrs [Smith] => Mary Smith} said «yes».")


def test_two_of_one_surname_without_title_are_nobody() -> None:
    tell("[John Smith] and [Mary Smith] met. {[Smith] => ? John Smith or Mary Smith} said «yes».")


def test_the_reader_knows_only_whom_the_text_has_named_so_far() -> None:
    tell(
        """
        [John Smith] came. {[Smith] => John Smith} said «yes».
        Later his daughter [Mary Smith] came.
        """
    )


def test_mr_is_not_the_woman_of_that_name() -> None:
    told = tell("{Mr. [Doran] => Doran} said «yes». His wife, [Michelle Doran], did not.")
    assert [actor.name for actor in told.actors] == ["Doran", "Michelle Doran"]


def test_a_spelling_variant_is_the_same_person() -> None:
    told = tell("[Bashar al-Asod] left. {[Bashar al-Assod] => Bashar al-Asod} said «no».")
    assert told.actors[0].names == ("Bashar al-Asod", "Bashar al-Assod")


def test_a_span_that_the_head_cut_is_mended() -> None:
    tell("{[Ban Ok]-moon, the secretary general => Ban Ok-moon} said «no».")


def test_titles_inside_the_span_come_off_and_become_roles() -> None:
    told = tell("{[Gen. Omar Doran] => Omar Doran} said «no».")
    assert told.actors[0].roles == ("Gen.",)


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("Dr [Ana Ruiz]", "Dr"),
        ("Mrs [Ana Ruiz]", None),
        ("Kuwaiti Foreign Minister [Ana Ruiz]", "Kuwaiti Foreign Minister"),
        ("retired brigadier general [Ana Ruiz]", "retired brigadier general"),
        ("[Ana Ruiz], the mayor of Porto Lindo,", "mayor of Porto Lindo"),
        ("Dr [Ana Ruiz], the mayor of Porto Lindo,", "mayor of Porto Lindo"),
        ("[Ana Ruiz], 47,", None),
        ("The state’s campaign chairman, [Ana Ruiz],", "state’s campaign chairman"),
        ("Spokeswoman for the [Water Ministry|organisation] [Ana Ruiz]", "Spokeswoman for the Water Ministry"),
        ("[Bo Doe]’s campaign manager [Ana Ruiz]", "Bo Doe’s campaign manager"),
    ],
)
def test_the_head_of_the_phrase_speaks_and_the_rest_is_a_role(source: str, role: str | None) -> None:
    told = tell(f"On Monday {{{source} => Ana Ruiz}} said «no».")
    assert told.statements[0].role == role


@pytest.mark.parametrize(
    "source",
    [
        "a spokesman for [Ana Ruiz]",
        "[Ana Ruiz]’s doctor",
        "[Ruiz] supporters",
        "officials",
        "people familiar with the matter",
        "two aides to [Ana Ruiz]",
        "an official at [Acme Corp|organisation]",
    ],
)
def test_whoever_is_not_named_speaks_by_his_description(source: str) -> None:
    words = re.sub(r"\[|\|\w+\]|\]", "", source)
    tell(f"On Monday {{{source} => ~ {words}}} said «no».")


def test_several_speak_together() -> None:
    tell("{[Ana Ruiz] and [Bo Doe] => Ana Ruiz + Bo Doe} said «no».")
    tell("{[Ana Ruiz], [Bo Doe] and [Cy Roe] => Ana Ruiz + Bo Doe + Cy Roe} said «no».")
    tell("{Critics of the dam, like Senators [Ana Ruiz] and [Bo Doe], => Ana Ruiz + Bo Doe} said «no».")


def test_a_description_leads_to_the_one_who_has_that_role() -> None:
    told = tell("[Ana Ruiz], the mayor of Porto Lindo, came. {The mayor => Ana Ruiz} said «no».")
    assert told.statements[0].speaker is not None
    assert told.statements[0].speaker.via == "role"


def test_an_office_with_another_rank_is_another_office() -> None:
    tell("Former President [Bo Doe] came. {The president => ~ the president} said «no».")
    tell("Former President [Bo Doe] came. {The former president => Bo Doe} said «no».")


def test_an_office_of_another_country_is_another_office() -> None:
    tell("Kuwaiti Foreign Minister [Bo Doran] came. {The Omani minister => ~ the Omani minister} said «no».")


def test_two_holders_of_an_office_are_nobody() -> None:
    tell("Senators spoke. Sen. [Bo Doe] met Sen. [Cy Roe]. {The senator => ? Bo Doe or Cy Roe} said «no».")


def test_his_lawyer_is_not_any_lawyer() -> None:
    tell("[Bo Doe] met [Ana Ruiz], a lawyer. {His lawyer => ~ his lawyer} said «no».")


def test_an_organisation_speaks_by_name_acronym_and_noun() -> None:
    told = tell(
        """
        The [Gulf Water Council|organisation] (GWC) met. {The [GWC|organisation] => Gulf Water Council} said «no».
        {The council => Gulf Water Council} said «never».
        """
    )
    assert told.statements[1].speaker is not None
    assert told.statements[1].speaker.via == "description"


def test_the_company_is_the_one_with_a_legal_form() -> None:
    tell("[Acme Inc.|organisation] met the [Water Ministry|organisation]. {The company => Acme Inc} said «no».")


def test_a_country_speaks_under_its_short_name() -> None:
    told = tell("The [Islamic Republic of Iran|country] met. {[Iran|country] => Iran} said «no».")
    assert told.actors[0].names == ("Islamic Republic of Iran", "Iran")


def test_an_office_is_no_persons_name() -> None:
    told = tell("The [Supreme Leader] came. [Ana Ruiz] came.")
    assert [actor.name for actor in told.actors] == ["Ana Ruiz"]


def test_a_name_has_one_type_throughout() -> None:
    told = tell("[Ana Ruiz] came. {[Ruiz|organisation] => Ana Ruiz} said «no».")
    assert [actor.type for actor in told.actors] == ["person"]


def test_a_headline_verb_is_no_part_of_a_name() -> None:
    told = tell(
        """
        # [Ruiz Confirms] Water Talks with Porto
        [Ana Ruiz] spoke on Monday.
        """
    )
    assert told.actors[0].names == ("Ruiz", "Ana Ruiz")


def test_no_source_is_no_speaker() -> None:
    tell("{=> ? no source in the text}It is said that «the dam is safe».")


def test_a_quotation_goes_on_in_the_same_paragraph() -> None:
    told = tell("“No,” {[Ana Ruiz] => Ana Ruiz} said. {=> ? no source}It rained. «“Never.”»")
    assert told.statements[0].speaker is not None
    tell("«“No,”» {[Ana Ruiz] => Ana Ruiz} said{=> Ana Ruiz}. «“Never.”»")


def test_where_one_is_closed_and_another_opened_somebody_else_may_come_in() -> None:
    tell("{[Ana Ruiz] => Ana Ruiz} said: «“No.”»{=> ? no source} «“Never.”»")


def test_a_quotation_goes_on_in_the_next_paragraph_when_it_was_left_open() -> None:
    tell(
        """
        {[Ana Ruiz] => Ana Ruiz} said: «“No.»
        {=> Ana Ruiz}«“Never.”»
        {=> ? no source}«“Who knows?”»
        """
    )


def test_a_quotation_that_fills_a_paragraph_is_of_whoever_ended_the_last() -> None:
    tell(
        """
        {[Ana Ruiz] => Ana Ruiz} said «that the mill had closed».
        {=> Ana Ruiz}«“We were tired.”»
        {=> Ana Ruiz}«“And old.”»
        {[Bo Lane] => Bo Lane} asked «whether that was true»? He left.
        {=> ? no source}«“It is.”»
        """
    )


def test_he_behind_what_is_said_is_whoever_has_told_so_far() -> None:
    tell(
        """
        {A union spokesman => ~ a union spokesman} said «that [Bo Lane] had seen the mill».
        «[Lane] also met the owners», {he => ~ a union spokesman} said.
        """
    )


def test_he_behind_a_quotation_of_many_paragraphs_is_who_came_before_it() -> None:
    tell(
        """
        {[Bo Lane] => Bo Lane} said «that the mill would open».
        «“One.
        “Two.
        “Three.
        “Four,”» {he => Bo Lane} said.
        """
    )


def test_a_family_name_may_be_a_word() -> None:
    tell("[You Si-kun] came to Tarn. On Monday, {You => You Si-kun} said «yes». {The mayor => ~ the mayor} agreed.")


def test_an_office_that_never_stands_without_the_is_no_name() -> None:
    tell("{The [Amir] => ~ the Amir} said «no». {[Ana Ruiz] => Ana Ruiz} asked the [Amir], who left.")


def test_letters_in_brackets_behind_an_office_are_no_end_of_it() -> None:
    tell("{[Tarn Mills|organisation] chief executive officer (CEO) [Ana Ruiz] => Ana Ruiz} said «no».")


def test_a_first_name_that_the_head_parted_belongs_to_the_rest() -> None:
    tell("{Mr [Christian] [Orlo Ruiz] => Christian Orlo Ruiz} said «no».")


def test_a_firm_may_have_and_in_short() -> None:
    tell("{Fold ‘ n Press => Fold ‘ n Press} said «no». {[Ana Ruiz] => Ana Ruiz} said «yes».")


def test_a_surname_stays_with_whom_it_has_long_meant() -> None:
    tell(
        """
        [Ana Ruiz] spoke. {[Ruiz] => Ana Ruiz} said «no». {[Ruiz] => Ana Ruiz} said «never».
        [Ruiz] wrote of [Bo Ruiz], who had left. {[Ruiz] => Ana Ruiz} said «he was right».
        """
    )


def test_many_who_open_a_sentence_are_a_group_though_a_body_ends_so() -> None:
    tell(
        """
        The [Harbour Committee Greens|organisation] met. The [Greens|group] won.
        {Greens => Greens} said «no».
        """
    )


def test_a_span_over_two_lines_or_two_names_is_parted() -> None:
    told = tell(
        """
        The [Gulf Council|organisation] met [Omar Doran].
        Members of [Gulf Council Doran|organisation] said so.
        """
    )
    assert [actor.name for actor in told.actors] == ["Gulf Council", "Omar Doran"]
    assert [span.text for span in told.actors[1].mentions] == ["Omar Doran", "Doran"]


def test_an_adjective_before_an_office_is_no_person() -> None:
    assert tell("The [Kuwaiti] Foreign Minister came.").actors == ()


@pytest.mark.parametrize(("word", "who"), [("I", "~ the author"), ("my", "~ the author"), ("we", "~ the authors")])
def test_whoever_says_i_is_not_looked_up_among_the_names(word: str, who: str) -> None:
    tell(f"[Ana Ruiz] came. {{{word} => {who}}} think «no».")


def test_a_headline_of_another_story_leads_to_the_articles_one() -> None:
    told = tell(
        """
        [Ana Ruiz] spoke.
        > {Ruiz => Ana Ruiz}: «Dam Is Safe»
        > «Dam Is Safe»: {Bo Doe => Bo Doe}
        > {Report => ? unnamed source: Report}: «Dam Is Safe»
        """
    )
    assert told.actor("Bo Doe").mentions == ()


def test_a_headline_name_that_two_bear_is_nobodys() -> None:
    tell(
        """
        [Ana Ruiz] met [Bo Ruiz].
        > {Ruiz => ? Ana Ruiz or Bo Ruiz}: «Dam Is Safe»
        """
    )


def test_a_second_verb_has_the_first_ones_subject() -> None:
    text = "Ana Ruiz said the dam is safe and added that it is new."
    source = Span.of(text, 0, 8)
    cues = [Span.of(text, 9, 13), Span.of(text, 34, 39)]
    contents = [Span.of(text, 14, 29), Span.of(text, 40, 54)]
    statements = [
        Statement(Attribution((source,), tuple(cues[:1]), tuple(contents[:1]))),
        Statement(Attribution((), tuple(cues[1:]), tuple(contents[1:]))),
    ]
    article = Article(Document("t", None, "text/plain", "0"), text)
    resolved, _ = resolve(article, Doc.of(article), [Mention(source, "person")], statements)
    assert [s.speaker and (s.speaker.name, s.speaker.via) for s in resolved] == [
        ("Ana Ruiz", "name"),
        ("Ana Ruiz", "context"),
    ]


def test_of_two_namesakes_the_one_with_the_title_is_meant() -> None:
    tell("Dr. [Alex Stroud] and [Joan Stroud] came. {Dr. [Stroud] => Alex Stroud} said «no».")


def test_a_wife_under_her_husbands_name_is_another() -> None:
    told = tell("Once [Otto Brandeis] wrote that he was free. {Mrs. [Otto Brandeis] => Mrs. Otto Brandeis} said «no».")
    assert [actor.name for actor in told.actors] == ["Otto Brandeis", "Mrs. Otto Brandeis"]


def test_father_and_son_are_two() -> None:
    tale = """
        [Viktor Halm] and [Viktor Halm Jr.] ran. {The elder [Halm] => Viktor Halm} said «no».
        {The younger [Halm] => Viktor Halm Jr.} said «yes».
    """
    assert len(tell(tale).actors) == 2


def test_who_comes_in_as_junior_may_lose_it() -> None:
    assert len(tell("[Viktor Halm Jr.] ran. {[Viktor Halm] => Viktor Halm Jr.} said «no».").actors) == 1


def test_a_wifes_pronoun_tells_nothing_of_her_husband() -> None:
    told = tell("[Ola Fisk] left. [Fisk]’s wife wept. She slept. {[Fisk] => Ola Fisk} said «no».")
    assert len(told.actors) == 1


def test_who_goes_by_a_name_speaks_under_it() -> None:
    tell("{A man known only as [Falcon] => Falcon} said «no».")
    tell("{a driver who goes by the name “[Rusty]” => Rusty} said «yes».")


def test_a_minister_for_several_things_has_a_name() -> None:
    told = tell("{Former Minister for Roads and Ports [Nora Quill] => Nora Quill} said «no».")
    assert told.statements[0].role == "Former Minister for Roads and Ports"


def test_a_description_may_hold_the_initials_of_a_body() -> None:
    tell("Reform League general secretary [Obai Quader] came. {The RL general secretary => Obai Quader} said «no».")


def test_will_may_be_a_name() -> None:
    tell("{[Will Karr] => Will Karr} said «no».")
