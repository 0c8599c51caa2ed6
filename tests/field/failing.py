"""A page that fails while it is drawn, with words in the error that nobody may hear."""

from playwright.sync_api import BrowserContext

CANARY = "canary"
_FAULT = """
((fails) => {
  const { at } = Array.prototype;
  // Compiled pages choose between elements with it, and nothing else does.
  Array.prototype.at = function (place) {
    const drawn = this.length > 0 && typeof this[0] === "object" && this[0]?.$$typeof !== undefined;
    if (drawn && (globalThis.failing || fails.includes(location.pathname))) throw new Error("canary");
    return at.call(this, place);
  };
})
"""


def fail(context: BrowserContext, *paths: str) -> None:
    """Let every page of a context fail when it is drawn at one of these paths, or once `globalThis.failing` is set."""
    context.add_init_script(f"{_FAULT}({[*paths, *(f'{path}/' for path in paths)]!r})")
