"""Gold coreference in: who a pronoun or "the senator" means, among the names of the same text."""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from corpora.labelled import Anaphor, Labelled, Place, purpose_of
from corpora.splits import rows

PRONOUNS = {
    *("he", "him", "his", "himself", "she", "her", "hers", "herself"),
    *("they", "them", "their", "theirs", "themselves", "it", "its", "itself"),
}
NAMED = {"person", "organization", "place", "PER", "ORG", "GPE", "LOC"}
DESCRIBED = {"person", "organization", "PER", "ORG"}
GUM_GENRES = ("news", "interview", "speech", "court", "bio", "academic", "voyage", "textbook", "vlog", "conversation")
"""The genres whose texts are free for any use."""


_CLOSING = {".", ",", ";", ":", "?", "!", ")", "”", "%"}
_OF_PERSONS = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
_SMALL = {"of", "and", "the", "for", "&", "."}
_LONGEST_NAME = 6


def gap(root: Path, split: str) -> list[Labelled]:
    """A pronoun and two names that it may mean; neither, in a tenth of them."""
    found = []
    for row in rows(root, "gap", split, purpose_of(split)):
        anaphor = Anaphor(tuple(row["pron"]), (tuple(row["a"]), tuple(row["b"])), (row["a_coref"], row["b_coref"]))
        found.append(_labelled(row["id"], row["text"], [anaphor]))
    return found


def gum(root: Path, split: str) -> list[Labelled]:
    return [
        _labelled(row["id"], text, _anaphors(row, offsets))
        for row in rows(root, "gum", split, purpose_of(split))
        if row["genre"] in GUM_GENRES
        for text, offsets in [_spaced(row)]
    ]


def litbank(root: Path, split: str) -> list[Labelled]:
    found = []
    for row in rows(root, "litbank", split, purpose_of(split)):
        text, offsets = _joined(row["tokens"], [" "] * len(row["tokens"]))
        found.append(_labelled(f"litbank-{row['id']}", text, _anaphors(row, offsets)))
    return found


def meantime(root: Path, split: str) -> list[Labelled]:
    """News whose first sentences alone are marked; "he" and "she" are left out whose name is not marked as one."""
    found = []
    for row in rows(root, "meantime_en", split, purpose_of(split)):
        text, offsets = _joined(row["tokens"], _spaces(row["tokens"], {start for start, _ in row["sents"][1:2]}))
        every = _anaphors({**row, "mentions": _kinds(row)}, offsets)
        told = [one for one in every if any(one.right) or text[slice(*one.place)].casefold() not in _OF_PERSONS]
        found.append(_labelled(f"meantime-{row['id']}", text, told))
    return found


def _spaces(tokens: Sequence[str], opening: Container[int]) -> list[str]:
    """What follows each token: a blank line where the one after it opens the body, nothing before a mark."""
    following = [*tokens[1:], "."]
    return [
        "\n\n"
        if n + 1 in opening
        else ""
        if after in _CLOSING or after.startswith(("'", "n't")) or token in "($“"
        else " "
        for n, (token, after) in enumerate(zip(tokens, following, strict=True))
    ]


def _kinds(row: dict) -> list[dict]:
    """The mentions with the kind that GUM tells: a pronoun, a name, or a description."""
    found = []
    for mention in row["mentions"]:
        words = row["tokens"][mention["s"] : mention["e"]]
        plain = len(words) <= _LONGEST_NAME and all(word[:1].isupper() or word in _SMALL for word in words)
        alone = len(words) == 1 and words[0].casefold() in PRONOUNS
        found.append({**mention, "kind": "pron" if alone else "name" if plain else "nom"})
    return found


def _labelled(key: str, text: str, anaphors: Sequence[Anaphor]) -> Labelled:
    return Labelled(key, text, {"attribution": None, "names": None}, tuple(anaphors))


def _spaced(row: dict) -> tuple[str, list[Place]]:
    """The text of a GUM document: `ws` tells which tokens a space follows, `newpar` which sentences open a block."""
    opens = {start for (start, _), new in zip(row["sents"], row["newpar"], strict=True) if new}
    after = ["\n\n" if number + 1 in opens else " " if space == "1" else "" for number, space in enumerate(row["ws"])]
    return _joined(row["tokens"], after)


def _joined(tokens: Sequence[str], after: Sequence[str]) -> tuple[str, list[Place]]:
    text, offsets = "", []
    for token, gap_after in zip(tokens, after, strict=True):
        offsets.append((len(text), len(text) + len(token)))
        text += token + gap_after
    return text, offsets


def _anaphors(row: dict, offsets: Sequence[Place]) -> Iterator[Anaphor]:
    """Each pronoun of the third person and each "the …" of a person or body, with all names beside it."""
    names = [(m["ent"], _place(m.get("min", (m["s"], m["e"])), offsets)) for m in row["mentions"] if _is_name(m)]
    candidates = tuple(place for _, place in names)
    for mention in row["mentions"]:
        if _is_anaphor(row["tokens"], mention):
            right = tuple(entity == mention["ent"] for entity, _ in names)
            yield Anaphor(_place((mention["s"], mention["e"]), offsets), candidates, right)


def _is_name(mention: dict) -> bool:
    return mention["kind"] == "name" and mention["type"] in NAMED


def _is_anaphor(tokens: Sequence[str], mention: dict) -> bool:
    first = tokens[mention["s"]].casefold()
    if mention["kind"] == "pron":
        return mention["e"] - mention["s"] == 1 and first in PRONOUNS
    short = mention["e"] - mention["s"] <= 4
    return mention["kind"] == "nom" and short and first == "the" and mention["type"] in DESCRIBED


def _place(tokens: Sequence[int], offsets: Sequence[Place]) -> Place:
    return offsets[tokens[0]][0], offsets[tokens[1] - 1][1]
