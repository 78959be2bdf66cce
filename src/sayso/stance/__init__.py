"""Who stands where: statements and deeds in, positions out (holder → target, side, evidence). Rules over words.

A position is looked for in every sentence of the body, in the title and in the titles of other stories that the page
lists. What stands in a statement's content is its speaker's, or somebody else's according to him.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.data.actor import Actor
from sayso.data.article import Article, Span
from sayso.data.position import Party, Position
from sayso.data.statement import Statement, Where
from sayso.lexicon.english import BODY_NOUNS, ORGANISATION_NOUNS, PEOPLE, PERSONS, ROLES, STOP, UNNAMED, words
from sayso.stance.finder import Found, found_in
from sayso.stance.phrases import DETERMINERS, Range, bare, is_name
from sayso.text.doc import Doc, Word

_SPEAKER = words("i we he she they")
_NOBODY = words("it this that there who what which you one some many others everyone nobody people these those")


def positions(
    article: Article, doc: Doc, statements: Sequence[Statement], actors: Sequence[Actor]
) -> tuple[Position, ...]:
    """The positions of an article in the order of their evidence; spans point into the text that `where` names."""
    named = _Names(actors)
    found: list[Position] = []
    told = [(n, one) for n, one in enumerate(statements) if one.where != "related"]
    for kind, text_doc, start, end in _sentences(article, doc):
        found += _in_sentence(text_doc, start, end, kind, None, told, named)
    for number, story in enumerate(article.related):
        if story.title:
            own = [(n, one) for n, one in enumerate(statements) if one.story == number]
            found += _in_sentence(Doc(story.title), 0, len(story.title), "related", number, own, named)
    return tuple(dict.fromkeys(found))


def _sentences(article: Article, doc: Doc) -> Iterator[tuple[Where, Doc, int, int]]:
    for start, end in zip(doc.sentences.starts, doc.sentences.ends, strict=True):
        yield ("title" if doc.kind_at(start) == "title" else "body"), doc, start, end


@dataclass(frozen=True)
class _Names:
    """Whom words name, by the mentions of the article and by name."""

    actors: Sequence[Actor]

    def party(self, text: str, some: Sequence[Word]) -> Party:
        """The words as a party: the actor whom they name whole, titles, articles and an 's aside."""
        kept = list(some)
        while len(kept) > 1 and bare(kept[0]) in DETERMINERS:
            kept = kept[1:]
        start, end = kept[0].start, kept[-1].end
        surface = text[start:end].rstrip(".,;:!?’'\"”")
        surface = surface.removesuffix("’s").removesuffix("'s").rstrip("’'")
        span = Span(start, start + len(surface), surface)
        for actor in self.actors:
            if any(name.casefold() == surface.casefold() for name in (actor.name, *actor.names)):
                return Party(span, actor.name, actor.id)
        owner = next((a for a in self.actors for m in a.mentions if m.end == span.end and m.start > span.start), None)
        if (
            owner
            and owner.type == "person"
            and all(bare(w) not in ("of", "and", "’s") and not w.text.endswith(("’s", "'s")) for w in kept[:-1])
        ):
            return Party(span, owner.name, owner.id)
        return Party(span, surface)


def _in_sentence(
    doc: Doc,
    start: int,
    end: int,
    where: Where,
    story: int | None,
    told: Sequence[tuple[int, Statement]],
    named: _Names,
) -> Iterator[Position]:
    sentence = doc.words_in(start, end)
    for found in found_in(doc.text, sentence):
        if position := _position(doc.text, sentence, found, where, story, told, named):
            yield position


def _position(
    text: str,
    sentence: Sequence[Word],
    found: Found,
    where: Where,
    story: int | None,
    told: Sequence[tuple[int, Statement]],
    named: _Names,
) -> Position | None:
    evidence = _span(text, sentence, found.evidence)
    number, statement = _statement_at(evidence, told)
    speaker = statement.speaker if statement else None
    holder = _holder(text, sentence, found, statement, named)
    if holder is None:
        return None
    target_words = sentence[slice(*found.target)]
    if all(bare(word) in _NOBODY | _SPEAKER | DETERMINERS for word in target_words):
        return None
    target = named.party(text, target_words)
    teller = named.party(text, sentence[slice(*found.teller)]) if found.teller else None
    if teller is None and speaker and statement and holder.actor != speaker.actor:
        teller = Party(
            statement.attribution.source[0] if statement.attribution.source else evidence, speaker.name, speaker.actor
        )
    if target.name == holder.name:
        return None
    return Position(
        holder,
        target,
        found.polarity,
        found.relation,
        (evidence,),
        where,
        story,
        number,
        teller,
        found.negated,
        found.hypothetical,
        found.past,
        found.mutual,
        statement.said_on if statement else None,
    )


def _holder(
    text: str, sentence: Sequence[Word], found: Found, statement: Statement | None, named: _Names
) -> Party | None:
    """The party that holds it: words of the text, or the speaker in whose words it stands."""
    some = sentence[slice(*found.holder)] if found.holder else ()
    is_own = found.holder is None or all(bare(word) in _SPEAKER for word in some)
    if is_own:
        if statement is None or statement.speaker is None:
            return None
        source = statement.attribution.source
        span = source[0] if source else statement.attribution.content[0]
        return Party(span, statement.speaker.name, statement.speaker.actor)
    if all(bare(word) in _NOBODY | _SPEAKER | DETERMINERS for word in some) or bare(some[0]) in _SPEAKER | _NOBODY:
        return None
    party = named.party(text, some)
    return party if party.actor or _can_hold(some) else None


def _can_hold(some: Sequence[Word]) -> bool:
    """Whether a phrase names or describes somebody who can take a stance: a name in it, a body, people."""
    if any(is_name(word) for word in some[1:]) or (is_name(some[0]) and some[0].text[1:2].isupper()):
        return True
    heads = {bare(word).removesuffix("s") for word in some} | {bare(word) for word in some}
    return bool(heads & (PEOPLE | PERSONS | ORGANISATION_NOUNS | BODY_NOUNS | ROLES | UNNAMED)) or (
        len(some) == 1 and is_name(some[0]) and bare(some[0]) not in STOP and not bare(some[0]).endswith("ing")
    )


def _statement_at(evidence: Span, told: Sequence[tuple[int, Statement]]) -> tuple[int | None, Statement | None]:
    """The innermost statement in whose content the evidence stands."""
    within = [
        (n, one)
        for n, one in told
        if any(c.start <= evidence.start and evidence.end <= c.end for c in one.attribution.content)
    ]
    return min(
        within, key=lambda found: sum(c.end - c.start for c in found[1].attribution.content), default=(None, None)
    )


def _span(text: str, sentence: Sequence[Word], places: Range) -> Span:
    start, end = sentence[places[0]].start, sentence[places[1] - 1].end
    surface = text[start:end].rstrip(".,;:!?’'\"”")
    return Span(start, start + len(surface), surface)
