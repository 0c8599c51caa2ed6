"""The fixtures do what other tests believe of them: a silent wire is no proof if the wire counts nothing."""

import pytest
from playwright.sync_api import Error, Page
from selenium.webdriver import WebKitGTK

from tests.support.browsers import ColdStart
from tests.support.devices import Axe, kept_offline, offline, slow_down
from tests.support.histories import history
from tests.support.node import Node, NodeError, NodePage
from tests.support.proxy import Wire, unplugged

REMEMBER = "() => localStorage.setItem('remembered', 'yes')"
RECALL = "() => localStorage.getItem('remembered')"
ASK = "() => fetch('/?asked', {cache: 'no-store'}).then((answer) => answer.status)"
# How long it takes, several times, the shortest first: what else this machine does may lengthen any of them.
HAMMER = """() => Array.from({ length: 9 }, () => {
    const start = performance.now();
    for (let i = 0; i < 1e7; i++);
    return performance.now() - start;
}).sort((a, b) => a - b)"""


def test_phone_has_a_small_touch_screen(phone: Page) -> None:
    phone.goto("/")
    assert phone.evaluate("[innerWidth, innerHeight, devicePixelRatio, navigator.maxTouchPoints]") == [360, 640, 2, 1]


def test_airplane_mode_holds_for_page_and_worker(phone: Page) -> None:
    phone.goto("/")
    kept_offline(phone)
    with offline(phone):
        assert not phone.evaluate("navigator.onLine")
        with pytest.raises(Error, match="Failed to fetch"):
            phone.evaluate("fetch('/api/nothing')")


def test_slow_phone_is_slow(phone: Page) -> None:
    phone.goto("/")
    shortest = phone.evaluate(HAMMER)[0]
    slow_down(phone, 8)
    assert phone.evaluate(HAMMER)[4] > shortest * 2


def test_wire_counts_what_is_asked(phone: Page, counting_proxy: Wire) -> None:
    phone.goto(f"{counting_proxy.url}/api/nothing")
    before = counting_proxy.counts
    phone.evaluate(ASK)
    sent, received, _ = counting_proxy.counts
    assert sent > before[0]
    assert received > before[1]


def test_cut_wire_lets_nothing_through_until_it_is_mended(phone: Page, counting_proxy: Wire) -> None:
    phone.goto(f"{counting_proxy.url}/api/nothing")
    with unplugged(counting_proxy), pytest.raises(Error, match="Failed to fetch"):
        phone.evaluate(ASK)
    assert phone.evaluate(ASK) == 200


def test_killed_browser_keeps_its_profile(cold_start: ColdStart, modules_origin: str) -> None:
    cold_start().goto(modules_origin)
    page = cold_start()
    page.goto(modules_origin)
    page.evaluate(REMEMBER)
    # Chromium writes localStorage a moment later; a clean end does it at once.
    page = cold_start()
    page.goto(modules_origin)
    cold_start.kill()
    page = cold_start()
    page.goto(modules_origin)
    assert page.evaluate(RECALL) == "yes"


def test_minibrowser_runs_modules_and_workers(minibrowser: WebKitGTK, site: str) -> None:
    minibrowser.get(site)
    assert "AppleWebKit" in minibrowser.execute_script("return navigator.userAgent")
    assert minibrowser.execute_script("return 'serviceWorker' in navigator && isSecureContext")


def test_axe_finds_faults(modules_page: Page, axe: Axe) -> None:
    modules_page.set_content("<html lang=en><title>x</title><main><h1>x</h1><button></button></main>")
    assert any("button-name" in fault for fault in axe(modules_page))
    modules_page.set_content("<html lang=en><title>x</title><main><h1>x</h1><button>Go</button></main>")
    assert axe(modules_page, "color-contrast-enhanced") == []


def test_node_knows_the_modules_and_their_tables_and_no_browser(node_page: NodePage) -> None:
    flag = "async ([id]) => [id, (await import('/client/domain/flags.js')).isFlagId(id)]"
    assert node_page.evaluate(flag, ["pay"]) == ["pay", True]
    assert node_page.evaluate(flag, ["\ud83d\u2028"]) == ["\ud83d\u2028", False]
    assert node_page.evaluate("() => undefined") is None
    names = "document window navigator indexedDB localStorage crypto fetch performance setTimeout process btoa"
    assert node_page.evaluate("(names) => names.filter((name) => name in globalThis)", names.split()) == []


def test_each_page_of_node_is_new(node: Node) -> None:
    node.open().evaluate("async () => { globalThis.kept = (await import('/client/domain/flags.js')).learn([]); }")
    assert node.open().evaluate("typeof kept") == "undefined"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("() => { throw new TypeError('a fault') }", "TypeError: a fault"),
        ("() => { void Promise.reject(new RangeError('left alone')) }", "RangeError: left alone"),
        ("localStorage.getItem('x')", "localStorage is not defined"),
        ("import('/client/domain/none.js')", "none.js"),
        ("import('/client/base/use-state.js')", "imports react"),
        ("not a program", "SyntaxError"),
    ],
)
def test_a_fault_in_node_fails_the_test_and_the_next_begins_anew(node_page: NodePage, fault: str, words: str) -> None:
    with pytest.raises(NodeError, match=words):
        node_page.evaluate(fault)
    assert node_page.evaluate("1 + 1") == 2


def test_a_history_is_the_same_each_time() -> None:
    assert history(20, now_ms=1_795_000_000_000, seed=3) == history(20, now_ms=1_795_000_000_000, seed=3)
    assert history(20, now_ms=1_795_000_000_000, seed=3) != history(20, now_ms=1_795_000_000_000, seed=4)
