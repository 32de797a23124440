"""How long something takes, in yardsticks: no test rests on the speed of a machine.

A yardstick is a fixed piece of work in plain Python, some 10 ms. It is timed beside what is
measured, on the same processor and in the same moment: a slow or a loaded machine slows both.
"""

import gc
import math
import re
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

_WORDS = [chr(97 + n) * (1 + n % 5) for n in range(13)]


def _yardstick() -> int:
    """Do what our own code does most: search, cut, count and join words."""
    text = " ".join(f"{word}{n}" for n in range(800) for word in _WORDS)
    words = re.findall(r"\b[a-z]+(?=\d)", text)
    pairs = Counter(pairwise(words))
    return sum(len(f"{one}-{other}") * times for (one, other), times in pairs.items())


def yardsticks(work: Callable[[], object], limit: float, tries: int = 5) -> float:
    """Return how many yardsticks `work` takes at best; it is tried again while above `limit`."""
    collecting = gc.isenabled()
    gc.disable()  # what other tests left to collect is not ours to count
    best, unit = math.inf, math.inf
    try:
        for _ in range(tries):
            unit = min(unit, _seconds(_yardstick), _seconds(_yardstick))
            best = min(best, _seconds(work))
            if best <= limit * unit:
                break
    finally:
        if collecting:
            gc.enable()
    return best / unit


def _seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start
