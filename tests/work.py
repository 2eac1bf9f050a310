"""Work counted, so that no test depends on what else the machine does: calls, and processor seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from cProfile import Profile


def calls(act: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, `act` calls in this thread: the same at every run."""
    # In C: a function of Python that is called at each call takes several times as long as what is counted.
    counted = Profile()
    counted.enable()
    try:
        act()
    finally:
        counted.disable()
    return sum(entry.callcount for entry in counted.getstats())


def processor_seconds(act: Callable[[], object]) -> float:
    """Return what `act` takes of the processor in this process: for work inside C, which makes no calls."""
    start = time.process_time()
    act()
    return time.process_time() - start


def spent() -> float:
    """Return the processor seconds of this process and of those that it started and that have ended."""
    if sys.platform == "win32":
        return time.process_time()
    import resource

    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
