"""A plot of seconds against sizes, both on logarithmic axes, as an SVG of its own."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

Curve = Sequence[tuple[float, float]]
"""Sizes, each with what it took."""

WIDTH, HEIGHT, MARGIN = 560, 360, 64
_COLOURS: Final = ("#00429d", "#93003a", "#2a7a3b", "#8a5a00", "#5b2a86", "#006d6f")
_FONT: Final = "font-family='Helvetica, Arial, sans-serif'"


def exponent(curve: Curve) -> float:
    """The power of the size with which a curve grows: the slope of the line through the logarithms (least squares)."""
    points = [(math.log(size), math.log(value)) for size, value in curve]
    middle = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    spread = sum((x - middle[0]) ** 2 for x, _ in points)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / spread


def svg(title: str, unit: str, curves: Mapping[str, Curve]) -> str:
    """The plot of several curves of the same ``unit``, each with its name and exponent beside it."""
    every = [point for curve in curves.values() for point in curve]
    sizes, values = _decades(x for x, _ in every), _decades(y for _, y in every)

    def at(size: float, value: float) -> tuple[float, float]:
        return _share(size, sizes, WIDTH), HEIGHT - _share(value, values, HEIGHT)

    lines = [
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH + 4 * MARGIN} {HEIGHT + 2 * MARGIN}' role='img' "
        "aria-labelledby='title desc'>",
        f"<title id='title'>{title}</title>",
        f"<desc id='desc'>{'; '.join(_told(name, curve) for name, curve in curves.items())}</desc>",
        f"<rect width='{WIDTH + 4 * MARGIN}' height='{HEIGHT + 2 * MARGIN}' fill='#ffffff'/>",
        f"<g transform='translate({MARGIN} {MARGIN})'>",
        f"<path d='M0 0V{HEIGHT}H{WIDTH}' fill='none' stroke='#222222'/>",
        _text(0, -16, unit, "start"),
    ]
    for decades, place, anchor in ((sizes, _below(at), "middle"), (values, _beside(at), "end")):
        lines += (_text(*place(10.0**p), f"{10.0**p:,g}", anchor) for p in range(decades[0], decades[1] + 1))
    for (name, curve), colour in zip(curves.items(), _COLOURS, strict=False):
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in (at(*point) for point in curve))
        lines.append(f"<path d='M{path}' fill='none' stroke='{colour}' stroke-width='2'/>")
        lines += (
            f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3' fill='{colour}'/>" for x, y in (at(*p) for p in curve)
        )
        x, y = at(*curve[-1])
        lines.append(_text(x + 8, y + 4, f"{name}, n^{exponent(curve):.2f}", "start", colour))
    return "\n".join([*lines, "</g>", "</svg>", ""])


def _below(at: Callable[[float, float], tuple[float, float]]) -> Callable[[float], tuple[float, float]]:
    return lambda size: (at(size, 1)[0], HEIGHT + 20)


def _beside(at: Callable[[float, float], tuple[float, float]]) -> Callable[[float], tuple[float, float]]:
    return lambda value: (-8, at(1, value)[1] + 4)


def _told(name: str, curve: Curve) -> str:
    return f"{name}: " + ", ".join(f"{value:g} at {size:,g}" for size, value in curve)


def _decades(values: Iterable[float]) -> tuple[int, int]:
    """The powers of ten below and above all values."""
    logs = [math.log10(value) for value in values]
    low, high = math.floor(min(logs)), math.ceil(max(logs))
    return low, max(high, low + 1)


def _share(value: float, decades: tuple[int, int], length: int) -> float:
    return length * (math.log10(value) - decades[0]) / (decades[1] - decades[0])


def _text(x: float, y: float, words: str, anchor: str, colour: str = "#222222") -> str:
    return f"<text x='{x:.1f}' y='{y:.1f}' font-size='13' fill='{colour}' text-anchor='{anchor}' {_FONT}>{words}</text>"
