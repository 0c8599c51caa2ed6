"""What many vaults ask for in the busiest minutes of a day: drawn at random from the assumptions of docs/scale.md.

A million people who know nothing of each other come like raindrops (a Poisson process), as many as the hour brings.
What they have in common does not: interviews end on the hour and the half hour, and a mobile network that was away
gives all its phones back at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from random import Random


class Kind(Enum):
    """What is asked for."""

    NOTHING_NEW = "pull with nothing new"
    PAGE = "pull of 30 records"
    PUSH = "push of 30 records"


@dataclass(frozen=True)
class Request:
    """One request, in seconds from the beginning."""

    at: float
    kind: Kind


@dataclass(frozen=True)
class Assumptions:
    """How people use the app while they look for work."""

    vaults: int = 1_000_000
    devices_per_vault: int = 2
    opens_per_device_and_day: int = 3
    # One when the app comes into view, and one a minute after that.
    pulls_per_open: int = 3
    interviews_per_month: int = 4
    records_per_interview: int = 30
    sealed_bytes: int = 512
    busiest_hour_share: float = 0.1
    # Interviews end at sixteen moments of a working day, of which a month has 22.
    ends_per_month: int = 22 * 16
    # The client waits for a random time before it tells the server that there was one.
    quiet_seconds: tuple[float, float] = (300.0, 1200.0)
    returning_phones: int = 50_000
    return_seconds: float = 30.0

    @property
    def pulls_per_day(self) -> int:
        """How many pulls all vaults make."""
        return self.vaults * self.devices_per_vault * self.opens_per_device_and_day * self.pulls_per_open

    @property
    def pulls_per_busy_second(self) -> float:
        """How many pulls a second of the busiest hour brings."""
        return self.pulls_per_day * self.busiest_hour_share / 3600

    @property
    def interviews_at_once(self) -> float:
        """How many interviews end at the same moment."""
        return self.vaults * self.interviews_per_month / self.ends_per_month


def ordinary(assumed: Assumptions, seconds: float, random: Random) -> list[Request]:
    """Return the busiest stretch of a day; it begins when the first of those whose interviews have ended sync."""
    requests = list(_pulls(assumed, seconds, random))
    least, most = assumed.quiet_seconds
    for _ in range(round(assumed.interviews_at_once)):
        at = random.uniform(0, most - least)
        if at < seconds:
            # To push, and to look what else is new; the vault's other device gets a page when it comes.
            requests += [Request(at, Kind.PUSH), Request(at, Kind.NOTHING_NEW)]
            requests.append(Request(random.uniform(at, seconds), Kind.PAGE))
    return sorted(requests, key=lambda request: request.at)


def network_returns(assumed: Assumptions, seconds: float, random: Random) -> list[Request]:
    """Return the same, and many phones that come back online in the middle of it, each with something to say."""
    requests = ordinary(assumed, seconds, random)
    for _ in range(assumed.returning_phones):
        at = seconds / 2 + random.uniform(0, assumed.return_seconds)
        requests += [Request(at, Kind.PUSH), Request(at, Kind.PAGE)]
    return sorted(requests, key=lambda request: request.at)


def _pulls(assumed: Assumptions, seconds: float, random: Random) -> Iterator[Request]:
    at = random.expovariate(assumed.pulls_per_busy_second)
    while at < seconds:
        yield Request(at, Kind.NOTHING_NEW)
        at += random.expovariate(assumed.pulls_per_busy_second)
