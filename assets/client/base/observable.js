// A small observable record: what a module knows now, key by key.
//
// React reads it through `useSyncExternalStore`, which re-renders whenever a read returns a new
// reference. A key whose new value equals the old one therefore keeps the old reference: only the
// readers of what really changed are drawn again.

/**
 * @template {Record<string, any>} T
 * @param {T} initial what is shown before anything is known; also what prerendered pages show
 */
export function observable(initial) {
  let now = initial;
  /** @type {Set<() => void>} */
  const readers = new Set();

  return {
    initial,

    /** @template {keyof T} K @param {K} key @returns {T[K]} */
    get: (key) => now[key],

    /** @param {Partial<T>} patch */
    set(patch) {
      const changed = Object.entries(patch).filter(([key, value]) => !same(now[key], value));
      if (changed.length === 0) return;
      now = { ...now, ...Object.fromEntries(changed) };
      for (const read of [...readers]) read();
    },

    /** @param {() => void} read @returns {() => void} */
    subscribe(read) {
      readers.add(read);
      return () => readers.delete(read);
    },
  };
}

/**
 * The same, where something is to be done while anybody reads it.
 * @template {{subscribe: (read: () => void) => () => void}} S
 * @param {S} source @param {() => () => void} begin called when the first one comes; what it returns, when the last one has left
 * @returns {S}
 */
export function whileRead(source, begin) {
  let readers = 0;
  let end = () => {};
  return {
    ...source,
    subscribe(read) {
      if (readers === 0) end = begin();
      readers += 1;
      const stop = source.subscribe(read);
      return () => {
        stop();
        readers -= 1;
        if (readers === 0) end();
      };
    },
  };
}

/** @param {any} a @param {any} b @returns {boolean} */
function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}
