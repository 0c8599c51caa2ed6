"""The site below a prefix, `/exit/`, of a host that is somebody else's: nothing it asks for at the root is its own."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

from tests.support.site import free_port
from tools import caddy

PREFIX = "/exit"
SITES = """
http://localhost:{port} {{
    bind 127.0.0.1
    {handle} {prefix}/* {{
        reverse_proxy {target}
    }}
    respond /up 200
    {other}
}}
"""


@contextmanager
def below_prefix(target: str, folder: Path, *, stripped: bool, other: str) -> Iterator[str]:
    """Stand in front of a site, and return its address there.

    Args:
        target: The site.
        folder: Where Caddy keeps what it needs.
        stripped: Whether the prefix is left out of what the site is asked for.
        other: What the host does about everything else, as a Caddyfile says it.
    """
    port, handle = free_port(), "handle_path" if stripped else "handle"
    sites = SITES.format(port=port, handle=handle, prefix=PREFIX, target=target, other=other)

    def is_up() -> bool:
        with suppress(OSError):
            return urlopen(f"http://localhost:{port}/up").status == 200
        return False

    with caddy.started(sites, folder, folder / "log") as program:
        program.until(is_up)
        yield f"http://localhost:{port}{PREFIX}"
