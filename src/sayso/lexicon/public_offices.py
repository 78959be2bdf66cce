"""Words of public office: who is quoted as an official, and which bodies are the state's.

Data, not rules: add a word where it belongs. All are in lower case and without full stops.
"""

from typing import Final

from sayso.lexicon.english import words

#: Offices by themselves, whatever follows.
OFFICES: Final = words(
    """
    minister prime-minister premier chancellor undersecretary senator congressman congresswoman representative mp mep
    lawmaker legislator parliamentarian governor mayor deputy-mayor councillor councilman councilwoman alderman
    ambassador consul envoy diplomat attorney-general prosecutor judge justice magistrate sheriff policeman policewoman
    constable coroner ombudsman king queen prince princess emperor sultan emir official officials
    commissioner inspector superintendent detective
    general colonel major captain sergeant lieutenant admiral commander brigadier marshal
    """
)

#: Offices unless a body that is not the state's follows: "president", and not "president of the Tarn Institute".
OFFICES_ALONE: Final = words("president vice-president speaker secretary")

#: What is the state's: whoever acts or speaks for it is quoted as an official, and so is the body itself.
PUBLIC_BODIES: Final = words(
    """
    ministry government parliament congress senate cabinet council commission department embassy consulate
    police army navy military troops court tribunal prosecution treasury customs coastguard municipality prefecture
    presidency knesset bundestag duma pentagon kremlin fbi cia nato nations legislature assembly
    ministerial governmental presidential gubernatorial municipal federal
    """
)

#: An office once held is none.
ONCE: Final = words("former ex late then emeritus retired would-be")
