"""Files of every format about one dam, made by the libraries that others make them with."""

import gzip
import io
import json
import tarfile
import zipfile
from email.message import EmailMessage

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

WORDS = "Mayor Ana Ruiz said on Monday that the old dam at Orsa would stay where it is."


def page(words: str = WORDS) -> bytes:
    return f"<html><body><article><h1>Dam Stays</h1><p>{words}</p></article></body></html>".encode()


def row(title: str, words: str = WORDS) -> dict[str, object]:
    return {"title": title, "text": words, "date": "2024-05-03", "url": f"https://orsa.example/{title}"}


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("passwd")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return packed.getvalue()


def warc(pages: dict[str, tuple[str, bytes]], *, packed: bool = True) -> bytes:
    """Pages by address, each with its status; sent in gzip, each its own member, and one seen again."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for url, (status, content) in pages.items():
        body = gzip.compress(content, mtime=0)
        fields = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")]
        headers = StatusAndHeaders(status, fields, protocol="HTTP/1.1")
        response = writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers)
        again = writer.create_revisit_record(url, "sha1:X", url, "2024-01-01T00:00:00Z")
        for record in (response, again):
            writer.write_record(record)
            record.raw_stream.close()
    return file.getvalue()


def letter(*, sender: str = "The Orsa Post <news@orsapost.example>", html: str | None = None) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, "Der Damm bleibt – the dam stays"
    message["Date"], message["Message-ID"] = "Tue, 5 Mar 2024 06:30:00 +0100", "<1@orsapost.example>"
    message.set_content(f"Good morning.\n\n{WORDS} “No,” she said.\n", cte="quoted-printable")
    if html:
        message.add_alternative(html, subtype="html", cte="base64")
    return message.as_bytes()


def mhtml() -> bytes:
    related = EmailMessage()
    related["Snapshot-Content-Location"] = "https://orsa.example/dam"
    related["Subject"], related["Date"] = "Dam Stays", "Tue, 27 Nov 2026 06:30:00 +0100"
    related.set_content(page().decode(), subtype="html", cte="quoted-printable")
    related["Content-Location"] = "https://orsa.example/dam"
    related.make_related()
    related.add_related(b"\x89PNG", "image", "png")
    return b"From: <Saved by Blink>\r\n" + related.as_bytes()


def lines(*rows: object) -> bytes:
    return "\n".join(map(json.dumps, rows)).encode()


def pdf(*shown: str) -> bytes:
    """A page with these lines, written out by hand: nothing that sayso needs makes one."""
    drawn = b"BT /F1 10 Tf 14 TL 40 700 Td " + b" ".join(b"(%s) Tj T*" % line.encode() for line in shown) + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, each) for n, each in enumerate(objects, 1))
    return body + b"trailer << /Root 1 0 R >>\n%%EOF"
