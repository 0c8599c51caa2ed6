"""A database whose parts are on other servers, made by typing what docs/scale.md tells an operator to type."""

import os
import re
import subprocess
import sys
from pathlib import Path

from sqlalchemy import make_url

from tests.support.cluster import Cluster

ROOT = Path(__file__).parents[2]
PARTS = 2


def divided(clusters: tuple[Cluster, Cluster], url: str, folder: Path) -> str:
    """Divide the tables of a migrated database, and move every part to another server; return the database's URL."""
    division, *moving = commands()
    type_in(division, url, {"DATABASE_URL": url})
    for part, cluster in enumerate(clusters):
        move(moving, url, part, cluster.database(), folder)
    return url


def move(commands: list[str], url: str, part: int, to: str, folder: Path) -> None:
    """Move one part."""
    second, script = make_url(to), folder / f"part{part}.sql"
    names = {
        r"second\.sql": str(script),
        r"second\.example": str(second.query["host"]),
        r"(?<=dbname ')second|(?<=quiet )second": str(second.database),
        r"\bsecond\b(?!/)": f"server{part}",
        r"(?<=psql )name|(?<= )name(?= \|)": str(make_url(url).database),
        r"(?<=user ')user": str(second.username),
        r"_1\b": f"_{part}",
        r"REMAINDER 1": f"REMAINDER {part}",
    }
    script.write_text(put_in(statements(), names))
    for command in commands:
        type_in(put_in(command, names), url, {})


def commands() -> list[str]:
    """Return what the document tells people to type."""
    section = document().split("## Tables divided by vault")[1]
    return [line.strip() for line in section.splitlines() if line.startswith(("    .venv", "    psql", "    pg_dump"))]


def statements() -> str:
    """Return the document's SQL."""
    [found] = re.findall(r"```sql\n(.*?)```", document(), re.DOTALL)
    return found


def document() -> str:
    return (ROOT / "docs/scale.md").read_text(encoding="utf-8").replace("MODULUS 16", f"MODULUS {PARTS}")


def put_in(text: str, names: dict[str, str]) -> str:
    for pattern, name in names.items():
        text = re.sub(pattern, name, text)
    return text


def type_in(command: str, url: str, variables: dict[str, str]) -> None:
    """Type a command as the operator of a database."""
    place = make_url(url)
    programs = ":".join(map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)))
    given = {"PGHOST": str(place.query["host"]), "PGUSER": str(place.username), "ON_ERROR_STOP": "1"}
    typed = command.replace(".venv/bin/python", sys.executable).replace("--parts 16", f"--parts {PARTS}")
    subprocess.run(
        ["bash", "-euo", "pipefail", "-c", typed.replace("psql ", "psql --no-psqlrc --set=ON_ERROR_STOP=1 ")],
        env=os.environ | given | variables | {"PATH": f"{programs}:{os.environ['PATH']}"},
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
