"""brat's standoff: an article in `name.txt`, its statements marked in `name.ann`.

    T1<tab>Source 0 8<tab>Ana Ruiz                     words; "0 8;12 16" where they stand in pieces
    E1<tab>Attribution:T4 Source:T1 Cue:T2 Content:T3  a statement, by its parts
    A1<tab>Negated E1                                  what is true of it, and of what kind it is
    #1<tab>AnnotatorNotes E1<tab>…                     who is said to speak

Needs the article's text, which no StatementRow has. What stands in the title of a related story is not in that text
and is passed over.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from sayso.data.article import Span
from sayso.data.statement import Attribution, Statement
from sayso.export.formats.columns import places
from sayso.serialise.atomic_file import replacing

CONFIGURATION = """[entities]
Source
Cue
Content
[relations]
[events]
Attribution Source*:Source, Cue*:Cue, Content*:Content
[attributes]
Negated Arg:Attribution
Denied Arg:Attribution
Hypothetical Arg:Attribution
Kind Arg:Attribution, Value:direct|indirect|mixed|headline
Act Arg:Attribution, Value:said|asked|thought|wanted|did_not_comment|other
"""
"""With which brat shows them; one that is in the folder already is left as it is."""

_CONF = "annotation.conf"
_SPACE = re.compile(r"\s")


def write_brat(folder: Path, name: str, text: str, statements: Iterable[Statement]) -> int:
    """Write an article and its statements as `name.txt` and `name.ann`; tells how many statements were in its text.

    Raises NotWritten when that fails, ValueError when the words of a statement are not those of the text.
    """
    here = [statement for statement in statements if statement.where != "related"]
    files = {f"{name}.txt": text, f"{name}.ann": standoff(text, here)}
    if not (folder / _CONF).exists():
        files[_CONF] = CONFIGURATION
    for file, content in files.items():
        with replacing(folder / file) as part:
            part.write_bytes(content.encode("utf-8"))
    return len(here)


def standoff(text: str, statements: Iterable[Statement]) -> str:
    """The lines of the `.ann` of an article; raises ValueError when the words of a statement are not those of it."""
    marks = _Marks(text)
    events = [(f"E{number}", statement) for number, statement in enumerate(statements, 1)]
    tied = [f"{event}\t{_roles(marks, one.attribution)}" for event, one in events]
    true_of_it = chain.from_iterable(_attributes(event, one.attribution) for event, one in events)
    attributes = [f"A{number}\t{attribute}" for number, attribute in enumerate(true_of_it, 1)]
    notes = [f"#{n}\tAnnotatorNotes {event}\t{_speaker(one)}" for n, (event, one) in enumerate(events, 1)]
    return "".join(f"{line}\n" for line in [*marks.lines, *tied, *attributes, *notes])


class _Marks:
    """The T lines of an article, each once however many statements share its words."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ids: dict[str, str] = {}

    @property
    def lines(self) -> list[str]:
        return [f"{id_}\t{mark}" for mark, id_ in self._ids.items()]

    def id_of(self, kind: str, spans: Sequence[Span]) -> str:
        for span in spans:
            if self._text[span.start : span.end] != span.text:
                raise ValueError(f"from {span.start} to {span.end} the text does not read “{span.text}”")
        mark = f"{kind} {places(spans)}\t{_on_one_line(' '.join(span.text for span in spans))}"
        return self._ids.setdefault(mark, f"T{len(self._ids) + 1}")


def _roles(marks: _Marks, said: Attribution) -> str:
    """brat wants an event to begin with words that tell of it: the cue, or what there is."""
    tells = said.cue or said.content or said.source
    roles = {"Attribution": tells, "Source": said.source, "Cue": said.cue, "Content": said.content}
    return " ".join(f"{role}:{marks.id_of(role, spans)}" for role, spans in roles.items() if spans)


def _attributes(event: str, said: Attribution) -> Iterator[str]:
    yield f"Kind {event} {said.kind}"
    yield f"Act {event} {said.act.replace(' ', '_')}"
    if said.negated:
        yield f"Negated {event}"
    if said.denied:
        yield f"Denied {event}"
    if said.hypothetical:
        yield f"Hypothetical {event}"


def _speaker(statement: Statement) -> str:
    if statement.speaker is None:
        return _on_one_line(f"speaker unknown: {statement.unresolved}")
    told = [f"{who.name} ({who.actor if who.named else 'not named'})" for who in statement.speakers]
    for_whom = [f"on behalf of {statement.on_behalf_of.name}"] if statement.on_behalf_of else []
    return _on_one_line(", ".join([" and ".join(told), *for_whom]))


def _on_one_line(words: str) -> str:
    return _SPACE.sub(" ", words)
