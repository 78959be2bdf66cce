"""Posts of social networks as sites embed them: who posted and when comes to stand below the words, counts go."""

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from sayso.lexicon.page_names import called
from sayso.reading.blocks.draft import ends_sentence, one_line
from sayso.reading.blocks.markup import EMBEDDING, INLINE, is_embed, signs_post, take_out

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_CLOCK = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?"
_DAY = rf"(?:(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? (?:\d{{4}}|at {_CLOCK})|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}})"
_WHEN = re.compile(
    rf"(?:Posted |On )?(?:{_CLOCK}[\s·,–-]{{1,3}})?{_DAY}(?:[\s·,–-]{{1,3}}(?:at )?{_CLOCK})?", re.IGNORECASE
)
_SHARED = re.compile(r"A (?:post|photo|video|reel) shared by (?P<who>.{2,80}?)(?: on (?P<when>.*))?")
_COUNTS = re.compile(
    r"(?:(?:[\d.,]+ ?[KkMm]?\s)?(?:likes?|comments?|shares?|retweets?|reposts?|re-?posts?|boosts?|favou?rites?|views?"
    r"|repl(?:y|ies)|reactions?|quotes?|bookmarks?|loves?|follow(?:ers)?|translate|view(?: \w+){0,3} on \w+"
    r"|(?:read|see) (?:more|replies|the post)(?: on \w+)?)[\s·,|•♥❤]*){1,8}",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\(?@[\w.-]{2,60}\)?")
_NAME = re.compile(r"[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*| (?:de|van|von|al|bin|del)){1,4}")
_LONGEST = 120
_MOST_LINES = 12
_MOST_ELEMENTS = 200


def settle_posts(tree: HtmlElement) -> None:
    """Have each embedded post signed below its words, as "Ana Ruiz @ruiz · 3 May 2024", and without its counts."""
    for post in [each for each in tree.iter(*EMBEDDING) if is_embed(each)]:
        lines = [(element, words) for element in _lines(post) if (words := one_line("".join(element.itertext())))]
        if not 1 < len(lines) <= _MOST_LINES:
            continue
        for element, _ in (line for line in lines if _COUNTS.fullmatch(line[1])):
            take_out(element)
        _sign(post, [line for line in lines if not _COUNTS.fullmatch(line[1])])


def _lines(post: HtmlElement) -> list[HtmlElement]:
    """The innermost blocks of a post; none of one that is too large to be a post."""
    within = list(islice(post.iterdescendants(), _MOST_ELEMENTS + 1))
    if len(within) > _MOST_ELEMENTS:
        return []
    blocks = [each for each in within if isinstance(each.tag, str) and each.tag not in INLINE]
    return [
        each for each in blocks if all(inner.tag in INLINE or inner.tag == "br" for inner in each.iterdescendants())
    ]


def _sign(post: HtmlElement, lines: Sequence[tuple[HtmlElement, str]]) -> None:
    """Put who posted, found above the words, and when, found in a line of its own, below them."""
    signer = next((line for line in lines if _is_signer(*line)), None)
    signer = signer or next((line for line in lines[:1] if _NAME.fullmatch(line[1])), None)
    if signer is None or len(lines) < 2:
        return
    beside = [line for line in lines if line is not signer and (_HANDLE.fullmatch(line[1]) or _WHEN.fullmatch(line[1]))]
    words = [line for line in lines if line is not signer and line not in beside]
    shared = _SHARED.fullmatch(signer[1])
    if not words or not (beside or shared or lines.index(signer) < lines.index(words[-1])):
        return
    handles = [one for _, one in beside if _HANDLE.fullmatch(one)]
    days = [one for _, one in beside if one not in handles]
    told = [*(filter(None, shared.groups()) if shared else (signer[1],)), *handles, *days]
    for element, _ in (signer, *beside):
        take_out(element)
    signature = post.makeelement("p", {"class": "author"})
    signature.text = f"— {' · '.join(told).lstrip('—–- ')}".replace(" · @", " @")
    post.append(signature)


def _is_signer(element: HtmlElement, words: str) -> bool:
    if len(words) > _LONGEST or ends_sentence(words) or _WHEN.fullmatch(words) or _HANDLE.fullmatch(words):
        return False
    is_called = called(element.get("class") or "", "signature in a quotation")
    return is_called or signs_post(words) or _SHARED.fullmatch(words) is not None
