"""A device is added, and nobody else: not who sends a link, reads a browser's files, or has the phone for a moment."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Page, expect

from interview_exit import routes
from interview_exit.words.texts import devices as texts
from interview_exit.words.texts import labels, pairing
from tests.support.browsers import ColdStart
from tests.support.pairing import giver
from tests.support.profiles import found, in_files, spellings
from tests.support.sealing import Keys, text
from tests.support.vaults import Owner


def lives(owner: Owner) -> None:
    """Have an interview."""
    owner.open_app()
    owner.tap("rude")
    owner.end("left")


@pytest.fixture
def phone_in_step(phone: Page) -> Owner:
    """A phone with a history that is synced."""
    owner = Owner(phone)
    lives(owner)
    owner.opens_devices()
    owner.words = owner.switches_on()
    return owner


class Stranger:
    """Somebody with a vault of their own, who sends links to it."""

    def __init__(self, client: httpx2.Client) -> None:
        self.client, self.keys, self.pair = client, Keys(secrets.token_bytes(16)), giver()
        self.path = f"/api/v2/vaults/{self.keys.vault}"
        self.client.put(self.path, headers=self.auth).raise_for_status()

    @property
    def auth(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.keys.auth}"}

    def link(self, kind: str) -> str:
        if kind == "with the secret":
            return f"{routes.DEVICES}#{text(self.keys.entropy)}"
        self.client.post("/api/v1/pairings", json={"id": text(self.pair.pairing)})
        return f"{routes.DEVICES}/#{self.pair.fragment}"

    def answers(self) -> None:
        """Leave all that a giving device leaves, though nobody has compared a number."""
        messages = f"/api/v1/pairings/{text(self.pair.pairing)}/messages"
        self.client.delete(f"{messages}/1")
        self.client.put(f"{messages}/2", json={"body": text(self.pair.key)})

    def reads(self) -> list[dict[str, Any]]:
        """Return what devices have brought into their vault."""
        return self.client.get(f"{self.path}/changes", headers=self.auth).json()["items"]


@pytest.fixture
def stranger(site: str) -> Iterator[Stranger]:
    """A stranger on the same server."""
    with httpx2.Client(base_url=site, trust_env=False) as client:
        yield Stranger(client)


@pytest.mark.parametrize("kind", ["with the secret", "with a pairing"])
def test_link_of_a_stranger_hands_nothing_over(phone: Page, stranger: Stranger, kind: str) -> None:
    """S1. A tap was enough; and tapping on does not help."""
    victim = Owner(phone)
    lives(victim)
    victim.open_app(stranger.link(kind))
    if kind == "with a pairing":
        victim.sees(pairing.MEET_DANGER)
        stranger.answers()
        victim.sees(pairing.TYPE_ELSE)
    expect(phone.locator("main h1")).to_be_visible()
    for button in phone.locator("main button", has_text=texts.JOIN).all():
        for _ in range(3):
            button.click()
    phone.wait_for_timeout(1500)
    assert stranger.reads() == []
    victim.opens_devices()
    expect(victim.button(texts.SWITCH_ON)).to_be_visible()


def test_browser_keeps_nothing_of_the_secret(
    phone_in_step: Owner, cold_start: ColdStart, site: str, tmp_path: Path
) -> None:
    """S2. The control: a link that does hold a secret, of another vault, is found in the same search."""
    phone, canary = phone_in_step, b"a canary's words"
    added = Owner(cold_start(base_url=site))
    added.open_app(f"{routes.DEVICES}/#{text(canary)}")
    added.sees(texts.FAULTS["code-old"])
    added.press(labels.BACK)
    added.open_app(phone.shows_code())
    added.types_number(phone.number())
    phone.lets_in(added.number())
    added.is_in_step()
    added.open_app(routes.HISTORY)
    expect(added.interviews()).to_have_count(1)
    # And by the words, which are typed into a field of the page.
    added.opens_devices()
    added.unfolds(texts.STOP)
    added.press(texts.STOP_KEEP)
    added.joins(phone.words)
    added.unfolds(texts.ADD)
    assert added.shows_words() == phone.words
    keys = Keys(phone.entropy())
    assert Keys(added.entropy()).vault == keys.vault
    cold_start.close()
    profile = tmp_path / "profile"
    assert {"History", "Favicons"} <= {hit.rpartition("/")[2] for hit in found(profile, spellings(canary))}
    looked_for = spellings(keys.entropy) | in_files(
        keys.auth, *(" ".join(phone.words[at : at + 2]) for at in range(11))
    )
    assert found(profile, looked_for) == []


def test_words_are_shown_only_to_who_holds_and_not_for_long(phone_in_step: Owner) -> None:
    """S10."""
    owner, page = phone_in_step, phone_in_step.page
    owner.unfolds(texts.ADD)
    owner.sees(texts.ADD_DANGER)
    shown = page.locator(".twelve")
    for name in ("words", "code"):
        page.locator(f"[data-hold={name}]").click()
    expect(shown).to_have_count(0)
    expect(page.locator(".code")).to_have_count(0)
    # Left by a link, and come back to: the page is the same, and shows nothing.
    assert owner.shows_words() == owner.words
    page.get_by_role("link", name=labels.BACK).click()
    owner.is_on("history")
    owner.goes_back()
    owner.is_on("vault")
    expect(page.locator("[data-hold=words]")).to_have_count(1)
    expect(shown).to_have_count(0)
    # The browser is left for another app.
    owner.unfolds(texts.ADD)
    owner.shows_words()
    page.evaluate(HIDE)
    expect(shown).to_have_count(0)
    # By itself.
    page.clock.install()
    page.locator("[data-hold=words]").focus()
    page.keyboard.down("Enter")
    page.clock.run_for(1100)
    page.keyboard.up("Enter")
    expect(shown).to_have_count(1)
    page.clock.run_for(121_000)
    expect(shown).to_have_count(0)
    expect(page.locator("[data-hold=words]")).to_have_count(1)


def test_new_words_are_shown_only_to_who_holds(phone_in_step: Owner) -> None:
    """New words give the same access as the old ones, as soon as they are in force."""
    owner, page = phone_in_step, phone_in_step.page
    owner.unfolds(texts.CHANGE)
    page.locator("[data-hold=renew]").click()
    expect(page.locator(".twelve")).to_have_count(0)
    owner.holds("renew")
    owner.reads_words()
    page.get_by_role("link", name=labels.BACK).click()
    owner.is_on("history")
    owner.goes_back()
    owner.is_in_step()
    expect(page.locator(".twelve")).to_have_count(0)


def test_code_is_void_once_nobody_looks(phone_in_step: Owner, desktop: Page) -> None:
    phone, laptop = phone_in_step, Owner(desktop)
    link = phone.shows_code()
    phone.page.evaluate(HIDE)
    phone.is_in_step()
    laptop.open_app(link)
    laptop.sees(texts.FAULTS["pairing_unknown"])
    laptop.press(labels.BACK)
    # The number outlives a look at another app, since it is read from the one and typed into the other.
    laptop.open_app(phone.shows_code())
    phone.number()
    phone.page.evaluate(HIDE)
    laptop.types_number(phone.number())
    phone.sees(pairing.ASK_TITLE)
    phone.press(pairing.STOP)
    laptop.sees(texts.FAULTS["pairing_unknown"])
    laptop.press(labels.BACK)
    expect(laptop.button(texts.SWITCH_ON)).to_be_visible()


HIDE = """() => {
  Object.defineProperty(document, "hidden", {configurable: true, value: true});
  document.dispatchEvent(new Event("visibilitychange"));
  delete document.hidden;
}"""
