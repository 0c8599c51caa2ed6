"""A reminder as a calendar file: read back by the rules of RFC 5545, whatever stands in it."""

import re
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.node import NodePage

WRITE = """async (summaries) => {
  const { calendar } = await import('/client/domain/ics.js');
  const [at, made] = [new Date(2026, 10, 23, 9), new Date(Date.UTC(2026, 10, 22, 18, 5, 7))];
  return summaries.map((summary) => calendar({ id: 'an-id', summary, at, made }));
}"""
LINE_OCTETS = 75
# What RFC 5545 (3.1) lets stand in a text: any character but the controls; the tab is one that may.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
ODD = st.sampled_from(
    ["\\n", "\\", ";", ",", "\n", "\r\n", "\r", "\t", "é", "مهندس", "👩‍👩‍👧‍👦", "\u2028", ":", '"', "BEGIN:VEVENT", " "]
)
SUMMARIES = st.lists(st.lists(st.one_of(ODD, st.text()), max_size=40).map("".join), min_size=8, max_size=24)


def unfold(file: str) -> list[str]:
    """Return the content lines of a file, which are never longer than allowed."""
    assert file.endswith("\r\n")
    lines = file.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= LINE_OCTETS for line in lines)
    assert not [line for line in lines if re.search(r"[\r\n]", line)]
    return "\r\n".join(lines).replace("\r\n ", "").split("\r\n")


def unescape(value: str) -> str:
    """Return a text value as it was meant."""
    assert not re.search(r"(?<!\\)(?:\\\\)*\\(?![\\;,nN])|(?<!\\)(?:\\\\)*[;,]", value), value
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def values(file: str) -> dict[str, str]:
    """Return the properties of the event."""
    lines = unfold(file)
    frame = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM", "END:VALARM", "END:VEVENT", "END:VCALENDAR"]
    assert [line for line in lines if line.startswith(("BEGIN:V", "END:V"))] == frame
    return dict(line.split(":", 1) for line in lines)


def meant(text: str) -> str:
    return CONTROL.sub("", re.sub(r"\r\n?", "\n", text))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SUMMARIES)
def test_whatever_it_is_called_is_read_back_as_it_was_meant(node_page: NodePage, summaries: list[str]) -> None:
    for summary, file in zip(summaries, node_page.evaluate(WRITE, summaries), strict=True):
        read = values(file)
        assert unescape(read["SUMMARY"]) == unescape(read["DESCRIPTION"]) == meant(summary)


def test_it_has_what_a_calendar_asks_for_and_rings_by_the_phone_s_own_clock(node_page: NodePage) -> None:
    read = values(node_page.evaluate(WRITE, ["Write a short note"])[0])
    assert (read["VERSION"], read["UID"], read["DTSTAMP"]) == ("2.0", "an-id", "20261122T180507Z")
    assert (read["DTSTART"], read["DURATION"], read["TRIGGER"]) == ("20261123T090000", "PT15M", "PT0S")


def read_reminder(file: str) -> dict[str, Any]:
    """Return when a reminder is due, and what it says; for whoever downloads one."""
    read = values(file)
    return {"at": datetime.strptime(read["DTSTART"], "%Y%m%dT%H%M%S"), "says": unescape(read["SUMMARY"])}


def is_tomorrow(at: datetime, hour: int) -> bool:
    return (at.date(), at.hour, at.minute) == ((datetime.now() + timedelta(days=1)).date(), hour, 0)
