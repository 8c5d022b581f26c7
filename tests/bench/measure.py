"""One figure of a benchmark: what was measured, beside what, and whether it reached its target."""

import json
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """`p50`, `p95` and `p99` of `n` measurements in `unit`.

    `beside` is the median of what stands beside it in the same run (in `unit`), `ratio` ours over that; `target` says
    in words what must be reached and `met` whether it was. None where there is nothing to compare or to reach.
    """

    name: str
    n: int
    p50: float
    p95: float
    p99: float
    unit: str
    beside: float | None = None
    ratio: float | None = None
    target: str | None = None
    met: bool | None = None


Report = Callable[[Figure], None]


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest-rank percentile: a value that was really measured."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]


def figure(
    name: str,
    values: Sequence[float],
    unit: str,
    *,
    beside: Sequence[float] | float | None = None,
    target: str | None = None,
    met: bool | None = None,
) -> Figure:
    """The figure of `values`, with the ratio of medians where something was measured beside them."""
    median = statistics.median(values)
    other = statistics.median(beside) if isinstance(beside, Sequence) else beside
    return Figure(
        name=name,
        n=len(values),
        p50=median,
        p95=percentile(values, 95),
        p99=percentile(values, 99),
        unit=unit,
        beside=other,
        ratio=median / other if other else None,
        target=target,
        met=met,
    )


def as_json(found: Figure) -> str:
    return json.dumps({key: _short(value) for key, value in asdict(found).items()}, ensure_ascii=False)


def as_line(found: Figure) -> str:
    """One line for a person."""
    spread = f"p50 {found.p50:.2f}  p95 {found.p95:.2f}  p99 {found.p99:.2f} {found.unit}"
    parts = [f"{found.name:<34} n={found.n:<6} {spread}"]
    if found.ratio is not None and found.beside is not None:
        parts.append(f"beside {found.beside:.2f} (ratio {found.ratio:.2f})")
    if found.target:
        parts.append(f"target {found.target}: {'met' if found.met else 'MISSED'}")
    return "  ".join(parts)


def _short(value: object) -> object:
    return round(value, 4) if isinstance(value, float) else value
