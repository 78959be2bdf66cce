"""An article with everybody in their place: who is named where, who they are, what they are called."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sayso.coreference.aliases import called_they, husbands, of_one_family, with_aliases
from sayso.coreference.bynames import Byname, bynames, with_bynames
from sayso.coreference.clusters import Cast, Key, Reference, actor_id, identify
from sayso.coreference.described_subjects import described_subjects
from sayso.coreference.gender import genders_of
from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.mention_detection import acronyms, place, repeats
from sayso.coreference.mention_fallback import capitals_inside_sentences, lone_capitals
from sayso.coreference.namesakes import told_apart
from sayso.coreference.person_name import Name
from sayso.coreference.role_index import Ties, tie
from sayso.coreference.salience import Salience, Trail, trail_of
from sayso.coreference.type_evidence import types_told
from sayso.coreference.unnamed_speakers import Strangers, is_named
from sayso.coreference.writer import writer_of
from sayso.data.actor import Actor, Mention
from sayso.data.article import Article, Span
from sayso.data.statement import Attribution, Speaker, Statement, Via
from sayso.lexicon.english import Gender
from sayso.text.doc import Doc, Stretches


@dataclass(frozen=True, slots=True)
class Label:
    """What an actor is called outside of the article: the id and the fullest name, or the description of a stranger."""

    id: str
    name: str


_TELLS: Final = re.compile(r"\b(?:told|tells|assured|informed|reminded)\b")
_CLAUSE: Final = re.compile(r"that |(?:he|she|it|they|there|the|nobody|nothing) \w")

Fits = Callable[[tuple[int, int], Sequence[tuple[int, int]]], Sequence[float]]
"""The place of a pronoun and those of names → how likely it means none of them, then each of them."""


def no_evidence(place: tuple[int, int], names: Sequence[tuple[int, int]]) -> Sequence[float]:
    """For who has no model: it may mean nobody."""
    return (1.0, *(0.0 for _ in names))


Rank = Callable[[tuple[int, int], Sequence[Sequence[tuple[int, int]]], Sequence[Sequence[float]]], Sequence[float]]
"""The place of a pronoun or description, those where each whom it may mean is named, and the rows of features, nobody's
first → how likely it means nobody of them, then each of them."""


def no_ranking(
    place: tuple[int, int], names: Sequence[Sequence[tuple[int, int]]], rows: Sequence[Sequence[float]]
) -> Sequence[float]:
    """For who has no model: nobody is told apart, and the rules decide."""
    return (1.0, *(0.0 for _ in names))


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of an article's people; `article` is its key.

    `theys` are persons whom it calls "they", `bynames` names in marks with where their bearers are described.
    `trail`, `ties`, `described` and `strangers` grow while its statements are resolved.
    """

    article: str
    doc: Doc
    cast: Cast
    placed: list[Placed]
    references: list[Reference]
    ties: Ties
    trail: Trail
    contents: Stretches
    spoken: Stretches
    labels: dict[Key, Label]
    strangers: Strangers
    fits: Fits = no_evidence
    rank: Rank = no_ranking
    theys: frozenset[Key] = frozenset()
    bynames: tuple[Byname, ...] = ()
    described: defaultdict[Key, set[Span]] = field(default_factory=lambda: defaultdict(set))

    def reference_at(self, start: int) -> Reference:
        return self.references[bisect_left(self.references, start, key=lambda r: r.name.start)]

    def references_between(self, start: int, end: int) -> list[Reference]:
        """The names that begin from `start` up to `end`."""
        first, last = (bisect_left(self.references, place, key=lambda r: r.name.start) for place in (start, end))
        return self.references[first:last]

    def places(self, actor: Key) -> list[tuple[int, int]]:
        """Where an actor is named."""
        return [(r.name.start, r.name.end) for r in self.references if r.actor == actor]

    def speaker(self, actor: Key, via: Via, confidence: float) -> Speaker:
        label, named = self.label(actor), is_named(actor)
        anonymous = actor in self.strangers.anonymous
        return Speaker(label.id, label.name, actor[0], via, named=named, anonymous=anonymous, confidence=confidence)

    def label(self, actor: Key) -> Label:
        if is_named(actor):
            return self.labels[actor]
        return Label(self.strangers.ids(self.article)[actor], self.strangers.known[actor].name)

    def names(self, actors: Iterable[Key], joined: str) -> str:
        """The names of these actors in one phrase: "Ana Doe or Bo Doe"."""
        return f" {joined} ".join(dict.fromkeys(self.label(actor).name for actor in actors))

    def who_is_i(self, position: int, reporter: Key | None) -> frozenset[Key]:
        """Who is quoted at `position`, and calls himself "I": no "he" and no "the minister" there is he."""
        is_spoken = self.doc.quoted(position) or self.spoken.at(position) is not None
        return frozenset({reporter}) if reporter is not None and is_spoken else frozenset()


def _genders_of_words(doc: Doc, found: Iterable[Placed], spoken: Stretches) -> dict[tuple[str, ...], Gender]:
    """What the text tells of those who are called by these words, where a name is not in full."""
    return genders_of(doc, ((p.name, p.name.words) for p in found if p.type == "person" and not _in_full(p)), spoken)


def set_scene(
    article: Article,
    doc: Doc,
    mentions: Iterable[Mention],
    statements: Sequence[Statement],
    headlines: Iterable[Placed],
    fits: Fits = no_evidence,
    rank: Rank = no_ranking,
    places: Container[str] = (),
) -> Scene:
    """Find who is named where; `headlines` are the names in the titles of related stories, `places` nobody's names."""
    own = [s.attribution for s in statements if s.where != "related"]
    found, also, kin = _names(doc, mentions, [piece for a in own for piece in a.source], places)
    found, repeated = _with_types(doc, found, list(repeats(doc, found)))
    spoken = Stretches.of((c.start, c.end) for a in own if a.kind == "direct" for c in a.content)
    by_words = _genders_of_words(doc, found, spoken)
    named = [*_body_first(doc, found), *_beside(doc, found, kin), *headlines]
    cast = Cast(named, acronyms(doc.text, found), by_words, [*also, *kin], lone_capitals(doc))
    placed = sorted([*found, *repeated], key=lambda p: p.name.start)
    references = identify(doc, cast, placed)
    contents = Stretches.of((c.start, c.end) for a in own for c in a.content)
    writer = writer_of(article, doc, cast, references)
    scene = Scene(
        article.document.key,
        doc,
        cast,
        placed,
        references,
        tie(doc, cast, references),
        trail_of(doc, references, contents, _genders(doc, references, spoken), set(_hearers(references, own))),
        contents,
        spoken,
        _labels(cast, references),
        Strangers(doc.text, writer=writer),
        fits,
        rank,
        called_they(doc, references),
        tuple(bynames(doc)),
    )
    _note_described_subjects(scene)
    return scene


def _beside(doc: Doc, found: Sequence[Placed], kin: Iterable[tuple[Name, Name]]) -> list[Placed]:
    """Those whom no name of their own tells of: Greta Lund of "Greta and Olga Lund", the husband of "Mr. and Mrs."."""
    return [*(Placed(whole, "person") for _, whole in kin), *husbands(doc.text, found)]


def _hearers(references: Sequence[Reference], said: Iterable[Attribution]) -> Iterator[int]:
    """Where those are named who are told what a clause says, not what they shall do."""
    for each in said:
        if not (each.cue and each.content and _TELLS.search(each.cue[-1].text) and _CLAUSE.match(each.content[0].text)):
            continue
        first, last = each.cue[-1].end, each.content[0].start
        start, end = (bisect_left(references, place, key=lambda r: r.name.start) for place in (first, last))
        yield from (reference.name.start for reference in references[start:end])


def _genders(doc: Doc, references: Iterable[Reference], spoken: Stretches) -> dict[Key, Gender]:
    persons = [(r.name, r.actor) for r in references if r.actor is not None and r.actor[0] == "person"]
    return genders_of(doc, persons, spoken)


def _note_described_subjects(scene: Scene) -> None:
    for words in described_subjects(scene.doc):
        if (who := scene.strangers.meant(words.text)) is not None:
            scene.trail.described(who, words.start, words.end, scene.strangers.known[who].gender, Salience.SUBJECT)


def _names(
    doc: Doc, mentions: Iterable[Mention], sources: Sequence[Span], places: Container[str]
) -> tuple[list[Placed], list[tuple[Name, Name]], list[tuple[Name, Name]]]:
    """The names, those that the text gives persons besides, and first names with the full ones they stand for."""
    found, also = with_aliases(doc.text, with_bynames(_named(doc, mentions, sources, places), bynames(doc)))
    found, kin = of_one_family(doc.text, found)
    return sorted(found, key=lambda p: p.name.start), also, kin


def _named(doc: Doc, mentions: Iterable[Mention], sources: Sequence[Span], places: Container[str]) -> list[Placed]:
    return place(doc, mentions, sources, capitals_inside_sentences(doc), places)


def _with_types(doc: Doc, *each: list[Placed]) -> tuple[list[Placed], ...]:
    """The names with the types that the text around them tells, those in full with whose they are of several."""
    told = types_told(doc, sorted((p for names in each for p in names), key=lambda p: p.name.start))
    typed = ([replace(p, type=told.get(p.name.words, p.type)) for p in names] for names in each)
    return tuple(told_apart(doc, names) for names in typed)


def _in_full(placed: Placed) -> bool:
    """Whether a name tells by itself whose it is: "Mrs. John Doe", who is not the John Doe of the same words."""
    return placed.name.gender is not None and len(placed.name.words) > 1


def _body_first(doc: Doc, found: Sequence[Placed]) -> list[Placed]:
    """Count the headline's names as the last, for a headline tells nothing of the order in which people come in."""
    titled = [p for p in found if doc.kind_at(p.name.start) == "title"]
    length = len(doc.text)
    last = [replace(p, name=replace(p.name, start=p.name.start + length, end=p.name.end + length)) for p in titled]
    return [p for p in found if doc.kind_at(p.name.start) != "title"] + last


def actors_of(scene: Scene, speaking: Iterable[Key]) -> tuple[Actor, ...]:
    """Everybody whom the article names, in order of first mention, then those whom only headlines name."""
    spans: defaultdict[Key, set[Span]] = defaultdict(set)
    for reference in scene.references:
        if reference.actor is not None:
            spans[reference.actor].add(Span(reference.name.start, reference.name.end, reference.name.text))
    actors = [_actor(scene, key, spans[key]) for key in {*spans, *filter(is_named, speaking)}]
    return tuple(sorted(actors, key=lambda a: (not a.mentions, a.mentions[:1], a.id)))


def _actor(scene: Scene, key: Key, named: set[Span]) -> Actor:
    label = scene.labels[key]
    written = [span.text for span in sorted(named)] or [form.text for form in scene.cast.forms(key)]
    roles = {role.text.casefold(): role.text for role in reversed(scene.ties.of(key))}
    return Actor(
        label.id,
        label.name,
        key[0],
        names=tuple(dict.fromkeys(written)),
        roles=tuple(reversed(roles.values())),
        mentions=tuple(sorted(named | scene.described[key])),
    )


def _labels(cast: Cast, references: Iterable[Reference]) -> dict[Key, Label]:
    """Two actors never share an id: the second "person:ana-doe" is "person:ana-doe-2"."""
    uses: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for reference in references:
        if reference.actor is not None:
            uses[reference.actor][reference.name.text] += 1
    labels: dict[Key, Label] = {}
    taken: Counter[str] = Counter()
    for key in cast.everybody():
        name = cast.name(key, uses[key])
        wanted = actor_id(key[0], name)
        taken[wanted] += 1
        labels[key] = Label(wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}", name)
    return labels
