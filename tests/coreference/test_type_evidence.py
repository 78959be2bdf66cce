"""What the words around a name tell of its type, where the head takes it for a person."""

import pytest

from tests.coreference.tale import tell


@pytest.mark.parametrize(
    ("tale", "type_"),
    [
        ("[Galdor Mining] closed a pit.", "organisation"),
        ("[Denholm Thale Services Inc|organisation] grew. [Denholm Thale] hired Bo.", "organisation"),
        ("[Avion] will show its cameras.", "organisation"),
        ("A spokesman for [Novicor] left. [Novicor] declined to comment.", "organisation"),
        ("[Ridge Security Council] met.", "organisation"),
        ("[Kessland]’s president left.", "country"),
        ("[Oyéla] read her poems.", "person"),
        ("Mayor [Pell]’s board met. The mayor lost his shares.", "person"),
    ],
)
def test_a_name_has_the_type_that_its_surroundings_tell(tale: str, type_: str) -> None:
    assert tell(tale).actors[-1].type == type_
