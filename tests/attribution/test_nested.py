"""What a speaker reports of another is the other's statement too, marked as reported."""

from corpora.marked import marked
from sayso.attribution.nested import Retold, in_layers, inside
from sayso.data.statement import Attribution, Statement


def stated(sentence: str) -> tuple[str, Statement]:
    text, attribution = marked(sentence)
    return text, Statement(attribution)


def passages(sentence: str) -> str:
    text, outer = stated(sentence)
    return Retold.of(text, [outer]).text


def test_content_with_a_verb_of_saying_is_read_again_without_that_and_quotation_marks() -> None:
    assert passages("<Lee> {said} [that Park had promised to pay].") == "Park had promised to pay"
    assert passages("[“Park told me that he would pay,”] <Lee> {said}.") == "Park told me that he would pay,"


def test_content_without_one_is_not() -> None:
    assert not passages("<Lee> {said} [that Park would pay].")
    assert not passages("<Lee> {said} [insurance claims had doubled].")
    assert not passages("<Lee> {promised} [warned towns a new wall].")


def test_what_is_found_there_keeps_its_place_in_the_article() -> None:
    text, outer = stated("<Lee> {said} [that Park had promised to pay].")
    retold = Retold.of(text, [outer])
    _, found = marked("<Park> {had promised} [to pay]")
    inner, owner = retold.placed(text, found) or (None, None)
    assert inner
    assert [span.text for span in (*inner.source, *inner.cue, *inner.content)] == ["Park", "had promised", "to pay"]
    assert all(text[span.start : span.end] == span.text for span in (*inner.source, *inner.cue, *inner.content))
    assert owner == 0


def test_a_thought_or_a_part_is_no_report() -> None:
    text, outer = stated("<Lee> {said} [that Park had promised to pay].")
    retold = Retold.of(text, [outer])
    _, without_source = marked("Park {had promised} [to pay]")
    _, thought = marked("<Park> {had promised} [to pay]")
    assert retold.placed(text, without_source) is None
    assert retold.placed(text, Attribution(thought.source, thought.cue, thought.content, act="thought")) is None


def test_a_report_follows_the_one_who_makes_it_and_is_no_surer() -> None:
    text, outer = stated("<Lee> {said} [that Park had promised to pay].")
    _, other = stated("<Holt> {left}.")
    _, found = marked("that <Park> {had promised} [to pay].")
    inner = Statement(found.moved(text.index("that"), text))
    ordered = in_layers([outer, other], [(inner, 0)])
    assert [each.reported_by for each in ordered] == [None, 0, None]
    assert ordered[1].attribution.confidence == outer.attribution.confidence * found.confidence


def test_what_is_reported_by_somebody_who_did_not_say_so_is_hypothetical() -> None:
    text, attribution = marked("<Lee> {did not say} [that Park had promised to pay].")
    outer = Statement(Attribution(attribution.source, attribution.cue, attribution.content, negated=True))
    _, found = marked("that <Park> {had promised} [to pay].")
    _, inner = in_layers([outer], [(Statement(found.moved(text.index("that"), text)), 0)])
    assert inner.attribution.hypothetical


def test_a_statement_inside_another_s_content_is_reported_by_it() -> None:
    _, turn = stated("<HOLT>{:} [The governor says there is none.]")
    _, inner = marked("HOLT: <The governor> {says} [there is none].")
    assert inside([Statement(inner), turn]) == {0: 1}
    assert [each.reported_by for each in in_layers([Statement(inner), turn], [])] == [None, 0]


def test_the_same_words_twice_report_each_other_not() -> None:
    _, alone = stated("[“We will pay.”]")
    assert inside([alone, alone]) == {}
