"""Which encoding bytes are in that are no UTF-8: the one that makes words of some language, whatever is declared."""

import codecs
import re
from collections import Counter

from charset_normalizer import from_bytes

from sayso.lexicon.alphabets import COMMON_CYRILLIC, LATIN

_SAMPLE = 64_000  # bytes that a guess looks at: it is slow, and the start tells enough
_HEAD = 4096
_META_CHARSET = re.compile(rb"<meta\s[^<>]{0,300}charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w.:-]{2,40})", re.IGNORECASE)
# what browsers understand by these names (WHATWG Encoding Standard)
_BROWSER_NAMES = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),  # who can read the tag reads bytes
    "gb2312": "gb18030",
    "koi8-r": "koi8-u",  # the same letters, and the Ukrainian ones where the other has frames
}
# what Python has besides (idna, punycode, undefined, base64, utf-7, …) is no encoding of pages
_OF_PAGES = re.compile(
    r"utf-8|ascii|(?:iso8859|koi8|mac)[-_]\w{1,12}|cp\d{3,4}|big5\w{0,6}|gbk|gb2312|gb18030|hz|tis-620|ptcp154|johab"
    r"|(?:euc|shift|iso2022)_\w{1,12}"
)
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257")
_CYRILLIC = ("cp1251", "koi8-u", "iso8859-5", "cp866")
_FOREIGN_LETTER = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f]|[^\x00-\x7f](?=[^\W\d_])")
_BETWEEN_WORDS = frozenset("“”„‘’‚«»‹›–—…•·\xa0´`®™©€£°§")
_ENOUGH_LETTERS = 8
_SURELY, _HARDLY, _NEVER = 0.97, 0.93, 0.6  # of the letters that are not ASCII: what one language explains of them
_COMMON = 0.5  # of the letters of Cyrillic: what the commonest make up
_LAST_LATIN = "\u0250"


def declared(data: bytes) -> str | None:
    """The encoding that a page says it is in, by Python's name; None for none, and for what no page is in."""
    match = _META_CHARSET.search(data[:_HEAD])
    return called(match[1].decode("ascii", "replace")) if match else None


def called(name: str | None) -> str | None:
    """The name that Python has for an encoding that a page or a server names; None for what no page is in."""
    name = (name or "").lower()
    try:
        found = codecs.lookup(_BROWSER_NAMES.get(name, name)).name if name else ""
    except (LookupError, ValueError):
        return None
    return found if _OF_PAGES.fullmatch(found) else None


def candidates(data: bytes, said: str | None) -> list[str]:
    """Encodings that bytes which are no UTF-8 may be in, the likeliest first; the last fits everything."""
    sample = data[:_SAMPLE]
    guess = _guessed(sample)
    if said in (None, "utf-8", "ascii"):
        return [guess, "cp1252"]
    meant = _of_family(sample, str(said))
    hardly = meant in _LATIN and _share_of_a_language(sample.decode(meant, "replace")) < _NEVER
    return [guess, meant, "cp1252"] if hardly else [meant, guess, "cp1252"]


def _guessed(sample: bytes) -> str:
    """What charset-normalizer takes the bytes for; of Latin script, what makes words, for it knows these less well."""
    found = from_bytes(sample).best()
    name = codecs.lookup(found.encoding).name if found else "cp1252"
    letters = _FOREIGN_LETTER.findall(sample.decode(name, "replace"))
    if not _OF_PAGES.fullmatch(name) or sum(letter < _LAST_LATIN for letter in letters) * 2 >= len(letters):
        name = "cp1252"
    return _of_family(sample, name)


def _of_family(sample: bytes, name: str) -> str:
    """The same encoding, or the one of its family that makes words of a language where it does not."""
    for family, share, least in (
        ((*_LATIN, "iso8859-1", "iso8859-15"), _share_of_a_language, _SURELY),
        (_CYRILLIC, _share_of_common_letters, _COMMON),
    ):
        if name in family:
            shares = {other: share(sample.decode(other, "replace")) for other in (name, *family)}
            best = max(shares, key=lambda other: shares[other])
            return best if shares[best] >= least and shares[name] < _HARDLY * shares[best] else name
    return name


def _share_of_a_language(text: str) -> float:
    """How many of the letters in words that are not ASCII the alphabet has that explains most of them; 1 for few."""
    letters = [letter for letter in _FOREIGN_LETTER.findall(text) if letter not in _BETWEEN_WORDS]
    if len(letters) < _ENOUGH_LETTERS:
        return 1.0
    counts = Counter(letter.lower() if len(letter.lower()) == 1 else letter for letter in letters)
    return max(sum(counts[letter] for letter in alphabet) for alphabet in LATIN.values()) / len(letters)


def _share_of_common_letters(text: str) -> float:
    """How many of the letters that are not ASCII are the commonest ones of Cyrillic; 1 for few."""
    letters = [letter for letter in text if letter > "\x7f" and letter not in _BETWEEN_WORDS]
    if len(letters) < _ENOUGH_LETTERS:
        return 1.0
    return sum(letter in COMMON_CYRILLIC for letter in letters) / len(letters)
