"""Mentions and statements in, speakers and actors out: the whole way of this room.

names (mentions) → who is who (cast) → what they are called (ties) → who "he" is (pronouns) → each source (speakers)
"""

from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.coreference.clusters import Key
from sayso.coreference.continuations import goes_on_from
from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.mention_fallback import guess_type, name_in
from sayso.coreference.principals import principal
from sayso.coreference.replies import checked
from sayso.coreference.source_parser import quoted_words
from sayso.coreference.speaker_resolution import NO_SOURCE, Answer, who_says
from sayso.coreference.state import Fits, Rank, Scene, actors_of, no_evidence, no_ranking, set_scene
from sayso.coreference.told import tell
from sayso.coreference.unnamed_speakers import brought_in_as_somebodys, is_definite, is_named, noun_of
from sayso.data.actor import Actor, ActorType, Mention
from sayso.data.article import Article, Span
from sayso.data.statement import Attribution, Principal, Statement
from sayso.lexicon.english import FIRST_PERSON, UNNAMED
from sayso.text.doc import Doc

_NEAR = 3
"""Statements back in which the words are looked for to which one replies: the order is that of sources."""

_NEAR_BEFORE = 600
"""Characters before a source in which it is looked for whose agent "the agent" is."""


def resolve(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    fits: Fits = no_evidence,
    rank: Rank = no_ranking,
) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """Give every statement its speaker, or the reason why it has none; tell the actors of the article.

    `doc` is the article's text, `fits` what the model says of whom a pronoun means, `rank` how likely
    each is in the end. Statements come back in the order
    in which they were given, actors in order of first mention.
    """
    found = resolution(article, doc, mentions, statements, fits, rank)
    return found.statements, found.actors


class Resolution(NamedTuple):
    """What `resolve` gives, and whom any other pronoun of the article means: an actor's id, None where it is open."""

    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    meant: Callable[[Span], str | None]


def resolution(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    fits: Fits = no_evidence,
    rank: Rank = no_ranking,
    places: Container[str] = (),
) -> Resolution:
    """The same as `resolve`, and a way to ask for more pronouns, which costs something only when it is gone.

    `places` are names that nobody bears.
    """
    scene, answers = _answered(article, doc, mentions, statements, fits, rank, places)
    behalf = _principals(scene, statements, answers)
    resolved = tuple(_told(scene, s, answers[n], behalf.get(n)) for n, s in enumerate(statements))
    told = tell(scene, resolved, answers), actors_of(scene, [*_speaking(answers), *behalf.values()])

    def meant(span: Span) -> str | None:
        actor = _ask(scene, statements, answers, span).actor
        return scene.labels[actor].id if actor is not None and is_named(actor) else None

    return Resolution(*told, meant)


def everywhere(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    others: Iterable[Span],
    fits: Fits = no_evidence,
    rank: Rank = no_ranking,
    places: Container[str] = (),
) -> tuple[Actor, ...]:
    """The actors as `resolve` tells them, with those of `others`, pronouns and descriptions, among their mentions.

    Each is asked as if it were the source of a statement; one that is has its answer already.
    """
    scene, answers = _answered(article, doc, mentions, statements, fits, rank, places)
    sources = {s.attribution.source: n for n, s in enumerate(statements) if s.where != "related"}
    for span in others:
        known = sources.get((span,))
        answer = _ask(scene, statements, answers, span) if known is None else answers[known]
        if answer.actor is not None:
            scene.described[answer.actor].add(span)
    return actors_of(scene, _speaking(answers))


def _answered(
    article: Article,
    doc: Doc,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    fits: Fits,
    rank: Rank,
    places: Container[str] = (),
) -> tuple[Scene, dict[int, Answer]]:
    """The scene once every statement has its answer, and the answers by the statements' numbers."""
    headlines = _names_in_headlines(article, mentions, statements)
    scene = set_scene(article, doc, mentions, statements, headlines.values(), fits, rank, places)
    answers = dict(_answers(scene, statements))
    for number, statement in enumerate(statements):
        if _is_headline(statement) and not _names_somebody(answers[number]):
            # “Minister Says …”: who that is the article tells below.
            answers[number] = who_says(scene, statement.attribution, None)
        elif statement.where == "related":
            answers[number] = _answer_in_headline(scene, statement, headlines.get(number))
        elif statement.reported_by is not None:
            answers[number] = _answer_inside(scene, statement, answers[statement.reported_by])
    return scene, answers


def _is_headline(statement: Statement) -> bool:
    """Whether a title or section heading of the article names its source."""
    said = statement.attribution
    return said.kind == "headline" and statement.where != "related" and bool(said.source)


def _names_somebody(answer: Answer) -> bool:
    return answer.actor is not None and is_named(answer.actor)


def _speaking(answers: Mapping[int, Answer]) -> list[Key]:
    return [actor for answer in answers.values() for actor in (answer.actor, *answer.also) if actor is not None]


def _ask(scene: Scene, statements: Sequence[Statement], answers: Mapping[int, Answer], span: Span) -> Answer:
    """Whom a pronoun or description means, which is "I" for the one in whose very words it stands."""
    quoted = {"direct"} | ({"mixed"} if scene.doc.quoted(span.start) else set())
    around = [
        (content.end - content.start, n)
        for n, statement in enumerate(statements)
        if statement.where != "related" and statement.attribution.kind in quoted
        for content in statement.attribution.content
        if content.start <= span.start < content.end
    ]
    speaker = answers[min(around)[1]].actor if around else None
    if speaker is not None and span.text.casefold() in FIRST_PERSON:
        return Answer(speaker, "pronoun")
    return who_says(scene, Attribution((span,), (), ()), None, speaker)


def _answers(scene: Scene, statements: Sequence[Statement]) -> Iterator[tuple[int, Answer]]:
    """Answer for the statements that the article itself reports, in its order, as each may lean on those before it."""
    own = [n for n, s in enumerate(statements) if s.where != "related" and s.reported_by is None]
    own.sort(key=lambda n: (_place(statements[n]), n))
    before: Answer = Answer()
    told = deque[tuple[int, Answer]](maxlen=_NEAR)
    for place, number in enumerate(own):
        attribution = statements[number].attribution
        previous = statements[own[place - 1]].attribution if place else None
        if attribution.source:
            later = (statements[n].attribution.source for n in own[place + 1 :])
            before = who_says(scene, attribution, _next_source(attribution.source[0], later))
            earlier = [(statements[n].attribution, found.actor) for n, found in told]
            before = checked(scene, before, attribution, earlier)
            _leave_trace(scene, before, attribution.source[0])
        elif not (previous and before.actor and goes_on_from(scene, previous, attribution)):
            before = Answer(reason=NO_SOURCE)
        else:
            before = Answer(before.actor, "context", also=before.also)
        told.append((number, before))
        yield number, before


def _answer_inside(scene: Scene, statement: Statement, outer: Answer) -> Answer:
    """Answer for a statement that another reports: there "I" is the one who reports it."""
    if not statement.attribution.source:
        return Answer(reason=NO_SOURCE)
    source = statement.attribution.source[0].text.casefold()
    if source in FIRST_PERSON and outer.actor is not None:
        return Answer(outer.actor, "pronoun")
    return who_says(scene, statement.attribution, None, outer.actor)


def _place(statement: Statement) -> int:
    attribution = statement.attribution
    return min((span.start for span in attribution.source or attribution.content or attribution.cue), default=0)


def _next_source(source: Span, later: Iterator[tuple[Span, ...]]) -> Span | None:
    return next((pieces[0] for pieces in later if pieces and pieces[0].start > source.end), None)


def _leave_trace(scene: Scene, answer: Answer, source: Span) -> None:
    if answer.actor in (None, scene.strangers.writer, scene.strangers.writers):
        return
    if scene.doc.quoted(source.start) and not _is_byname(scene.doc, source):
        return
    if not _names_somebody(answer) and scene.doc.kind_at(source.start) == "heading":
        return  # “It sounded like rain”: signalman. It is the signalman named below who comes up there.
    if is_named(answer.actor) or answer.via == "pronoun":
        for actor in (answer.actor, *answer.also):
            scene.trail.spoke(actor, source.start)
    elif (
        answer.actor[0] != "person"
        or not is_definite(source.text)
        or noun_of(source.text) in UNNAMED
        or scene.trail.names_somebody(source.start, source.end)
        or brought_in_as_somebodys(scene.doc.text[max(0, source.start - _NEAR_BEFORE) : source.start], source.text)
    ):
        # "The general secretary" is most often somebody named elsewhere, to whom the next "he" finds back by itself.
        who = scene.strangers.known[answer.actor]
        scene.trail.described(answer.actor, source.start, source.end, who.gender)
        if who.is_somebodys:
            scene.trail.unsure.add(answer.actor)


def _is_byname(doc: Doc, source: Span) -> bool:
    """Whether a source is all of a quotation: “Rusty” said that he had asked for a bed."""
    mark, name = source.text[:1], source.text.strip("“”\"‘’'")
    first = source.start if mark in "“\"‘'" else source.start - 1
    return any(one.start == first and name == doc.text[one.start : one.end].strip("“”\"‘’'") for one in doc.quotations)


def _principals(scene: Scene, statements: Sequence[Statement], answers: Mapping[int, Answer]) -> dict[int, Key]:
    """On whose behalf each statement is made; who is only described goes on speaking for whom he once did."""
    found: dict[int, Key] = {}
    known: dict[Key, Key] = {}
    for number, statement in enumerate(statements):
        actor, source = answers[number].actor, statement.attribution.source
        if actor is None or statement.where == "related":
            continue
        place = source[0] if source else Span(0, 0, "")
        who = principal(scene, place, actor) or known.get(actor)
        if who is not None:
            found[number] = who
            known.setdefault(actor, who)
    return found


def _told(scene: Scene, statement: Statement, answer: Answer, behalf: Key | None) -> Statement:
    if answer.actor is None:
        return replace(statement, unresolved=answer.reason, role=answer.role)
    speakers = [scene.speaker(actor, answer.via, answer.confidence) for actor in (answer.actor, *answer.also)]
    label = None if behalf is None else scene.label(behalf)
    return replace(
        statement,
        speaker=speakers[0],
        also=tuple(speakers[1:]),
        unresolved=answer.reason,
        role=answer.role,
        on_behalf_of=None if label is None or behalf is None else Principal(label.id, label.name, behalf[0]),
    )


def _names_in_headlines(
    article: Article, mentions: Sequence[Mention], statements: Sequence[Statement]
) -> dict[int, Placed]:
    """The name that speaks in each headline of another story, by the number of its statement."""
    types = _types_of(mentions)
    names: dict[int, Placed] = {}
    for number, statement in enumerate(statements):
        source = statement.attribution.source
        if statement.where == "related" and statement.story is not None and source:
            title = article.related[statement.story].title
            name = name_in(title, source[0].start, source[0].end)
            if name is not None:
                type_ = types.get(name.text.casefold()) or guess_type(title, name)
                # After every name of the article itself, so that the article's own spelling comes first.
                place = len(article.text) + number
                names[number] = Placed(replace(name, start=place, end=place + len(name.text)), type_)
    return names


def _types_of(mentions: Sequence[Mention]) -> dict[str, ActorType]:
    """What each name most often is in the article; the last word of a person's full name is a person's."""
    counted: dict[str, Counter[ActorType]] = {}
    for mention in mentions:
        counted.setdefault(mention.span.text.casefold(), Counter())[mention.type] += 1
    full = [mention.span.text.casefold().split() for mention in mentions if mention.type == "person"]
    surnames: dict[str, ActorType] = {words[-1]: "person" for words in full if len(words) > 1}
    return {name: types.most_common(1)[0][0] for name, types in counted.items()} | surnames


def _answer_in_headline(scene: Scene, statement: Statement, placed: Placed | None) -> Answer:
    source = statement.attribution.source
    if placed is None:
        return Answer(reason=f"unnamed source: {source[0].text}" if source else NO_SOURCE)
    found: tuple[Key, ...] = scene.cast.find(placed.name, placed.type)
    if len(found) == 1:
        return Answer(found[0], "name")
    return Answer(reason=f"{quoted_words(placed.name.text)} could be {scene.names(found, 'or')}")
