"""How well denials and ifs are told from statements: `python -m benchmarks.modality`.

Precision and recall on the annotated sentences of `corpora/modality_cases.txt`, on the part that rules are tuned on and
on the part set aside.
"""

from collections.abc import Sequence

from corpora.marked import Case, cases
from sayso.attribution.factuality.classify import Modality, modality
from sayso.text.doc import Doc


def main() -> None:
    every = list(cases())
    for name, set_aside in (("tuned on", False), ("set aside", True)):
        part = [case for case in every if case.set_aside == set_aside]
        found = [modality(Doc(case.text), case.attribution) for case in part]
        print(f"{name}: {len(part)} sentences")
        for label in ("negated", "denied", "hypothetical"):
            print(f"  {label:13} {precision_and_recall(label, part, found)}")
        right = sum(case.act == judged.act for case, judged in zip(part, found, strict=True))
        print(f"  {'act':13} {right / len(part):.3f} right")


def precision_and_recall(label: str, part: Sequence[Case], found: Sequence[Modality]) -> str:
    pairs = [(getattr(case, label), getattr(judged, label)) for case, judged in zip(part, found, strict=True)]
    hits = sum(gold and told for gold, told in pairs)
    precision = hits / max(1, sum(told for _, told in pairs))
    recall = hits / max(1, sum(gold for gold, _ in pairs))
    return f"precision {precision:.3f}  recall {recall:.3f}  ({sum(gold for gold, _ in pairs)} in gold)"


if __name__ == "__main__":
    main()
