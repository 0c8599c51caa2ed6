"""Who asks: an address, as the connection and the proxies in front tell it."""

from collections.abc import Container
from ipaddress import IPv6Address, ip_address


def network(address: str) -> str:
    """Return what stands for one subscriber: an IPv4 address, or the /64 that an IPv6 address lies in."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or int(parsed) >> 64)
    return str(parsed)


def client_address(peer: str, forwarded: str, proxies: Container[str]) -> str:
    """Return who asks: the peer itself, or whom a proxy that we trust names last.

    Args:
        peer: Who opened the connection.
        forwarded: The `X-Forwarded-For` header, where each proxy appends its own peer.
        proxies: The addresses that may be believed.
    """
    chain = [part.strip() for part in forwarded.split(",") if part.strip()]
    while peer in proxies and chain:
        peer = chain.pop()
    return peer
