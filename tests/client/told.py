"""One interview's records as a test tells them, in the order they happened."""

from dataclasses import dataclass, field
from typing import Any

from tests.client.ledger_tab import stamp
from tests.support.older import choosing, saying

MORNING_MS = 1_795_000_000_000
INTERVIEW = "an-interview"


@dataclass
class Told:
    """The records of one interview; each method adds one and returns its id."""

    interview: str = INTERVIEW
    at: int = MORNING_MS
    records: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.add("iv", id=self.interview)

    def tap(self, flag: str, *, hard: bool = False) -> str:
        return self.add("tap", flag=flag, hard=hard)

    def answer(self, tap: str, state: str) -> str:
        return self.add("outcome", e=tap, prev=[], body=saying(state))

    def choose(self, choice: str) -> str:
        return self.step("choose", **choosing(choice))

    def step(self, step: str, **what: Any) -> str:  # noqa: ANN401, whatever a step carries
        return self.add("step", step=step, **what)

    def about(self, **body: Any) -> str:  # noqa: ANN401, whatever a revision says
        return self.add("ivmeta", e=self.interview, prev=[], body=body)

    def later(self, minutes: float) -> "Told":
        """Let time pass, or turn the clock back."""
        self.at += int(minutes * 60_000)
        return self

    def add(self, kind: str, **what: Any) -> str:  # noqa: ANN401, whatever a record carries
        number = len(self.records)
        basis = {"id": f"{self.interview}-{number}", "k": kind, "iv": self.interview, "at": self.at}
        record = {**basis, "hlc": stamp(MORNING_MS, number), "dev": "else", "v": 1, **what}
        self.records.append(record)
        return record["id"]
