"""Looking back on a slow phone: how soon the history is there, how soon a word is found, how smoothly it scrolls.

Real Chromium, the production build, no network beyond this machine, a processor made four times slower; with ten
interviews, a thousand and five thousand.
"""

from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from benchmarks.phone import SLOWER, kept_profile
from benchmarks.report import Row, percentile
from interview_exit import routes
from tests.support.devices import kept_offline, slow_down
from tests.support.histories import fill
from tests.support.site import free_port, make_run

SIZES = (10, 1_000, 5_000)
OPENINGS = 3
TYPED = "harbor designer"
SCROLLS = 60

WATCH = """() => {
  globalThis.measured = {};
  const look = () => {
    const count = document.querySelector(".how-many");
    if (document.querySelector("a.interview")) measured.shown ??= performance.now();
    if (count && !count.textContent.includes("…")) measured.complete ??= performance.now();
    if (!measured.complete) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
# One letter at a time, each as long as until what it finds is painted.
TYPE = """async (text) => {
  const field = document.querySelector("[data-search]");
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
  const times = [];
  for (let end = 1; end <= text.length; end += 1) {
    const from = performance.now();
    value.set.call(field, text.slice(0, end));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - from);
    await new Promise((done) => setTimeout(done, 50));
  }
  return times;
}"""
# Half a window each frame, which is faster than a thumb; the longest frames are what one feels.
SCROLL = """async (count) => {
  const times = [];
  let last = performance.now();
  for (let turn = 0; turn < count; turn += 1) {
    scrollBy(0, innerHeight / 2);
    await new Promise((done) => requestAnimationFrame(done));
    times.push(performance.now() - last);
    last = performance.now();
  }
  return [times, document.querySelectorAll("a.interview").length];
}"""


def run() -> list[Row]:
    """Measure all of it."""
    with make_run(PORT=str(free_port())) as (_, lines), sync_playwright() as playwright:
        site = lines[-1].removeprefix("Ready: ")
        return [row for interviews in SIZES for row in looking_back(playwright, site, interviews)]


def looking_back(playwright: Playwright, site: str, interviews: int) -> list[Row]:
    """Open, search and scroll a history of one size."""
    with kept_profile(playwright) as profile:
        page = profile()
        page.goto(site)
        kept_offline(page)
        page.wait_for_function("() => indexedDB.databases().then((all) => all.length > 0)")
        fill(page, interviews)
        openings = [opening(profile(), site) for _ in range(OPENINGS)]
        page = profile()
        opening(page, site)
        typed = page.evaluate(TYPE, TYPED)
        page.locator("[data-search]").fill("")
        frames, rows = page.evaluate(SCROLL, SCROLLS)
    name = f"{interviews:,} interviews, {SLOWER}x"
    return [
        Row(f"history, {name}: the newest shown", percentile([each["shown"] for each in openings], 0.5), "ms"),
        Row("  all of them read and counted", percentile([each["complete"] for each in openings], 0.5), "ms"),
        Row("  a letter in the search, painted, p95", percentile(typed, 0.95), "ms"),
        Row(f"  a frame while scrolling {rows} of them, p50", percentile(frames, 0.5), "ms"),
        Row("  p95", percentile(frames, 0.95), "ms"),
    ]


def opening(page: Page, site: str) -> dict[str, Any]:
    """Return the milliseconds until the newest are shown, and until all are read, in a new browser process."""
    slow_down(page, SLOWER)
    page.add_init_script(f"({WATCH})()")
    page.goto(f"{site}{routes.HISTORY}")
    page.wait_for_function("() => measured.complete", timeout=120_000)
    return page.evaluate("() => measured")
