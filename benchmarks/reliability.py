"""The calibration plot: predicted probability against the share that is right, as an SVG of its own."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIZE, MARGIN, FONT = 440, 56, "font-family='Helvetica, Arial, sans-serif'"
Z = 1.96
"""Standard deviations in a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of about one probability: its mean, the share that is right (both 0 to 1), and how many there are."""

    predicted: float
    right: float
    claims: int

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies with 95 % probability (Wilson 1927)."""
        n, p = self.claims, self.right
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return middle - half, middle + half


def calibration_error(p: NDArray[np.float64], y: NDArray[np.float64], bins: int = 10) -> float:
    """The expected calibration error over bins of equal size (Naeini et al. 2015), from 0 to 1."""
    return float(sum(abs(p[b].sum() - y[b].sum()) for b in _bins(p, bins)) / len(y))


def error_by_chance(p: NDArray[np.float64], bins: int = 10) -> float:
    """The :func:`calibration_error` that is to be expected of so many probabilities though each is exact."""
    spread = [math.sqrt(float((p[b] * (1 - p[b])).sum())) for b in _bins(p, bins)]
    return math.sqrt(2 / math.pi) * sum(spread) / len(p)


def _bins(p: NDArray[np.float64], bins: int) -> list[NDArray[np.intp]]:
    return np.array_split(np.argsort(p, kind="stable"), bins)


def svg(bins: Sequence[Bin], borders: Sequence[tuple[str, float]]) -> str:
    """The plot; ``borders`` are the tags with the probability that each begins at."""
    described = "; ".join(f"{100 * b.predicted:.0f} % predicted, {100 * b.right:.0f} % right" for b in bins)
    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {SIZE + 2 * MARGIN} {SIZE + 2 * MARGIN}' role='img' "
        "aria-labelledby='title desc'>",
        "<title id='title'>Calibration of the confidence on PolNeAR dev</title>",
        f"<desc id='desc'>Ten groups of claims by confidence: {described}.</desc>",
        f"<rect width='{SIZE + 2 * MARGIN}' height='{SIZE + 2 * MARGIN}' fill='#ffffff'/>",
        *_axes(),
        *_borders(borders),
        f"<path d='M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}' stroke='#767676' stroke-dasharray='5 4'/>",
        *_points(bins),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _axes() -> Iterable[str]:
    yield f"<path d='M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}' fill='none' stroke='#222222'/>"
    for tick in range(0, 101, 20):
        share = tick / 100
        yield _text(_x(share), _y(0) + 18, f"{tick}", "middle")
        yield _text(_x(0) - 8, _y(share) + 4, f"{tick}", "end")
    yield _text(_x(0.5), _y(0) + 40, "confidence, in percent", "middle")
    yield _text(_x(0), _y(1) - 16, "of the claims so many percent are right", "start")


def _borders(borders: Iterable[tuple[str, float]]) -> Iterable[str]:
    for tag, start in borders:
        if start:
            yield f"<path d='M{_x(start)} {_y(0)}V{_y(1)}' stroke='#bbbbbb'/>"
        yield _text(_x(start) + 4, _y(0) - 6, tag, "start")


def _points(bins: Iterable[Bin]) -> Iterable[str]:
    for b in bins:
        low, high = b.interval
        yield f"<path d='M{_x(b.predicted)} {_y(low)}V{_y(high)}' stroke='#00429d' stroke-width='1.5'/>"
        yield f"<circle cx='{_x(b.predicted)}' cy='{_y(b.right)}' r='4' fill='#00429d'/>"


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f"<text x='{x}' y='{y}' font-size='13' fill='#222222' text-anchor='{anchor}' {FONT}>{words}</text>"


def _x(share: float) -> float:
    return round(MARGIN + SIZE * share, 1)


def _y(share: float) -> float:
    return round(MARGIN + SIZE * (1 - share), 1)
