"""What nobody sees, and letters that look alike, stay in the text and hide neither a name nor a date."""

import pytest

from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Span
from sayso.text.as_read import AsRead, seen

TEXT = "Ines Oka\u00adfor\u200b said so.\n\nIl a plu à Lorne.\n\n“No,” \u2060Оkafor said."
FOREIGN = (TEXT.index("Il"), TEXT.index("Lorne.") + 6)


def test_a_text_is_read_as_readers_see_it() -> None:
    assert AsRead.of(TEXT, [FOREIGN]).text == "Ines Okafor said so.\n\n\n\n“No,” Okafor said."
    assert AsRead.of("Ines Okafor said “so”.").is_whole
    assert seen("3\u200b May") == "3 May"


@pytest.mark.parametrize("words", ["Ines Okafor", "Okafor said", "said so.", "“No,”"])
def test_what_is_found_leads_back_to_the_texts_own_words(words: str) -> None:
    as_read = AsRead.of(TEXT, [FOREIGN])
    start = as_read.text.rindex(words)
    span = as_read.span(Span.of(as_read.text, start, start + len(words)))
    assert TEXT[span.start : span.end] == span.text
    assert AsRead.of(span.text).text == words


def test_words_of_another_alphabet_keep_their_letters() -> None:
    assert AsRead.of("СССР and Оra, МВА-рост").text == "СССР and Ora, МВА-рост"


def test_blocks_stand_where_their_words_are_read_and_those_left_out_are_gone() -> None:
    blocks = tuple(
        Block("paragraph", TEXT.index(begin), TEXT.index(end) + len(end))
        for begin, end in (("Ines", "so."), ("Il", "Lorne."), ("“No", "Оkafor said."))
    )
    document = Document("a.txt", None, "text/plain", "0" * 64)
    article = Article(document, TEXT, blocks, title="Oka\u00adfor says no")
    as_read = AsRead.of(TEXT, [FOREIGN])
    read = as_read.article(article)
    assert [read.text[b.start : b.end] for b in read.blocks] == ["Ines Okafor said so.", "“No,” Okafor said."]
    assert read.title == "Okafor says no"
    mention = Span.of(read.text, 0, len("Ines Okafor"))
    found = Reading(read, actors=(Actor("okafor", "Ines Okafor", "person", mentions=(mention,)),))
    (actor,) = as_read.led_back(found, article).actors
    assert [span.text for span in actor.mentions] == ["Ines Oka\u00adfor"]
