"""On what, where and when a statement was made, by the words of its own sentence that are not its content."""

import re
from collections.abc import Container
from datetime import date

from sayso.attribution.context.relative_dates import days_told
from sayso.data.article import Article, Block, Moment, Span
from sayso.data.statement import Attribution
from sayso.lexicon.english import words
from sayso.lexicon.headlines import OUTLET_WORDS
from sayso.lexicon.reporting_verbs import lemmas_of
from sayso.text.doc import Doc

REACH = 600
"""Characters of its sentence that are read on each side of the cue."""

NEAR = 80
"""Characters between a day and the cue; one further off, unless it opens the sentence, is another story's."""

BLANK = "|"

TOPIC_OPENS = re.compile(
    r"[“\"]?(?:About(?!\s(?:\d|half|one|two|three|four|five|six|seven|eight|nine|ten|an?\s))"
    r"|Regarding|Concerning|As for|Turning to"
    r"|(?:When asked|Asked|Questioned|Speaking|Pressed) (?:about|on)"
    r"|(?:In response|Responding|In answer|In reply|Replying) to (?:a|the|this|another) (?:\w+ )?questions?"
    r" (?:that|about|on|whether|as to|regarding|of))\s+",
)
CLOCK_TIME = re.compile(r"\s*+\d{1,2}[:.h]\d{2}\s*+(?:[ap]\.?m\.?)?\s*+(?:[A-Z]{2,4})?\s*+", re.IGNORECASE)
"""A live blog's heading, which tells when and not on what."""
INVITES = re.compile(
    r"(?:WATCH|LISTEN|VIDEO)\b"
    r"|(?i:watch|video|listen|audio|photos?|gallery|read(?: more| also)?|see also|related|more)\s*(?:[:|–—-]|$)"
)
"""How a line begins that is no heading of what follows: "Watch: …", "VIDEO"."""

PROSE = ("paragraph", "lead", "quote", "list")
MOST_WORDS = 14
"""Words of a heading that names a section; a longer one sums the article up."""

SAYS = re.compile(r"\b(?:said|says|told|added|asked|noted)\b")
LONGEST_TOPIC = 300
SIGNATURE = re.compile(r"[^\w\n]{0,9}\n?\n?(?P<line>[—–―-][^\n]{1,200})")

EVENTS = words(
    """
    interview statement speech rally conference briefing meeting program programme show podcast debate letter tweet
    post op-ed article column email e-mail hearing address memo video broadcast summit court parliament session
    ceremony event book memoir testimony message television radio congress assembly visit call forum festival
    gathering march vigil service sermon lecture reception lunch dinner breakfast convention blog
    """
)
_CAPITAL = r"(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|June|July|August"
_CAPITAL += r"|September|October|November|December)\b)[A-Z][\w&.-]*(?:[’']s?)?|“[^”|]{1,60}”|\"[^\"|]{1,60}\")"
_MODIFIER = (
    r"(?:(?!(?:after|before|during|of|in|on|at|to|for|with|by|and|or|that|which|who|said|says|told|about)\b)"
    r"(?:[\w&.’'-]+|“[^”|]{1,60}”|\"[^\"|]{1,60}\")\s)"
)
_EVENT = f"(?:{'|'.join(sorted(EVENTS))})"
EVENT = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Dd]uring)\s({_MODIFIER}{{0,7}}{_EVENT}\b"
    rf"(?:\s(?:with|in|at|on|for|to)\s(?:the\s|a\s)?{_CAPITAL}(?:\s(?:of\s|and\s)?{_CAPITAL}){{0,5}})?)"
)
ANY_EVENT = re.compile(rf"\b{_EVENT}\b")
"""Asked first, for the sake of speed: most sentences name no event at all."""

PLATFORM = re.compile(
    r"\bon\s((?:his |her |its |their )?(?:Twitter|X|Facebook|Instagram|TikTok|Telegram|YouTube|LinkedIn|Weibo"
    r"|Truth Social|social media|air))\b"
)
OUTLET = re.compile(rf"\b(?:told|tells?|telling|on|in|to|with)\s((?:the\s)?{_CAPITAL}(?:\s(?:of\s)?{_CAPITAL}){{0,4}})")
BROADCASTER = words("tv television radio network agency channel congress parliament senate house council")
ASIDE = re.compile(r",\s(?:who|which|whose|whom|where|elected|born|arrested|sworn)\b[^,|]{0,200},")


def topic(article: Article, doc: Doc, attribution: Attribution, speaking: Container[int] = ()) -> str | None:
    """What it is about: the "About …" that opens its sentence, else the section heading that it stands under.

    In a live blog a heading stands over its own post alone, which is told by the time of it. A heading that begins
    where one of `speaking` does is who speaks.
    """
    at = _anchor(attribution).start
    posted = next((block.posted for block in article.blocks if block.start <= at < block.end), None)
    above = (b for b in _of_sections(article) if b.end <= at and b.posted == posted)
    headings = [block for block in above if block.start not in speaking]
    last = max(headings, key=lambda block: block.start, default=None)
    return _opening(doc, attribution) or (article.text[last.start : last.end] if last else None)


def _of_sections(article: Article) -> list[Block]:
    """The headings that name what stands below them.

    None does that is a whole sentence or more, a quotation, the time of a post or a line that invites to look; and
    those right under the title are standfirsts if no other follows, but for the heading of a post.
    """
    blocks = sorted(article.blocks, key=lambda block: block.start)
    found = [block for block in blocks if block.kind == "heading" and _names(article.text[block.start : block.end])]
    above = [block.kind for block in blocks[: blocks.index(found[-1])]] if found else []
    is_standfirst = "title" in above and not set(PROSE) & set(above) and not found[-1].posted
    return [] if is_standfirst else found


def _names(heading: str) -> bool:
    """Whether a heading is short as a name is, and no sentence."""
    is_sentence = heading.endswith((".", "…", ":", ",", ";")) or len(heading.split()) > MOST_WORDS
    is_said = heading.startswith(tuple('“"‘«„'))
    return not (is_sentence or is_said or CLOCK_TIME.fullmatch(heading) or INVITES.match(heading))


def venue(doc: Doc, attribution: Attribution) -> str | None:
    """Where it was said, without the preposition: "a rally in Lodz", "the BBC", "Twitter"."""
    own, _ = _own_words(doc, attribution)
    at_event = EVENT.search(own) if ANY_EVENT.search(own) else None
    found = at_event or PLATFORM.search(own)
    if found:
        return found[1].rstrip(" .,")
    outlets = (found[1].rstrip(" .,") for found in OUTLET.finditer(own) if _is_outlet(found[1]))
    by_verb = any("tweet" in lemmas_of(word) for cue in attribution.cue for word in cue.text.split())
    return next(outlets, "Twitter" if by_verb else None)


def said_on(doc: Doc, attribution: Attribution, published: Moment | None) -> str | None:
    """The day it was said, ISO cut to what the words tell, relative to the article's date; None if they do not."""
    if attribution.hypothetical:
        return None
    own, cue_at = _own_words(doc, attribution)
    own = ASIDE.sub(lambda aside: BLANK * len(aside[0]), own)
    told = min(days_told(own, _day(published)), key=lambda day: abs(day.start - cue_at), default=None)
    is_near = told is not None and (told.start == 0 or _apart(own, told.start, cue_at) <= NEAR)
    return told.value if told and is_near else None


def _apart(own: str, one: int, other: int) -> int:
    """How many characters lie between two places, not counting source and content."""
    low, high = sorted((one, other))
    return high - low - own.count(BLANK, low, high)


def signed_on(doc: Doc, attribution: Attribution, published: Moment | None) -> str | None:
    """The day that the signature under a quotation tells, as under a post: — Ana Ruiz (@ruiz) May 3, 2024."""
    last = max(span.end for span in (*attribution.content, *attribution.cue, *attribution.source))
    signs = SIGNATURE.match(doc.text, last)
    told = next(days_told(signs["line"], _day(published)), None) if signs else None
    return told.value if told else None


def _day(published: Moment | None) -> date | None:
    whole_day = published is not None and published.precision in ("day", "minute", "second")
    return date.fromisoformat(published.value[:10]) if published and whole_day else None


def _anchor(attribution: Attribution) -> Span:
    """The words by which its own sentence is found: a quotation can run over many sentences."""
    return (*attribution.cue, *attribution.source, *attribution.content)[0]


def _sentence(doc: Doc, anchor: Span) -> tuple[int, int]:
    start = max(doc.sentence_at(anchor.start)[0], anchor.start - REACH)
    return start, min(doc.sentence_at(anchor.end - 1)[1], anchor.end + REACH)


def _own_words(doc: Doc, attribution: Attribution) -> tuple[str, int]:
    """The sentence without content and source, blanked so that offsets hold, and where its cue stands in it."""
    anchor = _anchor(attribution)
    start, end = _sentence(doc, anchor)
    own = doc.text[start:end]
    for span in (*attribution.content, *attribution.source):
        low, high = max(0, span.start - start), min(len(own), span.end - start)
        own = own[:low] + BLANK * (high - low) + own[high:] if low < high else own
    return own, anchor.start - start


def _opening(doc: Doc, attribution: Attribution) -> str | None:
    """The words between "About" and the speaker at the start of the sentence."""
    start, _ = _sentence(doc, _anchor(attribution))
    opens = TOPIC_OPENS.match(doc.text, start)
    spans = [span.start for span in (*attribution.source, *attribution.cue) if span.start > start]
    stated = any(span.start <= start < span.end for span in attribution.content)  # "About 300 are safe, Ruiz said"
    if opens is None or stated or not spans or min(spans) <= opens.end():
        return None
    words_between = doc.text[opens.end() : min(spans)].strip().rstrip(",")
    is_topic = 0 < len(words_between) <= LONGEST_TOPIC and not SAYS.search(words_between)
    return words_between if is_topic else None


def _is_outlet(name: str) -> bool:
    """Whether a name is a paper, a station or a chamber rather than a person or a town."""
    parts = [re.sub(r"[’']s?$", "", part) for part in name.split()]
    if name.endswith(("’s", "'s")):
        return False
    is_acronym = any(len(part) > 2 and part.isupper() and part.isalpha() for part in parts)
    return is_acronym or not (OUTLET_WORDS | BROADCASTER).isdisjoint(part.lower() for part in parts)
