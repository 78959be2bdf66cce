"""Verbs that tell what somebody does and carry no words: of giving, touching, looking, choosing, punishing, moving.

A verb that reports words as often ("charge", "order", "raise") is not among them.
"""

from typing import Final

from sayso.lexicon.english import words
from sayso.lexicon.inflection import inflections

DOING: Final = words(
    """
    award bequeath deliver donate hand lend loan pay purchase rent ship supply
    brush carry clutch cuddle drop embrace grab grasp hug kick kiss lift pat punch push shove slap squeeze stroke touch
    tap tickle wipe
    glance gaze glare glimpse inspect look peer stare watch
    appoint elect employ enlist hire promote recruit sack select
    acquit arrest behead convict deport detain evict execute expel fine handcuff imprison jail punish sentence whip
    chase climb cross drive enter fly follow hurry jump land march race ride row run sail step swim travel walk wander
    baptise baptize bake boil bury burn clean close cook crown decorate fasten fix fry install lock marry mend nail
    paint park plant pour prune repair replant rescue restore sew sweep trim unlock wash weld
    adopt attend coach educate film nurse photograph rob stab tame train tutor
    abduct bomb chair demolish dismantle fire inaugurate kidnap kill murder open pick strangle wound
    give sell buy bring feed hit catch shake throw take hang choose leave meet lead build break dig teach win beat lose
    shoot steal sign
    """
)

DONE: Final = frozenset(form for verb in DOING for kind, form in inflections(verb) if kind in ("third", "past"))
"""Finite forms, third person and past."""
