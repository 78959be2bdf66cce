"""The words that bylines are made of beside names: what leads in, what people are, who the wires are."""

# "By", "Analysis by", "Geschrieben von": what stands before the names
BY = frozenset(("by", "von", "vom", "par", "por", "di", "da", "av", "af", "door"))
_LEAD_INS = (
    "analysis story stories text texts words report reported reporting written posted published post contributed "
    "interview review opinion commentary column article blog blogpost created "
    "submitted compiled edited ein eine geschrieben verfasst veröffentlicht eingestellt erstellt beitrag gastbeitrag "
    "guest essay feature exclusive special "
    "kommentar bericht artikel interview text autor gepostet publié écrit propos recueillis escrito publicado scritto"
)
LEAD_INS = frozenset(_LEAD_INS.split())
# "Author: Jane Doe", "Redaktion: Jane Doe": these need no "by", but a colon
_LABELS = (
    "author authors autor autorin autoren auteur auteurs autore words text texts story redaktion writer by von par "
    "analysis analyse comment opinion interview report bericht kommentar reportage fotos photos bilder"
)
LABELS = frozenset(_LABELS.split()) | {"责任编辑", "作者", "记者"}

# What people are, and the words beside it: a part of a byline made of these alone names nobody
_ROLES = (
    "staff writer writers reporter reporters correspondent correspondents editor editors "
    "editor-at-large editor-in-chief agency agencies press news desk service services team newsroom newspaper "
    "associated times post bureau chief senior "
    "junior political foreign diplomatic national international transport health science education economics business "
    "sports sport crime legal climate environment defence defense white house washington special "
    "contributing contributor "
    "contributors columnist columnists analyst producer producers photographer freelance journalist journalists anchor "
    "host deputy managing executive assistant associate digital online investigative local city regional world general "
    "assignment political affairs report reports wire wires and the for of our from at redaktion redakteur redakteurin "
    "autor autorin korrespondent volontär author authors guest gastautor gastautorin media editorial board tv radio"
)
ROLE_WORDS = frozenset(_ROLES.split())
# A name has none of these; "House" or "Post" may be a surname, so that only whole parts are held against ROLE_WORDS
_NEVER = (
    "staff writer reporter reporters correspondent editor editors editor-at-large "
    "editor-in-chief agency agencies press news desk service team newsroom "
    "newspaper associated bureau chief senior ministry minister department office council committee government "
    "university institute association comments comment share shares read more follow subscribe newsletter related "
    "correspondents writers journalists columnists producers contributors analysts photographers "
    "posted updated published photo photos image video copyright minutes edition "
    "daily weekly mail times herald tribune gazette chronicle magazine telegraph journal observer network "
    "reuters afp tv marketing group company admin redaktion gesponserte inhalte"
)
NO_NAME = frozenset(_NEVER.split())
# What may stand beside a name without a comma: "Reporter Jane Doe", "Jane Doe Staff Writer"
_OFFICES = (
    "staff writer reporter correspondent editor columnist contributor producer analyst redakteur redakteurin "
    "rechtsanwalt rechtsanwältin journalist"
)
OFFICES = frozenset(_OFFICES.split())
PARTICLES = frozenset(
    (
        "al",
        "el",
        "bin",
        "ibn",
        "van",
        "der",
        "den",
        "ter",
        "de",
        "la",
        "le",
        "da",
        "dos",
        "das",
        "du",
        "von",
        "zu",
        "di",
        "y",
        "e",
    )
)
# Who is written about, and does not write
_BODIES = "ministry ministerium ministère minister government council committee parliament police court"
BODIES = frozenset(_BODIES.split())
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
DEGREES = frozenset(("phd", "ph.d.", "ph.d", "md", "m.d.", "ma", "m.a.", "msc", "mph", "rn", "esq", "esq."))

# A wire's names, in letters as small as they come, and what it is called here
WIRES = {
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "upi": "UPI",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "dpa": "dpa",
    "apa": "APA",
    "ansa": "ANSA",
    "efe": "EFE",
    "irna": "IRNA",
    "kuna": "KUNA",
    "pti": "PTI",
    "ani": "ANI",
    "aap": "AAP",
    "pa media": "PA Media",
    "press association": "PA Media",
    "bloomberg": "Bloomberg",
    "kyodo": "Kyodo",
    "interfax": "Interfax",
    "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press",
}
