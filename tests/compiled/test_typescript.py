"""Python's types as tsc is told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NewType, NotRequired, TypedDict

import pytest

from interview_exit.bridge.generated import MODULES, types
from interview_exit.compiled.modules import plain
from interview_exit.compiled.typescript import camel, comment, interfaces, optional_keys, spelled, told

Kind = Literal["alarm", "green"]


class Tap(TypedDict):
    """One tap.

    Told in two parts.
    """

    flag_id: str
    kind: Kind
    heads: NotRequired[int]


class Named(TypedDict, total=False):
    """What may have a name."""

    name: str


@dataclass(frozen=True)
class Row:
    """A row."""

    taps: Sequence[Tap]
    of_all: bool


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        (str, "string"),
        (int | None, "number | null"),
        (Literal["", "left"], '"" | "left"'),
        (list[int], "readonly number[]"),
        (Sequence[str | None], "readonly (string | null)[]"),
        (tuple[bool, ...], "readonly boolean[]"),
        (tuple[int, str], "readonly [number, string]"),
        (Mapping[str, list[float]], "Readonly<Record<string, readonly number[]>>"),
        (dict[str, Any], "Readonly<Record<string, any>>"),
        (list[Kind], "readonly Kind[]"),
        (Mapping[str, Tap], "Readonly<Record<string, Tap>>"),
        (NewType("FileList", object), "FileList"),
    ],
    ids=str,
)
def test_a_type_of_python_s_is_spelled_as_typescript_does(hint: object, text: str) -> None:
    assert spelled(hint, {Kind: "Kind"}) == text


def test_a_type_that_typescript_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        spelled(set[str])


def test_what_has_keys_is_declared_once_and_before_what_is_made_of_it() -> None:
    tap, row = interfaces([Row, Tap, list[Row]])
    assert tap.endswith(
        """ * Told in two parts.
 */
export interface Tap {
  readonly flagId: string;
  readonly kind: "alarm" | "green";
  readonly heads?: number;
}
"""
    )
    assert row.startswith("/** A row. */\nexport interface Row {\n  readonly taps: readonly Tap[];")


def test_what_a_type_may_lack_is_marked_however_it_says_so() -> None:
    assert [optional_keys(shape) for shape in (Tap, Named, Row)] == [{"heads"}, {"name"}, set()]


def test_a_value_has_the_keys_of_its_type_and_those_of_data_as_they_are() -> None:
    taps: list[Tap] = [{"flag_id": "no_pay", "kind": "alarm"}, {"flag_id": "pay", "kind": "green", "heads": 2}]
    assert plain({"a_key": Row(taps, of_all=True)}, Mapping[str, Row]) == {
        "a_key": {
            "taps": [{"flagId": "no_pay", "kind": "alarm"}, {"flagId": "pay", "kind": "green", "heads": 2}],
            "ofAll": True,
        }
    }


def test_what_stands_below_a_constant_tells_what_it_is() -> None:
    source = 'A: int = 1\n"""One."""\nB: int = 2\nC = 3\n"""No type, no table."""\n'
    assert (told(source), comment("One."), comment("")) == ({"A": "One."}, "/** One. */\n", "")


def test_every_name_that_python_spells_is_claimed_to_be_there() -> None:
    claimed = "".join(source for name, source in types().items() if name.startswith("bridge/"))
    for module in MODULES:
        for key in module.values:
            assert f"{module.__name__}.state.initial.{key} satisfies " in claimed
        for key in module.calls:
            assert f"{module.__name__}.{key} satisfies (" in claimed


def test_names_change_their_spelling_on_the_way() -> None:
    assert [camel(name) for name in ("small_field", "ready", "to_send_now")] == ["smallField", "ready", "toSendNow"]
