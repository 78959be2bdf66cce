"""FollowTheMoney, as OpenSanctions and Aleph export it: `{"id", "schema", "properties": {name: [value, …], …}}`.

Addresses, ownerships and the like stand among the actors in such a file; they are of no type that acts.
"""

from typing import Any, Final

from sayso.authority.normalise import is_qid, made, shown
from sayso.authority.shapes import listed, mapping, string
from sayso.data.actor import ActorType
from sayso.data.entry import Known

# A legal entity is one of which the list does not know whether it is a company or a person; nearly all are companies.
_TYPE_OF: Final[dict[str, ActorType]] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "organisation",
}
_NAMES: Final = ("name", "alias", "weakAlias", "previousName")
_ROLES: Final = ("position", "profession", "summary")


def is_entity(entity: dict[str, Any]) -> bool:
    """Whether an object is of this format."""
    return "schema" in entity


def actor_of(entity: dict[str, Any]) -> Known:
    """The actor that an entity is; raises ValueError when it is none."""
    type_ = _type(entity)
    names = _values(entity, "name")
    own_id, qids = string(entity.get("id")), _values(entity, "wikidataId")
    return made(
        type_,
        _caption(entity, names),
        id=own_id,
        names=_values(entity, *_NAMES),
        roles=_values(entity, *_ROLES),
        qid=next(iter(qids), own_id if is_qid(own_id) else ""),
        born=max(_values(entity, "birthDate"), key=len, default=""),  # the finest: "1961-03-04", not "1961"
    )


def _type(entity: dict[str, Any]) -> ActorType:
    schema = string(entity.get("schema"))
    if schema == "Territory" and "country" in _values(entity, "level"):
        return "country"
    if schema not in _TYPE_OF:
        raise ValueError(f"{shown(schema)} is no schema of a person, organisation or country")
    return _TYPE_OF[schema]


def _caption(entity: dict[str, Any], names: list[str]) -> str:
    """Of several names, in as many scripts, the one that the exporter chose to show."""
    caption = string(entity.get("caption"))
    return caption if caption in names else next(iter(names), "")


def _values(entity: dict[str, Any], *properties: str) -> list[str]:
    values = mapping(entity.get("properties"))
    return [value for key in properties for value in listed(values.get(key)) if isinstance(value, str)]
