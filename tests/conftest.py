"""What holds for every test: unexpected log records fail it, how hard hypothesis tries, how many run at
once.
"""

from __future__ import annotations

import gc
import logging
import os
import random
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

# Else every process compiles all that it imports again: collecting takes 11 s of the processor then, and 6
# with it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# The gate draws the same examples for everyone; the search draws new ones, and keeps what it finds in
# .hypothesis.
_EASY = [HealthCheck.too_slow]
settings.register_profile(
    "gate", max_examples=25, deadline=None, suppress_health_check=_EASY, derandomize=True, database=None
)
settings.register_profile(
    "search", max_examples=200, deadline=None, suppress_health_check=_EASY, print_blob=True
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "gate")
settings.load_profile(PROFILE)
if PROFILE == "gate":
    # Hypothesis also draws the constants of our own modules, as many as are loaded when a test runs: the
    # examples would depend on the order of the tests and on the process they run in. It has no setting for
    # it.
    assert hasattr(providers, "is_local_module_file")
    providers.is_local_module_file = lambda _path: False


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The search runs the property tests only; BRIEFING_SHUFFLE, any text, is the seed of another order."""
    if PROFILE == "search":
        drawn = [item for item in items if getattr(getattr(item, "obj", None), "is_hypothesis_test", False)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(drawn)])
        items[:] = drawn
    if seed := os.environ.get("BRIEFING_SHUFFLE", ""):
        random.Random(seed).shuffle(items)


def pytest_collection_finish() -> None:
    """Take what was collected out of Python's view: a million objects that stay to the end, which each
    collection of cycles would look through again (a window makes one, and so do tests of what goes).
    """
    gc.collect()
    gc.freeze()


_MOST_AT_ONCE = 4


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Share the fast tests as a whole among the cores, with one process more, since some wait for a disk, a
    timer or another process; 0 (one process) for a few that are named, and for the slow ones, which watch the
    clock and the memory.
    """
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    if not whole or config.getoption("markexpr") != "not slow":
        return 0
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores + 1, _MOST_AT_ONCE)


class _Unexpected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log_records(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test for each record of WARNING or above, but where it reads them itself (`caplog`)."""
    if "caplog" in request.fixturenames:
        yield
        return
    watch = _Unexpected()
    logging.getLogger().addHandler(watch)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(watch)
    assert watch.lines == []
