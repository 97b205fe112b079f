"""What every test may use: a database of its own on each engine, a screen of its own, a quiet log."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings

from tests import databases, display

settings.register_profile("dev", deadline=None)
# The same examples in every run, so that a red run stays red.
settings.register_profile("ci", deadline=None, max_examples=40, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))

_SERVER_FIXTURES = {"postgresql_address", "mariadb_address"}
_for_the_run = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Keeps the tests away from the settings and the screen of the person who runs them."""
    folder = Path(_for_the_run.enter_context(tempfile.TemporaryDirectory(prefix="incident-desk-tests-")))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    if _runs_tests(config) and os.environ.get(display.VARIABLE) == "own":
        os.environ.update(_for_the_run.enter_context(display.own_screen()))
    else:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _runs_tests(config: pytest.Config) -> bool:
    """Whether this process runs tests itself; with pytest-xdist the workers do, not the one in charge."""
    return hasattr(config, "workerinput") or not config.getoption("numprocesses", None)


def pytest_unconfigure() -> None:
    _for_the_run.close()


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if _SERVER_FIXTURES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("server")
    if os.environ.get("HYPOTHESIS_PROFILE") != "long":
        left_out = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(
    params=[
        pytest.param(engine, marks=() if engine == "sqlite" else pytest.mark.server) for engine in databases.ENGINES
    ]
)
def engine_name(request: pytest.FixtureRequest) -> str:
    """The three engines, one after the other."""
    return str(request.param)


@pytest.fixture
def make_address(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Gives the address of a new, empty database of an engine, as often as it is asked."""
    with ExitStack() as stack:

        def make(engine: str) -> str:
            try:
                return stack.enter_context(databases.new_database(engine, tmp_path))
            except databases.NoServerError as reason:
                pytest.skip(str(reason))

        yield make


@pytest.fixture
def new_address(engine_name: str, make_address: Callable[[str], str]) -> Callable[[], str]:
    """For tests that need several databases of one engine."""
    return lambda: make_address(engine_name)


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    """The address of a new, empty database, on each of the three engines."""
    return new_address()


@pytest.fixture
def sqlite_address(make_address: Callable[[str], str]) -> str:
    return make_address("sqlite")


@pytest.fixture
def postgresql_address(make_address: Callable[[str], str]) -> str:
    return make_address("postgresql")


@pytest.fixture
def mariadb_address(make_address: Callable[[str], str]) -> str:
    return make_address("mariadb")


@pytest.fixture
def program() -> Callable[[str], str]:
    """The path of a program of the system, such as pdftotext; the test is skipped where it is missing."""

    def find(name: str) -> str:
        return shutil.which(name) or pytest.skip(f"{name} is not installed: run packaging/test.sh")

    return find


@pytest.fixture
def screen() -> str:
    """The name of the X display that this process alone uses, for tests that act from outside the window."""
    if os.environ.get(display.VARIABLE) != "own":
        pytest.skip("no screen: run packaging/test.sh")
    return os.environ["DISPLAY"]


@pytest.fixture(autouse=True)
def no_unexpected_log_warnings(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test, unless it is marked ``expects_log`` and looks at the log."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [f"{record.name}: {record.getMessage()}" for record in records if record.levelno >= logging.WARNING]
    assert not loud, "unexpected in the log:\n" + "\n".join(loud)
