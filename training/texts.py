"""What the network is trained on: the corpora cut into pieces, drawn anew each epoch, in batches."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from corpora.coreference import gap, gum, litbank
from corpora.families.lessons import lessons as invented
from corpora.labelled import Labelled
from corpora.names import named
from corpora.polnear import polnear
from corpora.unlabelled import unlabelled
from training.examples import Pieces, Window, cut, reach, windows
from training.teaching import Told

NAMED_SHARE = 0.6
FICTION_SHARE = 0.3
"""Parts of the named-entity texts and of the novels seen per epoch; the others are seen whole."""


@dataclass(frozen=True)
class Texts:
    """PolNeAR's articles, each with its annotators' copies, texts of which all are seen and texts of which some are.

    `families` are dealt out evenly: so many windows of each batch are theirs.
    """

    articles: list[list[Pieces]]
    whole: list[Pieces]
    named: list[Pieces]
    fiction: list[Pieces]
    families: list[Pieces]

    @classmethod
    def read(cls, corpora: Path, tokenizer: Tokenizer, told: Told | None, families: bool = False) -> "Texts":
        """Read the train splits; with a teacher every text with its lessons, and those too that it alone marked."""

        def ready(document: Labelled) -> Pieces:
            pieces = cut(document, tokenizer)
            return told.teach(pieces, document.key) if told else pieces

        more = [*unlabelled(corpora), *gum(corpora, "train"), *gap(corpora, "train")] if told else []
        return cls(
            [list(map(ready, copies)) for copies in polnear(corpora, "train").values()],
            list(map(ready, more)),
            list(map(ready, named(corpora))),
            list(map(ready, litbank(corpora, "train"))) if told else [],
            list(map(ready, invented())) if families else [],
        )

    def epoch(self, size: int, rng: random.Random, families: int = 0) -> list[list[Window]]:
        """Batches of `size` windows, `families` of them invented: all articles, each as one annotator marked it."""
        shares = ((self.named, NAMED_SHARE), (self.fiction, FICTION_SHARE))
        some = [pieces for texts, share in shares for pieces in rng.sample(texts, int(len(texts) * share))]
        texts = [*map(rng.choice, self.articles), *self.whole, *some]
        items = [window for pieces in texts for window in windows(pieces, rng)]
        rng.shuffle(items)
        batches = _batches(items, size - families, rng)
        return [[*batch, *_drawn(self.families, families, rng)] for batch in batches]


def _drawn(texts: Sequence[Pieces], number: int, rng: random.Random) -> list[Window]:
    """A window of each of so many texts."""
    return [rng.choice(windows(pieces, rng)) for pieces in rng.sample(texts, number)]


def _batches(items: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Batches of windows of about one length, so that little is padding, in random order."""
    pool = 32 * size
    pools = [sorted(items[at : at + pool], key=reach) for at in range(0, len(items), pool)]
    cut_up = [part[at : at + size] for part in pools for at in range(0, len(part), size)]
    rng.shuffle(cut_up)
    return cut_up
