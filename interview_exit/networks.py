"""Addresses and networks, as an operator lists them and as connections and headers spell them."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network


@dataclass(frozen=True)
class Networks:
    """Several of them: `address in networks`."""

    of: tuple[IPv4Network | IPv6Network, ...]

    def __contains__(self, address: str) -> bool:
        try:
            found = _plain(ip_address(address))
        except ValueError:
            return False
        return any(found in network for network in self.of)


def networks(listed: str) -> Networks:
    """Return what is listed, separated by commas.

    Raises:
        ValueError: If part of it is neither an address nor a network.
    """
    return Networks(tuple(_network(part.strip()) for part in listed.split(",")))


def is_address(value: str) -> bool:
    """Return whether it is the address of a machine."""
    try:
        return bool(ip_address(value))
    except ValueError:
        return False


def _network(value: str) -> IPv4Network | IPv6Network:
    return ip_network(value) if "/" in value else ip_network(_plain(ip_address(value)))


def _plain(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return an address without the form that IPv6 has for those of IPv4."""
    return getattr(address, "ipv4_mapped", None) or address
