"""Behind a proxy that takes no large request, everything that fits arrives, and what does not is said so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.client.synced_tab import SyncedTab, interview
from tests.field.body_limit import How, Limited
from tests.support.browsers import PHONE
from tests.support.sealing import some_id
from tests.sync.server import Server, serving

KIB = 1024


@pytest.fixture(scope="module")
def server(sealed_database: Path) -> Iterator[Server]:
    """The API, for real."""
    with serving(f"sqlite:///{sealed_database}") as server:
        yield server


def opened(chromium: Browser, url: str, entropy: bytes = b"") -> SyncedTab:
    page = chromium.new_context(**PHONE, base_url=url).new_page()
    page.goto("/")
    return SyncedTab(page, entropy).start()


@pytest.mark.parametrize("how", ["refuse", "forbid", "reset", "cut", "truncate"])
def test_three_hundred_records_arrive_in_smaller_batches(
    chromium: Browser, modules_origin: str, server: Server, limited_origin: Limited, how: How
) -> None:
    proxy = limited_origin({"/api/": server.url, "/": modules_origin}, 50 * KIB, how)
    first = opened(chromium, proxy.url)
    first.write(*interview(300))
    assert first.call("switchOn") == "done"
    first.in_step()
    stopped = proxy.stopped
    # Chromium itself repeats what was broken off.
    assert 0 < stopped <= (2 if how in {"refuse", "forbid", "truncate"} else 10)
    # What has worked is kept to.
    first.write(*interview(300))
    assert (first.sync(), first.standing("waiting"), proxy.stopped) == ("synced", 0, stopped)
    second = opened(chromium, proxy.url, first.entropy).join()
    assert second.live_rows() == first.live_rows()
    for each in (first, second):
        each.page.context.close()


@pytest.mark.parametrize("how", ["refuse", "reset"])
def test_one_record_that_is_too_large_holds_up_nothing_and_is_said_so(
    chromium: Browser, modules_origin: str, server: Server, limited_origin: Limited, how: How
) -> None:
    proxy = limited_origin({"/api/": server.url, "/": modules_origin}, 20 * KIB, how)
    first = opened(chromium, proxy.url)
    records = interview(60)
    records[3]["body"]["text"] = "x" * 30_000
    first.write(*records)
    assert first.call("switchOn") == "done"
    first.until("standing('reason') === 'record-too-large'")
    assert (first.standing("status"), first.standing("waiting"), first.standing("stuck")) == ("failed", 1, 0)
    second = opened(chromium, proxy.url, first.entropy).join()
    assert set(first.live_rows()) - set(second.live_rows()) == {records[3]["id"]}
    # On another network it goes.
    proxy.most = 1024 * KIB
    assert (first.sync(), first.standing("reason")) == ("synced", "")
    assert second.sync() == "synced"
    assert second.live_rows() == first.live_rows()
    for each in (first, second):
        each.page.context.close()


def test_words_are_not_changed_for_good_while_something_is_too_large(
    chromium: Browser, modules_origin: str, server: Server, limited_origin: Limited
) -> None:
    proxy = limited_origin({"/api/": server.url, "/": modules_origin}, 1024 * KIB, "refuse")
    first = opened(chromium, proxy.url)
    first.write(*interview(), {**interview(1)[-2], "id": some_id(), "body": {"text": "x" * 30_000}})
    first.switch_on()
    proxy.most, old = 20 * KIB, first.keys
    first.entropy = b"another 16 bytes"
    assert first.call("changeWords") == "done"
    first.until("standing('reason') === 'record-too-large'")
    kept = first.rows("meta", key="vault")[0]["value"]
    assert [each["id"] for each in kept["old"]] == [old.vault]
    proxy.most = 1024 * KIB
    assert first.sync() == "synced"
    assert "old" not in first.rows("meta", key="vault")[0]["value"]
    first.page.context.close()
