"""A page with nothing but the cover and what it covers, and what tests see and do there."""

from playwright.sync_api import Page

# The frame of every page, with a flag exactly where the control to uncover is.
STAGE = """async (live) => {
  document.body.innerHTML = `<style>
    [data-cover] { display: none; position: fixed; inset: 0; background: white; }
    html[data-covered] [data-cover] { display: block; }
    [data-uncover], #flag { position: fixed; left: 20px; top: 20px; width: 120px; height: 60px; touch-action: none; }
    textarea { position: fixed; top: 200px; }
  </style>
  <main data-behind-cover><button id="flag">Flag</button><input id="field"></main>
  <section data-cover aria-label="Notes"><button data-uncover>Notes</button><textarea></textarea></section>`;
  const cover = await import('/client/cover/cover.js');
  const stage = { cover, live, idle: 0, tapped: 0 };
  document.querySelector('#flag').onclick = () => { stage.tapped += 1; };
  cover.watch({ isLive: () => stage.live, idleSeconds: () => stage.idle, subscribe: (now) => { stage.told = now; } });
  Object.assign(globalThis, stage, { stage });
}"""
ON_CONTROL = (60, 50)
PAD = "[data-cover] textarea"


def is_covered(page: Page) -> bool:
    """Whether all three agree: what is seen, what can be reached, and what components are told."""
    told = page.evaluate("cover.state.get('covered')")
    assert page.locator("[data-cover]").is_visible() is told
    assert page.evaluate("document.querySelector('[data-behind-cover]').inert") is told
    return told


def advance(page: Page, ms: int) -> None:
    """Let time pass for what compares moments; timers don't notice."""
    page.evaluate("(ms) => { const now = performance.now.bind(performance); performance.now = () => now() + ms; }", ms)
