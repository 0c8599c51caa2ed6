"""What people read on the page about other devices when something else answers in the server's place."""

import pytest
from playwright.sync_api import Page, Route, expect

from interview_exit import routes
from interview_exit.words.texts import devices as texts
from tests.field.odd_answers import GATEWAY, HTML, NOT_OURS, PAGE, SIGN_IN
from tests.support.devices import Axe
from tests.support.vaults import Owner

STATUSES = {NOT_OURS: 200, SIGN_IN: 401, GATEWAY: 502}


@pytest.fixture
def owner(phone: Page) -> Owner:
    return Owner(phone)


def test_a_stranger_is_told_and_nothing_is_lost(owner: Owner, axe: Axe) -> None:
    def portal(route: Route) -> None:
        route.fulfill(status=STATUSES[told], body=HTML, headers=PAGE)

    owner.opens_devices()
    words = owner.switches_on()
    for told in STATUSES:
        owner.page.context.route("**/api/**", portal)
        owner.syncs()
        owner.status("failed")
        owner.sees(texts.FAULTS[told])
        expect(owner.page.get_by_role("link", name=texts.SIGN_IN)).to_have_count(int(told != GATEWAY))
    told = NOT_OURS
    assert axe(owner.page) == []
    owner.unfolds(texts.STOP)
    owner.press(texts.STOP_DELETE)
    expect(owner.fault()).to_contain_text(f"{texts.FAULTS[NOT_OURS]} {texts.UNDONE['leave']}")
    owner.opens_devices()
    owner.page.get_by_role("link", name=texts.SIGN_IN).first.click()
    expect(owner.page).to_have_title("Wi-Fi")
    owner.page.context.unroute_all()
    # Through it, the way leads back.
    owner.page.goto(routes.SIGN_IN)
    owner.is_in_step()
    owner.unfolds(texts.ADD)
    assert owner.shows_words() == words
