"""What is about all interviews together: opening the insights, keeping a copy, by the length of the history."""

from playwright.sync_api import Page, sync_playwright

from benchmarks.report import Row
from interview_exit import routes
from interview_exit.words.texts import data
from tests.support.browsers import CHROMIUM_FLAGS, PHONE, chromium_path
from tests.support.devices import slow_down
from tests.support.histories import fill
from tests.support.site import free_port, make_run

SLOWER = 4
LENGTHS = (10, 1_000, 5_000)
PATIENCE_MS = 120_000

# Milliseconds until what is looked for is on the screen, from now on and since the page began to load; and the longest
# time in which the page could not answer.
WATCH = """(selector) => new Promise((done) => {
  const from = performance.now();
  let [last, longest] = [from, 0];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (document.querySelector(selector)) return done([now - from, now, longest]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""
PRESS = f"""async ([name, selector]) => {{
  [...document.querySelectorAll("button")].find((each) => each.innerText === name).click();
  return ({WATCH})(selector);
}}"""
TOLD = ".told:not(:empty)"


def run() -> list[Row]:
    """Measure all of it."""
    with make_run(PORT=str(free_port())) as (_, lines), sync_playwright() as playwright:
        site = lines[-1].removeprefix("Ready: ")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        rows = []
        for interviews in LENGTHS:
            page = browser.new_context(**PHONE, base_url=site).new_page()
            page.set_default_timeout(PATIENCE_MS)
            page.goto(routes.ABOUT)
            page.wait_for_function("() => indexedDB.databases().then((all) => all.length > 0)")
            records = len(fill(page, interviews))
            slow_down(page, SLOWER)
            rows += measured(page, f"{SLOWER}x, {interviews:,} interviews ({records:,} records)")
            page.context.close()
        browser.close()
    return rows


def measured(page: Page, what: str) -> list[Row]:
    """Open the insights and keep two copies, and return how long each took."""
    page.goto(routes.INSIGHTS)
    _, opened, insights_stuck = page.evaluate(WATCH, ".figure")
    page.goto(routes.DATA)
    page.wait_for_function("() => globalThis.earlyTaps?.push !== Array.prototype.push")
    file, _, file_stuck = page.evaluate(PRESS, [data.KEEP_FILE, TOLD])
    page.reload()
    page.wait_for_function("() => globalThis.earlyTaps?.push !== Array.prototype.push")
    table, _, table_stuck = page.evaluate(PRESS, [data.KEEP_TABLE, TOLD])
    return [
        Row(f"insights, {what}: open", opened, "ms"),
        Row("  longest without an answer", insights_stuck, "ms"),
        Row(f"a copy as a file, {what}", file, "ms"),
        Row("  longest without an answer", file_stuck, "ms"),
        Row(f"a copy as a table, {what}", table, "ms"),
        Row("  longest without an answer", table_stuck, "ms"),
    ]
