"""A browser extension that changes a page before it is alive: as Grammarly, Dark Reader and password managers do."""

from typing import Literal, get_args

from playwright.sync_api import BrowserContext

Change = Literal[
    "first in body", "last in body", "after body", "first in the app", "deep inside", "word", "attributes", "style"
]
CHANGES: tuple[Change, ...] = get_args(Change)

_EXTENSION = """
((change) => {
  const put = () => Object.assign(document.createElement("div"), { className: "extension", textContent: "+" });
  const changes = {
    "first in body": () => document.body?.firstChild && document.body.prepend(put()) === undefined,
    "last in body": () => document.readyState !== "loading" && document.body.append(put()) === undefined,
    "after body": () => document.body && document.documentElement.append(put()) === undefined,
    "first in the app": () => document.querySelector(".root > *")?.closest("body > *").prepend(put()) === undefined,
    "deep inside": () => document.querySelector("main h1")?.before(put()) === undefined,
    word: () => {
      const all = [...document.querySelectorAll("main *")];
      const said = all.find((one) => !one.firstElementChild && one.textContent.trim());
      if (said) said.textContent = "Changed";
      return Boolean(said);
    },
    attributes: () => {
      for (const one of [document.documentElement, document.body]) one?.setAttribute("data-extension", "on");
      return document.body !== null;
    },
    style: () => {
      const style = document.createElement("style");
      style.className = "extension";
      return document.head && document.head.prepend(style) === undefined;
    },
  };
  Object.assign(globalThis, { extended: false });
  const attempt = () => {
    if (globalThis.extended || !changes[change]()) return;
    globalThis.extended = true;
    watching.disconnect();
  };
  const watching = new MutationObserver(attempt);
  watching.observe(document, { childList: true, subtree: true });
  document.addEventListener("readystatechange", attempt);
})
"""


def extend(context: BrowserContext, change: Change) -> None:
    """Let every page of a context be changed once, as soon as what it changes has been parsed."""
    context.add_init_script(f"{_EXTENSION}({change!r})")
