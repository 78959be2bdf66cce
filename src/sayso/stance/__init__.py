"""Who stands where: statements and deeds in, positions out (holder → target, side, evidence). Rules over words.

A position is looked for in every sentence of the body, in the title and in the titles of other stories that the page
lists. What stands in a statement's content is its speaker's, or somebody else's according to him.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.data.actor import Actor
from sayso.data.article import Article, Span
from sayso.data.position import Party, Position
from sayso.data.statement import Statement, Where
from sayso.stance.finder import found_in
from sayso.stance.found import Found
from sayso.stance.parties import HELD, HOLDING, OWN, Parties, can_hold, says_nothing, span_of
from sayso.stance.phrases import Range, Sentence, bare
from sayso.text.doc import Doc, Word

CONFIDENCE: Final = 0.6
"""How many of the positions found are right, on the passages that rules may be tuned by: the same for all."""

_OF_FORCE: Final = frozenset({"assault", "coerce", "sanction", "threaten"})
"""Of whoever is told to have done these, "he" is no guess: he is known, or nobody."""

Numbered = tuple[int, Statement]


def positions(
    article: Article,
    doc: Doc,
    statements: Sequence[Statement],
    actors: Sequence[Actor],
    meant: Callable[[Span], str | None] = lambda pronoun: None,
) -> tuple[Position, ...]:
    """The positions of an article in the order of their evidence; spans point into the text that `where` names.

    `meant` tells the id of the actor whom a pronoun of the article's text means, or None.
    """
    parties = Parties(actors, meant)
    numbered = list(enumerate(statements))
    own = [(n, one) for n, one in numbered if one.where != "related"]
    found: list[Position] = []
    for start, end in zip(doc.sentences.starts, doc.sentences.ends, strict=True):
        where: Where = "title" if doc.kind_at(start) == "title" else "body"
        found += _Passage(Sentence.of(doc.text, doc.words_in(start, end)), where, None, own, parties).positions()
    for number, story in enumerate(article.related):
        if story.title:
            told = [(n, one) for n, one in numbered if one.story == number]
            sentence = Sentence.of(story.title, Doc(story.title).words)
            found += _Passage(sentence, "related", number, told, parties).positions()
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class _Passage:
    """A sentence with the statements that may hold it, each with its number among the article's."""

    sentence: Sentence
    where: Where
    story: int | None
    statements: Sequence[Numbered]
    parties: Parties

    def positions(self) -> Iterator[Position]:
        for found in found_in(self.sentence):
            number, statement = self._statement_at(self._span(found.evidence))
            holder = self._holder(found, statement)
            target = self._target(found)
            if holder and target and target.name != holder.name:
                yield self._position(found, holder, target, number, statement)

    def _position(
        self, found: Found, holder: Party, target: Party, number: int | None, statement: Statement | None
    ) -> Position:
        return Position(
            holder,
            target,
            found.polarity,
            found.relation,
            (self._span(found.evidence),),
            self.where,
            self.story,
            number,
            self._teller(found, holder, statement),
            found.negated,
            found.hypothetical,
            found.past,
            found.mutual,
            statement.said_on if statement else None,
            CONFIDENCE,
        )

    def _statement_at(self, evidence: Span) -> tuple[int | None, Statement | None]:
        """The innermost statement in whose content the evidence stands."""
        within = [
            (sum(c.end - c.start for c in one.attribution.content), n, one)
            for n, one in self.statements
            if any(c.start <= evidence.start and evidence.end <= c.end for c in one.attribution.content)
        ]
        return min(within, key=lambda found: found[:2])[1:] if within else (None, None)

    def _holder(self, found: Found, statement: Statement | None) -> Party | None:
        """The party that holds it: words of the text, or the speaker in whose words it stands."""
        phrase = self.sentence.words[slice(*found.holder)] if found.holder else ()
        if all(bare(word) in OWN for word in phrase):
            return _speaker_of(statement)
        if len(phrase) == 1 and bare(phrase[0]) in HOLDING:
            return self._who(phrase[0], None if found.relation in _OF_FORCE else statement)
        if says_nothing(phrase):
            return None
        party = self.parties.of(self.sentence.text, phrase)
        opens = self.where == "body" and found.holder is not None and found.holder[1] == 1
        return party if party.actor or can_hold(phrase, opens=opens) else None

    def _who(self, pronoun: Word, statement: Statement | None) -> Party | None:
        """Whom "he" means: in words that are told indirectly most often the one who says them."""
        if known := None if self.where == "related" else self.parties.behind(pronoun):
            return known
        if statement is None or statement.speaker is None or bare(pronoun) not in ("he", "she"):
            return None
        is_told = statement.attribution.kind in ("indirect", "headline")
        begins = statement.attribution.content[0].start
        is_first = self.sentence.text[begins : pronoun.start].strip() in ("", "that")
        return _speaker_of(statement) if is_told and (statement.speaker.named or is_first) else None

    def _target(self, found: Found) -> Party | None:
        phrase = self.sentence.words[slice(*found.target)]
        if len(phrase) == 1 and bare(phrase[0]) in HELD and self.where != "related":
            return self.parties.behind(phrase[0])
        return None if says_nothing(phrase) else self.parties.of(self.sentence.text, phrase)

    def _teller(self, found: Found, holder: Party, statement: Statement | None) -> Party | None:
        """Who says that the holder holds it, where that is somebody else."""
        if found.teller:
            return self.parties.of(self.sentence.text, self.sentence.words[slice(*found.teller)])
        speaker = _speaker_of(statement)
        return speaker if speaker and speaker.actor != holder.actor else None

    def _span(self, places: Range) -> Span:
        return span_of(self.sentence.text, self.sentence.words[slice(*places)])


def _speaker_of(statement: Statement | None) -> Party | None:
    if statement is None or statement.speaker is None:
        return None
    said = statement.attribution
    return Party((said.source or said.content)[0], statement.speaker.name, statement.speaker.actor)
