"""Switching sync on where strangers may not: the app asks for the code, or says that there is no way in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect

from interview_exit.words.texts import devices as texts
from tests.support.browsers import PHONE
from tests.support.devices import Axe, device
from tests.support.site import free_port, make_run
from tests.support.vaults import Owner

CODE = "open sesame"


@contextmanager
def phone_at(chromium: Browser, folder: Path, **variables: str) -> Iterator[tuple[Owner, str]]:
    """A phone at a site of its own, and that site's address."""
    database = f"sqlite:///{folder}/sealed.db"
    with make_run(PORT=str(free_port()), DATABASE_URL=database, **variables) as (_, lines):
        url = lines[-1].removeprefix("Ready: ")
        with device(chromium, PHONE, url) as page:
            yield Owner(page), url


def gives_code(owner: Owner, code: str) -> None:
    owner.field(texts.JOIN_CODE).fill(code)
    owner.press(texts.GIVE_CODE)


def test_the_code_is_asked_for_refused_when_wrong_and_needed_once(chromium: Browser, tmp_path: Path, axe: Axe) -> None:
    with phone_at(chromium, tmp_path, CREATIONS="code", JOIN_CODE=CODE) as (phone, url):
        words = phone.opens_devices().asks_for_sync()
        phone.sees(texts.FAULTS["code_needed"])
        expect(phone.page.get_by_text(texts.GOES_ON)).to_have_count(0)
        gives_code(phone, "open sesam")
        expect(phone.fault()).to_have_text(texts.FAULTS["code_wrong"])
        assert axe(phone.page) == []
        phone.page.reload()
        phone.sees(texts.FAULTS["code_needed"])
        gives_code(phone, f" {CODE}")
        phone.is_in_step()
        expect(phone.page.get_by_label(texts.JOIN_CODE)).to_have_count(0)
        with device(chromium, PHONE, url) as page:
            Owner(page).opens_devices().joins(words)


def test_a_closed_server_is_told_and_nothing_is_lost(chromium: Browser, tmp_path: Path) -> None:
    with phone_at(chromium, tmp_path, CREATIONS="closed") as (phone, _):
        phone.opens_devices().asks_for_sync()
        phone.sees(texts.FAULTS["creations_closed"])
        phone.sees(texts.GOES_ON)
        expect(phone.page.get_by_label(texts.JOIN_CODE)).to_have_count(0)
