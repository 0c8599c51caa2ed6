"""What we lean on in Reflex 0.10.1, each named after the assumption, so that an upgrade fails here first."""

import inspect
import re
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
import reflex as rx
from playwright.sync_api import Page
from reflex import constants
from reflex.environment import environment

from interview_exit import routes
from interview_exit.client import elements
from interview_exit.page_tables import sources
from tests.support.devices import kept_offline
from tests.support.proxy import Wire

ROOT = Path(__file__).parents[2]
WEB = ROOT / ".web"
SITE = WEB / "build" / "client"
ROUTES = (routes.LIVE, routes.HISTORY, routes.ENTRY, routes.ABOUT)

built = pytest.mark.usefixtures("site")


def prerendered(route: str) -> str:
    return (SITE / route.strip("/") / "index.html").read_text(encoding="utf-8")


def test_asset_is_importable_by_its_path_but_not_by_its_value() -> None:
    asset = rx.asset("client/use-live.js")
    assert asset.importable_path == "$/public/client/use-live.js"
    assert asset.startswith("/client/use-live.js?v=")


@pytest.mark.parametrize(
    "hook", ["get_static_assets", "get_frontend_development_dependencies", "pre_compile", "post_compile", "post_build"]
)
def test_plugin_has_the_hook(hook: str) -> None:
    assert "context" in inspect.signature(getattr(rx.plugins.Plugin, hook)).parameters


@built
def test_plugin_places_a_file_beside_the_copied_assets_and_neither_wipes_the_other() -> None:
    placed, copied = WEB / "public" / "client", ROOT / "assets" / "client"
    for name, source in sources().items():
        assert (placed / name).read_text(encoding="utf-8") == source
    assert {path.name for path in copied.iterdir()} | set(sources()) == {path.name for path in placed.iterdir()}


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
    """A direct action must compile to a plain call: a queued event would wait for a server.

    Only the page that asks the server has events, and Reflex's root, which hands the queue on.
    """
    compiled = [*(WEB / "app").rglob("*.jsx"), *(WEB / "app_components").rglob("*.jsx")]
    queued = re.compile(r"\bReflexEvent\(")
    queueing = [path for path in compiled if queued.search(path.read_text(encoding="utf-8"))]
    assert queueing
    assert [path.name for path in queueing if "server_state" not in path.read_text(encoding="utf-8")] == []


@built
def test_built_site_looks_for_its_backend_where_it_is() -> None:
    built_in = "".join(chunk.read_text(encoding="utf-8") for chunk in SITE.glob("assets/reflex-env-*.js"))
    assert "location?.origin" in built_in
    assert re.search(r"(http|ws)s?://[^`/]+/", built_in) is None


def test_server_can_be_told_not_to_compile_and_to_serve_the_site() -> None:
    assert environment.REFLEX_SKIP_COMPILE.name == "__REFLEX_SKIP_COMPILE"
    assert environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.name == "__REFLEX_MOUNT_FRONTEND_COMPILED_APP"
    assert environment.REFLEX_ENV_MODE.type_ is constants.Env


@pytest.mark.parametrize("route", ROUTES)
def test_every_route_answers_without_a_slash(site: str, route: str) -> None:
    assert urlopen(f"{site}{route}").status == 200


def test_server_no_longer_varies_by_origin(site: str) -> None:
    """Reflex's own answers do, and module scripts are fetched with an Origin: a cache that heeds it finds nothing."""
    answer = urlopen(Request(f"{site}/", headers={"Origin": site}))
    assert "Origin" not in answer.headers.get("Vary", "")


@built
def test_npm_is_configured_by_our_file_and_locked_by_our_lock() -> None:
    assert (WEB / ".npmrc").read_text() == (ROOT / ".npmrc").read_text()
    assert (WEB / "package-lock.json").read_text() == (ROOT / "reflex.lock" / "package-lock.json").read_text()


def test_gitignore_has_every_line_that_reflex_would_add() -> None:
    assert set(constants.GitIgnore.DEFAULTS) <= set((ROOT / ".gitignore").read_text().splitlines())


@built
def test_uncaught_errors_are_forwarded_to_the_server_by_an_app_with_a_state() -> None:
    """Why our modules throw codes and catch their own rejections."""
    runtime = (WEB / "utils" / "state.js").read_text(encoding="utf-8")
    assert "window.onerror = function" in runtime
    assert "handle_frontend_exception" in runtime
    assert 'row.startsWith("backend-enabled=")' in runtime


def test_page_without_a_state_opens_no_socket_and_reports_no_error(phone: Page, counting_proxy: Wire) -> None:
    sockets: list[str] = []
    session = phone.context.new_cdp_session(phone)
    session.send("Network.enable")
    session.on("Network.webSocketCreated", lambda event: sockets.append(event["url"]))
    phone.goto(f"{counting_proxy.url}{routes.ABOUT}", wait_until="networkidle")
    kept_offline(phone)
    before = counting_proxy.sent
    phone.evaluate("() => { setTimeout(() => window.onerror?.('canary', '', 0, 0, new Error('canary'))); }")
    phone.wait_for_timeout(500)
    assert counting_proxy.sent == before
    assert sockets == []
