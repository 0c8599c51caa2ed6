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
    """

    what: str
    value: float
    unit: str
    budget: float | None = None


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which this share of them lies, by the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def printed(title: str, rows: Iterable[Row]) -> str:
    """Return a table of the rows."""
    lines = [title, "-" * len(title)]
    for row in rows:
        budget = "" if row.budget is None else f"  budget {row.budget:g}  {_verdict(row)}"
        lines.append(f"{row.what:<66}{row.value:>10.2f} {row.unit:<5}{budget}")
    return "\n".join(lines)


def _verdict(row: Row) -> str:
    assert row.budget is not None
    return "ok" if row.value <= row.budget else "OVER"
