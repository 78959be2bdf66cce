"""The other stories that decoded data names: lists of objects, each with a title and something to find it by."""

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sayso.data.article import Moment, StoryStub
from sayso.reading.metadata.dates import moment, same_day
from sayso.reading.metadata.url_dates import date_in_picture, date_in_url

_TITLES = ("title", "headline", "name", "heading", "head", "subject", "label", "caption")
_IDS = ("id", "nid", "uuid", "guid", "pk", "no", "number")
_LINKS = ("url", "link", "href", "permalink", "uri", "weburl", "canonicalurl", "canonical", "path", "slug")
_PICTURES = (
    *("picture", "pic", "image", "img", "thumbnail", "thumb", "photo", "imageurl", "imagesrc", "pictureurl"),
    *("picurl", "imgsrc", "imgurl", "thumburl", "thumbnailurl", "photourl", "featuredimage", "poster", "cover", "src"),
)
_DATES = (
    *("published", "publishedat", "publisheddate", "publishdate", "publishedon", "datepublished", "pubdate"),
    *("publicationdate", "publishtime", "date", "datetime", "displaydate", "created", "createdat", "createddate"),
    *("datecreated", "createdon", "timestamp", "time", "day"),
)
_OWNERS = ("post", "news", "article", "story", "content", "item", "node", "entry")  # "post_id", "newsTitle"
_FINEST_FIRST = ("second", "minute", "day", "month", "year")
_TAG = re.compile(r"<[^<>]{1,500}>")
_MAX_STORIES = 10_000


def stories_in(values: list[object]) -> tuple[StoryStub, ...]:
    """Collect the stories that the values list, in their order, which is counted on through all lists."""
    found: list[StoryStub] = []
    for stubs, length in (each for value in values for each in _lists(value)):
        if len(stubs) * 2 >= length:  # else a list of something else that now and then has a title
            found.extend(stubs)
    return tuple(_numbered(found[:_MAX_STORIES]))


def _numbered(stubs: list[StoryStub]) -> Iterator[StoryStub]:
    for order, stub in enumerate(stubs):
        yield StoryStub(stub.title, stub.id, stub.url, order, stub.published, stub.picture)


def _lists(value: object) -> Iterator[tuple[list[StoryStub], int]]:
    """Every list of objects in a value that has stories in it: these, and how many objects there are.

    They come from the top down and in order; a map from ids to objects is a list too.
    """
    pending = [value]
    while pending:
        current = pending.pop()
        members = _members(current)
        objects = [member for member in members if isinstance(member, dict)]
        stubs = [stub for each in objects if (stub := _stub(each))] if len(objects) == len(members) else []
        if stubs:
            yield stubs, len(objects)
        else:
            pending.extend(reversed(members))


def _members(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _stub(entry: Mapping[str, object]) -> StoryStub | None:
    """One story, if the object has a title of more than a word and an id, a link, a picture or a date."""
    fields = {_plain_key(key): value for key, value in reversed(list(entry.items()))}
    title = _words(_field(fields, _TITLES))
    if not title or " " not in title:
        return None
    story_id, url, picture = (_words(_field(fields, keys)) for keys in (_IDS, _LINKS, _PICTURES))
    date_words = _words(_field(fields, _DATES))
    if not (story_id or url or picture or date_words):
        return None
    return StoryStub(title, story_id, url, published=_published(date_words, url, picture), picture=picture)


@lru_cache(maxsize=4096)
def _plain_key(key: str) -> str:
    """`postTitle`, `post_title` and "Title" are all the title."""
    plain = re.sub(r"[^a-z]", "", key.lower())
    for owner in _OWNERS:
        if plain.startswith(owner) and len(plain) > len(owner):
            return plain.removeprefix(owner)
    return plain


def _field(fields: Mapping[str, object], names: tuple[str, ...]) -> object:
    for name in names:
        value = fields.get(name)
        if isinstance(value, dict):  # {"title": {"rendered": "…"}}, {"image": {"url": "…"}}
            value = next((value[key] for key in ("rendered", "url", "src", "value", "date") if key in value), None)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _words(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(_TAG.sub("", value)).split()) or None


def _published(date_words: str | None, url: str | None, picture: str | None) -> Moment | None:
    """The date as exactly as it is shown: what the data says first, refined by what does not contradict it."""
    shown = (
        moment(date_words, "data") if date_words else None,
        date_in_url(url) if url else None,
        date_in_picture(picture) if picture else None,
    )
    evidence = [found for found in shown if found]
    if not evidence:
        return None
    consistent = [found for found in evidence if same_day(found, evidence[0])]
    return min(consistent, key=lambda found: _FINEST_FIRST.index(found.precision))
