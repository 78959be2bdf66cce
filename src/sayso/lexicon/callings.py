"""What people are called by what they are and do: "teacher", "wife", "pensioner"."""

from sayso.lexicon.english import MEN, PERSONS, ROLES, WOMEN, words

CALLINGS = PERSONS | ROLES | MEN | WOMEN | words("baby twin twins")
OCCUPATIONS = ("er", "or", "ist", "ian", "man", "woman")
"""What a noun beside a name ends in, that tells what its bearer does."""


NO_OCCUPATIONS = words(
    """
    after answer banner better border camera car center centre chapter color colour computer corner cover danger
    december dinner disaster door error factor favor favour fever filter finger flavor floor flower fodder former
    four further german harbor harbour horror hour hunger inner iranian italian korean latter letter lower major
    matter minor mirror monitor motor murder never newsletter november number october odor offer or order other
    outer over paper per perhaps poster power quarter rather reminder rigor river roman rubber rumor rumour russian
    sector semester september shelter shower silver slaughter sooner summer super supper tender terror theater
    theatre their thunder timer together tower tractor tremor tumor under upper vapor vatican vector water weather
    winter wonder
    """
)


def is_calling(word: str) -> bool:
    """Whether a word beside a name tells what its bearer is; by its ending others do, which stand by no name."""
    plain = word.strip("(),.").casefold()
    return plain in CALLINGS or (plain.endswith(OCCUPATIONS) and plain not in NO_OCCUPATIONS)
