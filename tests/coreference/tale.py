"""A little language in which a test is an article, with the speaker that each source must lead to written beside it.

# Headline                      a line that begins with # is the headline, with ## a heading
[Ana Ruiz] came.                a name that the head marks: a person; [Acme Corp|organisation] for others
{She => Ana Ruiz} said «no».    the source of a statement, its speaker, and the content
{He => ? nobody near} said «no» nobody may be named; the reason holds these words
{Police => ~ police} said «no»   the article describes the speaker and does not name him
{[Doe] and [Roe] => Doe + Roe}  several speak together
> {Ruiz => Ana Ruiz}: «no»      a line that begins with > is the headline of another story
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.coreference import resolve
from sayso.data.actor import Actor, ActorType, Mention
from sayso.data.article import Article, Block, BlockKind, Document, Span, StoryStub
from sayso.data.statement import Attribution, Kind, Statement
from sayso.text.doc import Doc

MARK = re.compile(r"\[|\|(?P<type>\w+)\]|\]|\{|\s*=>\s*(?P<speaker>[^}]*)\}|«|»")
KINDS: dict[str, BlockKind] = {"# ": "title", "## ": "heading"}


@dataclass
class Line:
    """One block or headline without its marks, and what they said."""

    text: str = ""
    mentions: list[tuple[int, int, str]] = field(default_factory=list)
    sources: list[tuple[list[tuple[int, int]], str]] = field(default_factory=list)
    contents: list[tuple[int, tuple[int, int]]] = field(default_factory=list)

    @property
    def statements(self) -> list[tuple[list[tuple[int, int]], list[tuple[int, int]], str]]:
        """Each source with the contents after it; what stands before the first is the first's."""
        return [
            (source, [content for owner, content in self.contents if owner == n], speaker)
            for n, (source, speaker) in enumerate(self.sources)
        ]


@dataclass(frozen=True)
class Told:
    """What came out, to look at more closely."""

    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]

    def actor(self, name: str) -> Actor:
        return next(actor for actor in self.actors if actor.name == name)


def tell(tale: str, evidence: Mapping[str, tuple[str, float]] = MappingProxyType({})) -> Told:
    """Resolve a tale; raises AssertionError where a source leads to another speaker than the tale says.

    `evidence` stands for the model: a source's words, the name that they mean and how likely that is.
    """
    lines = [line.strip() for line in tale.strip().splitlines() if line.strip()]
    blocks, stories = [line for line in lines if line[:2] != "> "], [line[2:] for line in lines if line[:2] == "> "]
    text, kinds, mentions = "", list[Block](), list[tuple[int, int, str]]()
    statements: list[tuple[int, list[tuple[int, int]], list[tuple[int, int]], int | None, str]] = []
    for number, written in enumerate(blocks):
        kind, line = _kind(written, number), _read(re.sub(r"^#+ ", "", written))
        start = len(text)
        text += line.text + "\n\n"
        kinds.append(Block(kind, start, start + len(line.text)))
        mentions += [(start + s, start + e, t) for s, e, t in line.mentions]
        statements += [(start, source, content, None, who) for source, content, who in line.statements]
    titles = [_read(story) for story in stories]
    statements += [(0, s, c, n, who) for n, line in enumerate(titles) for s, c, who in line.statements]
    article = Article(
        Document("tale", None, "text/plain", "0"),
        text.rstrip("\n"),
        tuple(kinds),
        related=tuple(StoryStub(line.text, order=n) for n, line in enumerate(titles)),
    )
    given = [_statement(article, *statement[:4]) for statement in statements]
    expected = [statement[4] for statement in statements]
    found = [Mention(Span.of(article.text, s, e), _type(t)) for s, e, t in mentions]

    def rank(
        place: tuple[int, int], names: Sequence[Sequence[tuple[int, int]]], rows: Sequence[Sequence[float]]
    ) -> Sequence[float]:
        meant, chance = evidence.get(text[slice(*place)], ("", 0.0))
        likely = [chance if any(text[slice(*one)] == meant for one in places) else 0.0 for places in names]
        return [1 - sum(likely), *likely]

    told = Told(*resolve(article, Doc.of(article), found, given, rank=rank))
    outcomes = [_outcome(s, who) for s, who in zip(told.statements, expected, strict=True)]
    assert outcomes == expected, f"{outcomes} instead of {expected}"
    named = [mention for actor in told.actors for mention in actor.mentions]
    assert named == [Span.of(article.text, mention.start, mention.end) for mention in named]
    return told


def _kind(line: str, number: int) -> BlockKind:
    marked = next((kind for mark, kind in KINDS.items() if line.startswith(mark)), None)
    return marked or ("lead" if number == 1 else "paragraph")


def _read(written: str) -> Line:
    line, opened, place = Line(), {"[": 0, "{": 0, "«": 0}, 0
    for mark in MARK.finditer(written):
        line.text += written[place : mark.start()]
        place, here = mark.end(), len(line.text)
        if mark.group() in opened:
            opened[mark.group()] = here
        elif mark.group().endswith("]"):
            line.mentions.append((opened["["], here, mark.group("type") or "person"))
        elif mark.group().endswith("}"):
            source = [(opened["{"], here)] if here > opened["{"] else []
            line.sources.append((source, mark.group("speaker").strip()))
        else:
            line.contents.append((max(len(line.sources) - 1, 0), (opened["«"], here)))
    line.text += written[place:]
    return line


def _statement(
    article: Article,
    start: int,
    source: list[tuple[int, int]],
    content: list[tuple[int, int]],
    story: int | None,
) -> Statement:
    text = article.text if story is None else article.related[story].title
    spans = [tuple(Span.of(text, start + s, start + e) for s, e in pieces) for pieces in (source, content)]
    cue = re.compile(r"\W*(\w+)").match(text, spans[0][-1].end) if spans[0] else None
    cues = (Span.of(text, *cue.span(1)),) if cue else ()
    kind: Kind = "direct" if spans[1] and spans[1][0].text[0] in '“"' else "indirect"
    return Statement(Attribution(spans[0], cues, spans[1], kind), "body" if story is None else "related", story)


def _type(name: str) -> ActorType:
    types: dict[str, ActorType] = {t: t for t in ("person", "organisation", "country", "group")}
    return types[name]


def _outcome(statement: Statement, expected: str) -> str:
    """The outcome in the tale's words, so that a difference reads well."""
    if statement.speaker is not None:
        return " + ".join(who.name if who.named else f"~ {who.name}" for who in statement.speakers)
    reason = statement.unresolved or ""
    return expected if expected.startswith("?") and expected[1:].strip() in reason else f"? {reason}"
