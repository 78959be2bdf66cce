"""What a test needs is marked by what it uses, so that `make quick` can leave out what takes long to have.

"browser" and "postgresql" are told by the fixtures. The model has none: whoever asks for it in this process is skipped
at that moment where "not model" is asked for; only a test that starts another program for it is marked by hand.
"""

import gc
from collections.abc import Iterator
from typing import NoReturn

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function):
            for marker in needed(item):
                item.add_marker(marker)


def pytest_collection_finish() -> None:
    """The thousands of tests gathered live to the end: to look through them for garbage again and again takes time."""
    gc.collect()
    gc.freeze()


def needed(item: pytest.Function) -> Iterator[str]:
    """The markers of all that a test's fixtures start."""
    if "browser" in item.fixturenames:
        yield "browser"
    engines = item.callspec.params.values() if hasattr(item, "callspec") else ()
    if "databases" in item.fixturenames or "postgresql" in engines:
        yield "postgresql"


def no_model(*_: object) -> NoReturn:
    pytest.skip("needs the model")


@pytest.fixture(autouse=True, scope="session")
def without_the_model(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nobody loads the model where it is left out."""
    with pytest.MonkeyPatch.context() as patch:
        if "not model" in request.config.option.markexpr:
            from sayso.encoding.encoder import Encoder

            patch.setattr(Encoder, "__init__", no_model)
            patch.setattr(Encoder, "shipped", no_model)
        yield
