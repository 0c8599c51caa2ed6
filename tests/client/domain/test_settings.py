"""The settings: whatever stands in the database, what is not known falls back to what is."""

from typing import Any

from tests.client.ledger_tab import stamp
from tests.support.node import NodePage

SETTINGS = """async (body) => {
  const { DEFAULTS, settingsOf } = await import('/client/domain/settings.js');
  const row = { id: "odd", k: "set", iv: "", e: "settings", prev: [], at: 1, dev: "else", v: 1, hlc: "HLC", body };
  return [DEFAULTS, settingsOf([row])];
}""".replace("HLC", stamp(1))


def test_odd_settings_fall_back_to_what_is_known(node_page: NodePage) -> None:
    odd: dict[str, Any] = {"discreet": "yes", "pauseSeconds": 1, "coverSeconds": -3, "hidden": ["uneasy", 1]}
    defaults, settings = node_page.evaluate(SETTINGS, odd | {"hardNos": "rude", "ticks": True})
    assert settings == {**defaults, "ticks": True}
