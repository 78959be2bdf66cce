"""Verbs that tell what somebody does and carry no words: of giving, touching, looking, choosing, punishing, moving.

A verb that reports words as often ("charge", "order", "raise") is not among them.
"""

from typing import Final

from sayso.lexicon.reporting_verbs import past, third_person, words

REGULAR: Final = words(
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
    """
)

IRREGULAR: Final = words(
    """
    gives gave lends lent pays paid sells sold buys bought brings brought feeds fed
    hits hit catches caught shakes shook throws threw takes took hangs hung
    chooses chose drives drove flies flew rides rode runs ran swims swam leaves left meets met leads led
    builds built breaks broke digs dug sweeps swept teaches taught
    wins won beats beat loses lost shoots shot steals stole signs signed
    """
)

DEEDS: Final = IRREGULAR | {form for verb in REGULAR for form in (third_person(verb), past(verb))}
"""Finite forms, third person and past."""
