"""A phone whose clock is wrong, is set while the page lives, or moves to another time zone.

Any journey can be run under it: `clock = OddClock(page)` before the page is loaded, then `clock.set(days=365)`, at any
moment and for every later load. Only `Date` is set: the page's steady clock and its timers go on as they do on a phone.
"""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page

ODD_DATE = """{
    const Real = Date;
    globalThis.clockAhead ??= 0;
    globalThis.Date = class Date extends Real {
        constructor(...said) {
            if (said.length) super(...said);
            else super(Date.now());
        }
        static now() { return Real.now() + globalThis.clockAhead; }
    };
}"""


class OddClock:
    """The wall clock of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.add_init_script(ODD_DATE)
        self._devtools = page.context.new_cdp_session(page)

    def set(self, **ahead: float) -> None:
        """Set the clock ahead of the right time, or back: `days=-365`, `minutes=3`; nothing puts it right."""
        self._set(timedelta(**ahead))

    def set_to(self, moment: datetime) -> None:
        self._set(moment - datetime.now(UTC))

    def moves_to(self, zone: str) -> None:
        """Fly there: the phone takes the time zone over."""
        self._devtools.send("Emulation.setTimezoneOverride", {"timezoneId": ""})
        self._devtools.send("Emulation.setTimezoneOverride", {"timezoneId": zone})

    def _set(self, ahead: timedelta) -> None:
        script = f"globalThis.clockAhead = {ahead / timedelta(milliseconds=1)};"
        self._page.add_init_script(script)
        self._page.evaluate(script)
