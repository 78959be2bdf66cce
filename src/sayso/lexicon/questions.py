"""The words of plain questions that say nothing of what is asked: "what did … say about …"."""

from typing import Final

from sayso.lexicon.english import words

QUESTION: Final = words(
    """
    what who whom whose when where why how which did does do has have had is are was were can could
    """
)
STOP: Final = QUESTION | words(
    """
    a an the and or of on about in at to for from by with that this these those it its he she they his her their him
    them be been being many much any ever again not no so as over into than then there will would should
    """
)
SAYING: Final = words(
    """
    say says said saying tell tells told think thinks thought speak speaks spoke talk talks talked comment comments
    mention mentions mentioned state stated according claim claims claimed view views position opinion statement
    statements quote quotes quoted
    """
)
LATELY: Final = words("latest newest recent recently lately news last update updates")
"""What asks for the newest."""
ABOUT: Final = words("about on of against to regarding concerning")
IN_CAPITALS: Final = words("all am an as at can in is it may me no on or so to up us we who")
"""What in capitals is another word than in small letters: "US", "IT", "WHO"."""
