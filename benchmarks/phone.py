"""The phone's budgets: what a first visit loads, how soon a cold start answers offline, how soon a tap is on screen.

Everything runs in real Chromium against the production build. "4x" means a processor made four times slower. The same
page hand-written in static HTML is measured beside it in the same run, so that the machine's speed cancels out.
"""

import gzip
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from benchmarks.report import Row, percentile
from benchmarks.static_page import static_site
from tests.support.browsers import ColdStart
from tests.support.candidate import Candidate
from tests.support.devices import kept_offline, slow_down
from tests.support.histories import RECORDS_PER_INTERVIEW, fill
from tests.support.site import free_port, make_run

BUILT = Path(".web/build/client")
SLOWER = 4
TAPS = 40
# One start each: a flag that an earlier start has tapped would be asked about by the next.
STARTS = ("rude", "uneasy", "poke_holes", "unclear", "values", "advert", "pay")

WATCH = """(name) => {
  const measured = {};
  // Told by a message: asking the page again and again would slow down what is measured.
  const note = (times) => {
    Object.assign(measured, {...times, ...measured});
    if (measured.paint && measured.answered) console.debug(JSON.stringify(measured));
  };
  const noted = (list) => {
    const paint = list.getEntries().find(({name}) => name === "first-contentful-paint");
    if (paint) note({paint: paint.startTime});
  };
  new PerformanceObserver(noted).observe({type: "paint", buffered: true});
  const tap = () => {
    const flag = document.querySelector(`[data-flag=${name}]`);
    if (!flag) return requestAnimationFrame(tap);
    // Another element may stand for it by then: the flags make room for what to say.
    const answered = new MutationObserver(() => {
      if (!document.querySelector(`[data-flag=${name}][aria-pressed=true]`)) return;
      note({answered: performance.now()});
      answered.disconnect();
    });
    answered.observe(document.documentElement, {attributes: true, childList: true, subtree: true});
    flag.click();
  };
  requestAnimationFrame(tap);
}"""

TAP = """async (flag) => {
  const button = document.querySelector(`[data-flag=${flag}]`);
  const shown = new Promise((done) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector(`[data-flag=${flag}][aria-pressed=true]`)) return;
      seen.disconnect();
      done(performance.now());
    });
    seen.observe(document.documentElement, {attributes: true, childList: true, subtree: true});
  });
  const from = performance.now();
  button.click();
  const changed = await shown;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return [changed - from, performance.now() - from];
}"""


def run() -> list[Row]:
    """Measure all of it."""
    with make_run(PORT=str(free_port())) as (_, lines), sync_playwright() as playwright, static_site() as static:
        site = lines[-1].removeprefix("Ready: ")
        return [
            Row("first load of the live page, JavaScript, gzip", first_load_kb(), "KB", 160),
            *cold_starts(playwright, site, static),
            *taps(playwright, site),
        ]


def first_load_kb() -> float:
    """Return the gzip size of every script that the live page names, in units of 1,000 bytes."""
    page = (BUILT / "index.html").read_text(encoding="utf-8")
    scripts = set(re.findall(r'"/(assets/[^"]+\.js)"', page))
    return sum(len(gzip.compress((BUILT / script).read_bytes(), 9)) for script in scripts) / 1000


def cold_starts(playwright: Playwright, site: str, static: str) -> list[Row]:
    """Start a new browser process on a filled profile, with no network, beside the hand-written page."""
    ours = measure_starts(playwright, site, records=10_000)
    plain = measure_starts(playwright, static, records=0)
    rows = []
    for what, key, ratio in (("first paint", "paint", 1.3), ("a tap is answered", "answered", 1.7)):
        rows += [
            Row(f"offline cold start, {SLOWER}x, 10,000 records: {what}", median(ours, key), "ms"),
            Row("  the same page in static HTML", median(plain, key), "ms"),
            Row("  ratio", median(ours, key) / median(plain, key), "x", ratio),
        ]
    return rows


def measure_starts(playwright: Playwright, site: str, records: int) -> list[dict[str, float]]:
    """Visit once, fill the history, and start again and again without a network."""
    with kept_profile(playwright) as profile:
        visit(profile(), site, records)
        return [start(profile, site, flag) for flag in STARTS]


@contextmanager
def kept_profile(playwright: Playwright) -> Iterator[ColdStart]:
    """Keep a browser profile on disk as long as it is measured."""
    with tempfile.TemporaryDirectory() as folder:
        profile = ColdStart(playwright, Path(folder))
        yield profile
        profile.close()


def visit(page: Page, site: str, records: int) -> None:
    """Let the worker keep the app, and give it a past."""
    page.goto(site)
    kept_offline(page)
    if records:
        page.wait_for_function("() => indexedDB.databases().then((all) => all.length > 0)")
        fill(page, max(1, records // RECORDS_PER_INTERVIEW))


def start(profile: ColdStart, site: str, flag: str) -> dict[str, float]:
    """Return the milliseconds to first paint and to an answered tap of one start."""
    page = profile()
    page.context.set_offline(True)
    slow_down(page, SLOWER)
    page.add_init_script(f"({WATCH})({flag!r})")
    with page.expect_console_message(lambda message: message.type == "debug") as told:
        page.goto(site)
    return json.loads(told.value.text)


def taps(playwright: Playwright, site: str) -> list[Row]:
    """Tap flags on a slow phone, with a short and a long past."""
    rows = []
    for records, budgets in ((10, (None, None)), (10_000, (50, 100))):
        with kept_profile(playwright) as profile:
            visit(profile(), site, records)
            measured = tap_often(profile, site)
        for index, what in enumerate(("changed", "painted")):
            times = [pair[index] for pair in measured]
            name = f"tap, {SLOWER}x, {records:,} records: {what}"
            rows += [
                Row(f"{name}, p50", percentile(times, 0.5), "ms"),
                Row(f"{name}, p95", percentile(times, 0.95), "ms", budgets[index]),
            ]
    return rows


def tap_often(profile: ColdStart, site: str) -> list[Any]:
    """Return pairs of milliseconds: until the flag shows it, and until that is painted.

    Each flag once in an interview, since a tap on a pressed one is answered by a question.
    """
    candidate = Candidate(page := profile())
    candidate.open_app(site)
    # Hard nos move flags to other places once the settings are read.
    page.wait_for_timeout(1000)
    slow_down(page, SLOWER)
    flags = page.eval_on_selector_all("[data-flag]", "(all) => all.map((each) => each.dataset.flag)")
    measured: list[Any] = []
    while len(measured) < TAPS:
        measured += [page.evaluate(TAP, flag) for flag in flags]
        candidate.end("left")
    return measured[:TAPS]


def median(measured: list[dict[str, float]], key: str) -> float:
    """Return the middle value of one key."""
    return percentile([each[key] for each in measured], 0.5)
