"""What we lean on in Reflex 0.10.1, each named after the assumption, so that an upgrade fails here first."""

import inspect
import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from urllib.request import urlopen

import pytest
import reflex as rx
from playwright.sync_api import Page
from reflex import constants
from reflex.utils import js_runtimes
from reflex_base.config import get_config

from interview_exit import routes
from interview_exit.app import BUILT
from interview_exit.bridge import elements
from interview_exit.bridge.generated import generated
from interview_exit.pwa import no_backend
from tests.support.devices import kept_offline
from tests.support.proxy import Wire
from tools import export, npm
from tools.commands import SetupError

ROOT = Path(__file__).parents[2]
WEB = ROOT / ".web"
REFLEX = Path(inspect.getfile(rx)).parent
SITE = WEB / "build" / "client"
ROUTES = (routes.LIVE, routes.HISTORY, routes.ENTRY, routes.ABOUT)

built = pytest.mark.usefixtures("site")


def prerendered(route: str) -> str:
    return (SITE / route.strip("/") / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "hook",
    [
        *("get_static_assets", "get_frontend_development_dependencies", "update_env_json"),
        *("pre_compile", "post_compile", "post_build"),
    ],
)
def test_plugin_has_the_hook(hook: str) -> None:
    assert "context" in inspect.signature(getattr(rx.plugins.Plugin, hook)).parameters


@built
def test_plugin_places_a_file_beside_the_copied_assets_and_neither_wipes_the_other() -> None:
    placed, copied = WEB / "public" / "client", ROOT / "assets" / "client"
    for name, source in generated().items():
        assert (placed / name).read_text(encoding="utf-8") == source
    kept = {path.relative_to(copied).as_posix() for path in copied.rglob("*.*")}
    assert kept | set(generated()) == {path.relative_to(placed).as_posix() for path in placed.rglob("*.*")}


@built
def test_pages_are_built_without_the_library_that_styles_elements() -> None:
    """Our own module stands in for it (client/elements.py), so no page may give an element a style of its own.

    What Reflex would take for one, such as `translate`, goes in as a custom attribute.
    """
    compiled = [*(WEB / "app" / "routes").glob("*.jsx"), *(WEB / "app_components").rglob("*.jsx")]
    assert compiled
    assert not [path.name for path in compiled if "css:({" in path.read_text(encoding="utf-8")]
    scripts = [path.read_text(encoding="utf-8") for path in (WEB / "build" / "client" / "assets").glob("*.js")]
    assert not [script for script in scripts if "data-emotion" in script]


def test_a_build_configuration_without_aliases_is_told_at_once() -> None:
    with pytest.raises(RuntimeError, match=elements.BUILD_CONFIG):
        elements.redirect("export default {}")


@built
@pytest.mark.parametrize("route", ROUTES)
def test_every_page_is_there_before_its_javascript_is(route: str) -> None:
    assert re.search(r"<main\b.*?data-screen=|data-screen=.*?<main\b", prerendered(route), re.DOTALL)


@built
def test_flags_are_there_before_their_javascript_is() -> None:
    assert len(re.findall("<button[^>]* data-flag=", prerendered(routes.LIVE))) >= 12


@built
def test_nothing_that_is_tapped_goes_through_the_event_queue() -> None:
    """A direct action must compile to a plain call: a queued event would wait for a server. There is none."""
    compiled = [*(WEB / "app").rglob("*.jsx"), *(WEB / "app_components").rglob("*.jsx")]
    assert compiled
    assert [path.name for path in compiled if re.search(r"\bReflexEvent\(", path.read_text(encoding="utf-8"))] == []


@built
def test_app_without_a_state_has_no_event_to_queue_and_no_state_to_connect_for() -> None:
    """Reflex opens a socket for more than one state, and queues events of its own when a page loads or changes."""
    context = (WEB / "utils" / "context.jsx").read_text(encoding="utf-8")
    for line in (
        "export const initialState = {}",
        "export const state_name = undefined",
        "export const initialEvents = () => []",
        "export const onLoadInternalEvent = () => []",
    ):
        assert line in context
    runtime = (WEB / "utils" / "state.js").read_text(encoding="utf-8")
    assert runtime.count("await connect(") == 1
    assert re.search(r"Object\.keys\(app\.initialState\)\.length > 1 &&.*?await connect\(", runtime, re.DOTALL)


@built
def test_packages_that_only_serve_a_backend_are_left_out(site: str) -> None:
    """They are 15 KB, compressed; and the built site has no address to ask."""
    runtime = (WEB / "utils" / "state.js").read_text(encoding="utf-8")
    assert all(instead in runtime for instead in no_backend.LEFT_OUT.values())
    assert set(json.loads((WEB / "env.json").read_text())) == {*no_backend.ADDRESSES, "TRANSPORT", "TEST_MODE"}
    scripts = [path.read_text(encoding="utf-8") for path in (SITE / "assets").glob("*.js")]
    assert scripts
    for trace in ("EngineIO", "engine.io", "WebSocket", "universal-cookie", "/_event", "localhost:"):
        assert not [script for script in scripts if trace in script], trace


def test_a_runtime_that_asks_for_its_packages_in_another_way_is_told_at_once() -> None:
    template = files("reflex_base") / ".templates" / "web" / no_backend.STATE
    lean = no_backend.without_backend(template.read_text(encoding="utf-8"))
    assert lean == no_backend.without_backend(lean)
    for line in no_backend.LEFT_OUT:
        with pytest.raises(ValueError, match=no_backend.STATE):
            no_backend.without_backend(template.read_text(encoding="utf-8").replace(line, ""))


def test_what_runs_loads_nothing_of_reflex() -> None:
    imports = "import sys, interview_exit.app, interview_exit.serve"
    program = f"{imports}; sys.exit(any('reflex' in name for name in sys.modules))"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
    assert BUILT == ROOT / constants.Dirs.WEB / constants.Dirs.STATIC


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_answers_without_a_slash(site: str, route: str) -> None:
    assert urlopen(f"{site}{route}").status == 200


@built
def test_npm_is_configured_by_our_file_and_locked_by_our_lock() -> None:
    assert (WEB / ".npmrc").read_text() == (ROOT / ".npmrc").read_text()
    for name in ("package.json", "package-lock.json"):
        assert (WEB / name).read_text() == (ROOT / "reflex.lock" / name).read_text()


def test_npm_packages_are_installed_by_one_function_that_can_be_replaced() -> None:
    """Reflex's own lets npm ask for newer ones; `tools/export.py` puts ours in its place, for the whole build."""
    assert list(inspect.signature(js_runtimes.install_frontend_packages).parameters) == ["packages", "config"]
    calls = {
        path.relative_to(REFLEX).as_posix(): found
        for path in REFLEX.rglob("*.py")
        if (found := sorted(re.findall(r"\b(?:\w+\.)?_?install_frontend_packages\(", path.read_text(encoding="utf-8"))))
    }
    assert calls == {
        "app.py": ["js_runtimes.install_frontend_packages("],
        "utils/js_runtimes.py": ["_install_frontend_packages("] * 2 + ["install_frontend_packages("] * 2,
    }


@built
def test_installed_is_what_is_locked_and_what_reflex_asks_for() -> None:
    locked, found = npm.read(export.LOCK), npm.read(export.INSTALLED)
    assert list(npm.differing(locked, found)) == []
    wanted = export.wanted_by(["react-error-boundary@6.1.6", *get_config().frontend_packages], get_config())
    assert list(npm.unlocked(wanted.dependencies | wanted.development, locked)) == []


def test_lock_of_another_app_is_refused_before_anything_is_installed() -> None:
    with pytest.raises(SetupError, match=r"lean-qr: the app wants 0\.0\.1, locked is [1-9].*: type make lock, and"):
        export.install_locked(export.Wanted({"lean-qr": "0.0.1"}, {}))


def test_package_asked_for_without_a_version_is_refused() -> None:
    with pytest.raises(SetupError, match=r"^lean-qr is asked for without a version"):
        export.wanted_by(["lean-qr"], get_config())


def test_gitignore_has_every_line_that_reflex_would_add() -> None:
    assert set(constants.GitIgnore.DEFAULTS) <= set((ROOT / ".gitignore").read_text().splitlines())


@built
def test_nothing_of_a_queue_of_a_theme_or_of_error_reports_is_shipped(site: str) -> None:
    """They would run at each start, use the browser's storage, and send uncaught errors to a server."""
    runtime = (WEB / "utils" / "state.js").read_text(encoding="utf-8")
    theme = (WEB / "utils" / "react-theme.js").read_text(encoding="utf-8")
    scripts = [path.read_text(encoding="utf-8") for path in (SITE / "assets").glob("*.js")]
    assert scripts
    for trace in ("handle_frontend_exception", "__reflex", "reflex_last_reloaded_on_error", "last_compiled_theme"):
        assert trace in runtime + theme
        assert not [script for script in scripts if trace in script], trace


def test_a_root_with_other_providers_is_told_at_once() -> None:
    effect = "  useEffect(() => {\n    window.__reflex = {\n    };\n  }, []);\n"
    root = "\n".join([*no_backend.PROVIDERS, effect])
    assert "__reflex" not in no_backend.without_providers(root)
    for part in (*no_backend.PROVIDERS, effect):
        with pytest.raises(ValueError, match=no_backend.ROOT):
            no_backend.without_providers(root.replace(part, ""))


@pytest.mark.parametrize("route", [routes.LIVE, routes.SERVER, routes.DEVICES])
def test_page_opens_no_socket_reports_no_error_and_goes_on(phone: Page, counting_proxy: Wire, route: str) -> None:
    sockets: list[str] = []
    session = phone.context.new_cdp_session(phone)
    session.send("Network.enable")
    session.on("Network.webSocketCreated", lambda event: sockets.append(event["url"]))
    phone.goto(f"{counting_proxy.url}{route}", wait_until="networkidle")
    kept_offline(phone)
    before = counting_proxy.sent
    phone.evaluate("() => { setTimeout(() => window.onerror?.('canary', '', 0, 0, new Error('canary'))); }")
    phone.wait_for_timeout(500)
    assert counting_proxy.sent == before
    assert sockets == []
    # No queue that waits for a server: pages still follow one another without being loaded.
    phone.evaluate("globalThis.same = true")
    phone.locator("main a[href]").first.click()
    phone.wait_for_function("(route) => location.pathname.replace(/(.)\\/$/, '$1') !== route", arg=route)
    assert phone.evaluate("globalThis.same")
    assert sockets == []
