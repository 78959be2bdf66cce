"""Who is who in a text: `python -m benchmarks.coreference CORPORA` (needs the extra `benchmarks`).

CoNLL F1 over the persons of GUM's news and interviews, dev and test; training saw train alone. The chains are actors
with their names and with every pronoun and "the minister" of the text, each asked as if it were a statement's source.

Singletons and predicates are left out, and an apposition is one mention with what it stands beside. A mention of ours
is GUM's when it lies inside it and holds its head or the end of its name. GUM keeps who talks in an interview apart
from its text; "with labels" they stand in front of each turn, as pages print them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import typer

from benchmarks.coreference_scores import conll, scores
from corpora import rows
from corpora.labelled import Place
from sayso import coreference
from sayso.coreference.ner_decoder import find_names
from sayso.data.actor import Actor, Mention
from sayso.data.article import Article, Block, BlockKind, Document, Span
from sayso.encoding.antecedents import ranked
from sayso.encoding.encoder import Encoder
from sayso.encoding.reference import chances
from sayso.lexicon.english import FIRST_PERSON, PRONOUNS, ROLE_MODIFIERS, ROLES
from sayso.pipeline import _attributed
from sayso.text.doc import Doc

ASKED = re.compile(rf"\b(?:{'|'.join(sorted(PRONOUNS | FIRST_PERSON))})\b", re.IGNORECASE)
DESCRIPTION = re.compile(
    rf"\b[Tt]he (?:(?:{'|'.join(sorted(ROLE_MODIFIERS | ROLES))}) )*(?:{'|'.join(sorted(ROLES))})\b", re.IGNORECASE
)
TURNED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Named(NamedTuple):
    """A mention of GUM: its place, the words that tell it, its chain (None: of no account), "name", "pron" or "nom"."""

    start: int
    end: int
    heads: tuple[int, ...]
    chain: int | None
    kind: str


@dataclass
class Page:
    """A document of GUM as an article, with the places of its tokens and of the labels put in front of turns."""

    row: dict
    text: str
    tokens: list[Place]
    labels: list[Place]
    blocks: list[Block]

    @property
    def article(self) -> Article:
        return Article(Document(self.row["id"], None, "text/plain", ""), self.text, tuple(self.blocks), language="en")


def main(corpora: Path) -> None:
    """Print CoNLL F1 and its parts by genre, with mentions found and given, with nominal mentions and without."""
    encoder = Encoder.shipped()
    for genre, labels in (("news", False), ("interview", False), ("interview", True)):
        pages = [page(row, labels) for row in documents(corpora, genre)]
        for given in (False, True):
            read = [(gold(each), told(encoder, each, given), each) for each in pages]
            for kinds in ({"name", "pron", "nom"}, {"name", "pron"}):
                print(f"{genre}{' with labels' * labels}, mentions {'given' if given else 'found'}", end=", ")
                print("all" if "nom" in kinds else "without nominals", end=": ")
                print(figures(read, kinds))


def documents(corpora: Path, genre: str) -> Iterator[dict]:
    for split in ("dev", "test"):
        yield from (row for row in rows(corpora, "gum", split, "score") if row["genre"] == genre)


def page(row: dict, labels: bool) -> Page:
    made, talking = Page(row, "", [], [], []), None
    for number, (first, last) in enumerate(row["sents"]):
        if row["newpar"][number] or not made.blocks:
            made.text = made.text.rstrip() + "\n\n" * bool(made.blocks)
            made.blocks.append(Block(kind_of(made, row["heading"][number]), len(made.text), len(made.text)))
        who = row["speakers"][number] if labels and row["speakers"] else None
        if who and who != talking and made.blocks[-1].start == len(made.text):
            made.text += TURNED.sub(" ", who) + ": "
            made.labels.append((made.blocks[-1].start, len(made.text)))
        talking = who
        for token, space in zip(row["tokens"][first:last], row["ws"][first:last], strict=True):
            made.tokens.append((len(made.text), len(made.text) + len(token)))
            made.text += token + " " * (space == "1")
        made.blocks[-1] = replace(made.blocks[-1], end=made.tokens[-1][1])
    made.text = made.text.rstrip()
    return made


def kind_of(made: Page, heading: int) -> BlockKind:
    return ("heading" if made.blocks else "title") if heading else "paragraph"


def gold(page: Page) -> list[Named]:
    """The persons of a document; an apposition is part of the mention before it, a predicate has no chain."""
    found: list[Named] = []
    for mention in page.row["mentions"]:
        if mention["type"] != "person" or mention["link"] == "sgl":
            continue
        start, end, chain = page.tokens[mention["s"]][0], page.tokens[mention["e"] - 1][1], mention["ent"]
        kind, ends = mention["kind"], {mention["head"], *([mention["min"][1] - 1] if mention["kind"] == "name" else [])}
        heads = tuple(page.tokens[token][0] for token in sorted(ends))
        before = [n for n, each in enumerate(found) if each.chain == chain]
        if mention["link"] == "appos" and before:
            beside = found[before[-1]]
            kind = "name" if kind == "name" else beside.kind
            found[before[-1]] = Named(beside.start, max(end, beside.end), beside.heads + heads, chain, kind)
        else:
            found.append(Named(start, end, heads, None if mention["link"] == "pred" else chain, kind))
    return found


def told(encoder: Encoder, page: Page, given: bool) -> tuple[Actor, ...]:
    """The actors with all that means them: of the names, pronouns and descriptions found, or of those given."""
    article, doc = page.article, Doc.of(page.article)
    (encoding,) = encoder.encode([article.text])
    names, places = find_names(article, encoding, encoder.heads["names"])
    others = [Span.of(page.text, *m.span()) for pattern in (ASKED, DESCRIPTION) for m in pattern.finditer(page.text)]
    if given:
        right, others = list(given_names(page)), list(given_others(page))
        names = right + [name for name in names if keeps(page, name, right)]
    statements = _attributed(encoder, article, doc, encoding)
    return coreference.everywhere(article, doc, names, statements, others, partial(chances, encoding), ranked, places)


def given_names(page: Page) -> Iterator[Mention]:
    for mention in page.row["mentions"]:
        if mention["type"] == "person" and mention["kind"] == "name":
            yield Mention(span_of(page, mention["min"]), "person")


def given_others(page: Page) -> Iterator[Span]:
    for mention in page.row["mentions"]:
        if mention["type"] == "person" and mention["kind"] != "name":
            yield span_of(page, (mention["s"], mention["e"]))


def keeps(page: Page, name: Mention, right: Sequence[Mention]) -> bool:
    """Whether a name found stands beside those given: it is a label's, or a body's that is none of them."""
    is_body = name.type != "person" and not any(name.span.overlaps(other.span) for other in right)
    return is_body or in_label(page, name.span)


def in_label(page: Page, span: Span) -> bool:
    return any(start <= span.start < end for start, end in page.labels)


def span_of(page: Page, tokens: Sequence[int]) -> Span:
    return Span.of(page.text, page.tokens[tokens[0]][0], page.tokens[tokens[1] - 1][1])


def figures(read: Sequence[tuple[list[Named], tuple[Actor, ...], Page]], kinds: set[str]) -> str:
    golden, ours = [], []
    for number, (named, people, page) in enumerate(read):
        golden += gold_chains(number, [each for each in named if each.kind in kinds])
        ours += told_chains(number, named, people, page, kinds)
    found = scores(golden, ours)
    parts = ", ".join(
        f"{name} {100 * score.f1:.1f} = P {100 * score.precision:.1f} R {100 * score.recall:.1f}"
        for name, score in found.items()
    )
    real, made = frozenset().union(*golden), frozenset().union(*ours)
    precision, recall = 100 * len(real & made) / len(made), 100 * len(real & made) / len(real)
    mentions = f"{len(real)} mentions, P {precision:.1f} R {recall:.1f}, in {len(golden)} chains"
    return f"CoNLL F1 {100 * conll(found):.1f} ({parts}); {mentions}"


def gold_chains(number: int, named: Sequence[Named]) -> list[frozenset]:
    chains: defaultdict[int | None, set] = defaultdict(set)
    for each in named:
        chains[each.chain].add((number, each.start, each.end))
    return [frozenset(chain) for key, chain in chains.items() if key is not None and len(chain) > 1]


def told_chains(
    number: int, named: Sequence[Named], people: Sequence[Actor], page: Page, kinds: set[str]
) -> list[frozenset]:
    """Our chains of persons, by GUM's mentions where they fall on one; of two that fall on one the first has it."""
    chains, taken = [], set()
    for actor in people:
        chain = set()
        for span in actor.mentions if actor.type == "person" else ():
            mention = mention_at(named, span) or Named(span.start, span.end, (), 0, kind_in(actor, span))
            place = (number, mention.start, mention.end)
            counts = mention.chain is not None and mention.kind in kinds and not in_label(page, span)
            if counts and place not in taken:
                chain.add(place)
        taken |= chain
        chains += [frozenset(chain)] if len(chain) > 1 else []
    return chains


def mention_at(named: Sequence[Named], span: Span) -> Named | None:
    """GUM's shortest mention that holds the span and has a head in it."""
    around = (each for each in named if each.start <= span.start and span.end <= each.end)
    fitting = [each for each in around if any(span.start <= head < span.end for head in each.heads)]
    return min(fitting, key=lambda each: each.end - each.start, default=None)


def kind_in(actor: Actor, span: Span) -> str:
    if span.text in actor.names:
        return "name"
    return "pron" if ASKED.fullmatch(span.text) else "nom"


if __name__ == "__main__":
    typer.run(main)
