"""Time: the clock that never goes back, whatever the wall clock does."""

from playwright.sync_api import Page

from tests.client.ledger_tab import LedgerTab, stamp

MAKE = """async () => { globalThis.made = (await import('/client/domain/hlc.js')).clock('me'); }"""


def test_every_stamp_comes_after_the_one_before(modules_page: Page) -> None:
    modules_page.evaluate(MAKE)
    times = [5000, 5000, 4000, 0, 5001, -1, 5000.7, 6000]
    stamps = modules_page.evaluate("(times) => times.map((now) => made.next(now))", times)
    assert stamps == sorted(set(stamps))
    assert stamps[0] == stamp(5000, 1, "me")


def test_a_foreign_clock_pulls_ours_ahead_by_a_minute_at_most(modules_page: Page) -> None:
    modules_page.evaluate(MAKE)
    modules_page.evaluate("(far) => made.meet(far, 5000)", stamp(10**12))
    assert modules_page.evaluate("made.next(5000)") == stamp(65_000, 1, "me")


def test_a_stamp_within_the_minute_is_believed(modules_page: Page) -> None:
    modules_page.evaluate(MAKE)
    modules_page.evaluate("(near) => made.meet(near, 5000)", stamp(6000, 7))
    assert modules_page.evaluate("made.next(5000)") == stamp(6000, 8, "me")


def test_what_one_writes_comes_after_what_one_has_read_however_far_ahead(modules_page: Page) -> None:
    modules_page.evaluate(MAKE)
    far = stamp(10**12, 3)
    assert modules_page.evaluate("(far) => made.next(5000, far)", far) == stamp(10**12, 4, "me")
    assert modules_page.evaluate("made.next(5000)") < far


def test_a_counter_that_is_full_moves_on_to_the_next_millisecond(modules_page: Page) -> None:
    modules_page.evaluate(MAKE)
    modules_page.evaluate("(full) => made.see(full)", stamp(5000, 99_999))
    assert modules_page.evaluate("made.next(1)") == stamp(5001, 0, "me")


def test_what_is_no_stamp_is_passed_over(modules_page: Page) -> None:
    modules_page.evaluate(MAKE)
    modules_page.evaluate("() => { for (const odd of [null, 7, '', 'zzz', {}]) { made.see(odd); made.meet(odd, 1); } }")
    assert modules_page.evaluate("made.next(5000, 'zzz')") == stamp(5000, 1, "me")


def test_minutes_go_on_while_somebody_looks(clocked: LedgerTab) -> None:
    clocked.tap("rude")
    clocked.page.clock.run_for(61_000)
    assert clocked.get("minutes") == 1
    clocked.page.clock.run_for(60_000 * 9)
    assert clocked.get("minutes") == 10


def test_a_clock_set_back_moves_nothing_back(clocked: LedgerTab) -> None:
    clocked.tap("rude")
    clocked.page.clock.run_for(5 * 60_000)
    clocked.tap("advert")
    clocked.page.evaluate("() => { const real = Date.now; Date.now = () => real() - 3600e3; }")
    clocked.tap("pay")
    assert clocked.get("minutes") == 5
    assert [line["minute"] for line in clocked.get("log")] == [5, 5, 0]
    assert clocked.flags_on_disk() == ["rude", "advert", "pay"]


def test_a_clock_set_back_between_two_starts_moves_nothing_back(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.do("end", "left")
    tab.saved().page.add_init_script("{ const real = Date.now; Date.now = () => real() - 86400e3; }")
    tab.restart().tap("pay").saved().restart()
    assert tab.get("pressed") == {"pay": True}
    newest, oldest = tab.interviews()
    assert newest["id"] == tab.get("live")
    assert min(newest["minutes"], oldest["minutes"]) >= 0
    assert tab.flags_on_disk() == ["rude", "pay"]
