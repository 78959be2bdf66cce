"""A file is what its content says, and gives the documents that it holds, however they are packed."""

import bz2
import gzip
import io
import json
import lzma

import pytest

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.inputs.format import Links, Member, PassedOver
from sayso.inputs.opening import documents
from sayso.pipeline import article_of
from tests.inputs import made

A, B = made.page("The dam at Orsa stays, said Ana Ruiz."), made.page("The dam at Orsa goes, said Ben Holt.")


class Pipe(io.RawIOBase):
    """What cannot be gone back in."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        return self._content.readinto(buffer)


def members(content: bytes, *, named: bool = True, **columns: str) -> list[Member]:
    return list(documents(io.BytesIO(content), "box", columns, named=named))


def held(content: bytes) -> dict[str, bytes]:
    return {member.name: member.what.content for member in members(content) if isinstance(member.what, Found)}


def why(content: bytes, **columns: str) -> list[str]:
    return [str(member.what) for member in members(content, **columns) if isinstance(member.what, Unreadable)]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_page_that_is_compressed_is_the_page(pack: "type[gzip]") -> None:
    assert held(pack(A)) == {"box": A}


@pytest.mark.parametrize("pack", [made.zipped, made.tarred, lambda files: gzip.compress(made.tarred(files))])
def test_an_archive_gives_its_files_and_none_of_its_links(pack: "type[made.zipped]") -> None:
    assert held(pack({"a.html": A, "../../b.html": B})) == {"box/a.html": A, "box/../../b.html": B}


def test_an_archive_in_an_archive() -> None:
    inner = gzip.compress(made.tarred({"a.html": A}))
    assert held(made.zipped({"deep.tgz": inner})) == {"box/deep.tgz/a.html": A}


def test_what_is_packed_too_often_is_told() -> None:
    packed = A
    for _ in range(8):
        packed = gzip.compress(packed)
    assert why(packed) == ["box: it is packed more than 4 times over"]


def test_a_bomb_does_not_go_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.inputs.bounds.FREE_BYTES", 1_000_000)
    bomb = gzip.compress(bytes(15_000_000))
    assert why(bomb) == ["box: it unpacks to more than 200 times its size"]
    assert why(made.zipped({"a.txt": bytes(15_000_000), "b.html": A})) == [
        "box/a.txt: it unpacks to more than 200 times its size"
    ]


def test_a_pipe_is_read_as_well_as_a_file() -> None:
    for content in (made.zipped({"a.html": A}), gzip.compress(made.lines(made.row("one"), made.row("two")))):
        found = list(documents(io.BufferedReader(Pipe(content)), "-", {}))
        assert [type(member.what) for member in found] == [Found] * len(found)
        assert found


def test_a_broken_archive_costs_one_line() -> None:
    assert why(gzip.compress(A)[:-9]) == [
        "box: it is broken: Compressed file ended before the end-of-stream marker was reached"
    ]
    assert why(made.zipped({"a.html": A})[:-30]) == ["box: a ZIP that cannot be read: File is not a zip file"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_gives_every_page_once_as_the_server_meant_it(packed: bool) -> None:
    crawl = {
        "https://orsa.example/a": ("200 OK", A),
        "https://orsa.example/gone": ("404 Not Found", B),
        "https://orsa.example/b": ("200 OK", B),
    }
    found = members(made.warc(crawl, packed=packed))
    assert [member.what for member in found] == [
        Found(A, "https://orsa.example/a", "utf-8"),
        Found(B, "https://orsa.example/b", "utf-8"),
    ]


def test_a_packed_crawl_with_its_indexes() -> None:
    crawl = made.warc({"https://orsa.example/a": ("200 OK", A)})
    wacz = made.zipped(
        {"archive/data.warc.gz": crawl, "datapackage.json": b"{}", "indexes/index.cdx": b"example,orsa)/"}
    )
    assert held(wacz) == {"https://orsa.example/a": A}


@pytest.mark.parametrize(
    "many",
    [
        made.lines(made.row("one"), made.row("two")),
        json.dumps([made.row("one"), made.row("two")]).encode(),
        json.dumps({"status": "ok", "articles": [made.row("one"), made.row("two")]}).encode(),
    ],
)
def test_a_list_of_articles_gives_one_after_another(many: bytes) -> None:
    assert [json.loads(content)["title"] for content in held(many).values()] == ["one", "two"]


def test_a_row_gives_the_same_bytes_whatever_it_stands_in() -> None:
    table = b"title,text\nDam,It stays.\n"
    listed = json.dumps([{"title": "Dam", "text": "It stays."}, {"title": "b", "text": "c"}]).encode()
    assert next(iter(held(table).values())) == next(iter(held(listed).values()))


def test_columns_are_called_as_the_user_says() -> None:
    (member,) = members(b"kop;tekst\nDam;Hij blijft.\n", title="kop", text="tekst")
    assert isinstance(member.what, Found)
    assert json.loads(member.what.content) == {"title": "Dam", "text": "Hij blijft."}


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    assert why(b"title,text\na,b\n", text="body") == ["box: it has no column “body”, but title, text"]
    assert why(b"title,size\na,b\n") == [
        "box: no column is known to hold the text; say which with --column text=NAME: its columns are title, size"
    ]


def test_a_table_of_parquet() -> None:
    parquet, arrow = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow")
    file = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist([made.row("one"), made.row("two")]), file)
    assert [json.loads(content)["title"] for content in held(file.getvalue()).values()] == ["one", "two"]


def test_a_mailbox_gives_its_letters() -> None:
    opens = b"From news@orsapost.example Tue Mar  5 06:30:00 2024\n"
    box = b"\n".join((opens + made.letter(), opens + made.letter(sender="Jo Lund <jo@web.example>")))
    assert list(held(box)) == ["box/1", "box/2"]


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Orsa</title>
<item><title>Dam</title><link>https://orsa.example/a</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://orsa.example/a"/></entry></feed>"""
JSON_FEED = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "https://orsa.example/a"}]}'
SITEMAP = b"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://orsa.example/a</loc></url></urlset>"""
OPML = b"""<opml version="2.0"><body><outline text="Orsa" xmlUrl="https://orsa.example/a"/></body></opml>"""


@pytest.mark.parametrize("listing", [RSS, ATOM, JSON_FEED, SITEMAP, OPML, b"# the dam\nhttps://orsa.example/a\n"])
def test_what_lists_addresses_is_no_article(listing: bytes) -> None:
    assert [member.what for member in members(listing)] == [Links(("https://orsa.example/a",))]


def test_what_is_no_article_is_called_what_it_is() -> None:
    for content, kind in (
        (b"\xff\xd8\xff\xe0", "JPEG picture"),
        (b"a{}", "file of no kind known"),
        (b"", "empty file"),
    ):
        assert [member.what for member in members(content, named=False)] == [PassedOver(kind)]


def kinds() -> dict[str, tuple[bytes, str]]:
    """A file of each kind as archives hold them, named as it comes, and whether it is read or what is told of it."""
    rows = made.row("one"), made.row("two", f"{made.WORDS} It leaks.")
    office = {"[Content_Types].xml": b"<Types/>"}
    return {
        "page.gz": (gzip.compress(A), "read"),
        "saved.mht": (made.mhtml(), "read"),
        "letter.eml": (made.letter(), "read"),
        "box": (b"From jo Tue Mar  5 06:30:00 2024\n" + made.letter(), "read"),
        "article.json": (json.dumps(rows[0]).encode(), "read"),
        "graph.json": (
            json.dumps({"@type": "NewsArticle", "headline": "Dam", "articleBody": made.WORDS}).encode(),
            "read",
        ),
        "list.json": (json.dumps(rows).encode(), "read read"),
        "lines": (made.lines(*rows), "read read"),
        "pack.zip": (made.zipped({"a.html": A, "a.jpg": b"\xff\xd8\xff"}), "read JPEG picture"),
        "addresses.txt": (b"https://a.example/1\nhttps://a.example/2\n", "2 addresses"),
        "book.epub": (
            made.zipped({"mimetype": b"application/epub+zip", "a.xhtml": A, "META-INF/container.xml": b""}),
            "EPUB",
        ),
        "note.odt": (made.zipped({"META-INF/manifest.xml": b"", "content.xml": b"<x/>"}), "OpenDocument"),
        "table.xlsx": (made.zipped({**office, "xl/workbook.xml": b""}), "Excel workbook"),
        "talk.pptx": (made.zipped({**office, "ppt/presentation.xml": b""}), "PowerPoint presentation"),
        "a.png": (b"\x89PNG\r\n", "PNG picture"),
        "odd": (bytes(range(256)), "file of no kind known"),
        "nothing.txt": (b"", "empty"),
    }


@pytest.mark.parametrize("name", kinds())
def test_each_kind_of_file_in_a_folder_is_read_or_told(name: str) -> None:
    content, expected = kinds()[name]
    found = documents(io.BytesIO(content), name, {}, named=False)
    assert " ".join(map(outcome, found)) == expected


def outcome(member: Member) -> str:
    """What becomes of a document, as far as that needs no model."""
    if isinstance(member.what, PassedOver):
        return member.what.kind
    if isinstance(member.what, Links):
        return f"{len(member.what.urls)} addresses"
    assert isinstance(member.what, Found)
    try:
        return "read" if article_of(member.what, member.name).text else "nothing"
    except Unreadable as error:
        return error.why


@pytest.mark.parametrize(
    ("content", "why"),
    [(rb"{\rtf1\ansi Mayor Kint said hello.}", "RTF: it is not read"), (b"MZ\x90\0\3", "program for Windows: it is")],
)
def test_what_nobody_reads_is_refused_though_it_was_named(content: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        article_of(Found(content), "note")
    assert article_of(Found(b"MZ Wallace said that the dam stays."), "note.txt").text.startswith("MZ Wallace")


def test_a_table_without_a_column_of_text_is_no_text() -> None:
    table = io.BytesIO(b"headline_de,koerper\nx,y\n")
    (member,) = documents(table, "news.csv", {})
    assert "--column text=NAME: its columns are headline_de, koerper" in str(member.what)
    (member,) = documents(io.BytesIO(table.getvalue()), "news.csv", {}, named=False)
    assert isinstance(member.what, PassedOver)
