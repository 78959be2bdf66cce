"""What a record answers: statements with their evidence, actors, captures, decisions.

Plain values that need no database: who shows or writes them need not know the record.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sayso.data.actor import Actor, ActorType
from sayso.data.article import Article, Document, Moment, StoryStub
from sayso.data.position import Judgement, Position
from sayso.data.search import Match, Search
from sayso.data.statement import Mark, Statement


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Which article a statement stands in, without its text."""

    id: str
    title: str | None
    outlet: str | None
    published: Moment | None


@dataclass(frozen=True, slots=True)
class Altered:
    """Of which utterance a printing is an altered one, and the words that differ: its own, and those it has not."""

    of: str
    words: str
    instead_of: str

    @property
    def change(self) -> str:
        """What differs, for people.

        >>> Altered("u1", "", "not").change, Altered("u1", "13", "30").change
        ('“not” is missing', '“13” stands for “30”')
        """
        if not self.words:
            return f"“{self.instead_of}” is missing"
        return f"“{self.words}” stands for “{self.instead_of}”" if self.instead_of else f"“{self.words}” is added"


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement on the record. `dated` is when it was said as far as is known; `related` the story it heads.

    `id` is made from the document's digest and the statement's place in it: the same on every record. `before` and
    `after` are the words around it; `captured_at` is when the document was added, `read_by` what read it,
    `in_time` its place in order of time; `within` the mark of the statement that reports it, if that is marked, and
    `reporter` who speaks that one, where that is known.
    `utterance` is the id that all faithful printings of one act of speaking share; one that is `altered` has its own.
    `independent` is false where it rests on another printing of the same story. `printings` is how many print the
    utterance, `sources` how many of them are independent.
    """

    id: str
    document: Document
    article: ArticleRef
    statement: Statement
    dated: str | None
    related: StoryStub | None = None
    before: str = ""
    after: str = ""
    captured_at: str | None = None
    read_by: str | None = None
    in_time: str = ""
    within: Mark | None = None
    reporter: str | None = None
    utterance: str = ""
    altered: Altered | None = None
    independent: bool = True
    printings: int = 1
    sources: int = 1


@dataclass(frozen=True, slots=True)
class Printings:
    """One act of speaking with all that print it, the fullest first, and the altered printings beside them.

    `first` is the printing that came first, as far as the dates tell.
    """

    id: str
    rows: tuple[StatementRow, ...]
    first: StatementRow
    altered: tuple[StatementRow, ...] = ()

    @property
    def sources(self) -> int:
        return sum(row.independent for row in self.rows)


@dataclass(frozen=True, slots=True)
class Related:
    """An article on the same matter, and what ties the two: a copy, shared utterances, people named in both."""

    article: ArticleRef
    is_copy: bool
    utterances: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position on the record: the article and, by its id, the statement in which it stands.

    `position` has for actors whom it names who they are on the whole record. `dated` is when it was said or published;
    `reverses` the id of an earlier position of the same holder on the same target that this one contradicts; `decided`
    what somebody decided of it, by which it is told already.
    """

    id: str
    document: Document
    article: ArticleRef
    position: Position
    statement: str | None
    dated: str | None
    reverses: str | None = None
    decided: Judgement | None = None


Marks = tuple[tuple[int, int], ...]
"""Half-open, in code points, in order, none in another."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the statements found, and the cursor of the `next` page, None on the last.

    `marks` are for each the places in its content, the pieces joined by " … ", of the words that were looked for.
    """

    rows: tuple[StatementRow, ...]
    marks: tuple[Marks, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """A value by which a search can be narrowed, what it is called, and how many statements have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The total, and the most frequent of each: months in their order, the others the most frequent first.

    `denied` is how many of them say that something is not so.
    """

    total: int
    speakers: tuple[Count, ...]
    outlets: tuple[Count, ...]
    months: tuple[Count, ...]
    kinds: tuple[Count, ...]
    denied: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor whom a name can mean: what he was last called, and how much the record has on him."""

    id: str
    name: str
    type: ActorType
    qid: str | None
    role: str | None
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Use:
    """A name or role that articles give an actor: how many of them, the first and last day, and which outlets."""

    words: str
    articles: int
    first: str | None
    last: str | None
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """Another actor, and how many statements or articles tie the two."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Maybe:
    """Another actor who may be the same and is kept apart: how likely it is, and why."""

    actor: Candidate
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor's names, roles and statements in order of time, what others say of him, and with whom he is named.

    `hit` is the name that was asked for as the record has it, and `match` whether it is that to the word or nearly.
    `topics` are the headings under which his words stand, `speakers` those who speak of him,
    `subjects` those of whom he speaks.
    """

    actor: Candidate
    hit: str
    match: Match
    names: tuple[Use, ...]
    roles: tuple[Use, ...]
    topics: tuple[Use, ...]
    statements: tuple[StatementRow, ...]
    spoken_of: tuple[StatementRow, ...]
    speakers: tuple[Other, ...]
    company: tuple[Other, ...]
    perhaps: tuple[Maybe, ...] = ()
    subjects: tuple[Other, ...] = ()


class Passage(NamedTuple):
    """Words at their place in an article, or in the title of one of the stories that it names."""

    article: str
    story: int | None
    start: int
    end: int
    words: str


Verb = Literal[
    "same",
    "different",
    "rename",
    "reattribute",
    "reject",
    "reject mention",
    "gender",
    "forget",
    "join",
    "split",
    "judge",
    "outlet",
    "undo",
]


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, when and why.

    `one` and `other` are actors by the ids that the articles `one_in` and `other_in` give them: two who are the
    `same` or `different`, one to `rename` to `name`, one who is counted as of the `gender` that `name` is, one to whom
    a statement is given. `passage` is where the words of that statement, or of what was rejected, stand. To forget is
    to keep the digest of a document, or of an address behind "url:", as `name`. To judge is to say which Judgement,
    `name`, is true of the position that `passage` shows, by the words of its holder `one` and of its target `other`. An
    `outlet` that calls itself `one` is called `name`. An undo takes back the decision `undoes`; `stands` is false for
    what was undone.
    """

    id: int
    at: str
    who: str
    verb: Verb
    one: str | None
    one_in: str | None
    other: str | None
    other_in: str | None
    name: str | None
    passage: Passage | None
    undoes: int | None
    why: str | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Capture:
    """A document as it was taken in: its article's key and title, whence and when, its digest, what read it.

    Of several captures of one URL the last `is_current`.
    """

    article: str
    title: str | None
    name: str
    url: str | None
    media_type: str
    sha256: str
    captured_at: str
    read_by: str
    is_current: bool
    asked_url: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """An article on the record with all its statements, rejected ones left out, and its actors by the record's ids."""

    capture: Capture
    article: Article
    statements: tuple[StatementRow, ...]
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class AsRead:
    """An article as it was read, before anything was decided or told across articles."""

    article: Article
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """An article's text, the titles of the stories that it names, and all its statements by their ids.

    `fault` is why the document that was kept is not the one that it was read from, None where it is or none was kept.
    """

    article: str
    text: str
    titles: tuple[str, ...]
    statements: tuple[tuple[str, Statement], ...]
    fault: str | None


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be put on the record, why, and when that was tried last."""

    name: str
    why: str
    failed_at: str


@dataclass(frozen=True, slots=True)
class Saved:
    """A search kept under a name, when it was last looked at, and how many statements came in since.

    `hook` is an address that is told of what is new, `last` up to what that is, for `Record.sent`.
    """

    name: str
    search: Search
    seen_at: str
    new: int
    hook: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What a record holds: captures, current articles by language, statements that are shown and have a named speaker.

    `published` are the first and the last day, `size` is in bytes; `read_by` tells how many documents what read; of
    `digests` of the statements no words were kept.
    """

    schema: int
    documents: int
    articles: int
    without_statements: int
    languages: tuple[Count, ...]
    statements: int
    named: int
    actors: int
    failed: int
    published: tuple[str | None, str | None]
    last_added: str | None
    read_by: tuple[Count, ...]
    size: int
    digests: int


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a reading: the article's key, and whether it is `new` or was there already; `recaptured` where
    another capture of its page was there before.
    """

    article: str
    new: bool
    statements: int
    recaptured: bool = False
