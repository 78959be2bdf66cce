"""Wikidata's JSON, as its dumps have it: an item with labels, aliases, descriptions and claims.

Positions and occupations are no more than numbers of other items there, so the description stands for them.
"""

from collections.abc import Iterator
from typing import Any, Final

from sayso.authority.normalise import made, shown
from sayso.authority.shapes import listed, mapping, string
from sayso.data.actor import ActorType
from sayso.data.entry import Known

# "mul" is where Wikidata keeps a name that is spelt alike in many languages, and then not in each of them.
_LANGUAGES: Final = ("en", "mul")
_INSTANCE_OF: Final = "P31"
_BORN: Final = "P569"
_DEPRECATED: Final = "deprecated"

# How much of "+1961-03-04T00:00:00Z" is known at precision 9 (the year), 10 and 11; below, not even the year is.
_KNOWN_UP_TO: Final = {"9": len("+1961"), "10": len("+1961-03"), "11": len("+1961-03-04")}

_CLASSES: Final[dict[ActorType, str]] = {
    "person": "Q5",  # human
    # country, sovereign state, state with limited recognition
    "country": "Q6256 Q3624078 Q15634554",
    # ethnic group, people, social movement, political movement
    "group": "Q41710 Q2472587 Q49773 Q2738074",
    "organisation": " ".join(
        (
            "Q43229 Q783794 Q4830453 Q6881511 Q891723 Q167037",  # organisation; company, business, enterprise …
            "Q7278 Q7210356 Q178790 Q163740 Q79913 Q48204 Q157031",  # party, union, non-profit, association, foundation
            "Q484652 Q245065 Q7188 Q192350 Q327333 Q2659904 Q11204 Q35749 Q41487",  # between states; of one
            "Q772547 Q17149090 Q17127659 Q35535 Q732717 Q47913",  # armed forces and groups, police, intelligence
            "Q3918 Q31855 Q16917 Q22687 Q66344 Q1530022",  # university, institute, hospital, banks, church
            "Q11032 Q1110794 Q192283 Q1616075 Q15265344 Q2085381",  # newspapers, agencies, broadcasters, publishers
            "Q476028 Q847017",  # sports clubs
        )
    ),
}
# Most organisations are instances of a finer class ("ministry of energy"), but only an organisation has these:
# headquarters, chief executive, chairperson, parent, subsidiary, legal form, office of its head.
_OF_ORGANISATIONS: Final = ("P159", "P169", "P488", "P749", "P355", "P1454", "P2388")


def is_entity(entity: dict[str, Any]) -> bool:
    """Whether an object is of this format."""
    return "labels" in entity or "claims" in entity


def actor_of(item: dict[str, Any]) -> Known:
    """The actor that an item is; raises ValueError when it is none."""
    qid = string(item.get("id"))
    type_ = _type(item)
    labels = _words(item, "labels")
    return made(
        type_,
        next(iter(labels), ""),
        id=qid,
        names=[*labels, *_words(item, "aliases")],
        roles=_words(item, "descriptions")[:1],
        qid=qid,
        born=next(_births(item), ""),
    )


def _words(item: dict[str, Any], key: str) -> list[str]:
    """The labels, aliases or descriptions in a language that is read here, English first."""
    by_language = mapping(item.get(key))
    found = (word for language in _LANGUAGES for word in listed(by_language.get(language)))
    return [string(mapping(word).get("value")) for word in found]


def _type(item: dict[str, Any]) -> ActorType:
    classes = list(filter(None, (string(mapping(value).get("id")) for value in _claimed(item, _INSTANCE_OF))))
    for type_, known in _CLASSES.items():
        if not set(known.split()).isdisjoint(classes):
            return type_
    if any(mapping(item.get("claims")).get(property_) for property_ in _OF_ORGANISATIONS):
        return "organisation"
    what = shown(", ".join(classes)) if classes else "nothing"
    raise ValueError(f"an instance of {what} is no person, organisation, country or group")


def _births(item: dict[str, Any]) -> Iterator[str]:
    """The dates of birth, the preferred one first, as far as they are known; nobody born before Christ is quoted."""
    for value in _claimed(item, _BORN):
        time = mapping(value)
        known_up_to = _KNOWN_UP_TO.get(str(time.get("precision")))
        if known_up_to and string(time.get("time")).startswith("+"):
            yield time["time"][1:known_up_to]


def _claimed(item: dict[str, Any], property_: str) -> Iterator[Any]:
    """The values that are claimed for a property, preferred ones first, and not those that were found wrong."""
    claims = [mapping(claim) for claim in listed(mapping(item.get("claims")).get(property_))]
    for claim in sorted(claims, key=lambda claim: claim.get("rank") != "preferred"):
        if claim.get("rank") != _DEPRECATED:
            yield mapping(mapping(claim.get("mainsnak")).get("datavalue")).get("value")
