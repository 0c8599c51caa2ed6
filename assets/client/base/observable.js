// Small observable records: what a module knows now, key by key; and what follows from others.
//
// React reads them through `useSyncExternalStore`, which re-renders whenever a read returns a new reference. A key whose
// new value equals the old one therefore keeps the old reference: only the readers of what really changed are drawn again.

/** @typedef {{snapshot: () => unknown, subscribe: (read: () => void) => () => void}} Source its snapshot is another one after each change, and only then */

/** @template {Record<string, any>} T @typedef {ReturnType<typeof observable<T>>} Observable */

/**
 * @template {Record<string, any>} T
 * @param {T} initial what is shown before anything is known; also what prerendered pages show
 */
export function observable(initial) {
  let now = initial;
  const { tell, subscribe } = readers();

  return {
    initial,

    /** @template {keyof T} K @param {K} key @returns {T[K]} */
    get: (key) => now[key],

    /** @returns {T} the same until something changes */
    snapshot: () => now,

    /** @param {Partial<T>} patch */
    set(patch) {
      const changed = Object.entries(patch).filter(([key, value]) => !same(now[key], value));
      if (changed.length === 0) return;
      now = { ...now, ...Object.fromEntries(changed) };
      tell();
    },

    subscribe,
  };
}

/** Who is told of changes. @returns {{tell: () => void, subscribe: (read: () => void) => () => void}} */
export function readers() {
  /** @type {Set<() => void>} */
  const all = new Set();
  return {
    tell() {
      for (const read of [...all]) read();
    },
    subscribe(read) {
      // Each reader is one of its own, though the same function may read twice.
      const mine = () => read();
      all.add(mine);
      return () => void all.delete(mine);
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
  let count = 0;
  let end = () => {};
  return {
    ...source,
    subscribe(read) {
      if (count === 0) end = begin();
      count += 1;
      const stop = source.subscribe(read);
      return () => {
        stop();
        count -= 1;
        if (count === 0) end();
      };
    },
  };
}

/**
 * What follows from others: computed once after each change of theirs, while anybody reads it, and else when it is asked.
 * @template {Record<string, any>} T
 * @param {T} initial @param {readonly Source[]} sources
 * @param {() => Partial<T>} compute
 * @returns {Observable<T>} what is set meanwhile stands until the next change
 */
export function derived(initial, sources, compute) {
  const held = observable(initial);
  /** @type {unknown[]} */
  let seen = [];
  const refresh = () => {
    const now = sources.map(({ snapshot }) => snapshot());
    if (seen.length && now.every((each, place) => each === seen[place])) return;
    seen = now;
    held.set(compute());
  };
  const follow = () => {
    const stop = subscribeTo(sources, refresh);
    refresh();
    return stop;
  };
  return {
    ...whileRead(held, follow),
    get(key) {
      refresh();
      return held.get(key);
    },
    snapshot() {
      refresh();
      return held.snapshot();
    },
  };
}

/** @param {readonly Pick<Source, "subscribe">[]} sources @param {() => void} read @returns {() => void} stop reading all of them */
export function subscribeTo(sources, read) {
  const stops = sources.map(({ subscribe }) => subscribe(read));
  return () => {
    for (const stop of stops) stop();
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
