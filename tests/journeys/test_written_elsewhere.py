"""One interview open in two places: what one writes the other shows, and an older text never puts out a newer one."""

import pytest
from playwright.sync_api import expect

from interview_exit.words.texts import labels
from tests.support.candidate import Candidate
from tests.support.devices import kept_on_disk

Two = tuple[Candidate, Candidate]


@pytest.fixture
def two(candidate: Candidate) -> Two:
    """Two tabs with the same interview open, about which a note is kept."""
    candidate.open_app()
    candidate.tap("rude")
    candidate.end("left")
    candidate.open_history()
    candidate.open_log()
    candidate.writes(labels.NOTE, "Loud")
    kept_on_disk(candidate.page)
    other = Candidate(candidate.page.context.new_page())
    other.open_app(candidate.page.url)
    return candidate, other


@pytest.mark.parametrize("name", [labels.COMPANY, labels.NOTE])
def test_a_field_shows_what_was_written_elsewhere_and_does_not_put_the_older_text_back(two: Two, name: str) -> None:
    here, there = two
    here.field(name).focus()
    there.writes(name, "Loud, but kind")
    expect(here.field(name)).to_have_value("Loud, but kind")
    expect(here.field(name)).to_be_focused()
    here.field(name).blur()
    here.reloads()
    expect(here.field(name)).to_have_value("Loud, but kind")


def test_what_was_typed_in_both_places_stays(two: Two) -> None:
    here, there = two
    here.field(labels.NOTE).fill("Loud and cold")
    there.writes(labels.NOTE, "Loud, but kind")
    # It has arrived, though what is typed hides it.
    here.page.wait_for_function("document.querySelector('[name=note]').defaultValue === 'Loud, but kind'")
    here.field(labels.NOTE).blur()
    expect(there.field(labels.NOTE)).to_have_value("Loud and cold\nLoud, but kind")
    here.reloads()
    expect(here.field(labels.NOTE)).to_have_value("Loud and cold\nLoud, but kind")


def test_a_field_is_not_changed_under_whoever_types_in_it(two: Two) -> None:
    here, there = two
    here.field(labels.COMPANY).fill("Northw")
    there.writes(labels.COMPANY, "Acme")
    kept_on_disk(there.page)
    here.field(labels.COMPANY).press_sequentially("ind")
    expect(here.field(labels.COMPANY)).to_have_value("Northwind")
    here.field(labels.COMPANY).blur()
    expect(there.field(labels.COMPANY)).to_have_value("Northwind")
