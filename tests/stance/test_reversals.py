"""Who turned: two dated articles of invented people, and whether the later one contradicts the earlier."""

import pytest

from sayso.data.actor import Actor
from sayso.data.article import Article, Block, Document, Span
from sayso.data.results import ArticleRef, PositionRow
from sayso.data.statement import Attribution, Speaker, Statement
from sayso.record.query.positions import turned
from sayso.stance import positions
from sayso.text.doc import Doc

PEOPLE = ("Ana Ruiz", "Arno Holt", "Mira Quade", "Tomas Ruiz", "Korvia", "Norland", "Orsa Miners Union")

Told = str | tuple[str, str]
"""A sentence of the reporter's, or who says it and what."""


def found(day: str, told: Told) -> list[PositionRow]:
    speaker, text = told if isinstance(told, tuple) else (None, told)
    document = Document(f"{day}.txt", None, "text/plain", "0" * 64)
    article = Article(document, text, (Block("paragraph", 0, len(text)),))
    actors = [actor(name) for name in PEOPLE]
    said = [statement(speaker, text)] if speaker else []
    ref = ArticleRef(day, None, None, None)
    held = positions(article, Doc.of(article), said, actors)
    return [PositionRow(f"{day}.{n}", document, ref, one, None, day) for n, one in enumerate(held)]


def actor(name: str) -> Actor:
    names = (name, name.split()[-1]) if name.split()[0] in ("Ana", "Arno", "Mira") else (name,)
    return Actor(name, name, "person", names)


def statement(speaker: str, text: str) -> Statement:
    content = Span(0, len(text), text)
    who = Speaker(speaker, speaker, "person", "name")
    return Statement(Attribution((), (), (content,), "indirect"), speaker=who)


def turns(first: Told, second: Told) -> int:
    rows = [*found("2024-03-04", first), *found("2024-09-12", second)]
    return sum(row.reverses is not None for row in turned(rows))


@pytest.mark.parametrize(("first", "second"), [
    ("Ana Ruiz backed the Orsa dam.", "Ana Ruiz opposes the Orsa dam."),
    ("Ruiz condemned the levy.", "Ruiz praised the levy."),
    ("Holt voted for the harbour bill.", "Holt voted against the bill."),
    ("Quade endorsed Arno Holt.", "Quade denounced Holt."),
    ("Arno Holt called the ferry a disgrace.", "Arno Holt hailed the ferry."),
    ("The tunnel was criticised by Mira Quade.", "Mira Quade defended the tunnel."),
    ("Korvia imposed sanctions on Norland.", "Korvia lifted sanctions on Norland."),
    ("Korvia sends aid to Norland.", "Korvia halted aid to Norland."),
    ("Ana Ruiz is a supporter of the tram.", "Ana Ruiz is critical of the tram."),
    ("The plan drew criticism from Ana Ruiz.", "The plan won praise from Ana Ruiz."),
    ("Holt urged the council to build the bridge.", "Holt urged the council to scrap the bridge."),
    (("Ana Ruiz", "I support the curfew."), ("Ana Ruiz", "I oppose the curfew.")),
    (("Mira Quade", "The pact is a disgrace."), "Mira Quade welcomed the pact."),
    ("Orsa Miners Union rejected the offer.", "Orsa Miners Union accepted the offer."),
    ("Holt’s opposition to the Mellin road was noted.", "Holt threw his support behind the road."),
])  # fmt: skip
def test_a_change_of_mind_is_told(first: Told, second: Told) -> None:
    assert turns(first, second) == 1


@pytest.mark.parametrize(("first", "second"), [
    # The same again.
    ("Ana Ruiz backed the Orsa dam.", "Ana Ruiz defended the dam."),
    ("Holt voted against the bill.", "Holt has long opposed the bill."),
    # Somebody else, be it of her name.
    ("Ana Ruiz backed the Orsa dam.", "Mira Quade opposes the Orsa dam."),
    ("Ana Ruiz backed the Orsa dam.", "Tomas Ruiz opposes the Orsa dam."),
    ("Ana Ruiz backed the levy.", "Ana Ruiz’s brother opposes the levy."),
    # Another matter.
    ("Ana Ruiz backed the Orsa dam.", "Ana Ruiz opposes the Mellin dam."),
    ("Holt praised Ana Ruiz.", "Holt criticised Tomas Ruiz."),
    # Somebody else's words about her.
    ("Ana Ruiz backed the dam.", ("Arno Holt", "Ana Ruiz opposes the dam.")),
    # Denied, supposed, gone by, neither.
    ("Ana Ruiz backed the dam.", "Ana Ruiz did not condemn the dam."),
    ("Ana Ruiz backed the dam.", "Ana Ruiz might oppose the dam."),
    ("Ana Ruiz backed the dam.", "Ana Ruiz once opposed the dam."),
    ("Ana Ruiz backed the dam.", "Ana Ruiz stopped short of condemning the dam."),
    ("Ana Ruiz backed the dam.", "Ana Ruiz did not rule out the dam."),
    ("Holt praised Korvia.", "Holt urged Korvia to build the bridge."),
    # Who is spoken about does not speak.
    ("Ana Ruiz backed the dam.", "The dam was criticised, and Ana Ruiz smiled."),
])  # fmt: skip
def test_the_same_again_another_matter_and_somebody_else_are_no_change_of_mind(first: Told, second: Told) -> None:
    assert turns(first, second) == 0
