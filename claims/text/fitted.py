"""What small fitted models have in common: log odds, and coefficients in a file."""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


def log_odds(probability: float, least: float) -> float:
    """The log odds of a probability (0 to 1) that counts as ``least`` at least, and as much below 1 at most."""
    held = min(max(float(probability), least), 1 - least)
    return math.log(held / (1 - held))


def score_of(found: Mapping[str, float], coefficients: Mapping[str, float]) -> float:
    """What a linear model gives to measures, by their names; those that it has no coefficient for count nothing."""
    return math.fsum(coefficients.get(name, 0.0) * value for name, value in found.items())


@cache
def load_coefficients(package: str, name: str) -> Mapping[str, float]:
    """The coefficients in a JSON file of a package, by the names of the measures that they are for."""
    table: dict[str, float] = json.loads((files(package) / name).read_text("utf-8"))
    return table
