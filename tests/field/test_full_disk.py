"""A phone that runs out of room in the middle: the verdicts go on, and nothing that was tapped is lost."""

from playwright.sync_api import expect

from interview_exit.words.texts import labels
from tests.field.full_disk import Disk
from tests.support.candidate import Candidate


def test_disk_that_fills_up_in_the_middle_loses_nothing(candidate: Candidate) -> None:
    disk = Disk(candidate.page)
    candidate.open_app()
    candidate.tap("pay")
    candidate.pressed("pay")
    disk.fills_up()
    candidate.answer("refused")
    candidate.tap("rude")
    candidate.is_told("leave_now")
    candidate.takes_back("rude")
    candidate.pressed("rude", False)
    expect(candidate.page.locator(".notice.fault")).to_have_text(labels.FAULTS["storage-full"])
    disk.has_room()
    candidate.end("wrapped_up")
    expect(candidate.page.locator(".notice.fault")).to_have_count(0)
    candidate.reloads()
    candidate.open_history()
    expect(candidate.interviews()).to_have_count(1)
    candidate.open_log()
    kinds = [line.split("\n")[1] for line in candidate.log()]
    assert kinds[0] == "Pay too low"
    assert kinds[-1] == "Ended: wrapped up"
    assert sum("Rude" in line for line in kinds) == 2
