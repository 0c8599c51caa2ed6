"""Text that has a neutral form, which gives nothing away to somebody who glances at the screen (N11)."""

from __future__ import annotations


class Worded(str):
    """A text as it is read, with its neutral word beside it; whoever does not ask for that has plain text."""

    discreet: str

    def __new__(cls, plain: str, discreet: str) -> Worded:
        """Keep the two together."""
        text = super().__new__(cls, plain)
        text.discreet = discreet
        return text

    def __reduce__(self) -> tuple[type[Worded], tuple[str, str]]:
        """Let it be copied whole."""
        return Worded, (str(self), self.discreet)
