"""The worker keeps exactly what the pages need."""

import re
import subprocess
from base64 import b64encode
from gzip import decompress
from hashlib import sha256
from pathlib import Path
from urllib.request import Request, urlopen

from tests.pwa.built import ROUTES, build_facts

# A file is named in the built site by its path from the root, or by its bare name in a bundle's list of parts.
NAME = re.compile(r"[\w./\[\]-]+\.(?:js|css|webmanifest|png|svg|woff2)\b")


def named(file: Path) -> set[str]:
    """Return the last parts of all paths that a file names."""
    return {name.rpartition("/")[2] for name in NAME.findall(file.read_text(errors="ignore"))}


def needed(built: Path) -> set[str]:
    """Return what can be reached from the pages: they, what they name, what that names, and so on."""
    files = [path for path in built.rglob("*") if path.is_file() and path.name != "sw.js"]
    everything = {f"/{path.relative_to(built).as_posix()}": path for path in files}
    todo = ["/__spa-fallback.html", *(f"{route.rstrip('/')}/index.html" for route in ROUTES)]
    todo += [path for path in everything if path.startswith("/manifests/")]
    reached: set[str] = set()
    while todo:
        path = todo.pop()
        if path not in reached:
            reached.add(path)
            names = named(everything[path])
            todo += [other for other in everything if other.rpartition("/")[2] in names]
    return {path for path in reached if not path.startswith("/screenshots/")}


def test_keeps_exactly_what_the_pages_need(built: Path) -> None:
    assert set(build_facts(built)["files"]) == needed(built)


def test_keeps_no_compressed_copy_and_no_raw_module(built: Path) -> None:
    assert not [path for path in build_facts(built)["files"] if path.endswith((".gz", ".br")) or "/client/" in path]
    assert not (built / "client").exists()


def test_every_file_is_listed_with_the_hash_of_what_is_served(built: Path, site: str) -> None:
    """Whatever serves it may compress it on the way, and nothing else."""
    for path, expected in build_facts(built)["files"].items():
        with urlopen(Request(site + path, headers={"Accept-Encoding": "gzip"})) as answer:
            body = answer.read()
            content = decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body
        assert b64encode(sha256(content).digest()).decode() == expected, path


def test_every_route_has_its_page(built: Path) -> None:
    facts = build_facts(built)
    assert set(facts["pages"]) == set(ROUTES)
    assert {*facts["pages"].values(), facts["fallback"]} <= set(facts["files"])


def test_leaves_the_api_alone(built: Path) -> None:
    assert build_facts(built)["networkOnly"] == ["/api/"]


def test_loads_nothing_from_elsewhere(built: Path) -> None:
    text = (built / "sw.js").read_text()
    assert "importScripts" not in text
    assert "http" not in text


def test_is_valid_javascript(built: Path) -> None:
    subprocess.run(["node", "--check", built / "sw.js"], check=True)
