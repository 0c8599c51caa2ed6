"""The minutes of the interview that is going on: they pass while somebody looks, and never go back."""

from tests.client.ledger_tab import LedgerTab


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
