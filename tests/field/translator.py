"""A page translator as browsers and their extensions have them, which asks no page whether it may.

It runs from the first parsed byte on, so that it is there before a page is alive, and goes on with every text that
appears later. What it leaves has the words of the page, unless `mark` is given: so any journey can be run under it.
"""

from typing import Literal, get_args

from playwright.sync_api import BrowserContext, Page

Way = Literal["replaces", "wraps", "late", "beside", "splits"]
"""What it does to a text: put another in its place, put it into an element, the first after a while, leave it empty
beside another, or cut it in two."""

WAYS: tuple[Way, ...] = get_args(Way)
IDLE = """() => new Promise((done) => {
    const look = () => globalThis.translator?.asked ? setTimeout(look, 10) : done();
    look();
})"""

_TRANSLATOR = """
(({ way, mark }) => {
  const LEFT_ALONE = "script, style, noscript, textarea, template, font";
  const LATE_MS = 40;
  const state = { asked: 0, done: 0 };
  Object.assign(globalThis, { translator: state });
  const font = (...content) => {
    const made = document.createElement("font");
    made.append(...content);
    return made;
  };
  const answer = (data) => font(font(mark + data + mark));
  const ways = {
    replaces: (text) => text.replaceWith(answer(text.data)),
    wraps: (text) => { const into = font(); text.before(into); into.append(text); },
    late: (text) => {
      const translated = answer(text.data);
      state.asked += 1;
      setTimeout(() => { state.asked -= 1; text.replaceWith(translated); }, LATE_MS);
    },
    beside: (text) => { text.before(answer(text.data)); text.data = ""; },
    splits: (text) => { text.splitText(Math.floor(text.data.length / 2)); },
  };
  const seen = new WeakSet();
  const translate = (text) => {
    if (seen.has(text) || !text.data.trim() || !text.parentElement || text.parentElement.closest(LEFT_ALONE)) return;
    seen.add(text);
    ways[way](text);
    if (way === "splits") seen.add(text.nextSibling);
    state.done += 1;
  };
  const all = (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = node instanceof Text ? [node] : [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.forEach(translate);
  };
  const heard = (changes) => changes.forEach(({ type, target, addedNodes }) => {
    // Also a text that the page has written anew into a node that was there.
    if (type === "characterData") { if (target.data) seen.delete(target); all(target); }
    addedNodes.forEach(all);
  });
  new MutationObserver(heard).observe(document, { childList: true, characterData: true, subtree: true });
})
"""


def translate(context: BrowserContext, way: Way = "replaces", mark: str = "") -> None:
    """Let every page of a context be translated, from now on.

    Args:
        context: A browser's profile.
        way: What is done to a text.
        mark: What each translation begins and ends with.
    """
    context.add_init_script(f"{_TRANSLATOR}({{ way: {way!r}, mark: {mark!r} }})")


def settled(page: Page) -> None:
    """Wait until no answer is out, if there is a translator."""
    page.evaluate(IDLE)


def translated(page: Page) -> int:
    """Return how many texts it has translated on this page."""
    return page.evaluate("translator.done")
