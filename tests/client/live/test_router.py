"""The screens of the live page and the phone's back button."""

import pytest

from tests.client.ledger_tab import LedgerTab


def test_the_back_button_leads_to_the_flags_from_every_screen(tab: LedgerTab) -> None:
    steps = tab.page.evaluate("history.length")
    for screens in (["details"], ["more", "end"], ["end", "details", "more"]):
        for screen in screens:
            tab.do("go", screen)
            assert tab.get("screen") == screen
        tab.page.go_back()
        tab.until("get('screen') === 'live' && location.hash === ''")
    assert tab.page.evaluate("history.length") == steps + 1


def test_going_to_the_flags_shows_them_at_once_and_leaves_no_step_behind(tab: LedgerTab) -> None:
    steps = tab.page.evaluate("history.length")
    for _ in range(3):
        tab.do("go", "details")
        tab.do("go", "")
        assert tab.get("screen") == "live"
        tab.until("location.hash === ''")
    assert tab.page.evaluate("history.length") == steps + 1


@pytest.mark.parametrize(
    ("address", "screen"), [("/#more", "more"), ("/#details", "details"), ("/#telepathy", "live"), ("/", "live")]
)
def test_an_address_opens_its_screen(blank: LedgerTab, address: str, screen: str) -> None:
    blank.page.goto(address)
    tab = blank.start()
    assert tab.get("screen") == screen
    tab.do("go", "live")
    assert tab.get("screen") == "live"


def test_an_address_that_the_router_has_changed_is_noticed_by_whoever_arrives(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.do("go", "details")
    tab.page.evaluate("() => { history.pushState(null, '', '/'); }")
    tab.do("arrive")
    assert tab.get("screen") == "live"
    tab.page.evaluate("() => { history.pushState(null, '', `/entry#${get('live')}`); }")
    tab.do("arrive")
    tab.until("get('entry')?.id === get('live')")
