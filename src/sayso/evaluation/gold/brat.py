"""brat's standoff, as PolNeAR uses it: an article in `name.txt`, its marks in `name.ann`.

    T1<tab>Source 0 8<tab>Ana Ruiz                   words of the text; "0 8;12 16" where they stand in pieces
    E1<tab>Attribution:T4 Source:T1 Cue:T2 Content:T3  an attribution, by the names of its roles
    R1<tab>Says Arg1:T2 Arg2:T3                        or tied two by two: a cue to its content and its source

Offsets count the characters of the file as it is, line ends and all. Words that nothing ties are no attribution;
notes, attributes and normalisations are passed over.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from sayso.data.errors import Unreadable
from sayso.data.statement import PARTS
from sayso.evaluation.gold.annotated import Gold, Piece, Pieces, check, marked, reading

T = TypeVar("T")

_WORDS = re.compile(r"(?P<mark>T\S*)\t(?P<kind>\S+) (?P<places>\d+ \d+(?:;\d+ \d+)*)\t(?P<words>.*)")
_TIES = {
    "E": re.compile(r"E\S{0,20}\t[^\s:]+:\S+(?: [^\s:]+:\S+)*\s*"),
    "R": re.compile(r"R\S{0,20}\t\S{1,60}(?: [^\s:]+:\S+){2}\s*"),
}
_LINE = re.compile(r"[TERAMN#]\d\S*\t|\*\t")
_ROLE = re.compile(r"(?<![^\s])(?P<name>[^\s:\d](?:[^\s:]*[^\s:\d])?)\d*:(?P<mark>\S+)")


class Words(NamedTuple):
    """A T line: what kind of words, and where they stand."""

    mark: str
    kind: str
    pieces: tuple[Piece, ...]


def read_standoff(path: Path) -> Gold:
    """The article whose marks are in `path`; raises Unreadable, naming the line, when they do not fit its text."""
    name = str(path)
    with reading(name):
        marks = path.read_bytes().decode("utf-8-sig")
    text_path = _text_path(path)
    with reading(str(text_path)):
        text = text_path.read_bytes().decode("utf-8")
    with reading(name):
        return Gold(name, text, marked(text, _attributions(name, marks, text)))


def _text_path(path: Path) -> Path:
    """The text beside the marks, or in the folder `text` beside theirs; PolNeAR adds `_` and who marked it."""
    stems = dict.fromkeys([path.stem, path.stem.rpartition("_")[0] or path.stem])
    places = [folder / f"{stem}.txt" for folder in (path.parent, path.parent.parent / "text") for stem in stems]
    found = next((place for place in places if place.exists()), None)
    if found is None:
        raise Unreadable(str(path), f"there is no {places[0].name} with its text")
    return found


def _attributions(name: str, marks: str, text: str) -> list[Pieces]:
    lines = _lines(name, marks)
    words = {found.mark: found for found in _each(name, lines, "T", partial(_words, text))}
    events = list(_each(name, lines, "E", partial(_roles, words)))
    ties = list(_each(name, lines, "R", partial(_roles, words)))
    found = [*filter(None, map(_event, events)), *_tied(map(_pair, ties))]
    if not found and (events or ties or any(one.kind in PARTS for one in words.values())):
        raise ValueError("no event or relation in it ties a Source, Cue or Content")
    return found


def _lines(name: str, marks: str) -> list[tuple[int, str]]:
    """The lines, counted from 1; foreign ones are refused, since a file of them would pass for one without marks."""
    lines = [(number, line.rstrip("\r")) for number, line in enumerate(marks.split("\n"), 1)]
    foreign = next((number for number, line in lines if line.strip() and not _LINE.match(line)), None)
    if foreign:
        raise Unreadable(f"{name} line {foreign}", "brat writes no such line")
    return lines


def _each(name: str, lines: Iterable[tuple[int, str]], letter: str, read: Callable[[str], T]) -> Iterator[T]:
    for number, line in lines:
        if line.startswith(letter):
            with reading(f"{name} line {number}"):
                found = read(line)
            yield found


def _words(text: str, line: str) -> Words:
    found = _WORDS.fullmatch(line)
    if not found:
        raise ValueError("it is not “T1, tab, kind, space, start, space, end, tab, words”")
    places = (place.split() for place in found["places"].split(";"))
    pieces = tuple(Piece(int(start), int(end)) for start, end in places)
    check(text, pieces, found["words"])
    return Words(found["mark"], found["kind"].lower(), pieces)


def _roles(words: Mapping[str, Words], line: str) -> list[tuple[str, Words]]:
    """Who plays which role in an event or relation; brat numbers the second of a role: Content, Content2."""
    if not _TIES[line[0]].fullmatch(line):
        raise ValueError("it is neither “E1, tab, kind:T1 role:T2 …” nor “R1, tab, kind Arg1:T1 Arg2:T2”")
    roles = [(role["name"].lower(), role["mark"]) for role in _ROLE.finditer(line)]
    missing = next((mark for _, mark in roles if mark not in words), None)
    if missing:
        raise ValueError(f"it names {missing}, and no line {missing} marks any words")
    return [(name, words[mark]) for name, mark in roles]


def _pair(roles: Sequence[tuple[str, Words]]) -> tuple[Words, Words]:
    (_, one), (_, other) = roles
    return one, other


def _event(roles: Sequence[tuple[str, Words]]) -> Pieces:
    """An event as an attribution; empty when none of its roles is one of an attribution's parts."""
    return _parts((name, words) for name, words in roles if name in PARTS)


def _parts(words: Iterable[tuple[str, Words]]) -> Pieces:
    parts: dict[str, list[Piece]] = defaultdict(list)
    for name, found in words:
        parts[name].extend(found.pieces)
    return parts


def _tied(relations: Iterable[tuple[Words, Words]]) -> Iterator[Pieces]:
    """What relations come to: one attribution for each cue, and for each content that has no cue."""
    near: dict[Words, dict[Words, None]] = defaultdict(dict)
    for one, other in relations:
        near[one][other] = near[other][one] = None
    for centre, around in near.items():
        if centre.kind == "cue":
            sources = [found for content in _of("content", around) for found in _of("source", near[content])]
            yield _parts((found.kind, found) for found in [centre, *around, *sources])
        elif centre.kind == "content" and not _of("cue", around):
            yield _parts((found.kind, found) for found in [centre, *_of("source", around)])


def _of(kind: str, words: Iterable[Words]) -> list[Words]:
    return [found for found in words if found.kind == kind]
