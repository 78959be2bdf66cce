"""What a page is asked for, as its URL says it: a search that can be linked to, narrowed and watched."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal
from urllib.parse import urlencode

from fastapi import Depends, Query

from sayso.data.search import Order, Search

MOST_WORDS: Final = 300
DATE: Final = r"^(\d{4}(-\d\d(-\d\d)?)?)?$"
Kind = Literal["", "direct", "indirect", "mixed", "headline"]
Act = Literal["", "said", "thought", "wanted", "did not comment"]
Marked = Literal["", "plain", "denied", "negated", "hypothetical"]

Words = Annotated[
    str, Query(max_length=MOST_WORDS, description='Words that were said; "…" is a phrase, harb* a start.')
]
Name = Annotated[str, Query(max_length=MOST_WORDS, description="A name, part of it, or the id of an actor.")]
Day = Annotated[str, Query(pattern=DATE, description="2015, 2015-10 or 2015-10-10; that day counts.")]
Place = Annotated[str, Query(max_length=MOST_WORDS, description="Where it was published; part of the name will do.")]
Topic = Annotated[
    str, Query(max_length=MOST_WORDS, description="The heading that it stands under; part of it will do.")
]
Sure = Annotated[str, Query(pattern=r"^(0(\.\d{1,4})?|1)?$", description="The least confidence, between 0 and 1.")]
Mark = Annotated[
    Marked, Query(description="Said as such, denied by the speaker, said not to have been said, or only perhaps said.")
]
After = Annotated[str | None, Query(max_length=500, description="The cursor that the page before gave as `next`.")]


@dataclass(frozen=True, slots=True)
class Question:
    """A search, and the order of its answer. What is not asked for is empty."""

    q: str = ""
    by: str = ""
    about: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    outlet: str = ""
    topic: str = ""
    act: Act = ""
    marked: Marked = ""
    sure: str = ""
    order: Order = "newest"

    @property
    def search(self) -> Search:
        return Search(
            words=self.q or None,
            by=self.by or None,
            about=self.about or None,
            since=self.since or None,
            until=self.until or None,
            kind=self.kind or None,
            outlet=self.outlet or None,
            act=self.act or None,
            negated={"plain": False, "negated": True}.get(self.marked),
            hypothetical={"plain": False, "hypothetical": True}.get(self.marked),
            denied={"plain": False, "denied": True}.get(self.marked),
            topic=self.topic or None,
            confidence=float(self.sure) if self.sure else None,
        )

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for at all."""
        return any(name != "order" for name, _ in self.chosen())

    def chosen(self) -> Iterator[tuple[str, str]]:
        """What is asked for, by the names of the URL."""
        for name in Question.__slots__:
            value = getattr(self, name)
            if value and (name, value) != ("order", "newest"):
                yield name, value

    def at(self, path: str, **changes: str) -> str:
        """The URL of a page that is asked this, some of it changed; `after` is one of the changes."""
        after = changes.pop("after", None)
        asked = [*replace(self, **changes).chosen(), *([("after", after)] if after else [])]  # type: ignore[arg-type]
        return f"{path}?{urlencode(asked)}" if asked else path


def question(
    q: Words = "",
    by: Name = "",
    about: Name = "",
    since: Day = "",
    until: Day = "",
    kind: Kind = "",
    outlet: Place = "",
    topic: Topic = "",
    act: Act = "",
    marked: Mark = "",
    sure: Sure = "",
    order: Annotated[Order, Query(description="Oldest first, by how well the words fit, or newest first.")] = "newest",
) -> Question:
    """Read a question from the URL."""
    return Question(
        q.strip(),
        by.strip(),
        about.strip(),
        since,
        until,
        kind,
        outlet.strip(),
        topic.strip(),
        act,
        marked,
        sure,
        order,
    )


AskedFor = Annotated[Question, Depends(question)]
