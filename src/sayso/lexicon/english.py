"""The English words by which names, roles and sources are told: titles, offices, and who is never named.

Data, not rules: add a word where it belongs and every rule knows it. All are in lower case and without full stops.
"""

from typing import Final

from sayso.data.statement import Gender as Gender


def words(text: str) -> frozenset[str]:
    """The words of a text as a set; a list that a person can edit."""
    return frozenset(text.split())


#: Say no more than man or woman: dropped from a name and never shown as a role.
COURTESIES: Final = words(
    "mr mister mrs ms miss mx madam madame monsieur sir dame messrs"
    " datuk datin encik puan alhaji alhaja hajia hajiya mallam engr shri smt herr frau señor señora"
)

#: Offices that "Mr." and "Madam" stand before too; behind them any other noun is a name: "Mrs. Prince".
ADDRESSED: Final = words(
    """
    ambassador attorney chair chairman chairperson chairwoman chancellor commissioner deputy foreman governor justice
    mayor minister moderator premier president prime secretary senator speaker vice
    """
)

#: Stand before a name and belong to no name: "Gen. Soleimani". Each with the full word that roles are compared by.
TITLES: Final[dict[str, str]] = {word: word for word in COURTESIES} | {
    "dr": "doctor", "doctor": "doctor", "prof": "professor", "professor": "professor",
    "gen": "general", "general": "general", "lt": "lieutenant", "lieutenant": "lieutenant",
    "col": "colonel", "colonel": "colonel", "maj": "major", "major": "major", "capt": "captain",
    "captain": "captain", "sgt": "sergeant", "sergeant": "sergeant", "cpl": "corporal", "corporal": "corporal",
    "pvt": "private", "adm": "admiral", "admiral": "admiral", "cmdr": "commander", "commander": "commander",
    "brig": "brigadier", "brigadier": "brigadier", "marshal": "marshal", "sen": "senator", "sens": "senator",
    "senator": "senator", "senators": "senator", "rep": "representative", "reps": "representative",
    "representative": "representative", "congressman": "congressman", "congresswoman": "congresswoman",
    "gov": "governor", "governor": "governor", "govs": "governor", "pres": "president", "president": "president",
    "vice": "vice", "premier": "premier", "minister": "minister", "chancellor": "chancellor",
    "secretary": "secretary", "ambassador": "ambassador", "mayor": "mayor", "councillor": "councillor",
    "cllr": "councillor", "councilor": "councillor", "amb": "ambassador", "msgr": "monsignor", "monsignor": "monsignor",
    "councilman": "councilman", "councilwoman": "councilwoman", "alderman": "alderman", "speaker": "speaker",
    "rev": "reverend", "reverend": "reverend", "fr": "father", "pastor": "pastor", "rabbi": "rabbi",
    "imam": "imam", "ayatollah": "ayatollah", "hojatoleslam": "hojatoleslam", "mullah": "mullah",
    "sheikh": "sheikh", "sheik": "sheikh", "shaikh": "sheikh", "cardinal": "cardinal", "archbishop": "archbishop",
    "bishop": "bishop", "pope": "pope", "king": "king", "queen": "queen", "prince": "prince",
    "princess": "princess", "emperor": "emperor", "sultan": "sultan", "emir": "emir", "lord": "lord",
    "lady": "lady", "baroness": "baroness", "baron": "baron", "duke": "duke", "duchess": "duchess",
    "judge": "judge", "justice": "justice", "atty": "attorney", "hon": "honourable", "supt": "superintendent",
    "insp": "inspector", "det": "detective", "detective": "detective", "officer": "officer", "pm": "minister",
    "viscount": "viscount", "viscountess": "viscountess", "countess": "countess", "marquess": "marquess",
    "coach": "coach", "chief": "chief", "deputy": "deputy", "former": "former", "ex": "former",
}  # fmt: skip

#: The bearer's name is hardly complete without it: "Pope Francis", "Queen Anne".
REGNAL: Final = words("pope king queen emperor prince princess sultan emir")

#: Follow a name: "John Doe Jr."
GENERATIONS: Final = words("jr sr ii iii iv")
DEGREES: Final = words("md phd esq mp msp mla mep td qc kc obe cbe mbe dbe kbe dso frs frcs mbbs mba cpa rn")

#: Nouns for what one person does or is; a phrase that ends in one of them is a role.
ROLES: Final = frozenset(TITLES.values()) - COURTESIES - words("former vice deputy honourable lord lady") | words(
    """
    soprano baritone choirmaster pharmacist
    academic accountant activist actor actress adjudicator administrator adviser advisor advocate aide ally analyst
    anchor anthropologist archaeologist architect arbitrator artist assistant astronaut astronomer athlete attaché
    attorney auditor author banker barrister bassist biologist biographer blogger boss broadcaster broker builder
    businessman businessperson businesswoman campaigner candidate caretaker carpenter ceo cfo chair chairman
    chairperson chairwoman champion chaplain chef chemist choreographer citizen cleric clerk climatologist clinician
    co-author co-chair co-chairman co-director co-founder coo columnist comedian commentator commissioner comptroller
    composer conductor conservationist consultant contractor coordinator coroner correspondent counsel counsellor
    counselor creator critic curator dean delegate democrat demographer dentist deputy designer developer diplomat
    director dissident driver ecologist economist editor educator elder electrician engineer entrepreneur envoy
    epidemiologist executive expert farmer fellow filmmaker financier firefighter fisherman forester founder
    frontman geographer geologist geophysicist governor grandfather grandmother guard guitarist head
    headmaster headmistress headteacher historian host
    hydrologist inspector instructor investigator investor inventor janitor journalist jurist labourer landlord
    lawmaker lawyer leader lecturer legislator librarian lobbyist maker manager marshal mathematician mechanic
    mediator medic member meteorologist mogul monk mp mep musician narrator negotiator neighbor neighbour neurologist
    nominee novelist nun nurse ombudsman operative operator organiser organizer owner painter paramedic parliamentarian
    partner pathologist patriarch pediatrician philanthropist philosopher photographer physician physicist pilot
    planner player playwright poet policeman policewoman politician pollster porter premier presenter president
    presidium priest principal producer programmer prosecutor provost psychiatrist psychologist publicist publisher
    ranger rapper rector reporter republican researcher resident ringleader runner sailor scholar scientist
    screenwriter secretary-general seismologist sheriff shopkeeper singer sociologist soldier solicitor songwriter
    specialist spokesman spokesperson spokeswoman statistician storekeeper strategist striker student superintendent
    supervisor surgeon survivor teacher technician technologist theologian therapist trader trainer treasurer trustee
    tsar tycoon undersecretary vet veteran veterinarian vicar virologist volunteer warden whistleblower winemaker
    winner worker writer zoologist beekeeper cellist ferryman fishmonger innkeeper jockey lifeguard midwife organist
    pensioner pianist plumber postmaster postwoman signalman stationmaster verger violinist
    magistrate bailiff usher registrar deacon canon abbot abbess prioress matron chieftain herder herdsman shepherd
    goatherd vendor hawker stallholder weaver tailor cobbler blacksmith welder stonemason roofer butcher grocer barber
    hairdresser butler housekeeper gardener gamekeeper groundsman cleaner cook waiter waitress bartender hotelier
    landlady archivist goalkeeper midfielder defender skipper referee umpire cyclist swimmer rower boxer wrestler skier
    gymnast bosun drummer puppeteer dancer sculptor potter bookseller milkman postman busker docker miner foreman
    forewoman overseer steward purser courier diver constable gunner cadet intern
    brother daughter father husband mother mum mom sister son widow widower wife uncle aunt cousin niece nephew
    """
)

#: Two nouns that are one office: "the general" is not "the attorney general".
COMPOUND_HEADS: Final = {
    "general": words("attorney secretary director surgeon solicitor inspector consul governor auditor comptroller"),
}

#: One office under another spelling or name.
SAME_ROLE: Final = {"advisor": "adviser", "organizer": "organiser", "congressman": "representative",
                    "congresswoman": "representative", "premier": "minister", "counselor": "counsellor",
                    "spokesperson": "spokesman", "spokeswoman": "spokesman", "chairwoman": "chairman",
                    "chair": "chairman", "chairperson": "chairman", "secretary-general": "general"}  # fmt: skip

#: Change the office: "the president" is neither the former president nor the vice president.
RANKS: Final = words(
    "former ex late vice deputy acting assistant associate interim shadow under prime co sub attorney surgeon"
    " solicitor consul then outgoing incoming designate elect emeritus"
)

#: Lower-case words that may stand inside a role in front of its noun: "retired brigadier", "senior policy adviser".
ROLE_MODIFIERS: Final = RANKS | words(
    """
    supreme senior junior chief executive managing general foreign interior defence defense finance prime presidential
    vice-presidential gubernatorial congressional parliamentary national federal regional provincial local municipal
    retired veteran longtime renowned noted leading top principal lead political policy economic legal military
    police press media communications campaign health education energy trade labour labor agriculture transport
    environment science research staff state city county district party opposition government security intelligence
    law school university college tax human rights art music film sports football baseball rock criminal civil
    independent conservative liberal progressive republican democratic socialist libertarian current new real estate
    affairs
    """
)

MEN: Final = words(
    "mr mister sir lord viscount marquess king prince emperor sultan emir baron duke pope father brother husband son"
    " uncle nephew grandfather widower congressman businessman spokesman councilman policeman fisherman monk imam"
    " ayatollah rabbi"
    " datuk encik alhaji mallam shri herr señor"
) - words("rabbi")
WOMEN: Final = words(
    "mrs ms miss madam madame dame lady countess viscountess queen princess baroness duchess mother mum mom sister wife"
    " daughter aunt niece grandmother widow congresswoman businesswoman spokeswoman councilwoman policewoman chairwoman"
    " nun actress"
    " datin puan alhaja hajia hajiya smt frau señora"
)

#: Somebody's: the name beside it may be whose it is.
RELATIONS: Final = words(
    "father mother mum mom brother sister husband wife son daughter uncle aunt nephew niece cousin grandfather"
    " grandmother widow widower"
)

#: People whom news quotes without naming them.
UNNAMED: Final = words(
    """
    anyone authority authorities aide analyst analysts anybody author backer body campaigner citizen commentator
    company crowd critic critics diplomat diplomats everybody everyone expert experts eyewitness firm friend
    government guard insider insiders investigator investigators judge lawyer leader lawmaker locals man many media
    men most nobody observer observers office official officials one opponent opponents other others participant
    people person police prosecutor prosecutors public reporter reporters representative researcher researchers
    resident residents scholar scholars scientist scientists several some someone somebody source sources spokesman
    spokesperson spokespeople spokeswoman staff staffer student students supporter supporters team voter voters
    victim victims witness witnesses woman women worker workers youth
    report reports study studies poll polls survey surveys letter statement statements document documents data
    article story book film video ad ads website research analysis law bill ruling lawsuit suit complaint editorial
    figures results record records email emails memo transcript tweet tweets rumour rumours rumor rumors evidence
    """
)

#: Words in the names of organisations.
ORGANISATION_WORDS: Final = words(
    """
    academy administration agency airline airlines alliance army assembly association authority bank board broadcaster
    bureau cabinet campaign center centre chamber church club coalition college commission committee company
    conference congress consortium constabulary corp corporation council court department federation fire force
    forces foundation front fund government group guard guardian herald hospital house inc institute institution
    journal labs league magazine mail ministry mission movement museum network news office organisation organization
    parliament party police post press programme radio school senate service services society station studio
    superintendence telegraph television times tribune trust tv union university works limited ltd llc plc gmbh co
    """
)

#: The legal form at the end of a company's name: dropped when names are compared.
COMPANY_FORMS: Final = words("inc corp corporation co company ltd limited llc plc gmbh ag sa group holdings")

#: Last words of what firms and other bodies are called, which no person's name has.
INDUSTRIES: Final = words(
    """
    aerospace airways analytics associates bancorp biotech brewery brothers capital chemicals communications consulting
    dynamics electric electronics energy engineering entertainment enterprises estates financial foods gas healthcare
    hotels hydro industries innovations insurance interactive international investments laboratories logistics
    manufacturing media mining motors oil partners petroleum pharma pharmaceuticals power properties rail railways
    resources retail robotics securities semiconductors shipping software solutions steel studios systems tech
    technologies telecom ventures
    """
) | words("inc corp ltd llc plc gmbh")

#: What a state has and a person has not.
STATE_NOUNS: Final = words(
    """
    borders constitution currency economy embassy exports independence minister parliament population president
    sovereignty
    """
)

#: What a firm has and a person has not.
STOCK_NOUNS: Final = words(
    """
    board ceo chairman customers employees executives factory factories headquarters losses management plant
    products profit profits revenue revenues sales share shareholders shares spokesman spokesperson spokeswoman staff
    stock subsidiary users workers workforce
    """
)

#: Nouns for an organisation that the text may call by them: "the ministry".
ORGANISATION_NOUNS: Final = ORGANISATION_WORDS - words("fire mail post times works guard") | words(
    "newspaper company outlet firm charity precinct battalion brigade regiment squadron"
)

#: Nouns in small letters that name a body together with a place, a people or an owner: "Hong Kong police".
BODY_NOUNS: Final = words(
    """
    administration army cabinet consulate embassy government junta legislature military ministry navy parliament police
    presidency regime treasury
    """
)

#: The same, where what stands in front is a person: "the Doe campaign".
TEAM_NOUNS: Final = words("campaign camp team family foundation estate")

#: Words between the two: "the Iraqi [foreign] ministry", "Norland's [national] police".
BODY_MODIFIERS: Final = words(
    """
    agriculture air armed border caretaker central civil coalition counter-terrorism culture defence defense economy
    education electricity energy environment exiled external federal finance fisheries foreign health higher home
    housing industry information interim interior internal justice labor labour local metropolitan military military-led
    mining municipal national new oil planning port presidential provincial public railway regional religious riot rural
    science security social sports state tourism trade traffic transitional transport urban water welfare affairs and
    """
)

#: Who acts for another, and what does.
AGENTS: Final = words(
    "spokesman spokesperson spokeswoman spokesmen spokeswomen spokespeople lawyer lawyers attorney attorneys solicitor"
    " solicitors barrister publicist"
)
UNITS: Final = words("campaign camp office team")

#: Parts and kinds of a body by which the text speaks of the whole: "the Green Union leadership", "Tarn news agency".
PART_OF_BODY: Final = words(
    """
    agency airline bank board broadcaster campaign channel charity club committee company executive federation firm
    foundation group leadership magazine management network newspaper outlet party secretariat site station team think
    tank union website
    """
)

#: What is written or made by somebody, and speaks for its author.
DOCUMENTS: Final = words(
    """
    ad advert advertisement analysis announcement article assessment audit autobiography biography blog book
    brief briefing broadcast brochure bulletin cable column commentary communiqué complaint data declaration
    dispatch document documentary documents dossier editorial email essay estimate estimates figures filing film
    findings forecast guidance interview inquiry investigation lawsuit leaflet letter manifesto memo memoir
    memorandum message motion newsletter notes notice op-ed open-letter paper petition piece play poem poll
    polling post posting press-release projection questionnaire release resolution report reports research
    review song speech statement statements statistics story studies study submission suit survey surveys
    testimony text transcript tweet tweets video warning white-paper
    """
)

#: What happens; a source that ends in one of them ran into its verb from the left.
EVENTS: Final = words(
    """
    accident agreement appointment arrest arrival attack ban battle ceasefire ceremony clash conference-call conflict
    coup crash crisis deal death decision departure dispute election event explosion failure fire flight flood hearing
    invasion invitation killing killings landing launch march meeting murder offer operation outbreak plan position
    proposal protest raid rally resignation role scandal shooting strike strikes summit talks tour trial trip victory
    view views visit visits vote war win
    """
)

#: Nouns for one person, beside those for what one does.
PERSONS: Final = words(
    """
    accused agent aide anybody anyone boy boyfriend bride caller child citizen claimant defendant detainee diplomat
    eyewitness fan friend girl girlfriend groom guest insider kid local man native official parent passer-by patient
    person pupil refugee relative chief colleague fiancé fiancée godfather godmother half-brother half-sister in-law
    applicant plaintiff petitioner appellant complainant contestant suspect interviewee inmate prisoner hostage newcomer
    neighbour neighbor spouse twin carer representative reader respondent sibling somebody someone source staffer
    teenager tourist nanny midwife tenant heir heiress confidant confidante foe rival opponent bodyguard apprentice
    chauffeur ex-wife ex-husband ex-girlfriend ex-boyfriend
    victim viewer voter witness woman youth
    """
)

#: Nouns for several that do not end in -s.
PEOPLE: Final = words(
    "people men women children public crowd many some others most few several both two three majority"
)

#: First words of so many names that none of them is called by it.
DIRECTIONS: Final = words(
    """
    northern southern eastern western north south east west central united national international federal royal first
    great american british european african asian public general free social democratic
    """
)

#: Nouns that call again any organisation of which the text has just told.
ANY_COMPANY: Final = words("company firm group club organisation organization charity")

#: Nouns of firms that look like those of persons.
FIRMS: Final = words(
    "drugmaker carmaker automaker chipmaker planemaker shipbuilder housebuilder retailer lender insurer supplier"
)

#: What the text calls a body by a wider word than its own, and what it may call itself.
BODIES_CALLED: Final = {
    "agency": words("agency office bureau administration department service services authority"),
    "party": words("party league alliance front congress movement union"),
    "ministry": words("ministry department office"),
    "union": words("union federation alliance association"),
    "newspaper": words("newspaper journal mail post times guardian herald tribune telegraph magazine news press"),
    "paper": words("newspaper journal mail post times guardian herald tribune telegraph news press"),
}

#: Organisations that such a noun alone names.
ONE_OF_A_KIND: Final = words("parliament congress senate house cabinet army police")

PREPOSITIONS: Final = words(
    """
    about above across after against along among around as at before behind below beneath beside besides between
    beyond by despite down during except for from in including inside into like near of off on onto outside over past
    per since than through throughout to toward towards under until unlike up upon versus via with within without
    """
)
#: Open a clause that comes before its main clause, and so may say "he" before the name.
SUBORDINATORS: Final = words(
    "while when after before as since although though if because until unless despite in on at for with by during upon"
    " prior contrary back asked speaking having"
)
RELATIVES: Final = words("who whom whose which that where when")
CONJUNCTIONS: Final = words(
    "and or but nor so yet then if unless because although though while whereas when where whether as"
)
AT_PLACES: Final = words("in at from near across on")
"""Prepositions before a place: what follows them hangs on the noun before."""
POSSESSIVES: Final = words("his her their my our its your")
BE: Final = words("am is are was were be been being isn't aren't wasn't weren't")
NEVER: Final = words("not never no n't neither nor cannot hardly barely")
"""Deny what the verb beside them tells."""
DETERMINERS: Final = words("the a an this that these those his her its their our my your another each every some")
INDEFINITE: Final = words(
    "a an another some any many several most few no one two three four five six seven eight nine ten dozens hundreds"
    " other others various numerous multiple all both each every either neither more"
)

#: Words that may stand before such a body's noun and name nothing: "Local police".
NO_ANCHORS: Final = (
    BODY_MODIFIERS
    | INDEFINITE
    | words(
        """
    city county village town private other more former old young local secret plain-clothes undercover uniformed coup
    minority multi-party majority unity shadow self-declared successive previous future incoming outgoing big small
    """
    )
)

#: Never part of a role or of a name, whatever their case: they open clauses or tell the day.
STOP: Final = (
    PREPOSITIONS | RELATIVES | DETERMINERS | words(
        """
        and or but nor so yet if while although because though whereas whether he she it they we i you him them us me
        not also then now here there is are was were be been being has have had do does did will would can could may
        might shall should must said says say told tells tell asked asks added adds called calls met meets named
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december today yesterday tomorrow meanwhile however earlier later last next just
        only even still what why how as both when once again thank thanks dear only quoting quoted according saw beat
        led left made took gave got put held kept paid won lost heard felt found thought knew became let sent spoke
        """
    )
)  # fmt: skip

#: "He added": the speaker goes on, so it is the one who spoke before.
ADDITIVE: Final = words(
    "add added adds adding reiterate reiterated reiterates continue continued continues continuing repeat repeated"
    " repeats also further furthermore moreover went"
)

PRONOUNS: Final = words("he she they it him her his their them its hers theirs")
OWN_WORDS: Final = words("i we you me us my our your mine ours yours myself ourselves")
FIRST_PERSON: Final = words("i me my mine myself")
FIRST_PERSONS: Final = words("we us our ours ourselves")

#: Small words inside a name, in lower case there.
PARTICLES: Final = words("al el bin ibn bint ben abu van von der den de del della da dos du di la le los las ter ten y")
