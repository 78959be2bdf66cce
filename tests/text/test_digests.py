"""Of an article in digests no word is left, and what was said can be proved against the page all the same."""

from dataclasses import replace
from hashlib import sha256

from sayso.data.article import Residue
from sayso.data.keeping import LEFT_OUT
from sayso.record.store.check import check
from sayso.text.digests import digest_at, in_digests
from sayso.text.telling import sentence
from tests.record.printed import printed

SAID = printed(
    "<Ana Ruiz> {said that} [Holt knew]. Nobody asked.", on="2024-05-01", related=(("<Ben Holt>: [No dam]", None),)
)
READING = replace(SAID, article=replace(SAID.article, residue=(Residue("dump", "all"),)))
LEFT = in_digests(READING)


def test_only_marks_stand_in_the_place_of_words() -> None:
    article = LEFT.article
    assert set(article.text) == {LEFT_OUT, "\n"}
    assert (len(article.text), article.title, article.lead, article.residue) == (len(SAID.article.text), None, None, ())
    assert [set(story.title) for story in article.related] == [{LEFT_OUT}]
    spans = [span for one in LEFT.statements for _, _, span in one.attribution.spans()]
    assert set("".join(span.text for span in spans)) == {LEFT_OUT}
    check(LEFT)


def test_the_digest_is_that_of_the_pieces_a_line_each() -> None:
    said = LEFT.statements[0].attribution
    assert said.digest == sha256(b"Ana Ruiz\nsaid that\nHolt knew").hexdigest()
    assert digest_at(said, SAID.article.text) == said.digest
    assert digest_at(said, f"X {SAID.article.text}", by=2) == said.digest
    assert digest_at(said, SAID.article.text.replace("knew", "lied")) != said.digest


def test_who_speaks_and_of_whom_stays_and_where_the_words_are_is_told() -> None:
    assert sentence(LEFT.statements[0]) == "Ana Ruiz: [words not kept]"
    assert [len(actor.mentions) for actor in LEFT.actors] == [1, 1]
