"""What statements are counted by, in SQL: the value of each column for whoever speaks.

One who speaks together with others has said it too: such a statement has several voices, and counts for each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    String,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    null,
    select,
    union_all,
)

from sayso.data.statement import Gender
from sayso.data.tally import (
    BY_NAME,
    FOR_NOBODY,
    NO_PERSON,
    NO_POSITION,
    NOT_GIVEN,
    OPEN,
    POSITION,
    UNLISTED,
    UNNAMED,
    BadTally,
    Column,
    GenderBy,
)
from sayso.lexicon.given_names import given_names
from sayso.record.query.fellows import FELLOWS
from sayso.record.query.positions import sides
from sayso.record.query.sections import section_of
from sayso.record.store.schema import actors, appearances, articles, documents, statements
from sayso.record.store.schema_identity import NOBODY_TELLS, listed
from sayso.record.store.selectors import standing, still

_BEHALF = appearances.alias("behalf")
_MONTH, _DAY = 7, 10


def known_columns(connection: Connection) -> dict[str, Column]:
    """What a record's statements can be counted by: what all have, and the columns of the user's own list."""
    own = {name for row in connection.scalars(select(listed.c.columns)) for name in row or ()}
    return BY_NAME | {name: Column(name, "a column of your own list", of_speakers=True) for name in sorted(own)}


def own_columns(connection: Connection) -> dict[str, dict[str, str]]:
    """What the user's list gives to actors, by their ids; of several entries for one, as `Values` has it."""
    found: dict[str, dict[str, str]] = {}
    entries = select(listed.c.actor_id, listed.c.columns).where(listed.c.actor_id.is_not(None))
    for actor, given in connection.execute(entries):
        known = found.setdefault(actor, {})
        known.update({name: min(value, known.get(name, value)) for name, value in (given or {}).items()})
    return found


def chosen(connection: Connection, names: Sequence[str]) -> list[Column]:
    """The columns so called; raises BadTally where one is none."""
    known = known_columns(connection) if set(names) - set(BY_NAME) else BY_NAME
    towards = {name: Column(name, "for or against", of_speakers=True) for name in names if name.startswith(POSITION)}
    for name in names:
        if name not in known and not towards.get(name):
            raise BadTally(
                f"there is no column “{name}”; there are {', '.join(known)}, {POSITION}WHOM,"
                " and those of a list of your own"
            )
    return [towards.get(name) or known[name] for name in names]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks a statement, in SQL: an actor, one who is only described, or nobody who can be told.

    `source` is what to select from, `role`, `gender` and `office` what the article tells of the speaker.
    """

    source: FromClause
    actor: ColumnElement[Any]
    described: ColumnElement[Any]
    is_described: ColumnElement[bool]
    described_type: ColumnElement[Any]
    role: ColumnElement[Any]
    gender: ColumnElement[Any]
    office: ColumnElement[Any]
    anonymous: ColumnElement[Any]
    behalf: ColumnElement[Any]


def voices(*, several: bool) -> Iterator[Voice]:
    """Whoever speaks first, and with `several` those who speak with them."""
    said = statements.c

    def as_read(column: ColumnElement[Any]) -> ColumnElement[Any]:
        """What the article tells of its speaker is not told of one whom people decided on since."""
        return case((~said.decided, column))

    # Whoever is described has a type; the ids are many, the types few, and tallies are made of what differs.
    is_described = as_read(said.described_type).is_not(None)
    first = (said.speaker_id, as_read(said.described_id), is_described, as_read(said.described_type))
    told = (said.role, as_read(said.gender), as_read(said.office), as_read(said.anonymous), as_read(said.behalf_id))
    yield Voice(statements, *first, *told)
    if several:
        fellows = FELLOWS.subquery("fellows")
        source = statements.join(fellows, fellows.c.statement_id == said.id)
        nothing = null(), false(), null(), null(), null(), null()
        yield Voice(source, fellows.c.actor_id, *nothing, false(), null())


class Values:
    """The values of columns for one voice; `source` grows by what they are read from."""

    def __init__(self, connection: Connection, voice: Voice, gender_by: GenderBy = "text") -> None:
        self._connection, self._voice, self._gender_by = connection, voice, gender_by
        self.source = voice.source
        self._joined: set[str] = set()

    def of(self, column: Column) -> ColumnElement[Any]:
        if column.name in BY_NAME:
            found: ColumnElement[Any] = getattr(self, f"_{column.name}")()
            return found
        if column.name.startswith(POSITION):
            return self._position(column.name.removeprefix(POSITION))
        return self._own(column.name)

    @property
    def speaker(self) -> ColumnElement[Any]:
        """One for each speaker; those whom nobody can name or describe are one in each article."""
        nobody = literal("?") + cast(statements.c.article_id, String)
        return func.coalesce(self._voice.actor, self._voice.described, nobody)

    def _join(self, name: str, table: FromClause, on: ColumnElement[bool]) -> None:
        if name not in self._joined:
            self._joined.add(name)
            self.source = self.source.outerjoin(table, on)

    def _outlet(self) -> ColumnElement[Any]:
        return statements.c.outlet

    def _author(self) -> ColumnElement[Any]:
        self._join("articles", articles, articles.c.id == statements.c.article_id)
        byline = cast(articles.c.byline, String)
        return case((byline != "[]", byline))

    def _language(self) -> ColumnElement[Any]:
        self._join("articles", articles, articles.c.id == statements.c.article_id)
        return articles.c.language

    def _section(self) -> ColumnElement[Any]:
        self._join("articles", articles, articles.c.id == statements.c.article_id)
        self._join("documents", documents, documents.c.id == articles.c.document_id)
        return section_of(documents.c.url, self._connection.dialect)

    def _when(self, digits: int) -> ColumnElement[Any]:
        dated = statements.c.dated
        return case((func.length(dated) >= digits, func.substr(dated, 1, digits)))

    def _year(self) -> ColumnElement[Any]:
        return func.substr(statements.c.dated, 1, 4)

    def _month(self) -> ColumnElement[Any]:
        return self._when(_MONTH)

    def _week(self) -> ColumnElement[Any]:
        day = self._when(_DAY)
        if self._connection.dialect.name == "sqlite":
            return func.date(day, "weekday 0", "-6 days")
        return func.to_char(func.date_trunc("week", func.to_date(day, "YYYY-MM-DD")), "YYYY-MM-DD")

    def _kind(self) -> ColumnElement[Any]:
        return statements.c.kind

    def _act(self) -> ColumnElement[Any]:
        return statements.c.act

    def _where(self) -> ColumnElement[Any]:
        return statements.c.place

    def _topic(self) -> ColumnElement[Any]:
        return statements.c.topic

    def _role(self) -> ColumnElement[Any]:
        return self._voice.role

    def _speaker(self) -> ColumnElement[Any]:
        who = self._voice
        return func.coalesce(who.actor, case((who.is_described, literal(UNNAMED))))

    def _type(self) -> ColumnElement[Any]:
        self._join("actors", actors, actors.c.id == self._voice.actor)
        return func.coalesce(actors.c.type, self._voice.described_type)

    def _named(self) -> ColumnElement[Any]:
        who = self._voice
        return case((who.actor.is_not(None), literal("named")), (who.is_described, literal("unnamed")))

    def _office(self) -> ColumnElement[Any]:
        """As this article tells, else as others do; "official", "other", or that nothing tells."""
        agreed = self._agreed("office")
        return func.coalesce(case((self._voice.office, "official"), (~self._voice.office, "other")), agreed)

    def _gender(self) -> ColumnElement[Any]:
        """As people decided, else as this article tells, else as others do, else by the name if that is asked for."""
        type_ = self._type()
        told = func.coalesce(self._voice.gender, self._agreed("gender"))
        if self._gender_by == "names":
            told = func.coalesce(told, self._by_name())
        decided = genders_decided(self._connection)
        cases = [(self._voice.actor == actor, literal(gender or None)) for actor, gender in decided.items()]
        return case(*cases, (told.is_not(None), told), (type_ != "person", literal(NO_PERSON)))

    def _anonymous(self) -> ColumnElement[Any]:
        """Of whoever the article names or describes; those who speak along are named."""
        who = self._voice
        withheld = case((who.anonymous, "anonymous"), else_="not anonymous")
        return case((who.actor.is_not(None) | who.is_described, withheld))

    def _on_behalf_of(self) -> ColumnElement[Any]:
        """The actor; most people speak for themselves."""
        self._join("behalf", _BEHALF, _BEHALF.c.id == self._voice.behalf)
        known = self._voice.actor.is_not(None) | self._voice.is_described
        return func.coalesce(_BEHALF.c.actor_id, case((known, literal(FOR_NOBODY))))

    def _agreed(self, name: str) -> ColumnElement[Any]:
        """What the articles tell of each actor, where no two of them contradict each other."""
        said = statements.alias(f"{name}_told")
        value = said.c.gender if name == "gender" else case((said.c.office, "official"), (~said.c.office, "other"))
        one = case((func.min(value) == func.max(value), func.min(value))).label("value")
        telling = said.c.is_shown & ~said.c.decided & said.c[name].is_not(None) & said.c.speaker_id.is_not(None)
        told = select(said.c.speaker_id, one).where(telling).group_by(said.c.speaker_id).subquery(f"{name}_agreed")
        self._join(name, told, told.c.speaker_id == self._voice.actor)
        return told.c.value

    def _by_name(self) -> ColumnElement[Any]:
        """What the first of several names says in nearly all who bear it."""
        name = actors.c.name
        cut = func.instr(name, " ") if self._connection.dialect.name == "sqlite" else func.strpos(name, " ")
        given = func.lower(func.substr(name, 1, cut - 1))
        by_gender: dict[str, list[str]] = {}
        for one, gender in given_names().items():
            by_gender.setdefault(gender, []).append(one)
        known = [
            (given.in_([literal(one, literal_execute=True) for one in some]), literal(gender))
            for gender, some in by_gender.items()
        ]
        return case((actors.c.type == "person", case(*known)))

    def _position(self, target: str) -> ColumnElement[Any]:
        """Which side the speaker takes in this statement, plainly and now; "mixed" where it is both."""
        held = sides(self._connection, target).subquery(f"held_{len(self._joined)}")
        who = self._voice
        speaker = func.coalesce(who.actor, case((who.is_described, statements.c.described)))
        said = and_(held.c.article_id == statements.c.article_id, held.c.statement == statements.c.n)
        self._join(POSITION + target, held, and_(said, held.c.holder == speaker))
        return case((held.c.side.is_not(None), held.c.side), (speaker.is_not(None), literal(NO_POSITION)))

    def _own(self, name: str) -> ColumnElement[Any]:
        """The value in a column of the user's list, of the first of several entries for one actor."""
        value = listed.c.columns[name].as_string()
        given = select(listed.c.actor_id, func.min(value).label("value")).where(listed.c.actor_id.is_not(None))
        entries = given.group_by(listed.c.actor_id).subquery("entries")
        self._join("entries", entries, entries.c.actor_id == self._voice.actor)
        who = self._voice
        return case(
            (entries.c.value.is_not(None), entries.c.value),
            (entries.c.actor_id.is_not(None), literal(NOT_GIVEN)),
            (who.actor.is_not(None) | who.is_described, literal(UNLISTED)),
        )


def genders_decided(connection: Connection) -> dict[str, Gender | None]:
    """What people decided of actors, by their ids; None where they decided that nothing tells."""
    rows = [(row, still(connection, row.one, row.one_in)) for row in standing(connection, "gender")]
    return {who.actor_id: None if row.name == NOBODY_TELLS else row.name for row, who in rows if who}


def cell_conditions(connection: Connection, having: str) -> Iterator[ColumnElement[bool]]:
    """The conditions that put a statement into a cell of a tally: "gender=woman&outlet=The+Post"; raises BadTally.

    An empty value asks for those of which nothing tells it.
    """
    asked = parse_qsl(having, keep_blank_values=True)
    if not all("=" in part for part in having.split("&")):
        raise BadTally(f"“{having}” is no cell of a tally; write column=value, and & between two")
    columns = chosen(connection, [name for name, _ in asked])
    if not any(column.of_speakers for column in columns):
        yield statements.c.id.in_(_in_cell(connection, next(voices(several=False)), columns, asked))
        return
    found = [_in_cell(connection, voice, columns, asked) for voice in voices(several=True)]
    yield statements.c.id.in_(union_all(*found))


def _in_cell(
    connection: Connection, voice: Voice, columns: Sequence[Column], asked: Sequence[tuple[str, str]]
) -> Select[tuple[int]]:
    values = Values(connection, voice)
    pairs = [(values.of(column), text) for column, (_, text) in zip(columns, asked, strict=True)]
    wanted = [value.is_(None) if text == OPEN else value == text for value, text in pairs]
    return select(statements.c.id).select_from(values.source).where(and_(*wanted)).correlate(None)
