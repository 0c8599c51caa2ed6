// Long work in slices: between two of them the page is drawn, and its controls answer.

/** @returns {Promise<void>} */
export const breath = () =>
  /** @type {any} */ (globalThis).scheduler?.yield?.() ?? new Promise((resume) => setTimeout(resume));
