"""What was fetched is kept as it came, in WARC: anybody's tools read it, and sayso can read it anew."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.data.version import __version__
from sayso.ingest.fetch import Answer

_MOST_BYTES = 1_000_000_000
_AS_SENT = ("content-encoding", "transfer-encoding", "content-length")
"""Fields that tell of the body as it was sent; it is kept unpacked."""


class WarcFile:
    """Files in a folder, each record a member of its own, so that what a crash cuts off is the last alone."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder, self._now = folder, now
        self._file: BinaryIO | None = None

    def keep(self, answer: Answer) -> None:
        """Append a page with the fields that came with it; it is on the disk when this returns."""
        file = self._opened()
        writer = WARCWriter(file, gzip=True)
        kept = [(name, value) for name, value in answer.fields.items() if name not in _AS_SENT]
        body = answer.found.content
        headers = StatusAndHeaders(
            f"{answer.status} {answer.reason}", [*kept, ("content-length", str(len(body)))], protocol="HTTP/1.1"
        )
        record = writer.create_warc_record(
            answer.found.url,
            "response",
            payload=BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": self._now().strftime("%Y-%m-%dT%H:%M:%SZ")},
        )
        writer.write_record(record)
        record.raw_stream.close()
        file.flush()

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None

    def _opened(self) -> BinaryIO:
        if self._file and self._file.tell() > _MOST_BYTES:
            self.close()
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"sayso-{self._now():%Y%m%dT%H%M%S%f}.warc.gz"
            self._file = path.open("xb")
            WARCWriter(self._file, gzip=True).write_record(
                WARCWriter(self._file, gzip=True).create_warcinfo_record(
                    path.name, {"software": f"sayso {__version__}"}
                )
            )
        return self._file
