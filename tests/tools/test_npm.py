"""Where npm's locks differ in meaning is told by package, version and hash; and a lock is installed without asking."""

import base64
import hashlib
import io
import json
import os
import subprocess
import tarfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tools import npm
from tools.commands import BIN

PROJECT = {"": {"dependencies": {"bip39": "4.4.2"}, "devDependencies": {"vite": "8.3.4"}}}
BIP39 = {"node_modules/bip39": {"version": "4.4.2", "integrity": "sha512-a"}}
VITE = {"node_modules/vite": {"version": "8.3.4", "integrity": "sha512-b", "dependencies": {"rollup": "^4"}}}
ROLLUP = {"node_modules/rollup": {"version": "4.1.0", "optionalDependencies": {"@rollup/linux-arm64": "4.1.0"}}}
ARM = {"node_modules/@rollup/linux-arm64": {"version": "4.1.0", "integrity": "sha512-c", "optional": True}}
WHOLE = PROJECT | BIP39 | VITE | ROLLUP | ARM


def test_package_of_another_platform_that_a_lock_lacks_is_named_with_the_one_that_adds_it() -> None:
    without = {place: facts for place, facts in WHOLE.items() if place not in ARM}
    assert list(npm.lacking(without)) == ["@rollup/linux-arm64 4.1.0, which rollup needs, is not locked"]
    assert list(npm.lacking(WHOLE)) == []


def test_package_inside_another_counts_for_that_one_alone() -> None:
    inside = {"node_modules/vite/node_modules/rollup": {"version": "4.1.0"}}
    assert list(npm.lacking(PROJECT | BIP39 | VITE | inside)) == []
    assert list(npm.lacking({"": {"dependencies": {"rollup": "^4"}}} | inside)) == [
        "rollup ^4, which the app needs, is not locked"
    ]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"bip39": "4.5.0", "vite": "8.3.4"}, "bip39: the app wants 4.5.0, locked is 4.4.2"),
        ({"bip39": "4.4.2", "vite": "8.3.4", "lean-qr": "2.7.4"}, "lean-qr: the app wants 2.7.4, locked is nothing"),
        ({"bip39": "4.4.2"}, "vite: the app wants nothing, locked is 8.3.4"),
    ],
)
def test_what_the_app_asks_for_and_is_not_locked_is_named(wanted: dict[str, str], told: str) -> None:
    assert list(npm.unlocked(wanted, WHOLE)) == [told]


def test_what_is_installed_and_not_locked_is_named_by_version_and_hash() -> None:
    found = BIP39 | {"node_modules/vite": {"version": "8.3.5", "integrity": "sha512-x"}} | ROLLUP
    assert list(npm.differing(WHOLE, found)) == [
        "vite: locked is 8.3.4 (sha512-b), installed is 8.3.5 (sha512-x)",
    ]
    assert list(npm.differing(WHOLE, VITE | ROLLUP)) == ["bip39: locked is 4.4.2 (sha512-a), installed is nothing"]


def test_form_of_a_lock_is_no_difference() -> None:
    other = {place: dict(reversed(list(facts.items()))) | {"license": "MIT"} for place, facts in WHOLE.items()}
    assert list(npm.differing(WHOLE, dict(reversed(list(other.items()))))) == []


@pytest.fixture
def registry() -> Iterator[tuple[str, list[str]]]:
    """A registry that has two versions of one package; and what it was asked."""
    asked: list[str] = []

    class Registry(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(ARCHIVE if self.path.endswith(".tgz") else offers(self.headers["Host"]))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, its base names it so
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Registry)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def offers(host: str) -> bytes:
    """Return what a registry says of a package: its versions, and where they are."""
    versions = {
        version: {
            "name": "alpha",
            "version": version,
            "dist": {"tarball": f"http://{host}/alpha/-/alpha-{version}.tgz"},
        }
        for version in ("1.0.0", "1.1.0")
    }
    return json.dumps({"name": "alpha", "dist-tags": {"latest": "1.1.0"}, "versions": versions}).encode()


def archive() -> bytes:
    """Return a package as a registry has it."""
    manifest = json.dumps({"name": "alpha", "version": "1.0.0"}).encode()
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as packed:
        entry = tarfile.TarInfo("package/package.json")
        entry.size = len(manifest)
        packed.addfile(entry, io.BytesIO(manifest))
    return buffer.getvalue()


ARCHIVE = archive()


def install(folder: Path, registry: str, content: bytes) -> str:
    """Install a lock of one package, which must have this content; return what npm said."""
    integrity = f"sha512-{base64.b64encode(hashlib.sha512(content).digest()).decode()}"
    project = {"name": "app", "dependencies": {"alpha": "^1.0.0"}}
    (folder / "package.json").write_text(json.dumps(project))
    packages = {"": project, "node_modules/alpha": {"version": "1.0.0", "integrity": integrity}}
    (folder / "package-lock.json").write_text(json.dumps({"lockfileVersion": 3, "packages": packages}))
    environ = os.environ | {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "npm_config_registry": registry,
        "npm_config_cache": str(folder / "cache"),
    }
    done = subprocess.run([BIN / "npm", *npm.CI], cwd=folder, env=environ, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_what_was_locked_is_installed_though_newer_has_come(registry: tuple[str, list[str]], tmp_path: Path) -> None:
    """A lock has no addresses, so npm asks for that of the locked version."""
    address, asked = registry
    install(tmp_path, address, ARCHIVE)
    assert npm.read(tmp_path / "node_modules" / ".package-lock.json")["node_modules/alpha"]["version"] == "1.0.0"
    assert asked == ["/alpha", "/alpha/-/alpha-1.0.0.tgz"]


def test_package_of_another_hash_is_named_and_not_installed(registry: tuple[str, list[str]], tmp_path: Path) -> None:
    said = install(tmp_path, registry[0], b"something else")
    assert not (tmp_path / "node_modules" / "alpha").exists()
    (told,) = set(npm.tampered(said, npm.read(tmp_path / "package-lock.json")))
    assert told.startswith("alpha 1.0.0: locked is sha512-")
