"""Who stands where: statements and deeds in, positions out (holder → target, side, evidence). Rules over words.

A position is looked for in every sentence of the body, in the title and in the titles of other stories that the page
lists. What stands in a statement's content is its speaker's, or somebody else's according to him.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sayso.data.actor import Actor
from sayso.data.article import Article, Span
from sayso.data.position import Party, Position
from sayso.data.statement import Statement, Where
from sayso.lexicon.english import BODY_NOUNS, ORGANISATION_NOUNS, words
from sayso.stance.clauses import main_subject
from sayso.stance.finder import found_in
from sayso.stance.found import Found
from sayso.stance.parties import HELD, HOLDING, OWN, Parties, can_hold, is_routine, says_nothing, span_of
from sayso.stance.phrases import before
from sayso.stance.sentence import Range, Sentence, bare, is_name
from sayso.text.doc import Doc, Word

CONFIDENCE: Final = 0.75
"""How many of the positions found are right, on passages set aside and on pages read by eye: the same for all."""

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
    last: Sentence | None = None
    for start, end in zip(doc.sentences.starts, doc.sentences.ends, strict=True):
        where: Where = "title" if doc.kind_at(start) == "title" else "body"
        sentence = Sentence.of(doc.text, doc.words_in(start, end))
        found += _Passage(sentence, where, None, own, parties, last).positions()
        last = sentence if where == "body" else None
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
    last: Sentence | None = None
    """The sentence before, of which "it" may tell more."""

    def positions(self) -> Iterator[Position]:
        for found in found_in(self.sentence):
            number, statement = self._statement_at(self._span(found.evidence))
            holder = self._holder(found, statement)
            target = self._target(found)
            if holder and target and target.name != holder.name and self._takes_a_side(found, holder, target):
                yield self._position(found, holder, target, number, statement)

    def _takes_a_side(self, found: Found, holder: Party, target: Party) -> bool:
        """Whether it is more than a liking for a thing, or the daily work of the police."""
        if found.holder and found.relation == "coerce":
            words = self.sentence.words
            return not is_routine(words[slice(*found.holder)], words[slice(*found.target)])
        if found.relation == "cooperate" and self.parties.type_of(target) == "organisation":
            # Who works with a firm does business.
            return self.parties.type_of(holder) in ("country", "group")
        return not found.mild or target.actor is not None

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
        if len(phrase) == 1 and bare(phrase[0]) in HOLDING | {"it"}:
            known = self._who(phrase[0], None if found.relation in _OF_FORCE else statement)
            return known or (self._told_before(phrase[0]) if statement is None else None)
        if says_nothing(phrase):
            return None
        party = self.parties.of(self.sentence.text, phrase)
        opens = self.where == "body" and found.holder is not None and found.holder[0] == 0
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

    def _told_before(self, pronoun: Word) -> Party | None:
        """Whom "it" or "they" at a sentence's beginning mean: the body, or the several, that the last is about.

        In a headline "he" is whom it begins with: "Ruiz blasts the levy; he backs Holt".
        """
        subjects = _SUBJECTS if self.where == "body" else {**_SUBJECTS, "he": _is_person, "she": _is_person}
        wanted, place = subjects.get(bare(pronoun)), self.sentence.words.index(pronoun)
        told = self.sentence if place else self.last
        if wanted is None or told is None:
            return None
        is_far = place > 0 and self.where != "body"
        subject = main_subject(told) if is_far or not place else _joined_before(told, place)
        phrase = told.words[slice(*subject)] if subject else ()
        party = self.parties.of(told.text, phrase) if phrase and can_hold(phrase) else None
        return party if party and wanted(self.parties, party, phrase) else None

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


def _joined_before(sentence: Sentence, place: int) -> Range | None:
    """Who stands before the word that joins a pronoun's clause: "praised the miners after they struck"."""
    return before(sentence, place - 1) if sentence.plain[place - 1] in _JOINING else None


_JOINING: Final = words("after because when as since while if before until")


def _is_body(parties: Parties, party: Party, phrase: Sequence[Word]) -> bool:
    kind = parties.type_of(party)
    return kind != "person" if kind else bare(phrase[-1]) in BODY_NOUNS | ORGANISATION_NOUNS


def _is_person(parties: Parties, party: Party, phrase: Sequence[Word]) -> bool:
    return parties.type_of(party) == "person"


def _are_several(parties: Parties, party: Party, phrase: Sequence[Word]) -> bool:
    return party.actor is None and bare(phrase[-1]).endswith("s") and not is_name(phrase[-1])


_SUBJECTS: Final[Mapping[str, Callable[[Parties, Party, Sequence[Word]], bool]]] = MappingProxyType(
    {"it": _is_body, "they": _are_several}
)


def _speaker_of(statement: Statement | None) -> Party | None:
    if statement is None or statement.speaker is None:
        return None
    said = statement.attribution
    if not statement.speaker.named and not can_hold(Doc(statement.speaker.name).words):
        return None
    return Party((said.source or said.content)[0], statement.speaker.name, statement.speaker.actor)
