"""The addresses by which other devices in the same network find this computer."""

import fcntl
import socket
import struct
import sys
from contextlib import suppress
from ipaddress import IPv4Address

# What asks the kernel for an interface's address, and where that stands in the answer: <net/if.h>, <sys/sockio.h>.
SIOCGIFADDR = 0xC0206921 if sys.platform == "darwin" else 0x8915
NAME_BYTES, ADDRESS = 16, slice(20, 24)
# Of a block for documentation (RFC 5737): nothing is sent there, and the way to it is the way to all that is far.
FAR = ("198.51.100.1", 9)


def addresses() -> dict[str, str]:
    """Return each address with its interface's name, first the one that this computer uses for what is far."""
    found = {str(address): name for _, name in socket.if_nameindex() if (address := _of(name))}
    first = _used()
    return {address: found[address] for address in sorted(found, key=lambda address: address != first)}


def _of(interface: str) -> IPv4Address | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        asked = struct.pack("256s", interface.encode()[: NAME_BYTES - 1])
        address = IPv4Address(fcntl.ioctl(probe, SIOCGIFADDR, asked)[ADDRESS])
        return None if address.is_loopback or address.is_link_local else address
    return None


def _used() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect(FAR)
        return probe.getsockname()[0]
    return ""
