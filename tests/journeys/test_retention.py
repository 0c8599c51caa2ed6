"""On a server that deletes what nobody uses: people are told before, lose nothing, and are told what has happened."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect

from interview_exit.sync.database import open_database, perform
from interview_exit.sync.models import VAULT
from interview_exit.sync.retention import expire, month_now
from interview_exit.words.texts import devices as texts
from interview_exit.words.texts import server
from tests.journeys.test_join_code import phone_at
from tests.support.vaults import Owner

POLICY = re.compile(re.escape(" 24".join([texts.RETENTION[0].strip(), texts.RETENTION[1]])))


def policy(phone: Owner) -> Locator:
    return phone.page.get_by_text(POLICY)


def test_people_are_told_before_and_after(chromium: Browser, tmp_path: Path) -> None:
    with phone_at(chromium, tmp_path, RETENTION_MONTHS="24") as (phone, _):
        phone.open_app()
        phone.tap("rude")
        phone.end("left")
        phone.opens_devices().switches_on()
        expect(policy(phone)).to_contain_text(texts.RETENTION_HOW)
        phone.open_app("/server")
        expect(policy(phone)).to_contain_text(server.RETENTION)
        phone.opens_devices()
        database = open_database(f"sqlite:///{tmp_path}/sealed.db")
        assert perform(database.writer, lambda connection: expire(connection, VAULT, month_now() + 1))
        database.dispose()
        phone.press(texts.NOW)
        phone.sees(texts.RESENT)
        phone.is_in_step()
        phone.open_app("/server")
        expect(phone.page.locator(".fact").first.locator("dd").first).not_to_have_text("0")
