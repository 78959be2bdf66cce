"""What one article tells of one actor, which is all that identity has to go by."""

from dataclasses import dataclass, field

from sayso.data.actor import ActorType
from sayso.entity_resolution.context_words import Around

REF_MARK = "@"


@dataclass(frozen=True, slots=True)
class Appearance:
    """An actor as one article knows him; `article` is its key, `actor` the id that its reading gives.

    `company` are the ids of the others whom the article names, `around` the words around him; `published` is
    ISO 8601, as coarse as known.
    `listed` marks an entry of the user's own list, which stands in no article.
    """

    article: str
    actor: str
    name: str
    type: ActorType
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    company: frozenset[str] = frozenset()
    around: Around = field(default_factory=Around)
    published: str | None = None
    listed: bool = False

    @property
    def ref(self) -> str:
        """The appearance by name: "person:john-smith@04da3ea48aa493e2"."""
        return ref_of(self.actor, self.article)


def ref_of(actor: str, article: str) -> str:
    return f"{actor}{REF_MARK}{article}"
