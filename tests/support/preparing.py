"""A candidate on the page for preparing."""

import pytest
from playwright.sync_api import Locator, expect

from interview_exit import routes
from interview_exit.words import phrases, scripts
from interview_exit.words.slots import compile_script
from interview_exit.words.texts import labels
from tests.support.filling import fill
from tests.support.underground import Underground


class Preparing(Underground):
    """A candidate on the page for preparing."""

    def opens_page(self) -> "Preparing":
        self.open_app(routes.PREPARE)
        expect(self.field("company")).to_be_visible()
        return self

    def field(self, name: str) -> Locator:
        return self.page.locator(f"[name=plan-{name}]")

    def fills(self, **values: str) -> "Preparing":
        for name, value in values.items():
            self.field(name).fill(value)
        self.page.keyboard.press("Tab")
        return self

    def starts(self) -> None:
        """Go to the flags by the page's own way back."""
        self.page.get_by_role("link", name=labels.BACK).click()
        self.is_on("live")

    def met(self, company: str, flag: str, how: phrases.EndingId) -> None:
        """Have an interview with a company, from the plan to the end."""
        self.opens_page().fills(company=company)
        self.starts()
        self.tap(flag)
        self.end(how)

    def grid(self) -> list[str]:
        return [str(flag.get_attribute("data-flag")) for flag in self.page.locator(".live [data-flag]").all()]

    def stays_in_place(self) -> None:
        """Expect that nothing is cut off or reaches over the side."""
        across, _ = self.scroll_room()
        assert across == 0, self.page.url


@pytest.fixture
def preparing(underground: Underground) -> Preparing:
    """A candidate without a signal, who is to go to the page for preparing."""
    return Preparing(underground.page)


def said(script: str, **values: str) -> str:
    """Return what a script says with these names in it."""
    return fill(compile_script(scripts.SCRIPTS[script].text), values)
