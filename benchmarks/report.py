"""A measured figure beside its budget, and how they are printed."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure.

    Args:
        what: What was measured, and under which conditions.
        value: The figure.
        unit: Its unit.
        budget: The most it may be, in the same unit; none for figures that only inform.
        want: What we would like it to be.
        least: The budget is the least it may be.
    """

    what: str
    value: float
    unit: str
    budget: float | None = None
    want: float | None = None
    least: bool = False


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which this share of them lies, by the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def printed(title: str, rows: Iterable[Row]) -> str:
    """Return a table of the rows."""
    lines = [f"{row.what:<66}{row.value:>10.2f} {row.unit:<5}{_judged(row)}" for row in rows]
    return "\n".join([title, "-" * len(title), *lines])


def _judged(row: Row) -> str:
    if row.budget is None:
        return ""
    kept = row.value >= row.budget if row.least else row.value <= row.budget
    wanted = "" if row.want is None else f" (want {row.want:g})"
    return f"  budget {row.budget:g}{wanted}  {'ok' if kept else 'UNDER' if row.least else 'OVER'}"
