"""Who occurs in an article: people, their relations, countries, and those who are only described."""

from dataclasses import dataclass

HIM = {"she": "her", "he": "him", "it": "it", "they": "them"}
HER = {"she": "her", "he": "his", "it": "its", "they": "their"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody whom a pronoun can stand for."""

    she: str

    @property
    def She(self) -> str:
        return self.she.capitalize()

    @property
    def him(self) -> str:
        return HIM[self.she]

    @property
    def her(self) -> str:
        return HER[self.she]

    @property
    def Her(self) -> str:
        return self.her.capitalize()


@dataclass(frozen=True, slots=True)
class Person(Spoken):
    """A person with a name, an office that goes before it and a clause that goes after it."""

    given: str
    last: str
    office: str
    apposition: str
    rank: str

    def __str__(self) -> str:
        return f"{self.given} {self.last}"

    @property
    def key(self) -> str:
        """The word by which the person is known again: "Berg" of "Rosa van den Berg"."""
        return self.last.split()[-1]

    @property
    def Office(self) -> str:
        return self.office[0].upper() + self.office[1:]


@dataclass(frozen=True, slots=True)
class Relation(Spoken):
    """What somebody is to another ("mother", "spokesman"), and the name that this one may be given."""

    noun: str
    name: Person

    def __str__(self) -> str:
        return self.noun

    @property
    def key(self) -> str:
        return self.name.key


@dataclass(frozen=True, slots=True)
class Land:
    """A country and the word for what is its own: Spain, Spanish."""

    name: str
    dem: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Described(Spoken):
    """A source without a name, as the text has it and by the words that must not be missing: "a farmer", "farmer"."""

    text: str
    head: str

    @property
    def Text(self) -> str:
        return self.text[0].upper() + self.text[1:]
