"""What is right about a passage, written down a line each, and whether a reading has it so.

Ida Torval → the pier was safe        who says which words; marks and stops at the ends do not matter
* → the pier was safe                 in nobody's mouth, or in that of one who is only described
Ida Torval / * → the pier was safe    either will do
hypothetical Ida Torval → no          with that mark: negated, denied, hypothetical, silent, other, direct, inner
no → the pier                         no statement has these words in it
no Ida Torval                         no statement is hers, who is named
no said                               no statement is said, asked, thought or wanted
only                                  nothing else in the body, beside what others report within it
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.data.analysis import Reading
from sayso.data.statement import Statement

FLAGS = ("negated", "denied", "hypothetical", "silent", "other", "direct", "inner")
MARKS = re.compile(r"^[\W_]+|[\W_]+$")
WORD = re.compile(r"\w+(?:['-]\w+)*")


@dataclass(frozen=True, slots=True)
class Passage:
    """An article of a kind and what is right about it."""

    kind: str
    text: str
    expected: tuple[str, ...]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of a file: "# kind", then lines of text (paragraphs parted by ¶), each with its expectations."""
    kind, text, expected = "", "", list[str]()
    for line in [*path.read_text("utf-8").splitlines(), "# end"]:
        if line.startswith("  "):
            expected.append(line.strip())
            continue
        if text and line:
            yield Passage(kind, text, tuple(expected))
            text, expected = "", []
        if line.startswith("# "):
            kind = line.removeprefix("# ")
        elif line:
            text = line.replace(" ¶ ", "\n\n").replace("⏎", "\n")


def missed(reading: Reading, expected: Sequence[str]) -> list[str]:
    """The expectations that a reading does not meet."""
    return [line for line in expected if not _holds(reading, line, expected)]


def _holds(reading: Reading, line: str, expected: Sequence[str]) -> bool:
    told = [s for s in reading.statements if s.where == "body"]
    if line == "only":
        contents = [_plain(one.partition("→")[2]) for one in expected if "→" in one]
        return all(s.reported_by is not None or _content(s) in contents or not s.attribution.shown for s in told)
    if line == "no said":
        return all(s.attribution.act == "other" for s in told)
    if line.startswith("no → "):
        return not any(_plain(line[5:]) in _content(s) for s in told)
    if line.startswith("no "):
        return not any(_is_by(reading, s, line[3:]) for s in told if s.speaker and s.speaker.named)
    who, _, content = line.partition(" → ")
    *flags, who = _flagged(who)
    return any(
        _says(s, _plain(content))
        and all(_has(s, flag) for flag in flags)
        and any(_is_by(reading, s, one) for one in who.split(" / "))
        for s in told
    )


def _flagged(who: str) -> list[str]:
    flags = []
    while who.partition(" ")[0] in FLAGS:
        flag, _, who = who.partition(" ")
        flags.append(flag)
    return [*flags, who]


def _has(statement: Statement, flag: str) -> bool:
    said = statement.attribution
    if flag == "inner":
        return statement.reported_by is not None
    acts = {"silent": said.act == "did not comment", "other": said.act == "other", "direct": said.kind == "direct"}
    return acts[flag] if flag in acts else bool(getattr(said, flag))


def _is_by(reading: Reading, statement: Statement, who: str) -> bool:
    if who == "*":
        return statement.speaker is None or not statement.speaker.named
    names = who.split(" + ")
    return len(names) <= len(statement.speakers) and all(_among(reading, statement, name) for name in names)


def _among(reading: Reading, statement: Statement, name: str) -> bool:
    """Whether somebody of that name is among the speakers, known by it or only described: "sailor Per Ambrose"."""
    ids = {speaker.actor for speaker in statement.speakers}
    forms = [form for actor in reading.actors if actor.id in ids for form in (actor.name, *actor.names)]
    forms += [speaker.name for speaker in statement.speakers]
    return any(_words(name) <= _words(form) for form in forms)


def _words(text: str) -> set[str]:
    return {word.removesuffix("'s") for word in WORD.findall(text.casefold().replace("’", "'"))}


def _content(statement: Statement) -> str:
    return _plain(" … ".join(span.text for span in statement.attribution.content))


def _says(statement: Statement, content: str) -> bool:
    """Whether it is the content, or of several quotations in one mouth some."""
    found = _content(statement)
    return found == content or (statement.attribution.kind == "direct" and f" … {content} … " in f" … {found} … ")


def _plain(text: str) -> str:
    """The words without line breaks, and of each piece no marks and stops at the ends and no leading "that"."""
    pieces = (MARKS.sub("", piece).removeprefix("that ") for piece in " ".join(text.casefold().split()).split(" … "))
    return " … ".join(MARKS.sub("", piece) for piece in pieces)
