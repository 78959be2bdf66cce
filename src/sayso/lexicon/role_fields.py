"""The walks of life that words of a role belong to: a senator is in politics, a striker in sport.

Data, not rules: two roles in fields that nobody crosses speak against one bearer. A word that many fields share
("director", "head") is in none.
"""

from typing import Final

from sayso.lexicon.english import words

FIELDS: Final[dict[str, frozenset[str]]] = {
    "politics": words(
        """
        senator representative congressman congresswoman lawmaker legislator parliamentarian mp mep minister premier
        mayor councillor councilman councilwoman alderman politician candidate nominee ambassador diplomat envoy
        undersecretary democrat republican parliament party government ministry senate congress assembly council
        foreign cabinet gubernatorial presidential prime city-council legislature whip backbencher policy governor
        """
    ),
    "law": words(
        """
        judge justice attorney lawyer barrister solicitor prosecutor jurist counsel court magistrate public-defender
        notary defence-lawyer defense-lawyer litigator paralegal
        """
    ),
    "force": words(
        """
        general colonel major captain sergeant corporal private lieutenant admiral commander brigadier marshal soldier
        policeman policewoman police sheriff constable detective superintendent inspector officer army navy troops
        firefighter ranger guard military constabulary
        """
    ),
    "sport": words(
        """
        athlete player striker midfielder defender goalkeeper winger coach footballer cricketer batsman bowler jockey
        golfer boxer sprinter runner swimmer cyclist rower skier skater quarterback pitcher referee umpire champion
        sailor gymnast wrestler football baseball basketball rugby cricket tennis hockey club rovers united olympic
        olympian racing-driver marathon goalie fullback hooker forward teammate
        """
    ),
    "arts": words(
        """
        actor actress artist author novelist poet playwright painter sculptor composer conductor musician singer
        songwriter guitarist bassist drummer pianist violinist cellist soprano tenor rapper filmmaker screenwriter
        choreographer dancer photographer comedian designer illustrator theatre orchestra museum gallery film
        frontman curator potter ballet band album organist choirmaster flautist trumpeter harpist
        """
    ),
    "business": words(
        """
        banker businessman businesswoman businessperson entrepreneur executive ceo cfo coo financier investor tycoon
        mogul trader broker accountant company firm bank retailer shopkeeper managing sales hotelier restaurateur
        developer landlord corporation
        """
    ),
    "learning": words(
        """
        professor academic scientist researcher physicist chemist biologist geologist historian economist
        archaeologist anthropologist sociologist mathematician astronomer ecologist hydrologist seismologist
        climatologist meteorologist volcanologist philosopher scholar lecturer rector provost university college
        institute virologist epidemiologist statistician zoologist botanist linguist glaciologist oceanographer
        demographer psychologist neurologist science
        """
    ),
    "medicine": words(
        """
        doctor surgeon physician nurse psychiatrist pathologist paediatrician pediatrician cardiologist oncologist
        midwife paramedic dentist pharmacist hospital clinic medical coroner anaesthetist therapist medic
        """
    ),
    "school": words("teacher headteacher headmaster headmistress pupil schoolgirl schoolboy school student"),
    "media": words(
        """
        journalist reporter correspondent editor columnist broadcaster presenter anchor commentator blogger
        newspaper radio television podcast publisher
        """
    ),
    "faith": words(
        """
        bishop archbishop cardinal pope priest pastor vicar reverend rabbi imam ayatollah mullah monk nun chaplain
        church cathedral mosque parish cleric
        """
    ),
    "trades": words(
        """
        farmer fisherman carpenter electrician plumber mechanic builder driver pilot baker butcher chef gardener
        miner janitor plasterer beekeeper winemaker shepherd trucker postman
        """
    ),
    "crime": words("suspect defendant convict burglar robber fugitive gunman inmate killer smuggler"),
}

_PATHS: Final = """
    politics law, politics business, politics force, politics media, politics learning, politics school, law learning,
    learning medicine, learning school, learning business, arts media, sport media, arts learning, sport business,
    business trades, crime trades, crime business, crime politics, medicine force, arts business
"""
CROSSED: Final = frozenset(frozenset(pair.split()) for pair in _PATHS.split(","))
"""Pairs of fields between which people move, so that neither speaks against the other."""

_FIELD_OF: Final = {word: field for field, members in FIELDS.items() for word in members}


def field_of(word: str) -> str | None:
    """The field that a folded word of a role belongs to.

    >>> field_of("striker"), field_of("director")
    ('sport', None)
    """
    return _FIELD_OF.get(word)


def apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether nobody is likely to be in one of `some` fields and in one of `others`."""
    pairs = [frozenset((one, other)) for one in some for other in others]
    return bool(pairs) and all(len(pair) == 2 and pair not in CROSSED for pair in pairs)
