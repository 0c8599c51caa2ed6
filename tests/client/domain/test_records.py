"""Records: any text comes back as it was, and whatever else is in the database harms nobody."""

import pytest

from tests.client.ledger_tab import LedgerTab, stamp
from tests.client.told import MORNING_MS, Told


def junk() -> list[dict[str, object]]:
    """Rows of a newer version, of nobody, and damaged ones, among them some in the newest place."""
    late = stamp(MORNING_MS + 10**9)
    good = {"iv": "an-interview", "at": MORNING_MS, "hlc": late, "dev": "else", "v": 1}
    return [
        {"id": "no-kind"},
        {"id": "from-tomorrow", "k": "hologram", **good},
        {"id": "new-flag", "k": "tap", **good, "flag": "telepathy", "hard": False},
        {"id": "inherited", "k": "tap", **good, "flag": "constructor", "hard": False},
        {"id": "numbers", "k": "tap", **good, "flag": 7},
        {"id": "no-time", "k": "tap", **good, "flag": "rude", "at": "noon"},
        {"id": "far-time", "k": "tap", **good, "flag": "rude", "at": 1e300},
        {"id": "bad-stamp", "k": "tap", **good, "flag": "rude", "hlc": "yesterday"},
        {"id": "new-state", "k": "outcome", **good, "e": "an-interview-1", "prev": [], "body": {"state": "telepathic"}},
        {"id": "no-body", "k": "outcome", **good, "e": "an-interview-1", "prev": []},
        {"id": "new-step", "k": "step", **good, "step": "levitate"},
        {"id": "inherited-step", "k": "step", **good, "step": "toString"},
        {"id": "odd-note", "k": "note", **good, "e": "an-interview", "prev": [], "body": {"text": {"rich": True}}},
        {"id": "odd-prev", "k": "ivmeta", **good, "e": "an-interview", "prev": "x", "body": {"company": "Acme"}},
        {"id": "odd-set", "k": "set", **good, "iv": "", "e": "settings", "prev": [], "body": None},
        *({"id": f"odd-iv-{n}", "k": "iv", **good, "iv": "another", "hlc": f"zzz{n}"} for n in range(30)),
    ]


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


def test_odd_settings_fall_back_to_what_is_known(blank: LedgerTab) -> None:
    odd = {"discreet": "yes", "pauseSeconds": 1, "coverSeconds": -3, "hidden": ["uneasy"], "hardNos": "rude"}
    revision = {"e": "settings", "prev": [], "body": {**odd, "ticks": True}}
    tab = blank.start()
    tab.put({"id": "odd", "k": "set", "iv": "", "at": 1, "hlc": stamp(1), "dev": "else", "v": 1, **revision})
    settings = tab.restart().get("settings")
    assert settings == {**tab.page.evaluate("ledger.state.initial.settings"), "ticks": True}


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


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_note_comes_back_as_it_was_written(tab: LedgerTab, text: str) -> None:
    tab.tap("rude")
    live = tab.get("live")
    tab.do("note", live, text)
    tab.do("describe", live, {"company": text})
    tab.saved().restart().do("select", live)
    assert tab.page.evaluate("([a]) => get('entry').note === a && get('entry').company === a", [text])


def test_half_a_character_survives_too(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.page.evaluate(r"ledger.note(get('live'), 'half \ud83d and \udc69')")
    live = tab.saved().get("live")
    tab.restart().do("select", live)
    assert tab.page.evaluate(r"get('entry').note === 'half \ud83d and \udc69'")
