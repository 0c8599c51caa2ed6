"""What must hold whatever a thumb does: nothing lost, nothing done that was not meant, no fault on the screen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from playwright.sync_api import ConsoleMessage, Page

from interview_exit import routes
from interview_exit.rules.flags import FLAGS
from interview_exit.rules.interview_state import fold
from interview_exit.rules.limits import REPEAT_SECONDS, SHAKY_SECONDS
from interview_exit.words import phrases
from interview_exit.words.texts import labels

OURS = {"live", "cover", "pause", *routes.SCREENS}
"""Screens of the live page."""

PATIENCE_SECONDS = 10
ENDINGS = {labels.I_HAVE_LEFT, labels.I_WRAPPED_UP, labels.I_FINISHED}
ENDINGS |= {ending.label for ending in phrases.ENDINGS.values()}
TAKES_BACK = ("undo", "withdraw", "reopen")
FOR_EVER = ("iv", "tap", "step")
"""Kinds of records that are never written anew, and so never erased."""

# First the window, before anybody can silence a click; then the document, beside the app's own listener for flags.
HEAR = """(() => {
    const read = () => JSON.parse(sessionStorage.getItem("monkey") ?? "[]");
    const keep = (all) => sessionStorage.setItem("monkey", JSON.stringify(all));
    addEventListener("click", ({ target, clientX: x, clientY: y }) => {
        const control = target.closest?.("button, a[href], input");
        const flag = control?.dataset.flag ?? "";
        const pressed = control?.getAttribute("aria-pressed") === "true";
        const alive = globalThis.earlyTaps?.push !== Array.prototype.push;
        keep([...read(), { text: control?.textContent ?? "", flag, pressed, alive, x, y, t: performance.now(),
                           load: performance.timeOrigin, heard: false }]);
    }, true);
    document.addEventListener("click", () => {
        const all = read();
        all.at(-1).heard = true;
        keep(all);
    }, true);
})()"""
HEARD = """() => {
    const all = JSON.parse(sessionStorage.getItem("monkey") ?? "[]");
    sessionStorage.removeItem("monkey");
    const shown = [...document.querySelectorAll("[data-flag][aria-pressed=true]")].map((flag) => flag.dataset.flag);
    return [all, shown];
}"""
SEEN = """async () => {
    const request = indexedDB.open("notes");
    const db = await new Promise((done) => { request.onsuccess = () => done(request.result); });
    const has = db.objectStoreNames.contains("records");
    const rows = has && db.transaction("records").objectStore("records").getAll();
    const records = has ? await new Promise((done) => { rows.onsuccess = () => done(rows.result); }) : [];
    db.close();
    const flags = [...document.querySelectorAll("[data-flag]")];
    return {
        records,
        screen: document.querySelector("[data-screen]")?.dataset.screen ?? "",
        text: document.body.innerText,
        pressed: Object.fromEntries(flags.map((flag) => [flag.dataset.flag, flag.ariaPressed === "true"])),
    };
}"""


@dataclass
class Counted:
    """How often a flag was tapped so that it counts: at least, and at most."""

    least: int = 0
    most: int = 0


@dataclass
class Watch:
    """One page, all that it has heard, and all that the disk ever had."""

    page: Page
    meant: list[str | None] = field(default_factory=list[str | None])
    faults: list[str] = field(default_factory=list[str])
    known: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    flags: defaultdict[str, Counted] = field(default_factory=lambda: defaultdict(Counted))
    allowed: int = 0
    last: dict[str, Any] = field(default_factory=dict[str, Any])
    before: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    screens: Counter[str] = field(default_factory=Counter[str])

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._reads)

    def _reads(self, message: ConsoleMessage) -> None:
        # The app's own guard prints what nobody caught as a code (error-guard.js).
        if message.type == "error" or message.text.startswith("fault"):
            self.faults.append(message.text)

    def screen(self) -> str:
        return self.page.locator("[data-screen]").get_attribute("data-screen") or ""

    @staticmethod
    def ends(text: str) -> bool:
        """Tell whether a control ends an interview or takes something back."""
        return text in ENDINGS or text == labels.TAKE_BACK or text.startswith(labels.UNDO)

    # What the page heard

    def hears(self, *, leaving: bool = False) -> None:
        """Count what was tapped since the last time."""
        clicks, shown = self.page.evaluate(HEARD)
        is_first = True
        for click in clicks:
            gap = click["t"] - self.last["t"] if self.last.get("load") == click["load"] else float("inf")
            if click["heard"]:
                self._counts(click, is_sure=not leaving or click["flag"] in shown)
                # On a machine that is slow a second tap comes so late that it is one by itself.
                self._allows(click, is_late=gap > 1000 * SHAKY_SECONDS, is_first=is_first)
                # One beside every control has pressed nothing.
                is_first = is_first and not click["text"]
            self.last = click

    def _allows(self, click: dict[str, Any], *, is_late: bool, is_first: bool) -> None:
        if self.ends(click["text"]):
            is_meant = is_first and (None in self.meant or click["text"] in self.meant)
            assert is_late or is_meant, f"{click['text']!r} was pressed, and not meant"
            self.allowed += 1

    def _counts(self, click: dict[str, Any], *, is_sure: bool) -> None:
        if click["text"] == labels.AGAIN:
            # It is about the flag that was tapped last.
            for counted in self.flags.values():
                counted.most += 1
        if not (flag := click["flag"]):
            return
        before = self.before.get(flag)
        is_repeat = before and before["load"] == click["load"] and click["t"] - before["t"] < 1000 * REPEAT_SECONDS
        other = self.last.get("flag") != flag
        self.before[flag] = click
        if not is_repeat or other:
            self.flags[flag].most += 1
        if not is_repeat and click["alive"] and not click["pressed"] and is_sure:
            self.flags[flag].least += 1

    # What the page shows, and what the disk has

    def looks(self) -> None:
        """Hold everything that can be seen to what must be so; the disk may need a moment."""
        self.hears()
        until = monotonic() + PATIENCE_SECONDS
        while wrong := list(self._wrong(self.page.evaluate(SEEN))):
            assert monotonic() < until, "\n".join(wrong)
            self.page.wait_for_timeout(50)

    def _wrong(self, seen: dict[str, Any]) -> Iterator[str]:
        yield from self.faults
        self.screens[seen["screen"]] += 1
        if not seen["screen"]:
            yield "no screen"
        yield from (f"the page says {each!r}" for each in ("Application Error", labels.MISHAP) if each in seen["text"])
        records = {each["id"]: each for each in seen["records"]}
        yield from (f"lost: {each}" for id_, each in self.known.items() if id_ not in records)
        yield from self._unmeant(records)
        yield from self._uncounted(records)
        yield from self._unpressed(list(records.values()), seen["pressed"])
        self.known |= {id_: each for id_, each in records.items() if each["k"] in FOR_EVER}

    def _unmeant(self, records: dict[str, dict[str, Any]]) -> Iterator[str]:
        steps = [each for each in records.values() if each["k"] == "step"]
        fateful = [each for each in steps if each["step"] in ("end", *TAKES_BACK)]
        # What is taken back in one press may be several records, written at one time.
        presses = {(each["iv"], each["at"] // 50) for each in fateful}
        if len(presses) > self.allowed:
            yield f"{len(presses)} times ended or taken back, and meant {self.allowed} times: {fateful[-3:]}"

    def _uncounted(self, records: dict[str, dict[str, Any]]) -> Iterator[str]:
        kept = Counter(each["flag"] for each in records.values() if each["k"] == "tap")
        for flag, counted in self.flags.items():
            if not counted.least <= kept[flag] <= counted.most:
                yield f"{flag}: {kept[flag]} kept, tapped {counted.least} to {counted.most} times"

    def _unpressed(self, records: list[dict[str, Any]], shown: dict[str, bool]) -> Iterator[str]:
        starts = [each for each in records if each["k"] == "iv"]
        newest = max(starts, key=lambda each: each["hlc"], default=None)
        state = fold(each for each in records if newest and each.get("iv") == newest["id"])
        taps = [] if state.end else state.taps.values()
        pressed = {tap.flag for tap in taps if tap.pressed}
        for flag, is_pressed in shown.items():
            if is_pressed != (flag in pressed):
                yield f"{flag} is shown as {'' if is_pressed else 'not '}pressed ({FLAGS[flag].kind})"
