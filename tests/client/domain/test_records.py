"""What is a record, and what else a database may hold."""

from tests.client.ledger_tab import stamp
from tests.client.told import MORNING_MS, Told
from tests.support.histories import history
from tests.support.node import NodePage

KNOWN = """async (rows) => {
  const { isRecord } = await import('/client/domain/records.js');
  return rows.filter(isRecord).map(({ id }) => id);
}"""


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


def test_only_what_the_rest_can_rely_on_is_a_record(node_page: NodePage) -> None:
    told = Told()
    told.tap("advert")
    good = [*told.records, *history(30, MORNING_MS)]
    odd = [*junk(), *(good[0] | {field: None} for field in good[0] if field != "v"), None, 7, "iv", []]
    assert node_page.evaluate(KNOWN, [*good, *odd]) == [record["id"] for record in good]
