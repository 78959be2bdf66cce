"""An article and its encoding in, statements out whose speakers are still to be found."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from sayso.attribution.context.venue_topic import said_on, signed_on, topic, venue
from sayso.attribution.dialogue.claims import as_claimed, claims
from sayso.attribution.dialogue.turns import Turn, beside_turns, beyond_labels, told_by, turns
from sayso.attribution.factuality.classify import judged
from sayso.attribution.factuality.shown import likelihood
from sayso.attribution.factuality.supposed import until_the_main_clause
from sayso.attribution.headlines.parser import attribute_headline
from sayso.attribution.linking.confidence import confidence, features
from sayso.attribution.linking.linker import Linked
from sayso.attribution.linking.span_decoder import as_spans, learned, linked
from sayso.attribution.nested import Retold, in_layers
from sayso.attribution.repairs.beats import without_beats
from sayso.attribution.repairs.content_ends import with_ends
from sayso.attribution.repairs.coordinated_cue import with_added
from sayso.attribution.repairs.interposed import with_interposed
from sayso.attribution.repairs.main_subject import with_main_subjects
from sayso.attribution.repairs.missing_source import with_subjects_before
from sayso.attribution.repairs.no_speech import is_hearsay, without_names_and_stories
from sayso.attribution.repairs.orphans import with_clauses_beside
from sayso.attribution.repairs.passives import with_passives_turned
from sayso.attribution.repairs.quotation_spans import mended
from sayso.attribution.repairs.shared_subject import with_vouched_verbs
from sayso.attribution.repairs.strays import without_strays
from sayso.attribution.repairs.tails import with_tails
from sayso.attribution.repairs.turn_taking import with_turns_taken
from sayso.attribution.repairs.whose import with_clauses_apart
from sayso.data.article import Article, BlockKind, Span
from sayso.data.statement import Attribution, Statement
from sayso.encoding.encoder import Encoding, Head
from sayso.text.doc import Doc
from sayso.text.quotations import kind_of

POSSIBLE = 0.2
"""What is more doubtful is not even an attribution: one in seven is right, and dropping them raises every F1."""

LIKELY = 0.3
"""What is more doubtful is no statement: less than one in four is right, and dropping them raises statement F1."""

SHOWN = 0.58
"""The least likelihood of being a statement at which people are shown one: 91 in 100 are, and 3 true ones hidden."""

PLAIN = 0.8
"""What is more doubtful in a section heading is a matter: "Iran welcomes any dialogue" sums up what its envoy said."""

_BESIDE = 4
"""Blocks between words and the lines that tell whose they are."""

__all__ = ["Retold", "attribute_headline", "attributions", "statements", "tied", "with_reported"]


def attributions(doc: Doc, encoding: Encoding, head: Head) -> list[Attribution]:
    """The attributions in a text, in the order in which they begin; offsets are into it.

    One without content tells that somebody spoke, or would not: "Holt declined to comment".
    """
    conversation, claimed = turns(doc), claims(doc)
    judged = (_judged(doc, each) for each in tied(doc, encoding, head, sorted([*conversation, *claimed])))
    found = (each for each in judged if each.confidence >= POSSIBLE or _is_told(each))
    labelled = (*(told_by(doc.text, turn) for turn in conversation), *(as_claimed(doc, claim) for claim in claimed))
    return sorted([*found, *labelled], key=lambda said: said.begins)


def tied(doc: Doc, encoding: Encoding, head: Head, conversation: Sequence[Turn]) -> list[Linked]:
    """What the model finds, beside the turns of a conversation, mended where quotation marks show more."""
    found = without_beats(doc, beside_turns(linked(doc, encoding, head), conversation))
    prose = with_subjects_before(doc.text, found)
    apart = with_clauses_beside(doc, with_main_subjects(doc, with_clauses_apart(doc.text, prose)))
    vouched = with_vouched_verbs(doc.text, with_added(doc, apart))
    spoken = with_passives_turned(doc.text, without_names_and_stories(doc.text, vouched))
    spoken = without_strays(doc, with_interposed(doc, spoken))
    whole = mended(doc, spoken, beyond_labels(doc.quotations, conversation))
    return with_ends(doc, with_turns_taken(doc, with_tails(doc, whole)))


def _judged(doc: Doc, found: Linked) -> Attribution:
    """A linked attribution with all that its words tell of it: kind, act, standing, confidence."""
    text = doc.text
    content = as_spans(text, found.contents)
    kind = kind_of(text, content, doc.quotations)
    bare = Attribution(
        source=() if is_hearsay(text, found) else as_spans(text, [found.source]),
        cue=as_spans(text, [found.cue]),
        content=content,
        kind=kind,
        confidence=confidence(features(found, kind), learned()["confidence"]),
    )
    said = until_the_main_clause(doc, judged(doc, bare))
    is_somebodys = said.act != "other" and not _is_any_readers(doc, said)
    return replace(said, shown=is_somebodys and likelihood(doc, said, learned()["shown"]) >= SHOWN)


def _is_any_readers(doc: Doc, said: Attribution) -> bool:
    """Whether an author's "you" is the source: whoever reads, who has said nothing."""
    return any(span.text.casefold() == "you" and not doc.quoted(span.start) for span in said.source)


def statements(article: Article, doc: Doc, encoding: Encoding, head: Head) -> list[Statement]:
    """The statements of an article's title, body and related headlines, without speakers yet."""
    possible = attributions(doc, encoding, head)
    likely = (a for a in possible if a.confidence >= LIKELY or _is_told(a) or _is_paragraph(doc, a))
    stated = [found for each in likely if (found := _in_prose(article, doc, each))]
    speaking = {span.start for found in stated for span in found.source}
    prose = [_in_body(article, doc, found, speaking) for found in stated]
    body = sorted([*prose, *_section_headings(article)], key=lambda said: said.attribution.begins)
    return [*_headline(article), *body, *_related(article)]


def _is_told(attribution: Attribution) -> bool:
    """Whether it is a quotation with its source and cue, which no doubt of the model's takes away."""
    return attribution.kind == "direct" and bool(attribution.source and attribution.cue)


def _is_paragraph(doc: Doc, attribution: Attribution) -> bool:
    """Whether it is a quotation that fills a paragraph: whoever spoke before it goes on."""
    spans = [(span.start, span.end) for span in attribution.content]
    return attribution.kind == "direct" and len(spans) == 1 and doc.blocks.at(spans[0][0]) == spans[0]


def with_reported(
    article: Article, outer: Sequence[Statement], retold: Retold, encoding: Encoding, head: Head
) -> list[Statement]:
    """The statements, after each what it reports of other speakers; `encoding` is that of `retold.text`."""
    likely = (a for a in attributions(Doc(retold.text), encoding, head) if a.confidence >= LIKELY)
    known = {span.start for statement in outer for span in statement.attribution.cue}
    placed = [found for each in likely if (found := retold.placed(article.text, each))]
    new = [(Statement(said), owner) for said, owner in placed if not any(span.start in known for span in said.cue)]
    return in_layers(outer, new)


def _in_prose(article: Article, doc: Doc, attribution: Attribution) -> Attribution | None:
    """The attribution as far as it stands in prose, or None when nothing is stated there.

    Title and section headings are read by the grammar of headlines alone, and none of their words belong to the
    sentence after them, but for a line that tells who is quoted or claimed in the next or the last. What a correction
    tells is what the article said before, and no statement of today. Words without source, cue or quotation marks are
    the reporter's own.
    """
    names = [block for block in article.blocks if block.kind in ("title", "heading", "correction")]

    def stands_in_prose(span: Span) -> bool:
        return not any(span.start < block.end and span.end > block.start for block in names)

    content = tuple(filter(stands_in_prose, attribution.content))
    heads = (*attribution.source, *attribution.cue)
    outside = all(map(stands_in_prose, heads)) or (bool(content) and _is_label(doc, heads, content[0]))
    owned = attribution.source or attribution.cue or attribution.kind != "indirect"
    stated = content or attribution.act == "did not comment"
    return replace(attribution, content=content) if outside and owned and stated else None


def _is_label(doc: Doc, heads: Sequence[Span], content: Span) -> bool:
    """Whether source and cue are all of the lines near the content: "Claimed by: Ana Ruiz, radio host"."""
    apart = doc.blocks.number_at(min(head.start for head in heads)) - doc.blocks.number_at(content.start)
    return abs(apart) <= _BESIDE and all(_fill(doc, doc.blocks.at(head.start), heads) for head in heads)


def _fill(doc: Doc, block: tuple[int, int] | None, heads: Sequence[Span]) -> bool:
    """Whether a block holds no letter beside these."""
    if block is None:
        return False
    inside = (head for head in heads if block[0] <= head.start and head.end <= block[1])
    letters = sum(map(str.isalpha, doc.text[slice(*block)]))
    return letters == sum(sum(map(str.isalpha, head.text)) for head in inside)


def _headline(article: Article) -> list[Statement]:
    return [Statement(found, where="title") for found in _in_blocks(article, "title")]


def _section_headings(article: Article) -> list[Statement]:
    """What section headings attribute: "Thieves came through the shaft, police say"."""
    return [Statement(found) for found in _in_blocks(article, "heading") if found.confidence >= PLAIN]


def _in_blocks(article: Article, kind: BlockKind) -> Iterator[Attribution]:
    """What the blocks of one kind attribute, read as headlines."""
    for block in article.blocks:
        if block.kind == kind and (found := attribute_headline(article.text[block.start : block.end])):
            yield found.moved(block.start, article.text)


def _in_body(article: Article, doc: Doc, attribution: Attribution, speaking: Container[int]) -> Statement:
    """With when, where and on what it was said; the words that tell on what ("About …") are no part of its content."""
    on = topic(article, doc, attribution, speaking)
    posted = article.posted_at(attribution.begins) or article.published
    content = tuple(span for span in attribution.content if span.text != on)
    return Statement(
        replace(attribution, content=content or attribution.content),
        topic=on,
        venue=venue(doc, attribution),
        said_on=said_on(doc, attribution, posted) or signed_on(doc, attribution, posted),
    )


def _related(article: Article) -> list[Statement]:
    found = ((number, attribute_headline(story.title)) for number, story in enumerate(article.related))
    return [Statement(a, where="related", story=number) for number, a in found if a]
