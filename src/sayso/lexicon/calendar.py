"""The words that dates are written with: months in the languages that news pages use most, and time zones.

A name that is two months, as "listopada" in Polish and Croatian, is left out.
"""

_NAMES = (
    "january jan januar jänner janvier enero gennaio janeiro januari stycznia ledna ianuarie ocak января січня",
    "february feb februar février fevrier febrero febbraio fevereiro februari lutego února şubat февраля лютого",
    "march mar märz maerz mars marzo março maart marca března martie mart марта березня",
    "april apr avril abril aprile kwietnia dubna aprilie nisan апреля квітня",
    "may mai mayo maggio maio mei maj maja května mayıs мая травня",
    "june jun juni juin junio giugno junho czerwca června iunie haziran июня червня",
    "july jul juli juillet julio luglio julho lipca července iulie temmuz июля липня",
    "august aug août aout agosto augustus augusti sierpnia srpna ağustos августа серпня",
    "september sep sept septembre septiembre settembre setembro września září septembrie eylül сентября вересня",
    "october oct oktober okt octobre octubre ottobre outubro października října octombrie ekim октября жовтня",
    "november nov novembre noviembre novembro noiembrie kasım ноября",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro grudnia prosince decembrie aralık "
    "декабря грудня",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}

# CST, BST and IST are left out: each is the name of several zones.
OFFSETS = {
    "UTC": "+00:00",
    "GMT": "+00:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EDT": "-04:00",
    "EST": "-05:00",
    "CDT": "-05:00",
    "MDT": "-06:00",
    "MST": "-07:00",
    "PDT": "-07:00",
    "PST": "-08:00",
}

_WEEKDAYS = (
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato "
    "domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terça quarta quinta sexta feira "
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag poniedziałek wtorek środa "
    "czwartek piątek sobota niedziela понедельник вторник среда четверг пятница суббота воскресенье"
)
WEEKDAYS = frozenset(_WEEKDAYS.split())

# The words beside a date that say whose it is; in a line of nothing but these and dates, the date is the article's
_PUBLISHED = (
    "published posted issued released created first erschienen veröffentlicht veröffentlichung "
    "erstellt eingestellt publié publiée publicado publicada pubblicato gepubliceerd publicerad publisert "
    "offentliggjort opublikowano dodano gepostet geplaatst опубликовано date datum data fecha"
)
PUBLISHED_WORDS = frozenset(_PUBLISHED.split())
_UPDATED = "updated update modified revised aktualisiert aktualisierung geändert änderung stand mis jour actualizado"
UPDATED_WORDS = frozenset(_UPDATED.split())
_BESIDE = (
    "dated on at by last written time local publication à le am um uhr et utc gmt est edt cst pst ist bst pm a m p "
    "read min minutes minute ago the of letzte dernière última den lesezeit às kl klo op il alle ore dnia h v o год г"
)
DATE_WORDS = WEEKDAYS | PUBLISHED_WORDS | UPDATED_WORDS | frozenset(_BESIDE.split())


def month_number(word: str) -> int:
    """The month that a name or a number stands for, from 1; 0 for none."""
    return int(word) if word.isdecimal() else MONTHS.get(word.casefold().rstrip("."), 0)
