"""The generated modules: a browser reads in them exactly what Python decided."""

import gzip
import json
import posixpath
import re
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from interview_exit.bridge.generated import readers
from interview_exit.compiled.modules import MODULES, sources, tables
from interview_exit.rules.flags import KINDS
from interview_exit.rules.taps import MARKS, MOVES, POSITIONS, STATES, Standing, after, counts_as, sort_of
from interview_exit.rules.verdict import CHOICES, FACTS, VERDICTS, decide, facts_at
from interview_exit.words.scripts import SCRIPTS

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "assets" / "client"
LIVE = tables(MODULES["live"])
BIN = f"{Path(sys.executable).parent}"
LARGEST_GZIP = 8 * 1024


def in_node(folder: Path, expression: str, name: str = "live") -> Any:  # noqa: ANN401 (JSON may be anything)
    """Return what an expression over a module, as `t`, is in Node."""
    node = shutil.which("node", path=BIN) or shutil.which("node")
    assert node, "Node is needed: `make test` installs it"
    (folder / "tables.mjs").write_text(sources()[f"tables/{name}.js"], encoding="utf-8")
    source = f"import * as t from './tables.mjs'; console.log(JSON.stringify({expression}))"
    run = subprocess.run(
        [node, "--input-type=module", "-e", source], cwd=folder, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_javascript_and_holds_what_python_decided(tmp_path: Path, name: str) -> None:
    assert in_node(tmp_path, "{...t}", name) == tables(MODULES[name])


def test_every_situation_is_looked_up_as_python_decides_it(tmp_path: Path) -> None:
    found = in_node(tmp_path, "t.INDEX.map((row) => t.ROWS[row])")
    assert len(found) == 2 ** len(FACTS) * len(CHOICES)
    for place, row in enumerate(found):
        verdict = decide(facts_at(place))
        assert {"chosen": False, "reordered": False, **row} == {
            "verdict": verdict.verdict,
            "cause": verdict.cause,
            "chosen": verdict.chosen,
            "loop": verdict.loop,
            "subject": verdict.subject,
            "reordered": verdict.reordered,
            "options": list(verdict.options),
        }


def test_every_move_of_a_tap_leads_where_python_says(tmp_path: Path) -> None:
    held = in_node(tmp_path, "{positions: t.POSITIONS, moves: t.MOVES}")
    for (place, at), move, mark in product(enumerate(POSITIONS), MOVES, MARKS):
        told = held["moves"][move]
        reached = held["positions"][told["to"][place]]
        assert Standing(reached["state"], told.get("mark", mark), reached.get("due", "")) == after(
            replace(at, mark=mark), move
        )


def test_a_tap_is_looked_up_as_python_sorts_and_counts_it(tmp_path: Path) -> None:
    sorts, counts = in_node(tmp_path, "[t.SORTS, t.COUNTS]")
    for kind, mark in product(("", *KINDS), MARKS):
        assert {"hard": False, "askable": False, **sorts[kind][mark]} == asdict(sort_of(kind, mark))
    for line, state in product(("", *KINDS, "hard"), STATES):
        assert counts[line].get(state, counts[line][""]) == (counts_as(line, state) or "")


@pytest.mark.parametrize("name", [name for name, held in LIVE.items() if isinstance(held, dict)])
def test_junk_from_a_database_finds_nothing(tmp_path: Path, name: str) -> None:
    junk = '["constructor", "__proto__", "toString"]'
    assert in_node(tmp_path, f"{junk}.filter((key) => t.{name}[key] !== undefined)") == []


def test_every_line_names_a_script_or_the_flag_s_own() -> None:
    assert set(LIVE["LINES"]) == set(VERDICTS)
    for lines in LIVE["LINES"].values():
        assert lines[""][""] in LIVE["SCRIPTS"]
        assert {line for by_state in lines.values() for line in by_state.values()} <= {"flag", *LIVE["SCRIPTS"]}


def test_every_script_has_a_text_for_every_set_of_slots() -> None:
    held = {**LIVE["SCRIPTS"], **tables(MODULES["after"])["NOTES"]}
    assert set(held) == set(SCRIPTS)
    for script in held.values():
        assert len(script["variants"]) == 2 ** len(script["slots"])


def test_what_only_one_page_looks_up_is_loaded_by_no_other() -> None:
    """The live page's own modules, and all that they import in turn."""
    loaded, waiting, bound = set[str](), {"readers/use-live.js"}, readers()
    while waiting:
        name = waiting.pop()
        loaded.add(name)
        written = "" if name in sources() else bound.get(name) or (CLIENT / name).read_text(encoding="utf-8")
        imported = re.findall(r'^.*"(\.[\w./-]+\.js)";$', written, re.MULTILINE)
        waiting |= {posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) for path in imported} - loaded
    assert loaded & set(sources()) == {"tables/live.js", "tables/routes.js"}


def test_what_the_live_page_loads_is_small() -> None:
    assert len(gzip.compress(sources()["tables/live.js"].encode(), 9)) <= LARGEST_GZIP


def test_the_rules_and_the_words_need_no_framework() -> None:
    names = "[name for name in sys.modules if name.startswith('reflex')]"
    script = f"import sys, interview_exit.compiled.modules; print({names})"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
