"""The ledger as the screens use it: what an action does to the view, to the disk and to other tabs."""

import pytest

from interview_exit.rules.flags import FLAGS
from interview_exit.rules.limits import LIVE_HOURS, UNDO_SECONDS
from interview_exit.rules.verdict import CHOICES
from interview_exit.words import phrases
from tests.client.ledger_tab import LedgerTab
from tests.client.told import Told

HOUR_MS = 3_600_000
EARLY_TAPS = """() => {
  globalThis.began = Date.now() - 3000;
  globalThis.earlyTaps = [{ flag: 'advert', at: began }, { flag: 'pay', at: began + 1 }];
  document.body.innerHTML = '<button data-flag=pay data-noted></button>';
}"""


def test_before_anything_is_tapped_there_is_no_interview(tab: LedgerTab) -> None:
    assert (tab.get("started"), tab.get("minutes"), tab.get("verdict"), tab.get("log")) == (False, -1, "stay", [])
    assert tab.rows() == []


def test_the_first_tap_begins_an_interview_silently(tab: LedgerTab) -> None:
    tab.tap("advert").saved()
    assert (tab.get("started"), tab.get("minutes"), tab.get("pressed")) == (True, 0, {"advert": True})
    assert [row["k"] for row in sorted(tab.rows(), key=lambda row: row["hlc"])] == ["iv", "tap"]


def test_a_reload_changes_nothing(tab: LedgerTab) -> None:
    keys = ("verdict", "pressed", "line", "log", "options", "asking", "started")
    tab.tap("advert", "rude", "g_people")
    tab.do("choose", "practice")
    before = [{key: tab.get(key) for key in keys}, tab.interviews()]
    tab.saved().restart()
    assert [{key: tab.get(key) for key in keys}, tab.interviews()] == before


def test_a_second_tap_counts_once_or_is_asked_about_and_a_third_is_a_new_one(tab: LedgerTab) -> None:
    tab.tap("rude", "rude")
    assert (tab.get("pressed"), tab.get("pressedAgain")) == ({"rude": True}, None)
    tab.tap_again("rude")
    assert tab.get("pressedAgain") == {"flag": "rude", "label": FLAGS["rude"].label}
    assert len(tab.rows(k="tap")) == 1
    tab.do("takeBack")
    assert tab.get("pressedAgain") is None
    assert (tab.get("pressed"), tab.get("verdict")) == ({}, "stay")
    tab.tap("rude").saved()
    assert tab.get("verdict") == "leave_now"
    assert len(tab.rows(k="tap")) == 2
    assert [line["state"] for line in tab.get("log")] == ["", "withdrawn"]


def test_taps_in_one_burst_are_all_kept_in_their_order(tab: LedgerTab) -> None:
    flags = list(FLAGS)
    tab.page.evaluate("(flags) => Promise.all(flags.map((flag) => ledger.tap(flag)))", flags)
    assert sorted(tab.get("pressed")) == sorted(flags)
    assert tab.saved().flags_on_disk() == flags
    assert len(tab.rows(k="iv")) == 1


def test_an_answered_flag_can_come_up_again(tab: LedgerTab) -> None:
    tab.tap("unclear")
    tab.do("resolve", "cleared")
    assert (tab.get("pressed"), tab.get("verdict")) == ({}, "stay")
    tab.tap("unclear").saved()
    assert (tab.get("verdict"), len(tab.rows(k="tap"))) == ("clear_air", 2)


def test_a_changed_answer_replaces_the_first_on_the_disk(tab: LedgerTab) -> None:
    tab.tap("pay")
    asked = tab.get("asking")["tap"]
    tab.do("resolve", "refused")
    tab.do("resolve", "moved", asked)
    assert tab.get("verdict") == "stay"
    assert [row["body"] for row in tab.saved().rows(k="outcome")] == [{"state": "moved"}]
    assert len(tab.rows(k="gone")) == len(tab.rows("outbox", op="erase")) == 1
    assert set(tab.rows(k="gone")[0]) == {"id", "k"}


@pytest.mark.parametrize(
    ("action", "arguments"),
    [
        ("tap", ["telepathy"]),
        ("tap", ["constructor"]),
        ("resolve", ["levitated"]),
        ("resolve", ["cleared"]),
        ("choose", ["fly"]),
        ("end", ["abducted"]),
        ("end", ["left"]),
        ("end", ["left", "nobody"]),
        ("reopen", []),
        ("withdraw", ["nobody"]),
        ("undo", ["nobody"]),
        ("select", ["nobody"]),
        ("setting", ["pauseSeconds", 1]),
        ("setting", ["toString", True]),
        ("waitFor", ["godot"]),
        ("shareReason", ["spite"]),
        ("recordPause", [{"seconds": 5, "planned": 5, "skipped": False}]),
    ],
)
def test_what_makes_no_sense_does_nothing(tab: LedgerTab, action: str, arguments: list[object]) -> None:
    tab.do(action, *arguments)
    assert (tab.rows(), tab.get("started"), tab.get("fault"), tab.get("undoable")) == ([], False, "", None)


def test_undo_is_offered_for_eight_seconds(clocked: LedgerTab) -> None:
    # By the page's clock alone, which stands still meanwhile.
    clocked.page.clock.pause_at(clocked.page.evaluate("Date.now()") / 1000 + 60)
    clocked.tap("rude")
    assert clocked.get("undoable")["label"] == FLAGS["rude"].label
    clocked.page.clock.fast_forward(UNDO_SECONDS * 1000 - 100)
    assert clocked.get("undoable") is not None
    clocked.page.clock.fast_forward(200)
    assert clocked.get("undoable") is None


def test_undo_takes_back_a_tap_and_the_log_keeps_it(tab: LedgerTab) -> None:
    tab.tap("advert", "rude")
    tab.do("undo")
    assert (tab.get("verdict"), tab.get("undoable")) == ("clear_air", None)
    assert [(line["flag"], line["state"]) for line in tab.get("log")] == [("rude", "undone"), ("advert", "")]


def test_undo_takes_back_a_withdrawal_an_answer_and_a_choice(tab: LedgerTab) -> None:
    tab.tap("rude").tap_again("rude").do("takeBack")
    tab.do("undo")
    assert tab.get("verdict") == "leave_now"
    tab.do("choose", "stay")
    assert tab.get("undoable")["label"] == phrases.WORDS["stay"].label
    tab.do("undo")
    assert tab.get("verdict") == "leave_now"
    tab.tap_again("rude").do("takeBack")
    tab.tap("advert")
    tab.do("resolve", "confirmed")
    tab.do("undo")
    assert (tab.get("verdict"), tab.get("asking")["flag"]) == ("clear_air", "advert")


def test_a_tap_can_be_taken_back_from_the_log_for_ever(tab: LedgerTab) -> None:
    tab.tap("rude").saved().restart()
    tab.do("withdraw", tab.get("log")[0]["id"])
    assert tab.get("verdict") == "stay"
    assert tab.saved().restart().get("log")[0]["undone"] is True


def test_the_pause_that_was_due_is_over_once_it_was_made_or_skipped(tab: LedgerTab) -> None:
    tab.tap("advert")
    tab.do("resolve", "confirmed")
    assert (tab.get("verdict"), tab.get("loop")) == ("wrap_up", "pause")
    tab.do("recordPause", {"seconds": 0, "planned": 5, "skipped": True})
    assert tab.get("loop") == ""
    line = tab.get("log")[0]
    assert (line["what"], line["state"], line["seconds"]) == ("pause", "skipped", 0)


def test_ending_leaves_a_fresh_screen_and_undo_reopens(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.do("go", "words")
    tab.do("end", "left")
    assert (tab.get("started"), tab.get("pressed"), tab.get("verdict"), tab.get("minutes")) == (False, {}, "stay", -1)
    assert tab.get("undoable")["label"] == phrases.ENDINGS["left"].label
    assert (tab.get("screen"), tab.get("over")["end"]) == ("over", "left")
    tab.do("undo")
    assert (tab.get("screen"), tab.get("over")) == ("live", None)
    assert (tab.get("started"), tab.get("verdict")) == (True, "leave_now")
    assert [row["step"] for row in sorted(tab.saved().rows(k="step"), key=lambda row: row["hlc"])] == ["end", "reopen"]


def test_a_tap_after_the_end_begins_another_interview(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.do("end", "left")
    tab.tap("pay")
    newest, oldest = tab.interviews()
    assert (newest["end"], newest["id"], oldest["end"]) == ("", tab.get("live"), "left")


@pytest.mark.parametrize("how", phrases.ENDINGS)
def test_history_tells_how_an_interview_ended(tab: LedgerTab, how: str) -> None:
    tab.tap("would_decline")
    tab.do("end", how)
    assert [row["end"] for row in tab.saved().restart().interviews()] == [how]


def test_a_choice_that_is_no_choice_gives_the_rules_back(tab: LedgerTab) -> None:
    tab.tap("rude")
    for choice in CHOICES[1:]:
        tab.do("choose", choice)
        assert (tab.get("verdict"), tab.get("chosen"), tab.get("computed")) == (choice, True, "leave_now")
    tab.do("choose", "")
    assert (tab.get("verdict"), tab.get("chosen")) == ("leave_now", False)


def test_settings_are_kept_and_only_the_newest_of_them(tab: LedgerTab) -> None:
    tab.do("setting", "discreet", True)
    tab.do("setting", "pauseSeconds", 10)
    assert len(tab.saved().rows(k="set")) == 1
    settings = tab.restart().get("settings")
    assert (settings["discreet"], settings["pauseSeconds"], settings["ticks"]) == (True, 10, False)


def test_discreet_wording_changes_every_label_at_once(tab: LedgerTab) -> None:
    tab.tap("rude")
    tab.do("setting", "discreet", True)
    discreet = FLAGS["rude"].discreet
    assert (tab.get("causes"), tab.get("undoable")["label"], tab.get("log")[0]["label"]) == (
        [discreet],
        discreet,
        discreet,
    )


def test_names_fill_the_words_at_once(tab: LedgerTab) -> None:
    tab.tap("would_decline")
    tab.do("describe", "", {"name": "Dana"})
    tab.do("describe", tab.get("live"), {"company": "Northwind"})
    assert tab.get("named") == {"name": "Dana", "company": "Northwind", "role": ""}
    assert "Dana" in tab.get("words")["own"]
    tab.do("shareReason", "pay")
    tab.do("waitFor", "door")
    assert (tab.get("reason"), tab.get("breakPoint"), tab.get("named")["name"]) == ("pay", "door", "Dana")
    assert len(tab.saved().rows(k="ivmeta")) == 1


def test_saving_the_same_text_again_writes_nothing(tab: LedgerTab) -> None:
    tab.tap("rude")
    live = tab.get("live")
    for _ in range(2):
        tab.do("note", live, "went badly")
        tab.do("describe", live, {"company": "Northwind"})
    tab.do("describe", live, {"role": ""})
    assert tab.saved().rows(k="gone") == []


def test_notes_of_two_devices_are_both_kept_and_the_next_save_replaces_both(blank: LedgerTab) -> None:
    told = Told(at=blank.page.evaluate("Date.now()"))
    for text in ("from the laptop", "from the phone"):
        told.add("note", e=told.interview, prev=[], body={"text": text})
    tab = blank.start()
    tab.put(*told.records)
    tab.restart().do("select", told.interview)
    assert tab.get("entry")["note"] == "from the phone\n\nfrom the laptop"
    tab.do("note", told.interview, "both")
    assert tab.get("entry")["note"] == "both"
    assert [row["body"]["text"] for row in tab.saved().rows(k="note")] == ["both"]


def test_early_taps_come_first_with_their_own_time_and_later_ones_by_the_same_way(blank: LedgerTab) -> None:
    blank.page.evaluate(EARLY_TAPS)
    tab = blank.start()
    tab.page.evaluate("() => { earlyTaps.push({ flag: 'rude', at: Date.now() }); }")
    tab.until("Object.keys(get('pressed')).length === 3")
    assert tab.saved().flags_on_disk() == ["advert", "pay", "rude"]
    assert min(row["at"] for row in tab.rows(k="tap")) == tab.page.evaluate("began")
    assert tab.page.evaluate("[earlyTaps.length, document.querySelectorAll('[data-noted]').length]") == [0, 0]


@pytest.mark.parametrize("at", ["undefined", "null", "NaN", "'noon'", "-1", "1e300"])
def test_an_early_tap_with_an_odd_time_counts_from_now(blank: LedgerTab, at: str) -> None:
    blank.page.evaluate(f"() => {{ globalThis.earlyTaps = [{{ flag: 'rude', at: {at} }}]; }}")
    tab = blank.start()
    tab.until("get('pressed').rude")
    assert tab.get("minutes") == 0


def test_yesterday_s_interview_is_over_and_can_still_be_closed(clocked: LedgerTab) -> None:
    clocked.tap("rude").saved()
    yesterday = clocked.get("live")
    clocked.page.clock.fast_forward(LIVE_HOURS * HOUR_MS + 60_000)
    clocked.until("!get('started')")
    clocked.do("select", yesterday)
    assert (clocked.get("entry")["end"], clocked.get("entry")["live"]) == ("", False)
    clocked.do("end", "stayed", yesterday)
    assert (clocked.get("entry")["end"], clocked.get("entry")["minutes"]) == ("stayed", 0)
    clocked.tap("pay")
    assert clocked.get("pressed") == {"pay": True}
