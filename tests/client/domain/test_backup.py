"""The file of a copy: what is wrong with a bad one is named, with the place, and never by what stands there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.client.told import MORNING_MS, Told
from tests.support.node import NodePage

READ = """async (text) => {
  const { checked, decoded, opened } = await import('/client/domain/backup.js');
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : Uint8Array.from(text);
  try {
    const file = opened(decoded(bytes.buffer));
    return { records: checked(file, 0, Infinity, new Set(file.gone)), pad: file.pad, gone: file.gone };
  } catch (error) {
    return [error.code, error.line, error.record, error.message];
  }
}"""
WRITE = """async ([records, head]) => {
  const { beginning, ending, lines } = await import('/client/domain/backup.js');
  return beginning(head) + lines(records, true) + ending();
}"""
HEAD = {"made": "2026-11-22T09:00:00.000Z", "pad": "", "gone": []}


def told() -> list[dict[str, Any]]:
    """Return the records of one interview."""
    all_told = Told()
    all_told.answer(all_told.tap("advert"), "cleared")
    all_told.about(company="Secret & Sons", minutes=45)
    all_told.step("pause", of="", seconds=5, planned=5, skipped=False)
    all_told.step("end", how="stayed")
    return all_told.records


def written(page: NodePage, records: list[dict[str, Any]], **head: object) -> str:
    return page.evaluate(WRITE, [records, HEAD | head])


def refused(page: NodePage, text: str | list[int]) -> tuple[str, int, int]:
    """Return the code and the place of a file's fault."""
    code, line, record, message = page.evaluate(READ, text)
    assert message == code, "an error carries a code and no words"
    return code, line, record


def nested(depth: int) -> list[Any]:
    """Return a list in a list in a list."""
    inner: list[Any] = []
    for _ in range(depth):
        inner = [inner]
    return inner


def changed(records: list[dict[str, Any]], place: int, **what: object) -> list[dict[str, Any]]:
    return [{**each, **what} if at == place else each for at, each in enumerate(records)]


def whole(records: list[dict[str, Any]], **head: object) -> str:
    """Return a file as another program would lay it out."""
    return json.dumps({"format": "interview-exit", "version": 1, **HEAD, **head, "records": records}, indent=2)


def test_the_document_names_every_kind_and_every_field() -> None:
    document = Path("docs/export.md").read_text(encoding="utf-8")
    shapes = Path("assets/client/domain/records.js").read_text(encoding="utf-8").partition("const SHAPES = {")[2]
    kinds = re.findall(r"^  (\w+):", shapes.partition("\n};")[0], re.MULTILINE)
    fields = re.findall(r'as\("\w+", (.*)\)', Path("assets/client/domain/backup.js").read_text(encoding="utf-8"))
    named = [*kinds, *re.findall(r'"(\w+)"', " ".join(fields))]
    assert len(kinds) >= 11
    assert len(named) - len(kinds) >= 22
    assert [name for name in named if f"`{name}`" not in document] == []


def test_what_is_written_is_valid_json_and_comes_back(node_page: NodePage) -> None:
    text = written(node_page, told(), pad="a\nb\u2028", gone=["x"])
    assert json.loads(text)["records"] == told()
    assert node_page.evaluate(READ, text) == {"records": told(), "pad": "a\nb\u2028", "gone": ["x"]}
    assert len(text.strip().split("\n")) == len(told()) + 2


def test_an_empty_copy_is_one_too(node_page: NodePage) -> None:
    assert node_page.evaluate(READ, written(node_page, []))["records"] == []


def test_another_layout_says_the_same(node_page: NodePage) -> None:
    assert node_page.evaluate(READ, whole(told()))["records"] == told()
    assert node_page.evaluate(READ, "\ufeff" + whole(told()))["records"] == told()
    assert node_page.evaluate(READ, written(node_page, told()).replace("\n", "\r\n"))["records"] == told()


def test_a_file_that_ends_early_is_refused_wherever_it_ends(node_page: NodePage) -> None:
    text = written(node_page, told())
    ends = f"async (text) => Promise.all([...text.trimEnd()].map((_, end) => ({READ})(text.slice(0, end))))"
    for end, (code, line, *_) in enumerate(node_page.evaluate(ends, text)):
        assert code in {"truncated", "not-json", "broken-line", "foreign"}, end
        assert line <= text[:end].count("\n") + 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-json"),
        ("Dear Dana,", "not-json"),
        ("null", "foreign"),
        ("7", "foreign"),
        ("[]", "foreign"),
        ('{"records": []}', "foreign"),
        ('{"format": "another-app", "version": 1, "records": []}', "foreign"),
        ('{"__proto__": {"format": "interview-exit", "version": 1}}', "foreign"),
        (whole([], version=2), "unknown-version"),
        (whole([], version="1"), "unknown-version"),
        (whole([], pad=5), "foreign"),
        (whole([], gone="abc"), "foreign"),
        (whole([], gone=[{}]), "foreign"),
        (whole([], pad="x" * 5_000_001), "too-long"),
        ("[" * 200_000, "not-json"),
        ("[" * 200_000 + "]" * 200_000, "foreign"),
    ],
    ids=range(16),
)
def test_foreign_files_are_refused_as_what_they_are(node_page: NodePage, text: str, code: str) -> None:
    assert refused(node_page, text) == (code, 0, 0)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "latin-1"], ids=["utf-16", "utf-16-le", "latin-1"])
def test_other_encodings_are_refused(node_page: NodePage, encoding: str) -> None:
    text = whole(changed(told(), 3, body={"company": "Müller"})).replace("\\u00fc", "ü")
    code, _, _ = refused(node_page, list(text.encode(encoding)))
    assert code in {"wrong-encoding", "not-json"}


BAD: list[tuple[str, str, dict[str, object]]] = [
    ("unknown kind", "no-record", {"k": "hologram"}),
    ("unknown version", "unknown-version", {"v": 2}),
    ("unknown field", "no-record", {"admin": True}),
    ("unknown flag", "no-record", {"flag": "telepathy"}),
    ("inherited flag", "no-record", {"flag": "constructor"}),
    ("number for a text", "no-record", {"flag": 7}),
    ("text for a time", "no-record", {"at": "5"}),
    ("time of no calendar", "no-record", {"at": 1e300}),
    ("stamp of another kind", "no-record", {"hlc": "yesterday"}),
    ("list for an id", "no-record", {"id": ["a"]}),
    ("empty id", "no-record", {"id": ""}),
    ("long id", "no-record", {"id": "x" * 201}),
    ("long interview", "no-record", {"iv": "x" * 201}),
    ("text for a yes", "no-record", {"hard": "yes"}),
    ("null", "no-record", {"hard": None}),
    ("long text", "too-long", {"flag": "x" * 5_000_001}),
    ("own prototype", "no-record", {"body": json.loads('{"__proto__": {"polluted": true}}')}),
    ("own constructor", "no-record", {"body": {"a": {"constructor": 1}}}),
    ("deep", "too-deep", {"body": nested(500)}),
    ("the id of another", "twice", {"id": "an-interview"}),
    ("an erased id", "twice", {"id": "erased"}),
]


@pytest.mark.parametrize(("code", "what"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_a_bad_record_is_named_by_its_line(node_page: NodePage, code: str, what: dict[str, object]) -> None:
    records = changed(told(), 1, **what)
    lines = [json.dumps(each) for each in records]
    head = json.dumps({"format": "interview-exit", "version": 1, **HEAD, "gone": ["erased"]}, separators=(",", ":"))
    text = "\n".join([head[:-1] + ',"records":[', *(f"{line}," for line in lines[:-1]), lines[-1], "]}"])
    assert refused(node_page, text) == (code, 3, 2)
    assert refused(node_page, whole(records, gone=["erased"])) == (code, 0, 2)
    assert node_page.evaluate("({}).polluted") is None


@pytest.mark.parametrize("record", ["null", "5", '"text"', "[]", "{}", '[{"id": "a"}]'])
def test_what_is_no_record_at_all_is_refused(node_page: NodePage, record: str) -> None:
    text = written(node_page, told()).replace("\n{", f"\n{record},\n{{", 1)
    assert refused(node_page, text) == ("no-record", 2, 1)


@pytest.mark.parametrize("spoilt", ['{"id":', "}{", "", "\x00", ']}\n{"format":"interview-exit"'])
def test_a_line_that_is_no_json_is_named(node_page: NodePage, spoilt: str) -> None:
    first, second, *rest = written(node_page, told()).split("\n")
    assert refused(node_page, "\n".join([first, second, spoilt, *rest])) == ("broken-line", 3, 2)
    assert refused(node_page, "\n".join([first, second[:-1], *rest])) == ("broken-line", 2, 1)


def test_what_no_file_can_carry_is_known_before_it_is_written(node_page: NodePage) -> None:
    fault = "async (row) => (await import('/client/domain/backup.js')).faultOf(row)"
    assert {node_page.evaluate(fault, record) for record in told()} == {""}
    assert node_page.evaluate(fault, {"id": "x", "k": "gone"}) == "no-record"
    assert node_page.evaluate(fault, told()[0] | {"at": MORNING_MS + 0.5}) == ""
