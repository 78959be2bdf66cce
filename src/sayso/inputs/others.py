"""What is no article and holds none, told by its first bytes, so that it can be called what it is."""

from sayso.inputs.format import Format, starts_with

_SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "JPEG picture": (b"\xff\xd8\xff",),
    "PNG picture": (b"\x89PNG",),
    "GIF picture": (b"GIF8",),
    "TIFF picture": (b"II*\0", b"MM\0*"),
    "EPUB": (b"PK\x03\x04",),
    "OpenDocument": (b"PK\x03\x04",),
    "Excel workbook": (b"PK\x03\x04",),
    "PowerPoint presentation": (b"PK\x03\x04",),
    "Microsoft Office before 2007": (b"\xd0\xcf\x11\xe0",),
    "RTF": (b"{\\rtf",),
    "program": (b"\x7fELF",),
    "program for Windows": (b"MZ",),
    "database": (b"SQLite format 3\0",),
    "zstd": (b"\x28\xb5\x2f\xfd",),
    "sound": (b"ID3", b"OggS", b"fLaC"),
    "MP3 sound": (b"\xff\xfb",),
    "font": (b"wOFF", b"wOF2", b"OTTO"),
    "TrueType font": (b"\0\1\0\0",),
}
_INSIDE: dict[str, tuple[bytes, ...]] = {
    "EPUB": (b"epub+zip", b"META-INF/container.xml"),
    "OpenDocument": (b"vnd.oasis.opendocument", b"META-INF/manifest.xml"),
    "Excel workbook": (b"xl/workbook", b"xl/worksheets/", b"xl/theme/"),
    "PowerPoint presentation": (b"ppt/presentation", b"ppt/slides/", b"ppt/theme/"),
}
"""Of which one is a file in it, or the kind that it tells of itself: what is only put into an archive is taken out."""


def _format(name: str, signatures: tuple[bytes, ...]) -> Format:
    inside = _INSIDE.get(name, (b"",))
    starts = starts_with(*signatures)
    in_letters = all(one.isalnum() for one in signatures)  # a text may begin with “MZ” or “ID3” too
    return Format(
        name, "", lambda head: starts(head) and any(one in head for one in inside) and (not in_letters or b"\0" in head)
    )


OTHERS = (
    *(_format(name, signatures) for name, signatures in _SIGNATURES.items()),
    Format("WebP picture", "", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP"),
    Format("film", "", lambda head: head[4:8] == b"ftyp" or head.startswith(b"\x1aE\xdf\xa3")),
)
