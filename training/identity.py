"""Learn what weighs how much when it is told who is who: `python -m training.identity CORPORA KEPT`.

Pairs of appearances of which it is known whether they are one person's come from three places: articles written for
it (`corpora/identity/hard`, whose marks tell); news, where a full name seldom has two owners, so that two of a name are
taken for one person, and for two where their given names differ and are cut off; and namesakes that are made: two
persons of the news who are both given a name, drawn as names are in life. Each comparison and level that comes out gets
a weight; where pairs are few it stays near what `identity_priors.json` supposes.

Nearly all of the time goes into reading the articles. What they hold is kept in the folder KEPT, so that a run that was
cut off goes on where it stopped, and a fit with other priors takes seconds; empty it when the reader has changed.
"""

import json
import pickle
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

import typer

import sayso
from corpora.identity import HERE, readings
from corpora.splits import document_of, rows
from sayso.data.article import Moment
from sayso.entity_resolution import Appearance, appearances_of
from sayso.entity_resolution.features import evidence
from sayso.entity_resolution.learning import Pair, fit
from sayso.entity_resolution.name_similarity import is_full, parsed
from sayso.entity_resolution.profile import profile_of
from sayso.lexicon.name_shares import shares

WEIGHTS = Path(sayso.__file__).parent / "entity_resolution" / "weights.json"
PAIRS_A_PERSON = 6
PRIORS = Path(__file__).parent / "identity_priors.json"
MADE = 300
SUPPOSED = 0.03
SEED = 20


Made = TypeVar("Made")
Couple = tuple[Appearance, Appearance]


def main(corpora: Path, kept: Path) -> None:
    """Fit, print each weight with the pairs it was learned from, write them."""
    kept.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    news = [one for one in persons_of_news(corpora, kept) if is_full_name(one)]
    supposed = [*same_names(news, chance), *cut_names(news, chance), *made_namesakes(news, chance)]
    known = [*marked_pairs("hard", kept), *(pair._replace(counts=SUPPOSED) for pair in supposed)]
    weights = fit(known, json.loads(PRIORS.read_text("utf-8")))
    WEIGHTS.write_text(json.dumps(weights, indent=2, ensure_ascii=False) + "\n", "utf-8")
    counted = Counter((e.comparison, e.level, pair.same) for pair in known for e in pair.told)
    for comparison, levels in weights.items():
        for level, weight in levels.items():
            same, other = counted[comparison, level, True], counted[comparison, level, False]
            print(f"{comparison:16} {level:24} {weight:6.2f}  one {same:5}  two {other:5}")


def marked_pairs(part: str, kept: Path) -> Iterator[Pair]:
    """The pairs of marked mentions whose names may be one's, but for those of one article."""
    everybody: list[tuple[Appearance, str]] = []
    for file in sorted((HERE / part).glob("[0-9]*.txt")):
        everybody += once(kept / f"{part}-{file.stem}", partial(marked_persons, file))
    of_person = {one.ref: person for one, person in everybody}
    couples = combinations((one for one, _ in everybody), 2)
    yield from pairs(couples, lambda one, other: of_person[one.ref] == of_person[other.ref])


def marked_persons(file: Path) -> Iterator[tuple[Appearance, str]]:
    """Each appearance in a file of articles that is one person's alone, and whose."""
    for reading, marks in readings(file):
        for one, actor in zip(appearances_of(reading, reading.article.document.key), reading.actors, strict=True):
            whose = {
                m.person for m in marks for s in actor.mentions if s.start < m.start + len(m.name) and m.start < s.end
            }
            if one.type == "person" and len(whose) == 1:
                yield one, whose.pop()


def persons_of_news(corpora: Path, kept: Path) -> Iterator[Appearance]:
    """Everybody in the articles of PolNeAR that may be learned from, each article once."""
    by_key = {document_of(row): row for row in reversed(list(rows(corpora, "polnear", "train", "train")))}
    for key, row in reversed(by_key.items()):
        yield from once(kept / f"news-{key}", partial(persons_of, row, key))


def persons_of(row: Mapping[str, Any], key: str) -> list[Appearance]:
    reading = sayso.read(f"{row['title']}\n\n{row['text']}".encode())
    dated = replace(reading.article, published=Moment(row["date"], "day", "header", row["date"]))
    return [one for one in appearances_of(replace(reading, article=dated), key) if one.type == "person"]


def once(place: Path, make: Callable[[], Iterable[Made]]) -> list[Made]:
    """What was made before and kept in this file; else it is made and kept now."""
    if not place.exists():
        written = place.with_suffix(".new")
        written.write_bytes(pickle.dumps(list(make())))
        written.replace(place)
    found: list[Made] = pickle.loads(place.read_bytes())
    return found


def is_full_name(one: Appearance) -> bool:
    name = parsed(one.name)
    return name is not None and is_full(name)


def same_names(news: list[Appearance], chance: random.Random) -> Iterator[Pair]:
    """Two appearances under one full name, of a person a few pairs: one person's."""
    for some in by(news, lambda one: one.name.casefold()):
        yield from pairs(few(combinations(some, 2), chance), lambda one, other: True)


def cut_names(news: list[Appearance], chance: random.Random) -> Iterator[Pair]:
    """Two appearances with one family name, one of which loses its given name or all but the initial."""
    for some in by(news, family_of):
        for shorter in (lambda one: family_of(one), lambda one: f"{one.name[0]}. {family_of(one)}"):
            for one, other in few(combinations(some, 2), chance):
                cut = called(one, shorter(one))
                yield from pairs([(cut, other)], lambda _, __, same=one.name == other.name: same)


def made_namesakes(news: list[Appearance], chance: random.Random) -> Iterator[Pair]:
    """Two persons of the news under one name, which is drawn as names are in life."""
    for _ in range(MADE):
        one, other = chance.sample(news, 2)
        name = " ".join(
            chance.choices(list(s := shares(part)), list(s.values()))[0].title() for part in ("given", "family")
        )
        if one.name != other.name:
            yield from pairs([(called(one, name), called(other, name))], lambda _, __: False)


def called(one: Appearance, name: str) -> Appearance:
    return replace(one, name=name, names=(name,))


def family_of(one: Appearance) -> str:
    name = parsed(one.name)
    assert name is not None
    return name.words[-1].title()


def by(some: Iterable[Appearance], key: Callable[[Appearance], str]) -> Iterable[list[Appearance]]:
    gathered: defaultdict[str, list[Appearance]] = defaultdict(list)
    for one in some:
        gathered[key(one)].append(one)
    return gathered.values()


def few(some: Iterable[Couple], chance: random.Random) -> list[Couple]:
    known = list(some)
    return chance.sample(known, min(len(known), PAIRS_A_PERSON))


def pairs(some: Iterable[Couple], same: Callable[[Appearance, Appearance], bool]) -> Iterator[Pair]:
    """What there is to weigh in each couple, where anything is; two of one article say nothing."""
    known = cache(profile_of)
    for one, other in some:
        if one.article != other.article and (told := evidence(known(one), known(other))):
            yield Pair(told, same(one, other))


if __name__ == "__main__":
    typer.run(main)
