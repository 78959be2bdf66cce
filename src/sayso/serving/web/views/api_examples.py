"""Examples for the description of the API, made by the very code that makes its answers."""

from dataclasses import asdict
from typing import Any, Final

from sayso.data.actor import Actor
from sayso.data.article import Article, Block, Document, Moment, Span
from sayso.data.made import Made
from sayso.data.position import Party, Position
from sayso.data.results import (
    ArticleRef,
    Candidate,
    Count,
    Decision,
    Dossier,
    Facets,
    Other,
    PositionRow,
    Printings,
    Related,
    StatementRow,
    Use,
)
from sayso.data.statement import Attribution, Speaker, Statement
from sayso.data.tally import Cell, Interval, Key, Tally
from sayso.serialise.core import Form, actor_form, article_form, document_form, row_form
from sayso.serialise.positions import stance_form
from sayso.serialise.printings import printings_form
from sayso.serialise.record import candidate_form, decision_form, dossier_form, related_form
from sayso.serialise.tallies import tally_form

_KEY: Final = "04da3ea48aa493e2"
_TEXT: Final = "Salme: slope will move\n\nRuta Salme, the geologist, said the slope would move again."
_DAY: Final = "2024-07-09"


def answer(told: str, example: Form) -> dict[str, Any]:
    """An answer as OpenAPI describes it."""
    return {"description": told, "content": {"application/json": {"schema": {"type": "object"}, "example": example}}}


def _span(words: str, text: str = _TEXT) -> Span:
    start = text.rindex(words)
    return Span.of(text, start, start + len(words))


_DOCUMENT: Final = Document("landslide.txt", "https://wire.example/landslide", "text/plain", _KEY * 4)
_PUBLISHED: Final = Moment(_DAY, "day", "dateline", "July 9, 2024")
_BESIDE: Final = ArticleRef("9d1c40e7a2b8f365", "Slope above Orsa moves", "Kessland Post", _PUBLISHED)
_ROW: Final = StatementRow(
    utterance="u3f0d5a9c1b2e47",
    id=f"{_KEY}.0",
    document=_DOCUMENT,
    article=ArticleRef(_KEY, "Salme: slope will move", "Northern Wire", _PUBLISHED),
    statement=Statement(
        Attribution(
            (_span("Ruta Salme, the geologist,"),),
            (_span("said"),),
            (_span("the slope would move again"),),
            confidence=0.91,
        ),
        speaker=Speaker("person:ruta-salme", "Ruta Salme", "person", "name"),
        role="geologist",
    ),
    dated=_DAY,
)
_ARTICLE: Final = Article(
    document=_DOCUMENT,
    text=_TEXT,
    blocks=(Block("title", 0, 22), Block("paragraph", 24, len(_TEXT))),
    title="Salme: slope will move",
    outlet="Northern Wire",
    language="en",
    published=_PUBLISHED,
)
_CANDIDATE: Final = Candidate("person:ruta-salme", "Ruta Salme", "person", None, "geologist", 1, 1)
_ACTOR: Final = Actor(
    "person:ruta-salme", "Ruta Salme", "person", ("Ruta Salme",), ("geologist",), (_span("Ruta Salme"),)
)
_USE: Final = Use("Ruta Salme", 1, _DAY, _DAY, ("Northern Wire",))
_SALME: Final = Count("person:ruta-salme", "Ruta Salme", 1)

STATEMENT: Final = row_form(_ROW)
SEARCH: Final = {"statements": [STATEMENT], "next": None}
FACETS: Final = asdict(
    Facets(
        1,
        (_SALME,),
        (Count("Northern Wire", "Northern Wire", 1),),
        (Count("2024-07", "2024-07", 1),),
        (Count("indirect", "indirect", 1),),
    )
)
ACTORS: Final = {"actors": [candidate_form(_CANDIDATE)]}
SEVERAL: Final = answer(
    "Several are called so; ask by id.",
    {"error": "2 actors on the record are called “Salme”", "candidates": ACTORS["actors"]},
)
DOSSIER: Final = dossier_form(
    Dossier(
        actor=_CANDIDATE,
        hit="Ruta Salme",
        match="exact",
        names=(_USE,),
        roles=(Use("geologist", 1, _DAY, _DAY, ("Northern Wire",)),),
        topics=(),
        statements=(_ROW,),
        spoken_of=(),
        speakers=(),
        company=(Other("person:irena-valtari", "Irena Valtari", 1),),
        perhaps=(),
    )
)
ARTICLE: Final = {
    "id": _KEY,
    "document": document_form(_DOCUMENT),
    "captured_at": "2024-07-09T10:00:00+00:00",
    "read_by": "sayso 0.1.0",
    "article": article_form(_ARTICLE),
    "statements": [STATEMENT],
    "related": [related_form(Related(_BESIDE, is_copy=False, utterances=1, people=("Ruta Salme",)))],
    "actors": [actor_form(_ACTOR)],
}
TALLY: Final = tally_form(
    Tally(
        ("outlet", "gender"),
        "statements",
        (
            Cell(
                (Key("Northern Wire", "Northern Wire"), Key("woman", "woman")),
                1,
                1,
                1.0,
                Interval(0.207, 1.0),
                0.5,
                1.0,
            ),
            Cell((Key("Northern Wire", "Northern Wire"), Key(None, "not told")), 1, 1),
        ),
        2,
        1,
        "95 %, Wilson …",
        Made("0.1.0", "2024-07-10T09:00:00+00:00", "5b3f2a9c0d1e4f67", ("sayso 0.1.0",), "/api/tally?…", 1, 2, 0.5),
    )
)
PRINTINGS: Final = printings_form(Printings("u3f0d5a9c1b2e47", (_ROW,), _ROW))
DECISIONS: Final = {
    "decisions": [
        decision_form(
            Decision(
                id=1,
                at="2024-07-10T09:00:00+00:00",
                who="lena",
                verb="same",
                one="person:ruta-salme",
                one_in=_KEY,
                other="person:r-salme",
                other_in=_KEY,
                name=None,
                passage=None,
                undoes=None,
                why="one passport",
                stands=True,
            )
        )
    ]
}
_SIDE: Final = "Ruta Salme opposes the dam."
STANCES: Final = {
    "positions": [
        stance_form(
            PositionRow(
                f"{_KEY}.p0",
                _DOCUMENT,
                _ROW.article,
                Position(
                    Party(_span("Ruta Salme", _SIDE), "Ruta Salme", "person:ruta-salme"),
                    Party(_span("the dam", _SIDE), "the dam"),
                    "negative",
                    "opposes",
                    (_span("opposes", _SIDE),),
                ),
                None,
                _DAY,
            )
        )
    ]
}
