"""Who is quoted with which words: an attribution as the text marks it, a statement once its speaker is known."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Literal, Self

from sayso.data.article import Span
from sayso.data.keeping import NO_WORDS

Kind = Literal["direct", "indirect", "mixed", "headline"]
Act = Literal["said", "asked", "thought", "wanted", "did not comment", "other"]
Where = Literal["body", "title", "related"]
Via = Literal["name", "pronoun", "description", "role", "context", "decision"]
Gender = Literal["woman", "man"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """ "[Velayati] [said that] [Iran has neither hidden …]": source, cue and content, each in one piece or several.

    Offsets point into the text it was found in. `confidence` is between 0 and 1. Three ways in which it is no plain
    saying, told apart: `negated`, that it was not said ("did not say"); `denied`, that the source says the content is
    not so ("denied that"); `hypothetical`, that it is not asserted to have been said ("if she says"). What more
    probably is a deed or a slip than words, a thought or a wish is kept, and not `shown` to people unless they ask.
    Where only a `digest` was kept (`text/digests.py`), marks stand in the place of the words.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind = "indirect"
    act: Act = "said"
    negated: bool = False
    denied: bool = False
    hypothetical: bool = False
    confidence: float = 1.0
    shown: bool = True
    digest: str | None = None

    @property
    def begins(self) -> int:
        """Where it begins; not at its source, who may be named long before, in the introduction of an interview."""
        return min(span.start for span in self.cue or self.content or self.source)

    def spans(self) -> Iterator[tuple[str, int, Span]]:
        """Every span with the part it plays, and its place in that part, from 0."""
        for part, spans in zip(PARTS, (self.source, self.cue, self.content), strict=True):
            for n, span in enumerate(spans):
                yield part, n, span

    def moved(self, by: int, text: str) -> Self:
        """The same attribution where its words stand in `text`, `by` characters further on."""

        def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            return tuple(Span.of(text, span.start + by, span.end + by) for span in spans)

        return replace(self, source=moved(self.source), cue=moved(self.cue), content=moved(self.content))


@dataclass(frozen=True, slots=True)
class Speaker:
    """The actor behind a statement, and how we know: `via` a name, a pronoun, …, or because a person decided so.

    One whom the article does not name ("police", "Doe's mother") is not `named`: its name is the description, its
    id is its article's own, and it is never joined with anybody of another article. It is `anonymous` where the text
    says that the name is withheld. `confidence`, between 0 and 1, is how sure we are that the words are theirs.
    """

    actor: str
    name: str
    type: str
    via: Via
    named: bool = True
    anonymous: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Principal:
    """On whose behalf a spokesman, a lawyer, a campaign speaks: an actor of the article."""

    actor: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution whose speaker was looked for: `speaker`, or `unresolved` with the reason why not.

    `also` are those who speak together with `speaker`: "Doe and Lee said". `where` says which text its offsets point
    into: the article's ("title", "body") or, for "related", the title of `article.related[story]`. `role` is what the
    source's words call the speaker; `topic` the heading it stands under; `said_on` the day, where the words tell.
    `reported_by` is the number of the statement in whose content this one stands, among those of the article: "Lee
    said [Park] [had promised] [to pay]".

    Two things the article tells of who speaks, for counting: `gender`, by the pronouns, titles and nouns that are
    `gender_told` (in the article's text), and `office`, whether they are called by a public office; None is not told.
    `time_code` is when in a recording it was said, in seconds from its beginning, where a transcript tells.
    """

    attribution: Attribution
    where: Where = "body"
    story: int | None = None
    speaker: Speaker | None = None
    unresolved: str | None = None
    role: str | None = None
    topic: str | None = None
    venue: str | None = None
    said_on: str | None = None
    reported_by: int | None = None
    also: tuple[Speaker, ...] = ()
    gender: Gender | None = None
    gender_told: tuple[Span, ...] = ()
    office: bool | None = None
    on_behalf_of: Principal | None = None
    time_code: float | None = None

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who speaks it, `speaker` first; empty where nobody can be told."""
        return (self.speaker, *self.also) if self.speaker else ()


Mark = Literal["denied", "negated", "hypothetical"]


PARTS = ("source", "cue", "content")

PLAIN_OF_ATTRIBUTION = tuple(field.name for field in fields(Attribution) if field.name not in PARTS)
PLAIN_OF_STATEMENT = tuple(
    field.name
    for field in fields(Statement)
    if field.name not in ("attribution", "speaker", "also", "gender_told", "on_behalf_of")
)
"""The fields that are one value, which the record and JSON keep by the same names."""


def words_said(statement: Statement) -> str:
    """The content's pieces as one line; " … " stands for what lies between two."""
    if statement.attribution.digest:
        return NO_WORDS
    return " … ".join(span.text for span in statement.attribution.content)
