"""Women and men as the text tells: `python -m benchmarks.genders MARKS POLNEAR_DEV FOLDER…`.

MARKS has a document, a name and “woman”, “man” or “none” a line, marked by hand; the texts are those of FOLDERs, as
`document.txt`, and of PolNeAR's dev part. Counted are persons, each once in a document: how many are told, how many of
these are right, and how it would be by given names too; and in the end the aims, 98 of 100 right and half of them told.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import sayso
from sayso.coreference.gender import gender_of_given_name
from sayso.coreference.person_name import parse
from sayso.record.query.intervals import wilson


def main() -> None:
    marks, dev, *folders = map(Path, sys.argv[1:])
    texts = {path.stem: path.read_text("utf-8") for folder in folders for path in folder.glob("*.txt")}
    for line in dev.read_text("utf-8").splitlines():
        document = json.loads(line)
        texts.setdefault(document["id"], document["text"])
    gold: dict[str, dict[str, str]] = {}
    for line in marks.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            document, name, gender = line.split("\t")
            gold.setdefault(document, {})[name] = gender
    counted, wrong = Counter[str](), []
    for document, names in gold.items():
        for name, gender in told(texts[document]).items():
            if names.get(name) in ("woman", "man"):
                counted.update(outcomes(names[name], gender, name))
                wrong += [(document, name, gender)] if gender not in (None, names[name]) else []
    for what, number in sorted(counted.items()):
        print(f"{what:24} {number:5}")
    for line in aims(counted):
        print(line)
    for one in wrong:
        print("wrong:", *one)


def aims(counted: Mapping[str, int]) -> Iterator[str]:
    """What is aimed at beside what is reached: right where it is told, and told of how many."""
    told, persons = counted["by text told"], counted["persons"]
    for what, part, of, aim in (("right", counted["by text right"], told, 98), ("told", told, persons, 50)):
        interval = wilson(part / of, of)
        between = f"{100 * interval.low:.1f}–{100 * interval.high:.1f}, {part} of {of}"
        verdict = "reached" if 100 * part >= aim * of else "missed"
        yield f"{100 * part / of:.1f} of 100 {what} ({between}); aim {aim}: {verdict}"


def told(text: str) -> dict[str, str | None]:
    """What is told of each named person who speaks."""
    found: dict[str, str | None] = {}
    for one in sayso.read(text.encode()).statements:
        if one.speaker and one.speaker.named and one.speaker.type == "person" and one.where != "related":
            found[one.speaker.name] = found.get(one.speaker.name) or one.gender
    return found


def outcomes(gold: str, gender: str | None, name: str) -> list[str]:
    parsed = parse(name)
    by_names = gender or (gender_of_given_name(parsed) if parsed else None)
    return [
        "persons",
        f"persons, {gold}",
        *([f"by text told, {gold}", "by text told"] if gender else []),
        *(["by text right"] if gender == gold else []),
        *(["by names too told"] if by_names else []),
        *(["by names too right"] if by_names == gold else []),
    ]


if __name__ == "__main__":
    main()
