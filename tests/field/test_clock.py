"""A clock that is wrong, put right or taken abroad: nothing tapped is lost, split, moved or live for ever."""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from interview_exit.words.texts import data, labels
from tests.field.odd_clock import OddClock
from tests.support.candidate import Candidate
from tests.support.underground import Underground

HOME, ABROAD = "America/Los_Angeles", "Asia/Tokyo"
LATE = datetime(2026, 11, 30, 23, 30, tzinfo=ZoneInfo(HOME))
WEST_MINUTES = -480
# What a record may have of its own: the versions before refuse a copy with anything else.
KNOWN = {"id", "v", "k", "iv", "at", "hlc", "dev", "flag", "hard", "step", "how", "of", "e", "prev", "body"}


@pytest.fixture
def clock(candidate: Candidate) -> OddClock:
    return OddClock(candidate.page)


def is_over(candidate: Candidate) -> None:
    """Expect the screen on which nothing has happened yet."""
    expect(candidate.page.get_by_role("link", name=labels.PREPARE, exact=True)).to_be_visible()
    candidate.is_told("stay")


def test_tap_under_a_clock_a_year_ahead_is_neither_live_for_ever_nor_lost(
    candidate: Candidate, clock: OddClock
) -> None:
    clock.set(days=365)
    candidate.open_app()
    candidate.tap("rude")
    candidate.pressed("rude")
    clock.set()
    candidate.tap("advert")
    candidate.reloads()
    candidate.pressed("rude")
    candidate.pressed("advert")
    clock.set(days=200)
    candidate.reloads()
    is_over(candidate)
    candidate.tap("pay")
    candidate.pressed("rude", False)
    candidate.end("stayed")
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(2)


def test_interview_that_a_wrong_clock_has_put_first_is_over_and_the_debrief_is_not_offered_for_ever(
    candidate: Candidate, clock: OddClock
) -> None:
    clock.set(days=365)
    candidate.open_app()
    candidate.tap("not_work")
    candidate.end("wrapped_up")
    expect(candidate.page.get_by_role("link", name="debrief")).to_be_visible()
    clock.set(days=200)
    candidate.reloads()
    is_over(candidate)
    expect(candidate.page.get_by_role("link", name="debrief")).to_have_count(0)


@pytest.mark.parametrize("days", [365, 2, 1 / 24, -3 / 1440, -1 / 24, -365])
def test_clock_set_in_the_middle_splits_nothing(candidate: Candidate, clock: OddClock, days: float) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.pressed("advert")
    clock.set(days=days)
    candidate.tap("rude")
    candidate.pressed("advert")
    candidate.pressed("rude")
    candidate.reloads()
    candidate.pressed("advert")
    candidate.tap("pay")
    candidate.end("left")
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(1)
    # An hour that passes between two taps is an hour; what no interview lasts was a clock that was set.
    expect(candidate.interviews()).to_contain_text(f"1 {labels.HOURS}" if days == 1 / 24 else f"0 {labels.MINUTES}")


@pytest.mark.parametrize("days", [365, -365])
def test_clock_set_before_a_reload_ends_nothing(candidate: Candidate, clock: OddClock, days: float) -> None:
    candidate.open_app()
    candidate.tap("advert")
    candidate.pressed("advert")
    clock.set(days=days)
    candidate.opens_details()
    candidate.goes_back()
    candidate.reloads()
    candidate.pressed("advert")
    clock.set(days=days + 1)
    candidate.reloads()
    is_over(candidate)


def test_half_past_eleven_at_night_stays_that_wherever_it_is_read(
    candidate: Candidate, clock: OddClock, tmp_path: Path
) -> None:
    page = candidate.page
    clock.moves_to(HOME)
    clock.set_to(LATE)
    candidate.open_app()
    candidate.tap("advert")
    candidate.answer("confirmed")
    candidate.end("wrapped_up")
    clock.moves_to(ABROAD)
    clock.set_to(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    candidate.open_app("/history")
    candidate.sees("November 2026")
    expect(candidate.interviews()).to_contain_text("Mon 30")
    candidate.open_log()
    candidate.sees("Mon 30 Nov 2026")
    assert all(line.startswith("23:3") for line in candidate.log()), candidate.log()
    candidate.open_app("/print")
    candidate.sees("Mon 30 Nov 2026")
    candidate.open_app("/data")
    with page.expect_download() as download:
        candidate.press(data.KEEP_TABLE)
    download.value.save_as(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as table:
        (row,) = csv.DictReader(table)
    assert (row["Date"], row["Time"][:4]) == ("2026-11-30", "23:3")
    with page.expect_download() as download:
        candidate.press(data.KEEP_FILE)
    download.value.save_as(tmp_path / "copy.json")
    records = json.loads((tmp_path / "copy.json").read_text(encoding="utf-8"))["records"]
    happened = [record for record in records if record["k"] in {"iv", "tap", "step"}]
    assert [record["body"]["east"] for record in happened] == [WEST_MINUTES] * 3
    assert all(record.keys() <= KNOWN for record in records)


def test_idle_cover_comes_when_it_was_set_to_come_the_first_time_too(underground: Underground) -> None:
    underground.prepared(settings={"coverSeconds": 20})
    underground.tap("advert")
    underground.page.clock.fast_forward("00:21")
    underground.is_on("cover")
    underground.reloads()
    underground.is_on("cover")
