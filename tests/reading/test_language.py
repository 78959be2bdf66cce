"""The language of an article is told; other languages than English are read and kept."""

import pytest

from sayso.reading import read_text
from sayso.reading.language import in_other_languages, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said on Monday that the wall would be raised by a metre.", "en"),
        ("The mayor said that the wall would be raised. " * 10, "en"),
        ("La maire a déclaré lundi que le mur du port serait relevé d’un mètre.", "fr"),
        ("Der Bürgermeister sagte am Montag, die Mauer werde erhöht.", "de"),
        ("Мэр сказала в понедельник, что стена будет поднята на метр.", "ru"),
        ("Hm.", None),
        ("", None),
    ],
)
def test_the_language_is_told_where_there_is_enough_to_tell(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_an_article_in_french_is_read_and_kept() -> None:
    article = read_text(
        "Le mur sera relevé\n\nLa maire l’a dit lundi. « Nous n’attendrons pas », a-t-elle ajouté.", "a.txt"
    )
    assert article.language == "fr"
    assert article.title == "Le mur sera relevé"


def test_a_paragraph_of_an_english_article_is_foreign_and_a_list_of_names_is_not() -> None:
    english = "The mayor said on Monday that the wall would be raised by a metre, and that the town would pay. " * 2
    french = "La maire a déclaré lundi que le mur du port serait relevé d’un mètre, et que la ville paierait le prix."
    names = "Choreographer Ana Belo, Director Oh Kim, Writer Kyeong Min Seon, Composer Kim Cheol, Light Park Woo, " * 2
    article = read_text(f"{english}\n\n{french}\n\n{names}\n\n{english}", "a.txt")
    assert [article.text[start:end] for start, end in in_other_languages(article)] == [french]
