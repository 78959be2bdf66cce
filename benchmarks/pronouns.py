"""Whom a pronoun means: `python -m benchmarks.pronouns CORPORA`, F1 on GAP dev by gender, the two names given.

GAP asks of each of two names whether it is the pronoun's; its texts are Wikipedia's, chosen to be ambiguous.
"""

from collections import Counter
from pathlib import Path

import typer

from corpora import rows
from sayso.encoding.encoder import Encoder
from sayso.encoding.reference import chances


def main(corpora: Path) -> None:
    """Print F1 over all and by gender, and the ratio of the two."""
    encoder, counted = Encoder.shipped(), Counter[tuple[str, str]]()
    for row in rows(corpora, "gap", "dev", "score"):
        (encoding,) = encoder.encode([row["text"]])
        _, *fits = none_first = chances(encoding, tuple(row["pron"]), [tuple(row["a"]), tuple(row["b"])])
        for name, gold in zip(fits, (row["a_coref"], row["b_coref"]), strict=True):
            told = name == max(none_first)
            for who in ("all", row["gender"]):
                counted[who, "hit"] += told and gold
                counted[who, "found"] += told
                counted[who, "gold"] += gold
    f1 = {who: 200 * counted[who, "hit"] / (counted[who, "found"] + counted[who, "gold"]) for who in ("all", "M", "F")}
    print(f"GAP dev: F1 {f1['all']:.1f}, men {f1['M']:.1f}, women {f1['F']:.1f}, women / men {f1['F'] / f1['M']:.2f}")


if __name__ == "__main__":
    typer.run(main)
