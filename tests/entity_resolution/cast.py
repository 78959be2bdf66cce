"""A little language in which each line is an appearance: where, who, as what, beside whom, when.

    a: Ana Ruiz, mayor of Orsa + Ben Holt, Tom Kerr | 2024
    b: Kessland Rail Authority = KRA # organisation

The commas after the name part the roles; + begins the company, = other names, | the date, # a type other than person.
"""

import re
from itertools import chain

from sayso.coreference import actor_id
from sayso.data.actor import ActorType
from sayso.entity_resolution import Appearance, Identity, identify

LINE = re.compile(
    r"(?P<article>\w+): (?P<name>[^,+=|#]+)(?:, (?P<roles>[^+=|#]+))?(?:\+ (?P<company>[^=|#]+))?"
    r"(?:= (?P<names>[^|#]+))?(?:\| (?P<date>[\d-]+) ?)?(?:# (?P<type>\w+))?"
)
TYPES: dict[str, ActorType] = {t: t for t in ("person", "organisation", "country", "group")}


def appearances(cast: str) -> list[Appearance]:
    return [appearance(line.strip()) for line in cast.strip().splitlines()]


def appearance(line: str) -> Appearance:
    found = LINE.fullmatch(line)
    assert found, line
    name, type_ = found["name"].strip(), TYPES[found["type"] or "person"]
    others = _parts(found["names"])
    return Appearance(
        article=found["article"],
        actor=actor_id(type_, name),
        name=name,
        type=type_,
        names=(name, *others),
        roles=_parts(found["roles"]),
        company=frozenset(actor_id("person", one) for one in _parts(found["company"])),
        published=found["date"],
    )


def told(cast: str, same: tuple[str, ...] = (), different: tuple[str, ...] = ()) -> list[str]:
    """Who is who, as the articles of each actor: "a c" and "b"; decisions are written "a=b", "a≠b" by article."""
    return sorted(" ".join(sorted(articles(one))) for one in identified(cast, same, different))


def identified(cast: str, same: tuple[str, ...] = (), different: tuple[str, ...] = ()) -> list[Identity]:
    known = appearances(cast)
    refs = {one.article: one.ref for one in known}
    pairs = [[tuple(refs[a] for a in re.split("[=≠]", pair)) for pair in some] for some in (same, different)]
    return identify(known, *pairs)  # type: ignore[arg-type]


def articles(identity: Identity) -> set[str]:
    return set(chain(link.ref.rpartition("@")[2] for link in identity.links))


def _parts(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",")) if text else ()
