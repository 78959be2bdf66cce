"""What tells whom a pronoun or description means, in numbers: a row for each actor whom it may mean, one for nobody.

The rules' own answer is among the numbers, with what they leave out: how far back, how often named, who spoke last,
what the model says. `encoding/antecedents.py` makes probabilities of the rows; its weights hang on their order.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log1p
from typing import Final

from sayso.coreference.clusters import Key, Reference
from sayso.coreference.description_evidence import OF_ACTOR, OF_SOURCE, described, of_actor
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.lead_paragraph import in_lead
from sayso.coreference.pronoun_rules import Antecedent, agrees
from sayso.coreference.role_phrases import Phrase, is_personal
from sayso.coreference.salience import Salience, Trace
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import gender_of_noun, is_named
from sayso.data.article import Span
from sayso.lexicon.english import BODY_NOUNS, ORGANISATION_NOUNS, PART_OF_BODY
from sayso.text.normalise import fold

FEATURES: Final = (
    *(
        "nobody",
        "he or she",
        "it",
        "they",
        "a person",
        "a body",
        "something else",
        "speaks",
        "goes on",
        "in the lead",
        "quoted",
    ),
    *("ruled a stranger", "a stranger spoke last", "the model says nobody", "possible", *OF_SOURCE),
    *("person", "organisation", "country", "group", "same gender", "gender unknown", "named inside"),
    *("times named", "share of names", "in the title", "after", "here", "sentence before", "same paragraph"),
    *("sentences back", "paragraphs back", *(f"as {s.name.lower()}" for s in Salience), "most salient in its sentence"),
    *("spoke last", "spoke", "speakers since", "rank", "nearest", "rule", "rule's rival"),
    *("chance", "chance in all", "likeliest", "holder", "only holder", "contradicts", "has a role"),
    *("noun in name", "words in common", *OF_ACTOR, "of its type"),
    *("first", "in the first paragraph", "chance anywhere", "chance anywhere in all"),
)
_FAR: Final = 400
_LEAST: Final = 1e-4
_REACH: Final = 1500
_MOST: Final = 40
_ALL: Final = 200

Row = list[float]


@dataclass(frozen=True, slots=True)
class Question:
    """A source that asks whom it means: a pronoun in small letters, or a description with its phrase.

    `ruled` is what the rules say of it, `speaks` whether it is the source of a statement, `goes_on` whether its cue
    continues what was said before.
    """

    source: Span
    pronoun: str | None
    ruled: Antecedent
    phrase: Phrase | None = None
    speaks: bool = True
    goes_on: bool = False


@dataclass(slots=True)
class _Seen:
    """What the text says of one actor up to the source: nearest mention, how often, and as a speaker."""

    nearest: Trace
    rank: int
    times: int = 0
    titled: bool = False
    speakers_since: int | None = None
    peers: list[Salience] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)


def rows(scene: Scene, asked: Question) -> tuple[list[Key], list[Row]]:
    """The actors who may be meant, and the rows: nobody's first, then one for each of them."""
    seen, last = _seen(scene, asked)
    chances = _chances(scene, asked.source, near_names(scene, asked.source), seen)
    anywhere = _chances(scene, asked.source, _names_before(scene, asked.source), seen)
    what = described(scene, asked.source, asked.phrase)
    common = _of_source(scene, asked, last, chances.pop(None, [1.0])[0], len(seen))
    common += what.of_source if what else [0.0] * len(OF_SOURCE)
    empty = [0.0] * (len(FEATURES) - len(common) - 1)
    best = max((chance[0] for chance in chances.values()), default=0.0)
    total = sum(one.times for one in seen.values())
    types = Counter(actor[0] for actor in seen)
    found = [[1.0, *common, *empty]]
    for actor, one in seen.items():
        own = [*_of_actor(scene, asked, actor, one, total), *_of_place(scene, asked.source.start, one)]
        chance = chances.get(actor, [_LEAST])
        own += [float(last == actor), float(one.speakers_since is not None), log1p(one.speakers_since or 0)]
        own += [log1p(one.rank), float(one.rank == 0), float(asked.ruled.actor == actor)]
        own += [float(actor in asked.ruled.rivals), *_logs(chance)]
        own += [float(chance[0] == best), *_by_description(scene, asked.phrase, actor)]
        own += of_actor(scene, what, actor, one.traces) if what else [0.0] * len(OF_ACTOR)
        own += [
            log1p(types[actor[0]]),
            *_of_first(scene, asked.source.start, one),
            *_logs(anywhere.get(actor, [_LEAST])),
        ]
        found.append([0.0, *common, *own])
    return list(seen), found


def _seen(scene: Scene, asked: Question) -> tuple[dict[Key, _Seen], Key | None]:
    """Everybody who may be meant, nearest first, and who spoke last; those named later in the sentence come last."""
    position, seen = asked.source.start, dict[Key, _Seen]()
    spoke: list[Key] = []
    sentence: int | None = None
    here: list[tuple[Key, Trace]] = []
    post = scene.doc.post_start(position)
    for trace in scene.trail.traces_before(position, _FAR):
        if trace.start < post:
            break
        if trace.salience is Salience.SPEAKER and trace.actor not in spoke:
            spoke.append(trace.actor)
        if not _may_be(scene, asked, trace.actor):
            continue
        number = scene.doc.sentences.number_at(trace.start)
        if number != sentence:
            sentence, here = number, []
        here.append((trace.actor, trace))
        one = seen.setdefault(trace.actor, _Seen(trace, len(seen)))
        one.times += 1
        one.traces.append(trace)
        one.titled |= scene.doc.kind_at(trace.start) == "title"
        if trace.salience is Salience.SPEAKER and one.speakers_since is None:
            one.speakers_since = spoke.index(trace.actor)
        for other, _ in here:
            if seen[other].nearest.start >= scene.doc.sentences.starts[max(number, 0)]:
                seen[other].peers.append(trace.salience)
    for trace in scene.trail.traces_after(asked.source.end):
        if _may_be(scene, asked, trace.actor):
            seen.setdefault(trace.actor, _Seen(trace, len(seen), times=1, traces=[trace]))
    return seen, spoke[0] if spoke else None


def _may_be(scene: Scene, asked: Question, actor: Key) -> bool:
    if not is_named(actor):
        return False
    if asked.pronoun is None:
        return True
    if asked.pronoun in GENDER_OF or asked.pronoun in {"it", "its"}:
        return agrees(scene.trail, asked.pronoun, actor)
    return True


def _of_source(scene: Scene, asked: Question, last: Key | None, nobody: float, possible: int) -> Row:
    """What is the same in every row of a source."""
    noun = asked.phrase.head.split()[-1] if asked.phrase else ""
    person = bool(noun) and is_personal(noun)
    body = not person and noun in ORGANISATION_NOUNS | PART_OF_BODY | BODY_NOUNS
    pronoun = asked.pronoun or ""
    by_rule = asked.ruled.actor
    flags = (
        pronoun in GENDER_OF,
        pronoun in {"it", "its"},
        bool(pronoun) and pronoun not in GENDER_OF and pronoun not in {"it", "its"},
        person,
        body,
        not pronoun and not person and not body,
        asked.speaks,
        asked.goes_on,
        in_lead(scene.doc, asked.source.start),
        scene.doc.quoted(asked.source.start),
        by_rule is not None and not is_named(by_rule),
        last is not None and not is_named(last),
    )
    return [*map(float, flags), log(max(nobody, _LEAST)), log1p(possible)]


def _of_actor(scene: Scene, asked: Question, actor: Key, one: _Seen, total: int) -> Row:
    gender = scene.trail.genders.get(actor)
    wanted = gender_of_noun(asked.phrase.head.split()[-1]) if asked.phrase else GENDER_OF.get(asked.pronoun or "")
    inside = asked.source.start <= one.nearest.start < asked.source.end
    types = [float(actor[0] == type_) for type_ in ("person", "organisation", "country", "group")]
    flags = [float(wanted is not None and gender == wanted), float(gender is None), float(inside)]
    return [*types, *flags, log1p(one.times), one.times / max(total, 1), float(one.titled)]


def _of_place(scene: Scene, position: int, one: _Seen) -> Row:
    place, doc = one.nearest.start, scene.doc
    after = place >= position
    sentences = abs(doc.sentences.number_at(position) - doc.sentences.number_at(place))
    blocks = doc.distance(min(place, position), max(place, position))
    salient = [float(one.nearest.salience is each) for each in Salience]
    near = [float(after), float(sentences == 0), float(sentences == 1 and not after), float(blocks == 0)]
    most = float(all(one.nearest.salience >= other for other in one.peers))
    return [*near, log1p(sentences), log1p(blocks), *salient, most]


def _by_description(scene: Scene, phrase: Phrase | None, actor: Key) -> Row:
    """Whether what the text calls an actor is what the source calls it."""
    if phrase is None:
        return [0.0] * 6
    holders = {*scene.ties.holders(phrase), *scene.ties.organisations(phrase)}
    words = {part for form in scene.cast.forms(actor) for part in fold(form.text).replace(".", "").split()}
    roles = scene.ties.of(actor)
    words_of_roles = {word for role in roles for word in fold(role.text).split()}
    common = len(phrase.words & (words | words_of_roles)) / max(len(phrase.words), 1)
    flags = (actor in holders, holders == {actor}, scene.ties.contradicts(actor, phrase), bool(roles))
    return [*map(float, flags), float(phrase.head in words), common]


def _of_first(scene: Scene, position: int, one: _Seen) -> Row:
    """How far in front of the text an actor came up first, from 0 to 1, and whether in its first paragraph."""
    first = min(trace.start for trace in one.traces)
    return [min(first / max(position, 1), 1.0), float(scene.doc.distance(0, first) == 0)]


def _logs(chance: Sequence[float]) -> Row:
    return [log(max(chance[0], _LEAST)), log(max(sum(chance), _LEAST))]


def _chances(
    scene: Scene, source: Span, names: Sequence[Reference], seen: Mapping[Key, _Seen]
) -> dict[Key | None, list[float]]:
    """What the model says of each actor's mentions among `names`, the likeliest first; under None of nobody."""
    near = [r for r in names if r.actor in seen]
    nobody, *rest = scene.fits((source.start, source.end), [(r.name.start, r.name.end) for r in near])
    found: dict[Key | None, list[float]] = {None: [float(nobody)]}
    for reference, chance in zip(near, rest, strict=True):
        found.setdefault(reference.actor, []).append(float(chance))
    return {actor: sorted(each, reverse=True) for actor, each in found.items()}


def near_names(scene: Scene, source: Span) -> Sequence[Reference]:
    """The names before the source, as far back as it may reach, and those after it in its sentence."""
    reaches = max(source.start - _REACH, scene.doc.post_start(source.start))
    return scene.references_between(reaches, scene.doc.sentence_at(source.start)[1])[-_MOST:]


def _names_before(scene: Scene, source: Span) -> Sequence[Reference]:
    """All names before the source, and those after it in its sentence."""
    return scene.references_between(0, scene.doc.sentence_at(source.start)[1])[-_ALL:]
