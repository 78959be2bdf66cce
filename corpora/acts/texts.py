"""The texts that were drawn from, put together in the one way to which the offsets of `gold.jsonl` belong."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from corpora import Splits, rows

BLANK_LINE = "\n\n"


class Text(NamedTuple):
    """A document of a corpus, as one string."""

    corpus: str
    document: str
    text: str

    @property
    def digest(self) -> str:
        return sha256(self.text.encode()).hexdigest()


def polnear(corpora: Path) -> Iterator[Text]:
    """The training articles, each once, whoever annotated it."""
    articles = {}
    for row in rows(corpora, "polnear", "train", "train"):
        articles.setdefault(row["id"].removesuffix("_" + row["annotator"]), row["text"])
    yield from (Text("polnear", document, text) for document, text in articles.items())


def ner_worldwide(corpora: Path) -> Iterator[Text]:
    """Articles put back from tokens, a row a paragraph."""
    articles = defaultdict(list)
    for row in rows(corpora, "ner_worldwide", "train", "train"):
        articles[row["doc"]].append(_joined(row["tokens"]))
    yield from (Text("ner_worldwide", document, BLANK_LINE.join(each)) for document, each in articles.items())


def _joined(tokens: Iterable[str]) -> str:
    """Tokens as readable text, as the lessons have it; a change here would leave the marks without their text."""
    text = ""
    for token in tokens:
        glued = not text or token[0] in ".,;:!?)]’'%”" or text[-1] in "([“$"
        text += token if glued else f" {token}"
    return text


def gum(corpora: Path) -> Iterator[Text]:
    """News and interviews."""
    for row in rows(corpora, "gum", "train", "train"):
        if row["genre"] in ("news", "interview"):
            yield Text("gum", row["id"], _spaced(row))


def _spaced(row: Mapping[str, Any]) -> str:
    """The words of a GUM document with the blanks that it tells, a blank line before each block."""
    text = ""
    for (start, end), opens in zip(row["sents"], row["newpar"], strict=True):
        words = zip(row["tokens"][start:end], row["ws"][start:end], strict=True)
        sentence = "".join(word + " " * int(space) for word, space in words)
        text = (text.rstrip() + BLANK_LINE if opens and text else text) + sentence
    return text.rstrip()


def basil(corpora: Path) -> Iterator[Text]:
    for row in rows(corpora, "basil", "train", "train"):
        sentences = iter(row["sents"])
        paragraphs = [" ".join(next(sentences) for _ in range(length)) for length in row["paras"]]
        yield Text("basil", row["id"], BLANK_LINE.join(paragraphs))


def article_html(corpora: Path) -> Iterator[Text]:
    """The gold bodies of web pages, but for those held back."""
    splits = Splits.beside(corpora)
    held_back = set((corpora / "article_html" / "HELD_BACK.txt").read_text("utf-8").split())
    with (corpora / "article_html" / "zyte_test.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            page = f"{row['id']}.html.gz"
            if page not in held_back and splits.use(page) != "never":
                yield Text("article_html", row["id"], row["body"])


CORPORA: Mapping[str, Callable[[Path], Iterator[Text]]] = {
    each.__name__: each for each in (polnear, ner_worldwide, gum, basil, article_html)
}
