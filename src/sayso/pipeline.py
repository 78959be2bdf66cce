"""The whole way in: read, encode, attribute, resolve. Every door to sayso calls these functions."""

from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from sayso import attribution, coreference
from sayso.attribution.time_codes import with_time_codes
from sayso.coreference.ner_decoder import find_names
from sayso.data.analysis import Reading
from sayso.data.article import Article
from sayso.data.found import Found
from sayso.data.statement import Attribution, Statement
from sayso.encoding.antecedents import ranked
from sayso.encoding.encoder import Encoder, Encoding
from sayso.encoding.reference import chances
from sayso.inputs.formats import unwrapped
from sayso.reading import read_found
from sayso.reading.language import in_other_languages
from sayso.stance import positions
from sayso.text.as_read import AsRead
from sayso.text.doc import Doc
from sayso.text.quotations import in_usual_marks

_NO_PATH = "a text is given as bytes, text.encode(); a page on the web is fetched by `sayso read URL`"


def prepare() -> None:
    """Load the model, for which else the first document waits."""
    Encoder.shipped()


def read(
    source: str | Path | bytes, *, name: str | None = None, url: str | None = None, charset: str | None = None
) -> Reading:
    """Read one document, a file or its bytes; raises Unreadable when it holds no article, OSError when missing.

    `url` is where it was published, `charset` the encoding that the server said it is in.
    """
    if isinstance(source, bytes):
        return understand(Found(source, url, charset), name or "-")
    try:
        content = Path(source).read_bytes()
    except FileNotFoundError as error:
        error.strerror = f"{error.strerror} ({_NO_PATH})"
        raise
    return understand(Found(content, url, charset), name or str(source))


def understand(found: Found, name: str = "-") -> Reading:
    """What is in one document, whatever format it is in; pure: the same bytes, address and what is known of it give the
    same reading anywhere. Raises Unreadable when it holds no article.
    """
    plain = unwrapped(found, name)
    reading = understood(read_found(plain, name, sha256(found.content).hexdigest()))
    if not plain.spoken:
        return reading
    return replace(reading, statements=with_time_codes(reading.statements, reading.article.text, plain.spoken))


def article_of(found: Found, name: str = "-") -> Article:
    """The article in a document, whatever format it is in, without the model; raises Unreadable."""
    return read_found(unwrapped(found, name), name, sha256(found.content).hexdigest())


def understood(article: Article) -> Reading:
    """An article's statements and actors; in a language that the model does not read there are none.

    Marks that nobody sees and paragraphs in other languages stay in the article, and are passed over when it is read.
    """
    as_read = AsRead.of(article.text, in_other_languages(article))
    if as_read.is_whole:
        return _understood(article)
    if not as_read.text.strip():
        return Reading(article)
    return as_read.led_back(_understood(as_read.article(article)), article)


def _understood(article: Article) -> Reading:
    encoder = Encoder.shipped()
    doc = Doc.of(article)
    (encoding,) = encoder.encode([in_usual_marks(article.text, doc.quotations)])
    unresolved = _attributed(encoder, article, doc, encoding)
    named, places = find_names(article, encoding, encoder.heads["names"])
    told = coreference.resolution(article, doc, named, unresolved, partial(chances, encoding), ranked, places)
    found = positions(article, doc, told.statements, told.actors, told.meant)
    return Reading(article, told.statements, told.actors, encoder.version, found)


def _attributed(encoder: Encoder, article: Article, doc: Doc, encoding: Encoding) -> list[Statement]:
    """What is said in the article, and, read a second time, what those who speak report of others."""
    head = encoder.heads["attribution"]
    outer = attribution.statements(article, doc, encoding, head)
    retold = attribution.Retold.of(article.text, outer)
    (again,) = encoder.encode([in_usual_marks(retold.text, Doc(retold.text).quotations)])
    return attribution.with_reported(article, outer, retold, again, head)


def attribute(text: str) -> list[Attribution]:
    """Every attribution in `text` exactly as given; offsets are code points into it.

    Of one inside another's content only the outer is given, as the corpora mark them; `read` gives both.
    """
    encoder = Encoder.shipped()
    (encoding,) = encoder.encode([text])
    return attribution.attributions(Doc(text), encoding, encoder.heads["attribution"])
