"""Serve the production build and the API on one port: `python -m interview_exit.serve`, which `make run` calls.

Four steps, each of which stops with one plain sentence: settings, a free port, an up-to-date database, the server.
"""

import errno
import os
import shutil
import socket
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection
from multiprocessing import Process

from interview_exit import BEGAN
from interview_exit.server import notify, processes
from interview_exit.settings import Settings, SettingsError, load, service_manager
from interview_exit.sync.migration import MigrationError, migrate

READY_SECONDS = 60


def main() -> None:
    """Serve until told to stop."""
    try:
        settings = load()
        claim_port(settings.host, settings.port, "make run PORT=8181")
        migrate(settings.database_url)
    except (SettingsError, MigrationError) as error:
        sys.exit(str(error))
    # Versions until 2026 let Reflex keep here what the page about the server had shown.
    shutil.rmtree(".states", ignore_errors=True)
    # A process and not a thread: the server forks, and a fork must not catch a thread holding a lock.
    Process(target=announce_apart, args=(settings, BEGAN), daemon=True).start()
    processes.run("interview_exit.app:app", settings)


def claim_port(host: str, port: int, other: str) -> None:
    """Stop with a sentence if the port can't be had; the server itself would share it silently (SO_REUSEPORT).

    Args:
        host: The address to listen on.
        port: The port.
        other: What to type for another port.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                sys.exit(f"HOST {host} is no address of this machine")
            sys.exit(f"PORT {port} can't be used ({error.strerror}); try another: {other}")


def announce_apart(settings: Settings, began: float) -> None:
    """Announce in a process of its own, which Ctrl-C, sent to every process of a terminal, ends without a word."""
    with suppress(KeyboardInterrupt):
        announce(settings, began)


def announce(settings: Settings, began: float) -> None:
    """Print the seconds since `began`, and the URL, once the server really answers."""
    deadline, server = time.monotonic() + READY_SECONDS, os.getppid()
    while time.monotonic() < deadline and os.getppid() == server:
        if answers(settings):
            print(f"Starting … {time.monotonic() - began:.1f} s", flush=True)  # noqa: T201
            print(f"Ready: {settings.url}", flush=True)  # noqa: T201
            notify.ready(service_manager())
            return
        time.sleep(0.05)


def answers(settings: Settings) -> bool:
    """Return whether the front page is served."""
    connection = HTTPConnection(settings.reachable, settings.port, timeout=5)
    try:
        names = sorted(settings.trusted_hosts)
        connection.request("GET", "/", headers={"Host": names[0]} if names else {})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    main()
