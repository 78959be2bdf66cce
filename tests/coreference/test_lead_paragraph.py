"""A lead that gives the office and holds the name back."""

from tests.coreference.tale import tell


def test_headline_and_lead_tell_one_act() -> None:
    told = tell(
        """
        # {[Ruiz] => Ana Ruiz} Confirms «Water Cooperation with Porto»
        {The Leader’s Senior Adviser for water => Ana Ruiz} confirmed «cooperation with Porto over water».
        On Saturday Dr [Ana Ruiz] spoke.
        """
    )
    assert told.actors[0].roles == ("Leader’s Senior Adviser for water", "Dr")
    assert told.statements[1].role == "Leader’s Senior Adviser for water"


def test_a_headline_about_something_else_tells_nothing() -> None:
    tell(
        """
        # [Ruiz] Wins Marathon in Porto
        {The Leader’s Adviser for water => ~ the Leader’s Adviser for water} confirmed «cooperation over dams».
        On Saturday [Ana Ruiz], a runner, spoke.
        """
    )


def test_a_headline_with_two_people_tells_nothing() -> None:
    tell(
        """
        # [Ruiz] Confirms Water Cooperation with [Doe]
        {The Leader’s Adviser for water => ~ the Leader’s Adviser for water} confirmed «cooperation over water».
        On Saturday [Ana Ruiz] and [Bo Doe] spoke.
        """
    )


def test_the_next_speaker_without_an_office_is_the_one_of_the_lead() -> None:
    tell(
        """
        # Tax files not leaked, state says
        {The state tax commissioner => Bo Doe} says «nobody leaked the files».
        {[Bo Doe] => Bo Doe} says «he told his staff to check».
        """
    )


def test_the_next_speaker_with_an_office_is_another() -> None:
    tell(
        """
        # Tax files not leaked, state says
        {The state tax commissioner => ~ the state tax commissioner} says «nobody leaked the files».
        {Police chief [Bo Doe] => Bo Doe} says «he told his staff to check».
        """
    )


def test_an_office_tied_to_another_is_not_taken_away() -> None:
    tell(
        """
        # [Ruiz] Confirms Water Cooperation with Porto
        {The water minister => Bo Doe} confirmed «cooperation with Porto over water».
        On Saturday [Ana Ruiz] met water minister [Bo Doe].
        """
    )
