"""What comes out of the record: each statement whole, with its article and the document that proves it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, cast, get_args

from sqlalchemy import (
    BindParameter,
    Column,
    Connection,
    Executable,
    Row,
    RowMapping,
    Select,
    bindparam,
    case,
    func,
    literal_column,
    select,
)

from sayso.data.article import Document, Moment, Span, StoryStub, moment_columns
from sayso.data.results import Altered, ArticleRef, StatementRow
from sayso.data.statement import (
    PARTS,
    PLAIN_OF_ATTRIBUTION,
    PLAIN_OF_STATEMENT,
    Attribution,
    Mark,
    Principal,
    Speaker,
    Statement,
    Via,
)
from sayso.record.store.contexts import Context, context_of, texts_of
from sayso.record.store.kept_words import Beside, words_at
from sayso.record.store.schema import (
    GENDER_TOLD,
    actors,
    appearances,
    articles,
    column_of,
    documents,
    spans,
    statements,
    stories,
    together,
)

DECIDED_NOBODY = "it was decided that nobody can be named"
_AT_ONCE = 500


_NOT_SHOWN = frozenset(("text", "sketch", "lead", "byline", "wire", *moment_columns("updated")))
_OF_ARTICLE = [c for c in articles.c if c.name not in _NOT_SHOWN]
_OF_DOCUMENT = [c for c in documents.c if c.name != "content"]
_OUTER = statements.alias("outer_statements")
_REPRESENTED, _FOR_WHOM = appearances.alias("represented"), actors.alias("principals")
_PRINCIPAL = [_FOR_WHOM.c[name].label(f"principal_{name}") for name in ("id", "name", "type")]
_WITHIN = case(*((_OUTER.c[mark], literal_column(f"'{mark}'")) for mark in get_args(Mark))).label("within")
_OUTER_ACTOR = actors.alias("outer_actors")
_REPORTER = func.coalesce(_OUTER_ACTOR.c.name, _OUTER.c.described).label("reporter")
COLUMNS = (
    select(statements, *_OF_ARTICLE, *_OF_DOCUMENT, stories, actors, *_PRINCIPAL, _WITHIN, _REPORTER)
    .select_from(
        statements.join(articles, statements.c.article_id == articles.c.id)
        .join(documents, articles.c.document_id == documents.c.id)
        .outerjoin(stories, (stories.c.article_id == articles.c.id) & (stories.c.n == statements.c.story))
        .outerjoin(actors, actors.c.id == statements.c.speaker_id)
        .outerjoin(_REPRESENTED, _REPRESENTED.c.id == statements.c.behalf_id)
        .outerjoin(_FOR_WHOM, _FOR_WHOM.c.id == _REPRESENTED.c.actor_id)
        .outerjoin(_OUTER, (_OUTER.c.article_id == articles.c.id) & (_OUTER.c.n == statements.c.reported_by))
        .outerjoin(_OUTER_ACTOR, _OUTER_ACTOR.c.id == _OUTER.c.speaker_id)
    )
    .where(~statements.c.rejected)
)
"""The statements that nobody rejected, with all that a row shows, to be narrowed."""

CURRENT = COLUMNS.where(statements.c.is_shown)
"""The same without those of a page that was captured again since."""

IN_ORDER_OF_TIME = statements.c.in_time
"""The undated come last, and no order hangs on when a document was added."""


def read_rows(connection: Connection, query: Executable) -> Iterator[StatementRow]:
    """Run a query made from COLUMNS, a few hundred rows in memory at a time."""
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as found:
        for some in found.partitions():
            for _, row in _told(connection, some):
                yield row


def numbered_rows(connection: Connection, ids: list[int]) -> Iterator[tuple[int, StatementRow]]:
    """The statements with these numbers of rows, each with its own."""
    return _told(connection, connection.execute(_NUMBERED, {"ids": ids}).all())


def _told(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[tuple[int, StatementRow]]:
    """Rows of COLUMNS with all that is told of them, each with its number."""
    several = [row._mapping for row in rows]
    words = words_of_statements(connection, several)
    also = _together(connection, list(words))
    counts = _printed(connection, {of[statements.c.utterance] for of in several})
    texts = texts_of(connection, {of[statements.c.article_id] for of in several})
    for of in several:
        number = of[statements.c.id]
        text = of[stories.c.title] if of[statements.c.place] == "related" else texts[of[statements.c.article_id]]
        around = context_of([span for part in PARTS for span in words[number].get(part, ())], text or "")
        yield number, _row(of, words[number], also[number], counts, around)


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_NUMBERED = COLUMNS.where(statements.c.id.in_(_IDS))

Counts = dict[str, tuple[int, int]]


def _printed(connection: Connection, utterances: set[str]) -> Counts:
    """How many statements print each of some utterances, and how many of them rest on no other."""
    found = connection.execute(_PRINTED, {"utterances": list(utterances)})
    return {utterance: (number, independent) for utterance, number, independent in found}


_ALONE = func.sum(case((statements.c.independent, 1), else_=0))
_PRINTED = (
    select(statements.c.utterance, func.count(), _ALONE)
    .where(statements.c.utterance.in_(bindparam("utterances", expanding=True)), statements.c.is_shown)
    .group_by(statements.c.utterance)
)
Words = dict[str, tuple[Span, ...]]


_Row = tuple[str, int, int, str | None]
"""Of `spans`: the part, from where, to where, and the text where it is not told otherwise."""


def words_of_statements(connection: Connection, several: Sequence[RowMapping]) -> dict[int, Words]:
    """The spans of some rows with the columns of `statements`: by statement, then by the part they play."""
    placed: dict[int, list[_Row]] = {of[statements.c.id]: [] for of in several}
    for id_, part, start, end, text in connection.execute(_SPANS, {"ids": list(placed)}):
        placed[id_].append((part, start, end, text))
    return {of[statements.c.id]: _words(placed[of[statements.c.id]], of) for of in several}


def _words(rows: Sequence[_Row], of: RowMapping) -> Words:
    """The spans of one statement; those without a text are told by the words that are searched of it."""
    content = of[statements.c.content]
    words = Beside(of[statements.c.beside], of[statements.c.content_at]).searched(content)
    found: Words = {}
    for (part, start, end, text), told in zip(rows, words_at(rows, words, content), strict=True):
        found[part] = (*found.get(part, ()), Span(start, end, (told or "") if text is None else text))
    return found


_SPANS = (
    select(spans.c.statement_id, spans.c.part, spans.c.start_char, spans.c.end_char, spans.c.text)
    .where(spans.c.statement_id.in_(_IDS))
    .order_by(spans.c.statement_id, spans.c.part, spans.c.n)
)


def _together(connection: Connection, ids: list[int], *, as_read: bool = False) -> dict[int, tuple[Speaker, ...]]:
    """Who speaks some statements together with their speakers, as the record knows them or as the article does."""
    found: dict[int, tuple[Speaker, ...]] = defaultdict(tuple)
    for number, actor, called, kind in connection.execute(_FELLOWS_AS_READ if as_read else _FELLOWS, {"ids": ids}):
        found[number] += (Speaker(actor, called, kind, "name"),)
    return found


def _fellows(*columns: Column[Any]) -> Select[Any]:
    joined = together.join(appearances).join(actors, actors.c.id == appearances.c.actor_id)
    query = select(together.c.statement_id, *columns).select_from(joined)
    return query.where(together.c.statement_id.in_(_IDS)).order_by(together.c.n)


_FELLOWS = _fellows(actors.c.id, actors.c.name, actors.c.type)
_FELLOWS_AS_READ = _fellows(appearances.c.local, appearances.c.name, appearances.c.type)


def _row(of: RowMapping, words: Words, also: tuple[Speaker, ...], counts: Counts, around: Context) -> StatementRow:
    printings, sources = counts.get(of[statements.c.utterance], (1, 1))
    article = ArticleRef(of[articles.c.key], of[articles.c.title], of[articles.c.outlet], _moment(of, _PUBLISHED))
    document = Document(*(of[column] for column in _TOLD_OF_DOCUMENT))
    return StatementRow(
        id=f"{article.id}.{of[statements.c.n]}",
        document=document,
        article=article,
        statement=_statement(of, words, also),
        dated=of[statements.c.dated],
        related=_story(of),
        before=around.before,
        after=around.after,
        captured_at=of[documents.c.added_at],
        read_by=of[documents.c.read_by],
        in_time=of[statements.c.in_time],
        within=of[_WITHIN],
        reporter=of[_REPORTER],
        utterance=of[statements.c.utterance],
        altered=_altered(of),
        independent=of[statements.c.independent],
        printings=printings,
        sources=sources,
    )


_TOLD_OF_DOCUMENT = [documents.c[name] for name in ("name", "url", "media_type", "sha256", "asked_url")]


def _statement(of: Any, words: Words, also: tuple[Speaker, ...]) -> Statement:
    """As the record knows it; of whose words they were decided to be nothing else is told."""
    decided, for_whom = of[statements.c.decided], _principal(*(of[column] for column in _PRINCIPAL))
    who = _speaker(of), () if decided else also, None if decided else for_whom
    return statement_of(of, words, *who, unresolved=_unresolved(of))


def _principal(id_: str | None, name: str, type_: str) -> Principal | None:
    return None if id_ is None else Principal(id_, name, type_)


def _altered(of: Any) -> Altered | None:
    said = of[statements.c.altered_of], of[statements.c.altered_words], of[statements.c.altered_from]
    return Altered(*said) if said[0] else None


def statements_as_read(connection: Connection, article: int) -> Iterator[Statement]:
    """The statements of an article as its reading gave them, whatever was decided since."""
    for_whom = [_REPRESENTED.c[name] for name in ("local", "name", "type")]
    query = select(statements, appearances, *(column.label(f"principal_{column.name}") for column in for_whom))
    query = query.outerjoin(appearances, appearances.c.id == statements.c.appearance_id)
    query = query.outerjoin(_REPRESENTED, _REPRESENTED.c.id == statements.c.behalf_id)
    rows = connection.execute(query.where(statements.c.article_id == article).order_by(statements.c.n)).all()
    words = words_of_statements(connection, [row._mapping for row in rows])
    also = _together(connection, list(words), as_read=True)
    for row in rows:
        of = row._mapping
        id_ = of[statements.c.id]
        local = of[appearances.c.local]
        sure = of[statements.c.speaker_confidence]
        who = local and Speaker(
            local, of[appearances.c.name], of[appearances.c.type], of[statements.c.via], confidence=sure
        )
        principal = _principal(of["principal_local"], of["principal_name"], of["principal_type"])
        yield statement_of(of, words[id_], who or _described(of), also[id_], principal, of[statements.c.unresolved])


def statement_of(
    of: Any,
    words: Words,
    speaker: Speaker | None = None,
    also: tuple[Speaker, ...] = (),
    for_whom: Principal | None = None,
    unresolved: str | None = None,
) -> Statement:
    """A row of `statements` with its words."""
    plain = {name: of[column] for name, column in _OF_STATEMENT}
    plain["unresolved"] = unresolved
    told = words.get(GENDER_TOLD, ())
    said = _attribution(of, words)
    return Statement(said, speaker=speaker, also=also, gender_told=told, on_behalf_of=for_whom, **plain)


def _attribution(of: Any, words: Words) -> Attribution:
    found: dict[str, Any] = {part: words.get(part, ()) for part in PARTS}
    return Attribution(**found, **{name: of[column] for name, column in _OF_ATTRIBUTION})


_OF_STATEMENT = [(name, statements.c[column_of(name)]) for name in PLAIN_OF_STATEMENT]
_OF_ATTRIBUTION = [(name, statements.c[name]) for name in PLAIN_OF_ATTRIBUTION]


def _speaker(of: Any) -> Speaker | None:
    if of[actors.c.id] is None:
        return None if of[statements.c.decided] else _described(of)
    via: Via = "decision" if of[statements.c.decided] else of[statements.c.via]
    sure = 1.0 if of[statements.c.decided] else of[statements.c.speaker_confidence]
    return Speaker(of[actors.c.id], of[actors.c.name], of[actors.c.type], via, confidence=sure)


def _described(of: Any) -> Speaker | None:
    """The speaker whom the article only describes."""
    if of[statements.c.described] is None:
        return None
    who = of[statements.c.described_id], of[statements.c.described], of[statements.c.described_type]
    told = {"anonymous": of[statements.c.anonymous], "confidence": of[statements.c.speaker_confidence]}
    return Speaker(*who, of[statements.c.via], named=False, **told)


def _unresolved(of: Any) -> str | None:
    if not of[statements.c.decided]:
        return cast("str | None", of[statements.c.unresolved])
    return DECIDED_NOBODY if of[actors.c.id] is None else None


def _story(of: Any) -> StoryStub | None:
    if of[stories.c.title] is None:
        return None
    return StoryStub(
        title=of[stories.c.title],
        id=of[stories.c.story_id],
        url=of[stories.c.url],
        order=of[stories.c.list_order],
        published=_moment(of, _STORY_PUBLISHED),
        picture=of[stories.c.picture],
    )


def _moment(of: Any, columns: list[Column[Any]]) -> Moment | None:
    value, *told = (of[column] for column in columns)
    return None if value is None else Moment(value, *told)


_PUBLISHED, _STORY_PUBLISHED = (
    [table.c[name] for name in moment_columns("published")] for table in (articles, stories)
)
