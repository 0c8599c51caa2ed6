// What React draws where drawing failed: the notice in the page itself (failed.js), which needs nothing of what failed.

import { Component, createElement } from "react";

/** @typedef {import("react").PropsWithChildren} Props */

/** The boundary outside all others, so that the router's own page, which prints the error, is never seen. */
export class LastResort extends Component {
  state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  render() {
    return this.state.failed ? createElement(Failure) : /** @type {Props} */ (this.props).children;
  }
}

/** Takes no error: its message may hold a candidate's words. */
export function Failure() {
  return createElement("div", { ref: /** @type {any} */ (globalThis).showFailure });
}
