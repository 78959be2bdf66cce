"""The words by which a headline shows that a side of it is a speaker, a label, a topic or an outlet, as data.

All are lower case. A word on several lists is decided by the order in which `attribution/headlines/parser.py` asks.
"""

from sayso.lexicon.english import words

SPEAKING_ROLES = words(
    """
    police cops officer officers detectives prosecutor prosecutors judge judges court courts tribunal
    lawyer lawyers attorney attorneys minister ministers ministry president premier chancellor mayor
    governor senator senators congressman congresswoman lawmaker lawmakers mp mps mep meps peer peers
    leader leaders chief chiefs boss bosses head director chairman chairwoman chair ceo secretary
    spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors envoy
    envoys ambassador diplomat diplomats commissioner commission general official officials authorities
    source sources witness witnesses expert experts analyst analysts scientist scientists researcher
    researchers study studies survey surveys poll polls pollster pollsters report reports paper
    document documents memo watchdog regulator union unions charity charities campaigners activists
    critics supporters residents neighbours neighbors victims survivors family families relatives
    headmaster headmistress headteacher teacher nurse farmer engineer engineers pilot pilots driver
    drivers passenger passengers parent parents student students pupil pupils resident neighbour
    neighbor villager villagers survivor firefighter firefighters vicar priest surgeon surgeons mother
    father son daughter sister brother widow wife husband coach manager captain bishop bishops
    archbishop pope cardinal imam rabbi king queen prince princess doctor doctors nurses teachers
    farmers miners workers company firm bank government cabinet parliament senate congress kremlin
    pentagon un u.n. eu e.u. nato imf who unicef unesco opposition party democrats republicans
    conservatives socialists greens liberals campaign camp team editorial inquiry auditor auditors
    economist economists historian professor author ngo agency office department council committee
    panel board army military navy rebels militants candidate candidates nominee rival rivals suspect
    defendant inspector inspectors tsar czar ombudsman ally allies ex-minister ex-president ex-mayor
    ex-aide pm fm dm cm vp dg forecaster forecasters insider insiders
    """
)
"""Roles and bodies that speak, also in lower case: "Ten dead in crash: police"."""

KIN = words(
    "mother father son daughter sister brother widow widower wife husband family parents grandson granddaughter"
)
"""Whose they are stands before the colon: in "Ana Ruiz: Son reveals last wish" Ruiz is not who speaks."""

HONORIFICS = words(
    """
    mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir dame lord lady baroness sen sen. rep rep.
    gov gov. gen gen. lt lt. col col. capt capt. maj maj. sgt adm adm. rev rev. fr fr. sheikh
    ayatollah imam rabbi pope cardinal bishop archbishop president king queen prince princess
    chancellor premier senator congressman congresswoman mayor governor minister judge justice chief
    speaker sheriff ambassador secretary pm st.
    """
)

LABELS = words(
    """
    look byline revealed notice live video videos watch listen audio podcast photos photo pictures
    gallery breaking update updates updated exclusive opinion analysis comment commentary column
    columnist letter letters review reviews preview interview profile obituary obituaries explainer
    explained factbox fact-check factcheck fact-checking timeline recap roundup round-up briefing
    newsletter quiz q&a q&as feature features blog liveblog webinar infographic map maps chart charts
    graphic graphics data correction corrections clarification transcript text read full-text
    spotlight focus perspective viewpoint essay book books film movie tv music theatre theater art
    food recipe recipes travel sport sports weather lifestyle health science tech technology business
    economy politics world money property motoring wow boom busted bombshell shock guide tips spoiler
    spoilers lottery crossword horoscope advertisement sponsored latest developing flash alert urgent
    factsheet backgrounder primer insight insights in-depth in-pictures as-it-happened today tonight
    yesterday tomorrow morning evening weekend diary notebook sketch big-read long-read key-points
    highlights summary results scores fixtures table standings line-up lineups tribute
    """
)
"""What stands before a colon and is no speaker: "Live: …", "Film review: …"."""

NEWS_LABELS = words(
    """
    live video watch breaking update updated exclusive developing flash alert urgent latest wow boom
    """
)
"""Labels before a whole headline: "Exclusive: Ruiz denies …" is what Ruiz denies."""

TOPICS = words(
    """
    war wars crisis crises flood floods storm hurricane earthquake quake fire fires wildfire wildfires
    crash attack attacks bombing shooting shootings blast explosion election elections vote referendum
    ballot budget budgets talks deal deals treaty accord summit debate debates strike strikes protest
    protests riot riots trial inquest scandal row dispute feud scheme project plan plans bill act law
    laws policy policies reform reforms tax taxes tariff tariffs cut cuts price prices inflation
    recession unemployment brexit coronavirus covid covid-19 pandemic outbreak vaccine vaccines
    climate immigration migration terrorism security defence defense education housing transport
    energy oil gas dam bridge tunnel airport railway school schools hospital hospitals league cup
    championship championships final finals derby match game games olympics race season transfer
    transfers draft tour open festival awards oscars prize anniversary day week month year weekend
    death deaths killing killings murder murders disaster tragedy rescue search hunt investigation
    probe case hearing verdict ruling warning warnings threat toll facts figures numbers history
    future past rise fall return story life legacy lessons lesson question questions problem problems
    challenge issue issues idea ideas ways things reasons news daily weekly email newsletter show
    series episode part chapter volume edition market markets stocks shares rates control rights abuse
    change relations ties conflict tensions violence truce ceasefire siege coup takeover merger sale
    auction launch opening closing closure speech address visit trip meeting conference convention
    primary caucus caucuses monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december trail win wins loss defeat
    victory panic fury chaos horror agony heartbreak bypoll bypolls by-election by-elections
    """
)
"""Heads of a phrase that names what a story is about: "Porto Lindo flood: …", "Gun control: …"."""

ABSTRACT_ENDINGS = ("tion", "sion", "ness", "ship", "ism", "logy", "nomics", "gate")
"""Endings of words that name no one, unless the word is a role ("commission")."""

FUNCTION_WORDS = words(
    """
    ready likely unable set a an in on at to for from with without by about over under after before
    during into between against amid vs vs. v versus is are was were be been has have had do does did
    will would can could may might must shall should not no never but or if when while where why what
    who how which that than as because though this these those here there it its we i you he she they
    my your our his her their more most less just only also still again yet so all some any every up
    out off down new
    """
)
"""Words that no name and no speaker's description in front of a colon holds."""

SUBORDINATORS = words(
    """
    don't let as after before when while if because though although since until unless who whom which
    that what why how where whether than but or is are was were be been being has have had do does did
    will would can could may might must should not here's heres what's there's
    """
)
"""With these, what stands before a verb is more than its subject: "Voters wary as Ruiz vows …"."""

NAME_PARTICLES = words(
    """
    of the and & de da di do dos del della der den des du la le van von zu al bin ibn el ben ter ten y
    e
    """
)

QUESTION_WORDS = words("what why how who where when which whose here's what's how's who's where's")

LISTICLE_NUMBERS = words("two three four five six seven eight nine ten eleven twelve")

WORKS_OF_REFERENCE = words(
    """
    timeline profile biography guide story review interview obituary history recap preview tribute
    portrait retrospective explainer overview analysis summary live video audio pictures photos
    gallery transcript highlights winners results updates blog coverage
    """
)
"""Ends of a right side that describes the piece instead of claiming: "War in Syria: a timeline"."""

OUTLET_WORDS = words(
    """
    news times guardian post herald journal tribune daily magazine weekly gazette telegraph mirror
    independent sky bbc cnn cnbc nbc abc cbs npr pbs reuters ap afp bloomberg politico axios vox slate
    salon wired forbes fortune economist atlantic newsweek time today express sun star mail online tv
    radio television observer chronicle inquirer examiner sentinel courier dispatch globe standard
    register monitor review digest blog youtube facebook twitter reddit medium wikipedia yahoo msn aol
    buzzfeed huffpost vice deadline variety billboard press website homepage
    """
)
"""What follows a dash in a page's title and is the outlet, no speaker: "Dam opens – The Lindo Times"."""

PLACES = words(
    """
    afghanistan albania algeria america angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia brazil britain bulgaria burundi cambodia cameroon canada
    catalonia chad chile china colombia congo crimea croatia cuba cyprus czechia denmark ecuador egypt
    england eritrea estonia ethiopia europe finland france gaza georgia germany ghana greece greenland
    guatemala haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica
    japan jordan kashmir kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya
    lithuania luxembourg macedonia malaysia mali malta mexico moldova mongolia montenegro morocco
    mozambique myanmar nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama
    paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia
    singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
    tanzania thailand tibet tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela
    vietnam wales yemen zambia zimbabwe africa asia london paris berlin moscow washington beijing
    tokyo tehran baghdad kabul kyiv kiev jerusalem brussels geneva rome madrid athens istanbul ankara
    cairo delhi mumbai sydney toronto chicago boston dallas houston texas california florida iowa ohio
    michigan wisconsin
    """
)
"""Places head stories more often than they speak: they need a "we" or quotation marks after the colon."""

FIRST_PERSON = words("i i'm i've i'll i'd we we're we've we'll we'd my our me us")

PLURAL_SUBJECTS = words(
    """
    police people men women mps media troops staff clergy cops majority authorities democrats
    republicans
    """
)

FINITE_AFTER_NOUN = words(
    """
    reveal suggest indicate emerge mean rise rises fall falls fell rose grow grows soar soars hit hits
    mount fade are is was were have has had say says said show shows stoke dog spread surge jump drop
    climb spark sparks trigger follow continue begin end help hurt could will may must should broken
    filed made kept of in from against about after at over by as
    """
)
"""Before these a word such as "claims" was a noun: "Insurance claims rise", "Police reports of …"."""

NOT_A_SUBJECT_END = words("of the a an and or in on at for with from by to his her its their this that no")

LISTED = words(
    """
    ways things reasons facts questions tips takeaways moments charts lessons signs steps places
    people key best
    """
)

AUXILIARIES = words(
    """
    is are was were be has have had do does did will would can could may might must shall should isn’t
    aren’t
    """
)

PRONOUNS = words("i you he she it we they him them")
