"""Every compiled pattern of the package, and texts that each of them likes too well.

A pattern that can match a run in many ways takes the square of its length, or worse. What such runs are made of is read
from the pattern itself: each of its parts, repeated, behind what comes before it.
"""

import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType

import sayso

ALWAYS = ("A", "a ", " ", "\n", "Ab ", "A.", '"', "'", "1", "1 ", "-", "<", "[", "(", "a=", "said ", "“", "\t\n")
EXTRAS = {"sayso.cluster": "ray", "sayso.spacy": "spacy"}
_MOST_TEXTS = 60
_ANYWHERE = re.compile(r"\.(?:search|finditer|findall|sub|subn|split)\(")


@dataclass(frozen=True)
class Named:
    """A pattern under the name that its module has for it; `anywhere` is whether it is ever looked for in a text."""

    name: str
    pattern: re.Pattern[str]
    anywhere: bool


def _lacks_its_extra(module: str) -> bool:
    """Whether a module is of a room that stands on a library that is not installed: Ray, spaCy."""
    return any(module.startswith(room) and find_spec(library) is None for room, library in EXTRAS.items())


def all_patterns() -> Iterator[Named]:
    """The patterns in the globals of all modules, in tuples, lists and dicts too, each where it is first met."""
    met: set[tuple[str, int]] = set()
    for module in sorted(pkgutil.walk_packages(sayso.__path__, "sayso."), key=lambda module: module.name):
        if module.name.endswith(("__main__", ".env")) or ".migrations." in module.name or _lacks_its_extra(module.name):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for place, pattern in enumerate(_patterns_in(value)):
                if isinstance(pattern.pattern, str) and (pattern.pattern, pattern.flags) not in met:
                    met.add((pattern.pattern, pattern.flags))
                    yield Named(f"{module.name}.{name}[{place}]", pattern, _is_looked_for(module.name, name))


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _patterns_in(inner)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        yield from _patterns_in([getattr(value, field, None) for field in value.__dataclass_fields__])


@cache
def _source(module: str) -> str:
    """The source of a module; of all of them for the package."""
    if module == "sayso":
        return "\n".join(path.read_text("utf-8") for path in Path(sayso.__path__[0]).rglob("*.py"))
    return Path(str(importlib.import_module(module).__file__)).read_text("utf-8")


def _is_looked_for(module: str, name: str) -> bool:
    """Whether a pattern is searched for, so that it starts at each place; one in a tuple is taken to be."""
    source = _source(module if name.startswith("_") else "sayso")
    uses = re.findall(rf"\b{re.escape(name)}(\.\w+\(|\b)", source)
    methods = [use for use in uses if use.startswith(".")]
    return not methods or any(_ANYWHERE.match(use) for use in methods)


def liked(pattern: re.Pattern[str], length: int) -> list[str]:
    """Texts of about that length that a pattern likes, none of which it can finish."""
    parts = _parts(parser.parse(pattern.pattern, pattern.flags))
    texts = {}
    for before, unit in [("", unit) for unit in ALWAYS] + parts:
        for repeated in dict.fromkeys((unit, before + unit)):
            if repeated:
                texts[before + repeated * (length // len(repeated)) + "\x00"] = None
    return list(texts)[:_MOST_TEXTS]


def _parts(tree: object) -> list[tuple[str, str]]:
    """Each part of a pattern that may be repeated as (what comes before it, what it is), and the whole."""
    found: list[tuple[str, str]] = []
    whole = _example(tree, "", found)
    return [*found, ("", whole)]


def _example(tree: object, before: str, found: list[tuple[str, str]]) -> str:
    """A shortest text that a parsed pattern matches, more or less; the parts that repeat are noted."""
    text = ""
    for operation, argument in tree:  # type: ignore[attr-defined]
        text += _of(operation, argument, before + text, found)
    return text


def _of(operation: object, argument: object, before: str, found: list[tuple[str, str]]) -> str:
    if operation is code.LITERAL:
        return chr(argument)  # type: ignore[arg-type]
    if operation is code.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if operation is code.ANY:
        return "a"
    if operation is code.IN:
        return _one_of(argument)
    if operation is code.BRANCH:
        return max([_example(branch, before, found) for branch in argument[1]], key=len)  # type: ignore[index]
    if operation is code.SUBPATTERN:
        return _example(argument[-1], before, found)  # type: ignore[index]
    if operation is code.ATOMIC_GROUP:
        return _example(argument, before, found)
    if operation in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
        least, most, inner = argument  # type: ignore[misc]
        unit = _example(inner, before, found)
        if most > 9:
            found.append((before, unit))
        return unit * min(int(least), 50)
    return ""


def _one_of(members: object) -> str:
    """A character of a class: a letter where that is one."""
    plain = [(kind, value) for kind, value in members]  # type: ignore[attr-defined]
    if plain and plain[0][0] is code.NEGATE:
        kept = [chr(value) for kind, value in plain if kind is code.LITERAL]
        return next(character for character in 'a "b\n' if character not in kept)
    kind, value = plain[0]
    if kind is code.RANGE:
        return chr(value[0])
    if kind is code.CATEGORY:
        return {code.CATEGORY_SPACE: " ", code.CATEGORY_DIGIT: "1"}.get(
            value, "a" if "NOT_WORD" not in str(value) else "."
        )
    return chr(value)


class TooLong(Exception):
    """A pattern was not done in time."""


def seconds(named: Named, text: str, limit: float) -> float:
    """How long a pattern looks at a text, of the processor's time; raises TooLong past the limit."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLong(named.name)

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    started = time.process_time()
    try:
        if named.anywhere:
            for _ in named.pattern.finditer(text):
                pass
        else:
            named.pattern.match(text)
            named.pattern.fullmatch(text)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - started
