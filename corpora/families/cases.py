"""Articles with their gold: a template marks each content with whose it is, and a frame of news is put around it.

    [Ruiz: “It will drown my house,”] Ana Ruiz said.

is said by the one of that name, of "[Ruiz / Costa: …]" by either. "[!Ruiz: …]" is denied by her; "[?farmer: …]" is
said by a farmer who has no name, "[?: …]" by nobody who has one; "[-: …]" was not said; "[~: …]" is no denial; and
"[+: …]" goes on with the content before. Paragraphs are parted by ¶; a template that begins with ^ has its own title.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from random import Random
from typing import Literal

from corpora.families.drawing import Drawing
from corpora.families.words import Half, lists
from sayso.data.article import Span

Kind = Literal["said", "denied", "described", "nobody", "not said", "no denial", "reporter's"]
FAMILIES = {
    **{"neighbours": 400, "relatives": 200, "denials": 200, "bodies": 200, "described": 200, "not said": 200},
    **{"exchanges": 150, "borders": 100},
}
"""The families and how many articles each half of one has."""

MARK = re.compile(r"\[(?P<sign>[!?~+=-]?)(?P<who>[^]:]*): (?P<content>[^]]*)]")
SENTENCE = re.compile(r"((?:^|\n|\. )(?:\[[^]:]*: )?)([a-z])")
COMMA = re.compile(r",(?=[,.])")
KINDS: dict[str, Kind] = {
    "": "said",
    "!": "denied",
    "?": "described",
    "-": "not said",
    "~": "no denial",
    "=": "reporter's",
}
STRAIGHT = str.maketrans("“”’", '""\'')


@dataclass(frozen=True, slots=True)
class Gold:
    """A content in one piece or several, and what is right about it; any of `who` may have said it."""

    kind: Kind
    who: tuple[str, ...]
    content: tuple[Span, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Case:
    """An article; whoever is `silent` is named in it and says nothing."""

    family: str
    half: Half
    text: str
    golds: tuple[Gold, ...]
    silent: tuple[str, ...] = ()


def cases(family: str, half: Half, number: int | None = None) -> Iterator[Case]:
    """The articles of a family's half, the same every time."""
    every = pairings(half) if family == "neighbours" else [(form,) for form in lists(half)[family.replace(" ", "_")]]
    for at in range(number or FAMILIES[family]):
        random = Random(f"{family}, {half}, {at}")
        yield drawn_case(family, half, every[at % len(every)], random)


def pairings(half: Half) -> list[tuple[str, ...]]:
    """Every two forms of a statement side by side, in an order that shows all of them soon."""
    every = list(product(lists(half)["form"], repeat=2))
    return Random(half).sample(every, len(every))


def drawn_case(family: str, half: Half, forms: tuple[str, ...], random: Random) -> Case:
    drawing = Drawing(lists(half), random)
    if family == "neighbours":
        forms = _beside(forms, drawing)
    body = drawing.filled(_side_by_side(forms, random))
    text, golds = unmarked(printed(framed(body, drawing)), forms)
    if random.random() < 0.3:
        text, golds = text.translate(STRAIGHT), tuple(map(_straight, golds))
    return Case(family, half, text, golds, _silent(family, drawing, golds))


def _beside(forms: tuple[str, ...], drawing: Drawing) -> tuple[str, ...]:
    """The forms, one case in three with a third of them, each with a speaker of its own."""
    if drawing.random.random() < 1 / 3:
        forms = (*forms, drawing.random.choice(drawing.words["form"]))
    speakers = zip("ABC", "123", forms, strict=False)
    return tuple(form.replace("{S", "{" + letter).replace("1}", digit + "}") for letter, digit, form in speakers)


def _side_by_side(forms: tuple[str, ...], random: Random) -> str:
    first, *others = forms
    return first + "".join(random.choice((" ", " ¶ ")) + form for form in others)


def framed(body: str, drawing: Drawing) -> str:
    """The body as an article: title, lead, and paragraphs in which nobody says anything."""
    own_title, filler = body.startswith("^"), "general" if body.startswith("^") else "filler"
    before = [] if own_title else [drawing.drawn("title"), drawing.drawn("lead")]
    if not own_title and drawing.random.random() < 0.6:
        before.append(drawing.drawn(filler))
    after = [drawing.drawn(filler)] if drawing.random.random() < 0.7 else []
    return "\n\n".join([*before, *body.removeprefix("^").split(" ¶ "), *after])


def printed(text: str) -> str:
    """The text as a paper prints it: no comma before another mark, a capital where a sentence begins."""
    return SENTENCE.sub(lambda start: start[1] + start[2].upper(), COMMA.sub("", text))


def unmarked(marked: str, forms: tuple[str, ...]) -> tuple[str, tuple[Gold, ...]]:
    """The text without its marks, and what they mark; with as many forms as contents, each is one's own."""
    text, at, found = "", 0, list[tuple[str, str, list[tuple[int, int]]]]()
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        place = (len(text), len(text) + len(mark["content"]))
        if mark["sign"] == "+":
            found[-1][2].append(place)
        else:
            found.append((mark["sign"], mark["who"], [place]))
        text, at = text + mark["content"], mark.end()
    text += marked[at:]
    of_its_own = forms if len(forms) == len(found) else forms[:1] * len(found)
    return text, tuple(_gold(text, *told, form) for told, form in zip(found, of_its_own, strict=True))


def _gold(text: str, sign: str, who: str, places: list[tuple[int, int]], form: str) -> Gold:
    kind: Kind = "nobody" if sign == "?" and not who else KINDS[sign]
    spans = tuple(Span.of(text, *place) for place in places)
    return Gold(kind, tuple(who.split(" / ")) if who else (), spans, form)


def _straight(gold: Gold) -> Gold:
    pieces = (replace(span, text=span.text.translate(STRAIGHT)) for span in gold.content)
    return replace(gold, content=tuple(pieces))


def _silent(family: str, drawing: Drawing, golds: tuple[Gold, ...]) -> tuple[str, ...]:
    """Who is named and has no content, in the families that are about them."""
    if family not in ("relatives", "not said"):
        return ()
    heard = {name for gold in golds for name in gold.who}
    return tuple(person.key for person in drawing.people() if person.key not in heard)
