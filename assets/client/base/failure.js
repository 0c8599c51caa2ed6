// What React draws where drawing failed: the notice in the page itself (failed.js), which needs nothing of what failed.

import { Component, createElement } from "react";

/** @typedef {import("react").PropsWithChildren} Props */

/** The boundary outside all others, so that the router's own page, which prints the error, is never seen. */
export class LastResort extends Component {
  state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  componentDidMount() {
    Object.assign(globalThis, { hydrated: true });
  }

  render() {
    return this.state.failed ? createElement(Failure) : /** @type {Props} */ (this.props).children;
  }
}

/** Takes no error: its message may hold a candidate's words. Should the notice be gone, at least a link is left. */
export function Failure() {
  return createElement("div", { ref: tell }, createElement("a", { href: "/", className: "control boxed" }, location.host));
}

/** For when not even the boundaries could be drawn, and React has given the page up: it left nothing in its element. */
export const givenUp = { onUncaughtError: () => tell(document.getElementById("app")) };

/** Never throws: React would draw the failure again, and so on. @param {Element | null} place */
function tell(place) {
  try {
    /** @type {any} */ (globalThis).showFailure(place);
  } catch {
    // An extension has blocked the script or changed what it needs.
  }
}
