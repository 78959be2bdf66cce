"""The words that dates are written with: months in the languages that news pages use most, and time zones."""

_NAMES = (
    "january jan januar jänner janvier enero gennaio janeiro",
    "february feb februar février fevrier febrero febbraio fevereiro",
    "march mar märz maerz mars marzo março",
    "april apr avril abril aprile",
    "may mai mayo maggio maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug août aout agosto",
    "september sep sept septembre septiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro",
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
    "dimanche lunes martes miércoles jueves viernes sábado domingo"
)
WEEKDAYS = frozenset(_WEEKDAYS.split())

# The words beside a date that say whose it is; in a line of nothing but these and dates, the date is the article's
_PUBLISHED = (
    "published posted issued released created first erschienen veröffentlicht veröffentlichung "
    "erstellt eingestellt publié publiée publicado publicada pubblicato date datum"
)
PUBLISHED_WORDS = frozenset(_PUBLISHED.split())
_UPDATED = "updated update modified revised aktualisiert aktualisierung geändert änderung stand mis jour actualizado"
UPDATED_WORDS = frozenset(_UPDATED.split())
_BESIDE = (
    "dated on at by last written time local publication à le am um uhr et utc gmt est edt cst pst ist bst pm a m p "
    "read min minutes minute ago the of letzte dernière última den lesezeit"
)
DATE_WORDS = WEEKDAYS | PUBLISHED_WORDS | UPDATED_WORDS | frozenset(_BESIDE.split())


def month_number(word: str) -> int:
    """The month that a name or a number stands for, from 1; 0 for none."""
    return int(word) if word.isdecimal() else MONTHS.get(word.casefold().rstrip("."), 0)
