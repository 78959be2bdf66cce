"""The cast of an article: who is behind each name, told by (type, number), and where they are named."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sayso.coreference.body_clusters import Bodies
from sayso.coreference.gender import genders_of
from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.person_clusters import YOUNGER, People
from sayso.coreference.person_name import Name, gender_of_given_name
from sayso.coreference.role_phrases import around
from sayso.data.actor import ActorType
from sayso.lexicon.countries import country_meant
from sayso.lexicon.english import COURTESIES, REGNAL, STOP, TITLES, Gender
from sayso.text.doc import Doc
from sayso.text.normalise import WORD, slug

_NEARBY_BLOCKS: Final = 2
_ESTABLISHED: Final = 2
_OFTEN: Final = 3
_WORD_BEFORE: Final = 20
_BRACKET: Final = re.compile(r" \(([^()\n]{1,40})\)")
_GENERATIONS: Final = {"elder": False, "older": False, "old": False, "younger": True, "young": True}

Key = tuple[ActorType, int]


@dataclass(frozen=True, slots=True)
class Reference:
    """A name at its place and whom it means: `actor`, or None with the `candidates` when two are possible."""

    name: Name
    actor: Key | None
    candidates: tuple[Key, ...]


class Cast:
    """Everybody named in the article or in the headlines that it lists."""

    def __init__(
        self,
        names: Sequence[Placed],
        acronyms: Iterable[tuple[Name, Name]] = (),
        genders: Mapping[tuple[str, ...], Gender] = MappingProxyType({}),
        aliases: Iterable[tuple[Name, Name]] = (),
        alone: frozenset[str] = frozenset(),
    ) -> None:
        by_type: defaultdict[ActorType, list[Name]] = defaultdict(list)
        for placed in names:
            by_type[placed.type].append(placed.name)
        self.people = People(by_type["person"], genders, aliases)
        self._bodies: dict[ActorType, Bodies] = {
            "organisation": Bodies(by_type["organisation"], acronyms, alone),
            "country": Bodies(by_type["country"]),
            "group": Bodies(by_type["group"]),
        }

    def find(self, name: Name, type_: ActorType) -> tuple[Key, ...]:
        """Whom a name of this type can mean."""
        found = self.people.find(name) if type_ == "person" else self._bodies[type_].find(name)
        return tuple((type_, number) for number in found)

    def beside(self, name: Name) -> Key:
        """The person whom a name in full from outside of the text means."""
        return "person", self.people.beside(name)

    def everybody(self) -> list[Key]:
        persons: list[Key] = [("person", number) for number in range(len(self.people.forms))]
        return persons + [(type_, n) for type_, bodies in self._bodies.items() for n in range(len(bodies.forms))]

    def forms(self, key: Key) -> list[Name]:
        type_, number = key
        return self.people.forms[number] if type_ == "person" else self._bodies[type_].forms[number]

    def only_called(self, key: Key, name: Name) -> bool:
        """Whether this actor has no fuller name than that."""
        return all(form.words == name.words for form in self.forms(key))

    def name(self, key: Key, uses: Counter[str] | None = None) -> str:
        """The fullest name; of two as full the one used more, then the earlier.

        A body is not called by a longer name that comes up once, after the one by which the text knows it.
        """
        uses = uses or Counter()
        forms = self.forms(key)
        if key[0] == "country" and (short := country_meant(forms[0].text)):
            return short
        if key[0] == "person":
            forms = [form for form in forms if form.words not in self.people.aliases] or forms
        else:
            forms = [form for form in forms if not _is_late(form, forms, uses)]
        best = min(forms, key=lambda form: (-len(form.words), -uses[form.text], form.start, form.text))
        return self._as_spouse(key, best) or _with_regnal_title(best, forms)

    def _as_spouse(self, key: Key, best: Name) -> str | None:
        """ "Mrs. John Doe", whether or not John Doe comes up; "Lady Doe", where Sir John Doe does.

        "Mr. Doe" and "Mrs. Doe", of whom the text has no more.
        """
        if key[0] != "person" or best.gender is None:
            return None
        others = [form for number, forms in enumerate(self.people.forms) if number != key[1] for form in forms]
        is_one_word, is_hers = len(best.words) == 1, best.gender == "woman"
        pair = is_one_word and any(form.words == best.words for form in others)
        alone = is_hers and is_one_word and any(form.words[-1:] == best.words for form in others)
        by_his_name = is_hers and gender_of_given_name(best) == "man"
        namesake = is_hers and not is_one_word and any(form.words == best.words for form in others)
        shared = pair or alone or by_his_name or namesake
        return f"{best.titles[0]} {best.text}" if shared else None


def _is_late(form: Name, forms: Sequence[Name], uses: Counter[str]) -> bool:
    """Whether a name is another and a word before it: "One Orlo Depot", once, after "Orlo Depot" had come up often."""
    return any(
        form.words[-len(shorter.words) :] == shorter.words
        and 1 < len(shorter.words) < len(form.words)
        and shorter.start < form.start
        and uses[shorter.text] >= _OFTEN * uses[form.text]
        for shorter in forms
    )


def actor_id(type_: ActorType, name: str) -> str:
    """An id that is the same wherever the same name is read: "person:ali-akbar-velayati"."""
    return f"{type_}:{slug(name) or name}"


def identify(doc: Doc, cast: Cast, placed: Sequence[Placed]) -> list[Reference]:
    """Say of every name whom it means, reading from the beginning as the reader does."""
    persons = ((p.name, cast.find(p.name, p.type)) for p in placed if p.type == "person")
    genders = genders_of(doc, ((name, found[0]) for name, found in persons if len(found) == 1))
    introductions: defaultdict[Key, list[int]] = defaultdict(list)
    uses: defaultdict[tuple[str, ...], dict[Key, list[int]]] = defaultdict(dict)
    beside = {p.name.start: _words_beside(doc, p.name) for p in placed if p.type == "person"}
    references: list[Reference] = []
    for mention in placed:
        name, candidates = mention.name, cast.find(mention.name, mention.type)
        actor = candidates[0] if len(candidates) == 1 else None
        if len(candidates) > 1:
            told = _of_generation(doc, cast, name, candidates) or _of_that_title(cast, name, candidates, genders)
            told = told or _of_a_couple(cast, name, candidates) or _called_so(name, candidates, references, beside)
            actor = told or _introduced(cast, doc, name, candidates, introductions, uses[name.words])
            if actor is not None:
                uses[name.words].setdefault(actor, []).append(name.start)
        elif actor is not None:
            introductions[actor].append(name.start)
        references.append(Reference(name, actor, candidates))
    return references


def _words_beside(doc: Doc, name: Name) -> frozenset[str]:
    """What stands beside a name in brackets or as a role: "(Labour)", "the Labour member"."""
    bracket = _BRACKET.match(doc.text, name.end)
    said = [role.text for role in around(doc, name)] + ([bracket[1]] if bracket else [])
    return frozenset(word.casefold() for text in said for word in WORD.findall(text)) - STOP


def _called_so(
    name: Name, candidates: Sequence[Key], before: Sequence[Reference], beside: Mapping[int, frozenset[str]]
) -> Key | None:
    """Of two Does the one beside whose name in full the text has told what stands beside this one."""
    told: defaultdict[Key, set[str]] = defaultdict(set)
    for reference in before:
        if reference.actor in candidates and reference.actor is not None:
            told[reference.actor] |= beside.get(reference.name.start, frozenset())
    fitting = [key for key in candidates if beside.get(name.start, frozenset()) & told[key]]
    return fitting[0] if len(fitting) == 1 else None


def _titled_alike(name: Name, form: Name) -> bool:
    some, other = ({TITLES.get(title.rstrip(".").casefold(), "") for title in one.titles} for one in (name, form))
    return len(form.words) > 1 and bool((some & other) - COURTESIES - {""})


def _of_generation(doc: Doc, cast: Cast, name: Name, candidates: Sequence[Key]) -> Key | None:
    """ "The elder Doe" is the one who is no Jr., the namesake of him who is, and no other Doe."""
    before = doc.words_in(max(0, name.start - _WORD_BEFORE), name.start)[-1:]
    said = _GENERATIONS.get(before[0].text.casefold()) if before else None
    younger = [key for key in candidates if any(form.generation in YOUNGER for form in cast.forms(key))]
    if said is None or said:
        return younger[0] if said and len(younger) == 1 else None
    namesakes = {form.words for key in younger for form in cast.forms(key) if len(form.words) > 1}
    elder = [key for key in candidates if key not in younger and any(f.words in namesakes for f in cast.forms(key))]
    return elder[0] if len(elder) == 1 else None


def _of_that_title(cast: Cast, name: Name, candidates: Sequence[Key], genders: Mapping[Key, Gender]) -> Key | None:
    """Take "Mrs Smith" for the one Smith who is called a woman, or who is left when the others are men.

    So is "Dr Smith" the one Smith who is a doctor.
    """
    if name.gender is None:
        bearing = [key for key in candidates if any(_titled_alike(name, form) for form in cast.forms(key))]
        return bearing[0] if len(bearing) == 1 else None
    possible = [key for key in candidates if genders.get(key, name.gender) == name.gender]
    certain = [key for key in possible if key in genders]
    if len(certain) == 1 or len(possible) == 1:
        return (certain or possible)[0]
    plain = [key for key in possible if not any(_ranks(form) for form in cast.forms(key))]
    return plain[0] if len(plain) == 1 and name.has_courtesy and not _ranks(name) else None


def _of_a_couple(cast: Cast, name: Name, candidates: Sequence[Key]) -> Key | None:
    """The husband, where one name is his and "Mrs. John Doe" his wife's: a bare "Doe" is not she."""
    if name.titles or len(name.words) > 1 or len(candidates) != 2:
        return None
    hers = [key for key in candidates if all(form.gender == "woman" for form in cast.forms(key) if len(form.words) > 1)]
    full = [{form.words for form in cast.forms(key) if len(form.words) > 1} for key in candidates]
    return next(key for key in candidates if key not in hers) if len(hers) == 1 and full[0] & full[1] else None


def _ranks(form: Name) -> set[str]:
    """The titles before a name that say more than man or woman: "Dr", "Senator"."""
    return {TITLES.get(title.rstrip(".").casefold(), "") for title in form.titles} - COURTESIES - {""}


def _introduced(
    cast: Cast,
    doc: Doc,
    name: Name,
    candidates: Sequence[Key],
    introductions: dict[Key, list[int]],
    uses: dict[Key, list[int]],
) -> Key | None:
    """The one whom the reader has met: alone so far, alone of late, or long since called so with no rival about.

    Who has long been called so stays the one where another comes in beside him under his full name alone.
    """
    met = [key for key in candidates if introductions.get(key)]
    if len(met) == 1:
        return met[0]
    if not met:
        return next((key for key in candidates if cast.only_called(key, name)), None)
    late = [k for k in met if doc.distance(introductions[k][-1], name.start) <= _NEARBY_BLOCKS]
    known, places = next(iter(uses.items())) if len(uses) == 1 else (None, [])
    others = [key for key in late if key != known]
    if len(others) == 1 and _is_beside(doc, introductions[others[0]], places):
        return known
    if len(late) == 1:
        return late[0]
    return known if not late and len(places) >= _ESTABLISHED else None


def _is_beside(doc: Doc, introduced: Sequence[int], places: Sequence[int]) -> bool:
    """Whether one who comes in for the first time does so in a sentence that calls another by their name alone."""
    start, end = doc.sentence_at(introduced[0])
    return len(introduced) == 1 and len(places) >= _ESTABLISHED and any(start <= place < end for place in places)


def _with_regnal_title(best: Name, forms: Iterable[Name]) -> str:
    """Keep the title that completes a single name: "Pope Francis"."""
    titles = [t for form in forms if form.words == best.words for t in form.titles if t.casefold() in REGNAL]
    return f"{titles[0]} {best.text}" if titles and len(best.words) == 1 else best.text
