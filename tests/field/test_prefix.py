"""Below a prefix, where no tap could do anything, a page says so instead of showing flags."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from interview_exit import routes
from interview_exit.words.texts import labels
from tests.field.prefix import below_prefix
from tests.support.browsers import PHONE
from tests.support.site import ROOT


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("other", [None, b"<!doctype html><p>Another app"])
def test_a_page_below_a_prefix_says_that_it_cannot_work(other: bytes | None, chromium: Browser) -> None:
    built: Path = ROOT / ".web" / "build" / "client"
    with below_prefix(built, other) as address:
        page = chromium.new_page(**PHONE)
        for path in (
            "/",
            f"{routes.HISTORY.rstrip('/')}/",
            f"{routes.DEVICES.rstrip('/')}/#AAAAAAAAAAAAAAAAAAAAAA",
            "/404.html",
        ):
            page.goto(address + path)
            expect(page.locator("body")).to_have_text(labels.ELSEWHERE)
            assert page.locator("button, a, input").count() == 0
        page.close()
