"""What deploy/ hands to an operator fits the project, and is right in the eyes of the tools that will read it.

No container is built and no unit started here: these checks are of form, and docs/operate.md says so. nginx is run.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml

from interview_exit import settings
from tests.sync.conftest import migrate
from tests.sync.server import free_port, serving

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NAME = "notes.example"
MOST_EXPOSED = 15
"""Of 100, as systemd counts: the fewer the better."""
NGINX = """
daemon off; pid {folder}/pid; error_log stderr;
events {{}}
http {{
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5; include {folder}/site.conf;
}}
"""


def program(name: str, package: str) -> str:
    """Return where a tool is; who has not got it skips, but for CI, which can install it."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if not found and os.environ.get("CI"):
        pytest.fail(f"{name} is missing: apt-get install {package}")
    if not found:
        pytest.skip(f"no {name} here: apt-get install {package}")
    return found


def check(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def services() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in DEPLOY.glob("compose.*.yaml"):
        for name, service in yaml.safe_load(file.read_text())["services"].items():
            yield f"{file.name} {name}", service


def test_the_example_of_an_environment_has_every_setting_with_its_default() -> None:
    lines = re.findall(r"^#([A-Z_]+)=(.*)$", (DEPLOY / "env.example").read_text(), re.MULTILINE)
    secrets = {f"{name}_FILE": "" for name in settings.SECRETS}
    assert dict(lines) == secrets | settings.DEFAULTS | {"DATABASE_URL": ""}
    assert settings.load(dict(lines)) == settings.load({})


def test_variables_in_deploy_are_settings() -> None:
    known = {*settings.DEFAULTS, *(f"{name}_FILE" for name in settings.SECRETS)}
    for name, service in services():
        if service.get("image") == "interview-exit":
            assert set(service["environment"]) <= known, name
    unit = (DEPLOY / "interview-exit.service").read_text()
    assert set(re.findall(r"^Environment=([A-Z_]+)=", unit, re.MULTILINE)) <= known


def test_the_container_gets_all_that_its_image_is_made_of() -> None:
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
    let_in = [line.removeprefix("!") for line in ignored if line.startswith("!")]
    assert [name for name in let_in if not (ROOT / name).exists()] == []
    copied = re.findall(r"^COPY --from=build /app/(\S+)", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    built = {".venv", ".web/build/client"}
    assert {name for name in copied if not any(fnmatch(name, each) for each in let_in)} == built


def test_containers_may_do_next_to_nothing() -> None:
    ours = {name: service for name, service in services() if "build" in service}
    assert len(ours) == 2
    for name, service in ours.items():
        assert (service["read_only"], service["cap_drop"], service["tmpfs"]) == (True, ["ALL"], ["/tmp"]), name  # noqa: S108
        assert service["security_opt"] == ["no-new-privileges:true"]
    published = {name: service.get("ports", []) for name, service in services()}
    assert published["compose.postgres.yaml app"] == published["compose.postgres.yaml database"] == []
    assert published["compose.sqlite.yaml app"] == ["127.0.0.1:8000:8000"]
    image = (DEPLOY / "Dockerfile").read_text()
    assert re.findall(r"^USER (.*)$", image, re.MULTILINE) == ["10001"]
    assert '"interview_exit.sync", "healthcheck"]' in image


def test_systemd_takes_the_unit_and_finds_little_exposed(tmp_path: Path) -> None:
    analyze = program("systemd-analyze", "systemd")
    unit = tmp_path / "interview-exit.service"
    text = (DEPLOY / unit.name).read_text()
    # Where the project really is.
    unit.write_text(text.replace("/opt/interview-exit", str(ROOT)))
    assert check(analyze, "verify", unit) == ""
    check(analyze, "security", "--offline=true", f"--threshold={MOST_EXPOSED}", unit)


def test_caddy_takes_its_file() -> None:
    caddy = program("caddy", "caddy")
    said = check(caddy, "validate", "--adapter", "caddyfile", "--config", DEPLOY / "Caddyfile", SITE=NAME)
    assert "Valid configuration" in said
    check(caddy, "fmt", "--diff", DEPLOY / "Caddyfile")


@contextmanager
def nginx(folder: Path, port: int, target: int) -> Iterator[None]:
    """Run nginx with our file, but for ports and a certificate."""
    found = program("nginx", "nginx")
    wanted = [("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}")]
    check(
        *wanted[0], "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"
    )
    text = (DEPLOY / "nginx.conf").read_text().replace("127.0.0.1:8000", f"127.0.0.1:{target}")
    text = re.sub(r"/etc/letsencrypt/\S+/fullchain.pem", f"{folder}/cert.pem", text)
    text = re.sub(r"/etc/letsencrypt/\S+/privkey.pem", f"{folder}/key.pem", text)
    text = re.sub(r"listen 80;\n.*\n", f"listen 127.0.0.1:{free_port()};\n", text)
    text = re.sub(r"listen 443 (.*);\n.*\n", rf"listen 127.0.0.1:{port} \1;\n", text)
    (folder / "site.conf").write_text(text)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder))
    check(found, "-t", "-c", folder / "nginx.conf")
    process = subprocess.Popen([found, "-c", folder / "nginx.conf"])
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def test_behind_nginx_the_server_is_told_who_asks_and_how(tmp_path: Path) -> None:
    program("nginx", "nginx")
    url, port = f"sqlite:///{tmp_path}/sealed.db", free_port()
    migrate(url)
    with serving(url, TRUSTED_HOSTS=NAME) as server, nginx(tmp_path, port, server.port):
        transport = httpx2.HTTPTransport(verify=False, retries=5)
        with httpx2.Client(transport=transport, base_url=f"https://127.0.0.1:{port}") as client:
            answer = client.get("/api/v1/openapi.json", headers={"host": NAME}, extensions={"sni_hostname": NAME})
    assert (answer.status_code, answer.headers["strict-transport-security"]) == (200, "max-age=15552000")
