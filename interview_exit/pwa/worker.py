"""Writes the service worker: the hand-written source, headed by the list of everything it keeps.

Workbox decides what is in that list (`workbox-build`, run by Node where Reflex installed it); the worker itself is
small and our own, because starting it is part of every cold start. Each file stands there with the SHA-256 of its
content, whatever its name: a name with a hash in it does not say what came.
"""

import base64
import hashlib
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reflex.utils import path_ops

from interview_exit.pwa.names import HASHED, WORKER

HERE = Path(__file__).parent
SOURCE = HERE / "service-worker.js"
LISTING = HERE / "precache.mjs"
SPA_FALLBACK = "__spa-fallback.html"
# Larger than anything a page needs. Workbox would leave a larger file out silently; precache.mjs makes that an error.
LARGEST_BYTES = 8 * 1024 * 1024


def write_worker(web_dir: Path, static_dir: Path, network_only: Sequence[str], left_out: Sequence[str]) -> None:
    """List the finished site and write the worker that keeps it.

    Args:
        web_dir: Where Node finds `workbox-build`.
        static_dir: The built site, with every page and manifest as it will be served.
        network_only: Path prefixes that the worker never touches.
        left_out: Globs of files that are served but not kept.
    """
    ignored = [*left_out, WORKER[1:], "**/*.gz", "**/*.br", "**/*.zst", *_duplicates(static_dir)]
    files = {path: hash_of(static_dir / path[1:]) for path in list_files(web_dir, static_dir, ignored)}
    source = SOURCE.read_text(encoding="utf-8")
    build = {
        "version": _version(files, source),
        "files": files,
        "pages": _pages(static_dir),
        "fallback": _fallback(static_dir),
        "networkOnly": list(network_only),
        "hashed": HASHED,
    }
    text = f"const BUILD = {json.dumps(build, separators=(',', ':'))};\n{source}"
    (static_dir / WORKER[1:]).write_text(text, encoding="utf-8")


def list_files(web_dir: Path, static_dir: Path, ignored: Sequence[str]) -> list[str]:
    """Return the paths that Workbox lists, sorted."""
    options: dict[str, Any] = {
        "globDirectory": str(static_dir.resolve()),
        "globPatterns": ["**/*"],
        "globIgnores": list(ignored),
        "modifyURLPrefix": {"": "/"},
        "maximumFileSizeToCacheInBytes": LARGEST_BYTES,
    }
    node = path_ops.get_node_path() or "node"
    run = subprocess.run(  # noqa: S603 (our own script, with options we wrote)
        [node, str(LISTING), json.dumps(options)], cwd=web_dir, check=True, capture_output=True, encoding="utf-8"
    )
    return sorted(kept["url"] for kept in json.loads(run.stdout))


def hash_of(file: Path) -> str:
    """Return the SHA-256 of what a file holds, in base64."""
    return base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()


def _pages(static_dir: Path) -> dict[str, str]:
    """Return the file that answers each route."""
    files = (page.relative_to(static_dir) for page in sorted(static_dir.rglob("index.html")))
    return {f"/{file.parent.as_posix()}".replace("/.", "/"): f"/{file.as_posix()}" for file in files}


def _duplicates(static_dir: Path) -> list[str]:
    """Return the copies that Reflex makes of each page for file servers that want them."""
    folders = (page.parent for page in static_dir.rglob("index.html") if page.parent != static_dir)
    return [f"{folder.relative_to(static_dir).as_posix()}.html" for folder in folders]


def _fallback(static_dir: Path) -> str:
    return f"/{SPA_FALLBACK}" if (static_dir / SPA_FALLBACK).exists() else "/index.html"


def _version(files: dict[str, str], source: str) -> str:
    return hashlib.sha256((json.dumps(files) + source).encode()).hexdigest()[:12]
