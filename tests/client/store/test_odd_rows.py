"""Spans store/memory.js, store/commands.js and live/view-model.js: any text comes back, and no odd row harms."""

from tests.client.domain.test_records import junk
from tests.client.ledger_tab import LedgerTab
from tests.client.told import Told


def test_junk_is_counted_skipped_and_left_where_it_is(blank: LedgerTab) -> None:
    told = Told(at=blank.page.evaluate("Date.now()"))
    told.tap("advert")
    tab = blank.start()
    tab.put(*told.records, *junk())
    tab.restart()
    assert (tab.get("verdict"), tab.get("pressed")) == ("clear_air", {"advert": True})
    tab.do("setting", "discreet", True)
    tab.tap("rude").saved()
    [row] = tab.interviews()
    assert len(row["flags"]) == 2
    assert tab.get("skipped") >= 14
    assert len(tab.rows()) == len(junk()) + len(told.records) + 2


NASTY = [
    "",
    "שלום עולם — مرحبا",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "nul\x00here",
    "line\r\nline\u2028",
    "e\u0301",
    "\ufeff\u202eright",
    "long " * 200_000,
]


def test_a_note_comes_back_as_it_was_written(tab: LedgerTab) -> None:
    written = {}
    for text in NASTY:
        tab.tap("rude")
        live = tab.get("live")
        tab.do("note", live, text)
        tab.do("describe", live, {"company": text})
        tab.do("end", "left")
        written[live] = text
    tab.saved().restart()
    for interview, text in written.items():
        tab.do("select", interview)
        assert tab.page.evaluate("([a]) => get('entry').note === a && get('entry').company === a", [text])
    assert len(written) == len(NASTY)


def test_half_a_character_survives_too(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.page.evaluate(r"ledger.note(get('live'), 'half \ud83d and \udc69')")
    live = tab.saved().get("live")
    tab.restart().do("select", live)
    assert tab.page.evaluate(r"get('entry').note === 'half \ud83d and \udc69'")
