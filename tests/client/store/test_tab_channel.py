"""Two tabs of one browser: in step, and nothing lost between them."""

from tests.client.ledger_tab import LedgerTab

TAP_AT = """([flags, moment]) => {
  setTimeout(() => flags.forEach((flag) => ledger.tap(flag)), moment - Date.now());
}"""
SAY_ODD_THINGS = """() => {
  const channel = new BroadcastChannel('notes');
  const odd = [null, 7, 'rude', {}, { puts: 1, erases: [] }, { puts: [null, { id: 7 }, 'x'], erases: [null] }];
  for (const word of odd) channel.postMessage(word);
}"""


def test_a_tap_in_one_tab_shows_in_the_other(tab: LedgerTab) -> None:
    other = tab.beside()
    tab.tap("rude")
    other.until("get('pressed').rude")
    other.tap("advert")
    tab.until("get('pressed').advert")
    other.do("setting", "discreet", True)
    tab.until("get('settings').discreet")
    tab.do("end", "left")
    other.until("!get('started')")
    assert [row["end"] for row in other.interviews()] == ["left"]


def test_two_tabs_tapped_at_once_lose_nothing_and_begin_one_interview(tab: LedgerTab) -> None:
    tabs = [tab, tab.beside()]
    moment = tab.page.evaluate("Date.now()") + 500
    for each, flags in zip(tabs, (["rude", "pay", "advert"], ["hours", "values", "rude"]), strict=True):
        each.page.evaluate(TAP_AT, [flags, moment])
    for each in tabs:
        each.until("get('log').filter((line) => line.what === 'tap').length >= 5")
    tab.page.wait_for_timeout(300)
    assert len(tab.rows(k="iv")) == 1
    assert {"pay", "advert", "hours", "values"} <= set(tab.flags_on_disk())
    assert tabs[0].get("pressed") == tabs[1].get("pressed")
    assert tabs[0].get("log") == tabs[1].get("log")


def test_a_tab_of_another_version_is_not_listened_to(tab: LedgerTab) -> None:
    tab.tap("rude")
    other = tab.page.context.new_page()
    other.goto("/")
    other.evaluate(SAY_ODD_THINGS)
    tab.page.wait_for_timeout(200)
    assert tab.tap("advert").get("pressed") == {"rude": True, "advert": True}
