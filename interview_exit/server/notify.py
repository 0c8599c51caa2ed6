"""Tells systemd that the server answers: one datagram, as sd_notify(3) has it."""

import socket
from contextlib import suppress


def ready(address: str) -> None:
    """Say so at the address that systemd has given, if it has given one."""
    if not address:
        return
    # One that begins with @ has no file; to the kernel it begins with a zero.
    name = f"\0{address[1:]}" if address.startswith("@") else address
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.sendto(b"READY=1", name)
