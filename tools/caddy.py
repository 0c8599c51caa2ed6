"""Caddy with a certificate authority of its own, all in one folder; nothing else on the machine is changed."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tools import beside
from tools.beside import Program
from tools.commands import BIN

# No file of the user's is read or written, no port is opened but those of the sites (HTTP/3 would open UDP), and no
# request is noted: an address may hold a vault's id.
OPTIONS = """{{
    admin off
    persist_config off
    skip_install_trust
    auto_https disable_redirects
    # Else it would wait for whatever a browser keeps open.
    grace_period 1s
    storage file_system "{folder}"
    servers {{
        protocols h1 h2
    }}
    log {{
        level FATAL
    }}
    pki {{
        ca local {{
            name "Notes"
            root_cn "Notes on this network"
            intermediate_cn "Notes on this network, intermediate"
        }}
    }}
}}
"""


def root(folder: Path) -> Path:
    """Return where the authority's certificate is kept; its key lies beside it."""
    return folder / "pki" / "authorities" / "local" / "root.crt"


@contextmanager
def started(sites: str, folder: Path, log: Path) -> Generator[Program]:
    """Run Caddy with these sites.

    Args:
        sites: A Caddyfile without its options.
        folder: Where it keeps its authority and certificates.
        log: What it says when it can't start.
    """
    config = folder / "Caddyfile"
    config.write_text(OPTIONS.format(folder=folder) + sites, encoding="utf-8")
    command = [BIN / "caddy", "run", "--config", config, "--adapter", "caddyfile"]
    with beside.started("Caddy", command, {"HOME": str(folder), "PATH": "/usr/bin:/bin"}, log) as program:
        yield program
