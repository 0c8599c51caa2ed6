"""A page of another site tries everything that a browser lets it try; nothing comes of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
import pytest
from playwright.sync_api import Browser, Page

from tests.sync.device import Device, code

TRY = """async ([site, vault, auth_hash, authorization]) => {
  const said = {};
  const body = JSON.stringify({id: vault, auth_hash});
  const attempt = async (name, request) => {
    try { said[name] = (await request()).type; } catch (error) { said[name] = error.name; }
  };
  const json = {"content-type": "application/json"};
  const one = `${site}/api/v1/vaults/${vault}`;
  await attempt("json", () => fetch(`${site}/api/v1/vaults`, {method: "POST", body, headers: json}));
  await attempt("cookies", () => fetch(`${site}/healthz`, {credentials: "include"}));
  await attempt("read", () => fetch(one, {headers: {authorization}}));
  await attempt("delete", () => fetch(one, {method: "DELETE", headers: {authorization}}));
  await attempt("plain", () => fetch(`${site}/api/v1/vaults`, {method: "POST", body, mode: "no-cors"}));
  said.socket = await new Promise((done) => {
    const socket = new WebSocket(`${site.replace("http", "ws")}/_event/?EIO=4&transport=websocket`);
    socket.onopen = () => done("open");
    socket.onerror = () => done("refused");
  });
  return said;
}"""


@contextmanager
def opened(browser: Browser, origin: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(origin)
    yield page
    context.close()


@pytest.mark.parametrize("foreign", ["localhost", "127.0.0.1"], ids=["another port", "another host"])
def test_foreign_page_gets_nothing_and_makes_no_vault(
    chromium: Browser, modules_origin: str, site: str, foreign: str
) -> None:
    with (
        opened(chromium, modules_origin.replace("localhost", foreign)) as page,
        httpx2.Client(base_url=site, trust_env=False) as client,
    ):
        device = Device(client)
        said = page.evaluate(TRY, [site, device.vault, device.auth_hash, device.auth["authorization"]])
        # Not even of what it may send without asking is it told the answer.
        refused = dict.fromkeys(("json", "cookies", "read", "delete", "plain"), "TypeError")
        assert said == refused | {"socket": "refused"}
        assert code(device.changes()) == (404, "vault_unknown")
