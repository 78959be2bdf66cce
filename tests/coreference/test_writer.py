"""Who "I" is outside of quotations: the one in the byline, or the one whom the note at the end is about."""

from dataclasses import replace

from sayso.coreference import resolve
from sayso.data.article import Article, Document, Span
from sayso.data.statement import Attribution, Statement
from sayso.text.doc import Doc
from tests.coreference.tale import tell


def test_the_note_at_the_end_tells_who_writes() -> None:
    tell(
        """
        # A Walk By The Sea
        The tide was out. {I => Orla Venn} think «the pier will fall».
        [Orla Venn] is a columnist for the Tarn Post.
        """
    )


def test_who_has_been_named_before_is_not_the_writer() -> None:
    tell(
        """
        # A Walk By The Sea
        {[Orla Venn] => Orla Venn} said «no». {I => ~ the author} think «the pier will fall».
        [Orla Venn] is a columnist for the Tarn Post.
        """
    )


def test_the_one_in_the_byline_writes() -> None:
    text = "I think the pier will fall."
    article = Article(Document("page", None, "text/plain", "0"), text, byline=("Orla Venn",))
    said = Attribution((Span.of(text, 0, 1),), (Span.of(text, 2, 7),), (Span.of(text, 8, 26),), "indirect")
    (one,), actors = resolve(article, Doc(text), [], [Statement(said, "body")])
    assert (one.speaker and one.speaker.name, [actor.name for actor in actors]) == ("Orla Venn", ["Orla Venn"])
    (one,), _ = resolve(replace(article, byline=("Orla Venn", "Bo Lind")), Doc(text), [], [Statement(said, "body")])
    assert one.speaker
    assert not one.speaker.named


def test_we_are_those_who_write_and_you_are_nobody() -> None:
    tell("{We => ~ the authors} think «so». {You => ? whoever writes} think «so».")
