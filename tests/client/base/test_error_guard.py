"""No word of the candidate's leaves by an error, to a server or to the console (design.md section 4, a leak)."""

from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page
from selenium.webdriver import WebKitGTK

from tests.client.webkit_page import awaited
from tests.support.modules import CLIENT

CANARY = "canary Dana said the pay is low"
# What Reflex 0.10.1 does after mounting; `leaked` stands for the socket.
REFLEX = """() => {
  globalThis.leaked ??= [];
  window.onerror = (message, url, line, column, error) => { leaked.push(message + error?.stack); return false; };
  window.onunhandledrejection = (event) => { leaked.push(event.reason?.message + event.reason?.stack); return false; };
}"""
GUARD = "async () => (await import('/client/base/error-guard.js')).guard()"
# Each way in which an error ends up uncaught.
UNCAUGHT = {
    "thrown in a timer": "() => { setTimeout(() => { throw new Error(canary); }); }",
    "thrown as a bare string": "() => { setTimeout(() => { throw canary; }); }",
    "thrown by a tap": "() => { document.onclick = () => { throw new TypeError(canary); }; document.body.click(); }",
    "rejected": "() => { void Promise.reject(new RangeError(canary)); }",
    "rejected with a record": "() => { void Promise.reject({ company: canary }); }",
    "reported": "() => { reportError(new Error(canary)); }",
    "named after words": "() => { setTimeout(() => { throw Object.assign(new Error(canary), { name: canary }); }); }",
    "a code of words": "() => { setTimeout(() => { throw Object.assign(new Error(canary), { code: canary }); }); }",
    "thrown by the database": "() => { setTimeout(() => { throw new DOMException(canary, canary); }); }",
    "caught and printed": "() => { console.error(new Error(canary)); console.log('failed', new TypeError(canary)); }",
    "told by hand": "() => { window.onerror?.(canary, null, null, null, new Error(canary)); }",
}


@pytest.fixture
def printed(modules_page: Page) -> list[str]:
    """All that the console shows, arguments included."""
    lines: list[str] = []

    def keep(message: ConsoleMessage) -> None:
        lines.append(" ".join([message.text, *(str(value) for value in message.args)]))

    modules_page.on("console", keep)
    modules_page.evaluate("(canary) => { globalThis.canary = canary; }", CANARY)
    return lines


@pytest.mark.parametrize("way", UNCAUGHT)
@pytest.mark.parametrize("reflex_first", [True, False], ids=["reflex first", "guard first"])
def test_an_error_tells_nobody_what_it_says(
    modules_page: Page, printed: list[str], way: str, reflex_first: bool
) -> None:
    steps = [REFLEX, GUARD] if reflex_first else [GUARD, REFLEX]
    for step in steps:
        modules_page.evaluate(step)
    modules_page.evaluate(UNCAUGHT[way])
    modules_page.wait_for_timeout(50)
    assert modules_page.evaluate("leaked") == []
    assert not [line for line in printed if "canary" in line]


def test_without_the_guard_the_canary_would_sing(modules_page: Page) -> None:
    modules_page.evaluate(REFLEX)
    modules_page.evaluate("() => dispatchEvent(new ErrorEvent('error', { message: 'canary' }))")
    assert "canary" in modules_page.evaluate("leaked")[0]


def test_reflex_cannot_take_the_handlers_back(modules_page: Page) -> None:
    modules_page.evaluate(GUARD)
    for _ in range(2):
        modules_page.evaluate(REFLEX)
    assert modules_page.evaluate("() => [window.onerror, window.onunhandledrejection]") == [None, None]


@pytest.mark.parametrize(
    ("thrown", "told"),
    [
        ("Object.assign(new Error('x'), { code: 'storage-full' })", "fault storage-full"),
        ("new TypeError('x')", "fault TypeError"),
        ("{ any: 'thing' }", "fault unknown"),
    ],
)
def test_the_console_still_says_what_kind_of_error_it_was(
    modules_page: Page, printed: list[str], thrown: str, told: str
) -> None:
    modules_page.evaluate(GUARD)
    modules_page.evaluate(f"() => {{ void Promise.reject({thrown}); }}")
    modules_page.wait_for_timeout(50)
    assert [line for line in printed if line.startswith(told)]


def test_a_picture_that_fails_still_tells_its_own_page(modules_page: Page) -> None:
    modules_page.evaluate(GUARD)
    failed = """() => new Promise((then) => {
      const picture = new Image();
      picture.onerror = () => then(true);
      picture.src = '/nowhere.png';
      document.body.append(picture);
    })"""
    assert modules_page.evaluate(failed)


def test_webkit_keeps_the_secret_likewise(minibrowser: WebKitGTK, modules_origin: str) -> None:
    minibrowser.get(modules_origin)
    for step in (f"(async {REFLEX})()", f"({GUARD})()", f"(async {REFLEX})()"):
        awaited(minibrowser, step)
    minibrowser.execute_script("globalThis.canary = 'canary'")
    for uncaught in UNCAUGHT.values():
        awaited(minibrowser, f"(async {uncaught})()")
    awaited(minibrowser, "new Promise((then) => setTimeout(then, 50))")
    assert minibrowser.execute_script("return leaked") == []


@pytest.mark.parametrize("module", sorted(CLIENT.rglob("*.js")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_first_party_modules_throw_codes_and_never_sentences(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert "throw new Error(" not in source
    assert "console." not in source or module.stem == "error-guard"
