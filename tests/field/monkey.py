"""A monkey with a shaking thumb: it taps twice, at the edges, too soon; it turns, covers, leaves and reloads the phone.

All chance is seeded. What must hold stands in monkey_watch.py, which looks at what the page heard, what it shows and
what the disk has.
"""

from __future__ import annotations

from collections import deque
from random import Random
from typing import Any

from playwright.sync_api import Error, Page

from interview_exit.rules.limits import SHAKY_SECONDS
from interview_exit.words.texts import labels
from tests.field.monkey_watch import HEAR, OURS, Watch
from tests.support.candidate import ALIVE, LATER
from tests.support.devices import kept_on_disk

UPRIGHT, ON_ITS_SIDE = (360, 640), (640, 360)
GAPS_MS = (40, 700)
JITTER_PX = 6
HOLD_MS = 1150
LAST = 20
KEYS = "aeiounrst lp"

# Settled: nothing was drawn for some frames. A thumb aims at what it sees, and shakes only after that.
SETTLED = """() => new Promise((settled) => {
    let waiting = setTimeout(settled, 40);
    const seen = new MutationObserver(() => { clearTimeout(waiting); waiting = setTimeout(settled, 40); });
    seen.observe(document, { childList: true, subtree: true, attributes: true });
    setTimeout(settled, 400);
})"""
CONTROLS = """() => [...document.querySelectorAll("button, a[href], summary, input, textarea")].flatMap((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    const place = { x: x + width / 2, y: y + height / 2 };
    const top = document.elementFromPoint(place.x, place.y);
    if (!top || !(each.contains(top) || each.closest("label")?.contains(top))) return [];
    return [{ ...place, text: each.textContent, tag: each.localName, flag: each.dataset.flag ?? "",
              way: each.getAttribute("href") ?? "", type: each.type ?? "" }];
})"""
IS_LINK = "([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('a'))"


class Monkey:
    """One thumb, one phone, one seed."""

    def __init__(self, page: Page, seed: int) -> None:
        self.page, self.seed, self.chance = page, seed, Random(seed)
        self.done: deque[str] = deque(maxlen=LAST)
        self.size = UPRIGHT
        page.add_init_script(HEAR)
        page.goto("/")
        page.evaluate(ALIVE)
        self.watch = Watch(page)

    def plays(self, steps: int) -> None:
        """Do so many things at random; look after each whether all is well."""
        try:
            for _ in range(steps):
                self.does_something()
        except (AssertionError, Error) as fault:
            told = "\n".join(self.done)
            raise AssertionError(f"{fault}\n\nseed {self.seed}; the last things done:\n{told}") from fault

    def does_something(self) -> None:
        self.page.evaluate(SETTLED)
        actions = {
            self.taps_a_flag: 34,
            self.taps_anything: 40,
            self.taps_an_edge: 9,
            self.goes_back: 6,
            self.reloads: 4,
            self.turns: 3,
            self.rests: 14,
            self.types_somewhere: 3,
            self.stumbles: 8,
            self.waits_for_the_end_of_a_pause: 2,
            self.presses_escape: 1,
        }
        screen = self.watch.screen()
        if screen == "cover" and self.chance.random() < 0.6:
            action = self.lifts_the_cover
        elif screen not in OURS:
            action = self.comes_back
        else:
            [action] = self.chance.choices(list(actions), list(actions.values()))
        self.watch.meant = []
        self.done.append(f"{screen}: {action.__name__}")
        self.done[-1] += f" {action() or ''}"
        self.watch.looks()

    # What a thumb does

    def taps_a_flag(self) -> str:
        flags = [each for each in self.controls() if each["flag"]]
        return self.taps(self.chance.choice(flags)) if flags else self.taps_anything()

    def taps_anything(self) -> str:
        found = [each for each in self.controls() if self.chance.random() < self.tempts(each)]
        return self.taps(self.chance.choice(found)) if found else "none"

    def tempts(self, control: dict[str, Any]) -> float:
        """Return how likely it is to be tried: what leads out of the interview, or ends it, seldom."""
        if control["way"].startswith("tel:"):
            return 0
        if control["way"]:
            return 0.1
        if self.watch.ends(control["text"]):
            return 0.2
        return 0.3 if control["flag"] else 1

    def taps(self, control: dict[str, Any]) -> str:
        """Tap once or, mostly, twice, wherever on it the thumb comes down."""
        self.watch.meant = [control["text"]]
        said = self.comes_down(control["x"], control["y"], often=2 if self.chance.random() < 0.75 else 1)
        if control["tag"] in {"input", "textarea"} and control["type"] != "checkbox":
            said += f" {self.types()}"
        return f"{control['text'].strip()[:40]!r} {said}"

    def comes_down(self, x: float, y: float, often: int) -> str:
        gap = self.chance.uniform(*GAPS_MS) if self.chance.random() < 0.6 else self.chance.uniform(40, 200)
        for time in range(often):
            if time:
                self.page.wait_for_timeout(gap)
            self.page.touchscreen.tap(*self.on_glass(x, y, JITTER_PX if time else 0))
        return f"at {x:.0f},{y:.0f}" + (f" twice within {gap:.0f} ms" if often > 1 else "")

    def on_glass(self, x: float, y: float, jitter: int) -> tuple[float, float]:
        x, y = x + self.chance.uniform(-jitter, jitter), y + self.chance.uniform(-jitter, jitter)
        return min(max(x, 0), self.size[0] - 1), min(max(y, 0), self.size[1] - 1)

    def taps_an_edge(self) -> str:
        width, height = self.size
        across, down = self.chance.uniform(0, width), self.chance.uniform(0, height)
        x, y = self.chance.choice([(0, down), (width - 1, down), (across, 0), (across, height - 1)])
        # A browser takes what is nearest for what was meant; only the second tap means nothing.
        self.watch.meant = [None]
        return "on a link" if self.page.evaluate(IS_LINK, [x, y]) else self.comes_down(x, y, often=2)

    def stumbles(self) -> str:
        """Tap two things that are in view one after the other, before the first has changed what is in view."""
        found = [each for each in self.controls() if not each["way"] and not self.watch.ends(each["text"])]
        if len(found) < 2:
            return "nothing here"
        first, second = self.chance.sample(found, 2)
        self.watch.meant = [first["text"], second["text"]]
        self.page.touchscreen.tap(first["x"], first["y"])
        self.page.wait_for_timeout(self.chance.uniform(*GAPS_MS))
        self.page.touchscreen.tap(second["x"], second["y"])
        return f"{first['text']!r}, {second['text']!r}"

    def types_somewhere(self) -> str:
        fields = [each for each in self.controls() if each["tag"] == "input" and each["type"] != "checkbox"]
        return self.taps(self.chance.choice(fields)) if fields else self.taps_anything()

    def types(self) -> str:
        """Type into whatever has the focus."""
        text = "".join(self.chance.choices(KEYS, k=self.chance.randint(1, 5)))
        is_field = self.page.evaluate("document.activeElement?.matches('input:not([type=checkbox]), textarea')")
        if is_field:
            self.page.keyboard.type("7" if self.page.evaluate("document.activeElement.type") == "number" else text)
        return text if is_field else "into nothing"

    def presses_escape(self) -> None:
        self.page.keyboard.press("Escape")

    # What happens to the phone

    def goes_back(self) -> str:
        """Press the system's Back; from the first page it closes the app, which is then opened anew."""
        if not self.page.evaluate("navigation.canGoBack"):
            self.opens()
            return "and opens it again"
        self.watch.hears()
        self.page.go_back()
        return ""

    def comes_back(self) -> str:
        if self.chance.random() < 0.5:
            self.goes_back()
            return "by Back"
        self.opens()
        return "by opening it"

    def opens(self) -> None:
        self.watch.hears()
        self.page.goto("/")
        self.page.evaluate(ALIVE)

    def reloads(self) -> str:
        patient = self.chance.random() < 0.5
        if patient:
            kept_on_disk(self.page)
        self.watch.hears(leaving=not patient)
        self.page.reload()
        if self.chance.random() < 0.7:
            self.page.evaluate(ALIVE)
        return "with what is kept" if patient else "at once"

    def turns(self) -> str:
        self.size = ON_ITS_SIDE if self.size == UPRIGHT else UPRIGHT
        self.page.set_viewport_size({"width": self.size[0], "height": self.size[1]})
        return f"to {self.size}"

    def rests(self) -> str:
        seconds = self.chance.uniform(SHAKY_SECONDS, 4)
        self.page.evaluate(LATER, seconds * 1000)
        return f"{seconds:.1f} s"

    def waits_for_the_end_of_a_pause(self) -> str:
        if self.watch.screen() != "pause":
            pause = [each for each in self.controls() if each["text"] in {labels.PAUSE, labels.PAUSE_FIRST}]
            if not pause:
                return "none here"
            self.taps(pause[0])
        self.page.evaluate(LATER, 5000)
        self.page.wait_for_timeout(1050)
        return "waited"

    def lifts_the_cover(self) -> None:
        title = self.page.locator("[data-uncover]").bounding_box()
        assert title
        touch = self.page.context.new_cdp_session(self.page)
        point = {"x": title["x"] + 20, "y": title["y"] + title["height"] / 2}
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
        self.page.wait_for_timeout(HOLD_MS)
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        touch.detach()

    def controls(self) -> list[dict[str, Any]]:
        return self.page.evaluate(CONTROLS)
