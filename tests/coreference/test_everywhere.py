"""Asked for every pronoun and description, the room finds those that lead to somebody among that actor's mentions."""

import re

from sayso.coreference import everywhere
from sayso.data.actor import Mention
from sayso.data.article import Article, Document, Span
from sayso.data.statement import Attribution, Statement
from sayso.text.doc import Doc

TEXT = "Ana Ruiz, the mayor, said she had left. Lee: “I like dams.” The mayor went."


def spans(pattern: str) -> list[Span]:
    return [Span.of(TEXT, *found.span()) for found in re.finditer(pattern, TEXT)]


def test_a_mention_is_where_a_pronoun_or_a_description_means_the_actor() -> None:
    (ruiz,), (lee,) = spans("Ana Ruiz"), spans("Lee")
    statements = [
        Statement(Attribution((ruiz,), tuple(spans("said")), tuple(spans("she had left")))),
        Statement(Attribution((lee,), tuple(spans(":")), tuple(spans("“.*”")), kind="direct")),
    ]
    article = Article(Document("t", None, "text/plain", "0"), TEXT)
    others = spans(r"\bshe\b|\bI\b|\b[Tt]he mayor\b")
    found = everywhere(article, Doc.of(article), [Mention(ruiz, "person"), Mention(lee, "person")], statements, others)
    assert {actor.name: [span.text for span in actor.mentions] for actor in found} == {
        "Ana Ruiz": ["Ana Ruiz", "the mayor", "she", "The mayor"],
        "Lee": ["Lee", "I"],
    }
