"""Who imports whom: downward alone, folder by folder, in no circle; and the domain knows no browser."""

import ast
import re
from pathlib import Path

from playwright.sync_api import Page

from interview_exit.bridge.doorway import INLINE
from tests.support.node import NodePage
from tests.test_layout import APP, CLIENT, MODULES, ROOT, code_of, having

# From the ground up: each imports from its own and from those before it.
FOLDERS = ["tables", "base", "domain", "store", "app", "cover", "live", "sync", "after", "prepare", "history", "data"]
FOLDERS += ["pages", "readers"]
PACKAGES = ["", "routes", "rules", "words", "settings", "server", "sync", "compiled", "bridge", "pwa", "style"]
PACKAGES += ["components", *(f"components.{name}" for name in ("shared", "live", "after", "history", "prepare"))]
PACKAGES += ["components.data", "components.devices", "pages", "interview_exit", "app", "serve"]

# Whatever a module would do to the page around it, told by who asked for it: packages are none of ours.
WATCHED = """() => {
  globalThis.done = [];
  const watch = (owner, name) => {
    const real = owner[name];
    owner[name] = function (...given) {
      const [, , asked = ''] = String(new Error().stack).split('\\n');
      if (asked.includes('/client/')) done.push(`${name} by ${asked.trim()}`);
      return new.target ? Reflect.construct(real, given) : real.apply(this, given);
    };
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'fetch',
    'matchMedia', 'BroadcastChannel', 'MutationObserver', 'WebSocket', 'XMLHttpRequest']) watch(globalThis, name);
  watch(EventTarget.prototype, 'addEventListener');
  for (const name of ['open', 'databases', 'deleteDatabase']) watch(IDBFactory.prototype, name);
  for (const name of ['getItem', 'setItem', 'removeItem']) watch(Storage.prototype, name);
  for (const name of ['pushState', 'replaceState']) watch(History.prototype, name);
  for (const name of ['querySelector', 'querySelectorAll']) watch(Document.prototype, name);
  for (const name of ['setAttribute', 'append']) watch(Element.prototype, name);
}"""

IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""")
BROWSER = ["document", "window", "navigator", "self", "location", "history", "localStorage", "sessionStorage", "caches"]
BROWSER += [r"indexedDB|IDB\w+", "crypto", "performance", "fetch", "btoa", "atob", r"set(?:Timeout|Interval)"]
BROWSER += [
    r"request(?:AnimationFrame|IdleCallback)",
    "BroadcastChannel",
    r"Date\.now",
    r"new Date\(\)",
    r"Math\.random",
]
SPANS = re.compile(r'\A"""Spans (?:[\w/-]+\.js(?:, | and |: ))+')


def imported(path: Path, text: str) -> set[str]:
    """Return which modules a text of a JavaScript module imports; its comments do so for types."""
    return {str((path.parent / name).resolve().relative_to(CLIENT)) for name in IMPORT.findall(text)}


def named(path: Path) -> str:
    """Return a Python module's name below the app's package."""
    return ".".join(path.relative_to(APP).with_suffix("").parts).removesuffix("__init__").rstrip(".")


PYTHON = {named(path): path for path in APP.rglob("*.py")}


def required(path: Path) -> set[str]:
    """Return which of the app's Python modules one imports, if only for a type."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {name if below(name) in PYTHON else str(node.module) for name in inner}
    return {below(name) for name in names if name.partition(".")[0] == APP.name}


def below(name: str) -> str:
    """Return a module's name without the app's own before it."""
    return name.partition(".")[2]


def rank(module: str) -> int:
    """Return where a Python module stands in the order, by the longest of the packages that it is in."""
    while module not in PACKAGES:
        module = module.rpartition(".")[0]
    return PACKAGES.index(module)


def circles(graph: dict[str, set[str]]) -> set[str]:
    """Return who is in a circle or leads to one: who is left when those go, time and again, who import nobody left."""
    left = graph
    while ends := {name for name, others in left.items() if not others & left.keys()}:
        left = {name: others for name, others in left.items() if name not in ends}
    return set(left)


def test_javascript_imports_from_the_folders_below_even_for_a_type() -> None:
    graph = {str(path.relative_to(CLIENT)): imported(path, path.read_text(encoding="utf-8")) for path in MODULES}
    pairs = {(name, other) for name, others in graph.items() for other in others}
    place = {name: FOLDERS.index(name.partition("/")[0]) for pair in pairs for name in pair}
    assert {(name, other) for name, other in pairs if place[name] < place[other]} == set()


def test_javascript_imports_in_no_circle() -> None:
    assert circles({str(path.relative_to(CLIENT)): imported(path, code_of(path)) for path in MODULES}) == set()


def test_python_imports_from_the_packages_below() -> None:
    graph = {name: required(path) for name, path in PYTHON.items()}
    assert {(name, other) for name, others in graph.items() for other in others if rank(name) < rank(other)} == set()
    assert circles(graph) == set()


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}) == {"a", "b", "c"}


def test_the_domain_reaches_for_nothing_of_a_browser(node_page: NodePage) -> None:
    domain = [path for path in MODULES if path.parent.name == "domain"]
    leant_on = {CLIENT / name for path in domain for name in imported(path, code_of(path)) if name.startswith("base/")}
    assert having(rf"(?<![.\w])(?:{'|'.join(BROWSER)})(?!\w|:)", [*domain, *leant_on]) == set()
    names = [f"/client/domain/{path.name}" for path in domain]
    node_page.evaluate("async (names) => { for (const name of names) await import(name); }", names)


def test_importing_a_module_does_nothing(modules_page: Page) -> None:
    drawn = {path for path in MODULES if 'from "react' in code_of(path)}
    inline = {CLIENT / f"{name}.js" for name in INLINE}
    names = [f"/client/{path.relative_to(CLIENT)}" for path in MODULES if path not in drawn | inline]
    modules_page.evaluate(WATCHED)
    modules_page.evaluate("async (names) => { for (const name of names) await import(name); }", names)
    assert modules_page.evaluate("done") == []


def test_each_test_of_a_module_is_found_by_its_name() -> None:
    for path in (ROOT / "tests" / "client").rglob("test_*.py"):
        module = CLIENT / path.parent.name / f"{path.stem.removeprefix('test_').replace('_', '-')}.js"
        spans = SPANS.match(path.read_text(encoding="utf-8"))
        names = re.findall(r"[\w/-]+\.js", spans[0]) if spans else [module.relative_to(CLIENT)]
        assert [name for name in names if not (CLIENT / name).is_file()] == [], path
