"""The words that attribute, as data: each reporting verb with the act that it reports, and its forms.

`SAID`, `THOUGHT` and `WANTED` are what an editor edits, grouped by meaning much as VerbNet groups them. Every
form is made from them by `inflection.py`: `lemmas_of("vowed")` knows "vow" without "vowed" being written anywhere.
A demand is speech: "demanded" is `said`, "wanted" is `wanted`.
"""

from types import MappingProxyType
from typing import NamedTuple

from sayso.data.statement import Act
from sayso.lexicon.english import words
from sayso.lexicon.inflection import Form, inflections


class Inflected(NamedTuple):
    """One reading of a word: the verb it belongs to and which form of it it is."""

    lemma: str
    form: Form


SAID = words(
    """
    say tell state add note remark observe comment mention discuss name speak talk relate recount
    declare announce proclaim pronounce report reveal disclose divulge unveil leak
    radio telephone cable message
    write tweet retweet post blog email e-mail text dub call describe label brand term liken compare
    claim allege assert contend maintain argue insist posit submit
    suggest imply hint intimate signal indicate speculate muse ponder opine
    explain elaborate clarify illustrate stress emphasise emphasize underline underscore highlight
    reiterate repeat restate remind recall quote cite inform notify brief apprise
    warn caution alert threaten urge exhort beg plead implore appeal
    ask inquire enquire question query answer reply respond retort counter rejoin interject
    demand order instruct advise counsel recommend propose request invite challenge dare
    quip joke shout yell scream cry whisper mutter snap boast brag gloat crow gush rave
    vow pledge promise swear guarantee assure commit offer volunteer
    deny refute rebut dispute contradict reject dismiss decry disavow repudiate disown retract
    confirm affirm reaffirm attest testify certify corroborate verify
    acknowledge admit concede confess own apologise apologize
    criticise criticize condemn denounce censure castigate chastise chide rebuke reprimand reproach
    slam blast lambast lambaste lash rip rap scold deride mock ridicule attack assail disparage
    deplore lament bemoan regret rue complain grumble grouse moan protest object
    accuse blame charge fault rail
    praise laud hail applaud commend compliment extol salute welcome celebrate thank congratulate
    endorse back support champion defend justify excuse vouch advocate espouse sympathise sympathize
    agree disagree concur oppose predict forecast foresee foretell prophesy project
    estimate reckon conclude
    """
)

THOUGHT = words(
    """
    think believe feel know hope fear expect consider learn see hear notice discover perceive
    suppose assume presume guess figure conjecture doubt imagine suspect wonder worry dream
    understand realise realize recognise recognize appreciate remember forget
    regard deem view judge anticipate trust mistrust
    """
)

WANTED = words("want wish seek plan intend aim desire crave yearn long mean aspire prefer like love hate")

_ACTS: tuple[tuple[Act, frozenset[str]], ...] = (("wanted", WANTED), ("thought", THOUGHT), ("said", SAID))

ACT_OF: MappingProxyType[str, Act] = MappingProxyType({verb: act for act, verbs in _ACTS for verb in sorted(verbs)})
"""Each reporting verb → the act that it reports."""

SILENCING = words("decline refuse")
WISHING = words("wish want care like choose")
"""Who does not wish to comment is silent too."""
DENYING = words("deny")
CONTRADICTING = words("refute rebut dispute contradict disprove debunk falsify")
"""Whatever their object is, it is said to be untrue."""

REFUSING = words("reject dismiss disavow repudiate discount disagree disown rubbish quash counter")
REFUSING_WITH = MappingProxyType(
    {
        "scoff": "at", "laugh": "off", "brush": "aside off", "wave": "away off", "push": "back", "shoot": "down",
        "knock": "down", "bat": "away", "pour": "cold", "rule": "out",
    }
)  # fmt: skip
"""Refuse anything, an offer or a claim, alone or with a particle; only of a claim do they say that it is untrue."""

OTHER_VERBS = (
    SILENCING
    | DENYING
    | CONTRADICTING
    | REFUSING
    | REFUSING_WITH.keys()
    | words("return give make go be have do hold take find put read begin get shoot")
)
"""Verbs of which the forms are known besides; what they report, if it is any saying, is `said`."""

AUXILIARIES = words(
    """
    be am is are was were been being have has had having do does did get gets got
    may might could would should shall can must will wo ca 's 're 've 'm 'll 'd
    """
)

THINKING_NOUNS = words("""belief opinion view hope fear expectation doubt thought feeling conviction worry concern""")

WANTING_NOUNS = words("""wish desire plan intention aim goal bid""")

HEADLINE_VERBS = SAID - words(
    """
    radio telephone cable message
    attack charge rap rip lash commit cry scream snap mock celebrate email e-mail text blog label brand
    term order offer leak brief challenge champion cite quote liken compare testify question query talk
    speak discuss name relate own thank whisper shout yell mutter volunteer illustrate highlight indicate signal state
    support justify excuse counter project move post oppose hint fault object protest remind remark
    comment describe dub agree
    """
)
"""Verbs that make a headline an attribution; the rest of `SAID` are as often deeds or nouns ("attacks")."""

HEADLINE_PHRASES = (
    *("call for", "call on", "call out", "take aim at", "double down on", "rule out", "play down"),
    *("hit out at", "hit back at", "hit out", "hit back", "lash out at", "come out against"),
    *("speak out against", "speak out on", "hint at", "insist on", "agree to", "ask for"),
    *("hope to", "hope for", "want to", "want", "think", "believe", "fear", "refuse to rule out"),
    *("decline to comment on", "decline to say", "refuse to comment on", "refuse to say"),
)
"""More words that attribute in headlines, in their base form."""

NOUN_LIKE = words(
    """claim report call tweet demand request promise pledge answer reply threat question propose appeal
    back blame
    praise fear vow plan post label order offer protest charge estimate forecast"""
)
"""Verbs whose third person is as well a plural noun: "Insurance claims …", "War fears …"."""

ACTIVE_PAST = words("""said vowed insisted argued claimed added conceded stressed""")
"""Past forms that a headline does not use as a passive ("Ruiz urged to quit" is said by somebody else)."""


def _readings() -> dict[str, tuple[Inflected, ...]]:
    readings: dict[str, tuple[Inflected, ...]] = {}
    for verb in sorted({*ACT_OF, *OTHER_VERBS}):
        for form, word in inflections(verb):
            readings[word] = (*readings.get(word, ()), Inflected(verb, form))
    return readings


READINGS = MappingProxyType(_readings())
"""Every form of every verb above → what it can be ("said" is the past and the participle of "say")."""


def lemmas_of(word: str) -> tuple[str, ...]:
    """The verbs that a word can be a form of, none if it is no verb of the lexicon.

    >>> lemmas_of("Vowed"), lemmas_of("denies"), lemmas_of("dam")
    (('vow',), ('deny',), ())
    """
    return tuple(dict.fromkeys(reading.lemma for reading in READINGS.get(word.lower(), ())))


def forms_of(word: str) -> frozenset[Form]:
    """Which forms a word can be: `forms_of("said")` is past and participle."""
    return frozenset(reading.form for reading in READINGS.get(word.lower(), ()))
