// Hands a file made here to the phone.

const GONE_AFTER_MS = 60_000;

/** @param {string} name @param {string} type @param {string | string[]} text as a whole or in pieces */
export function handOver(name, type, text) {
  const address = URL.createObjectURL(new Blob([text].flat(), { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  [link.href, link.download, link.hidden] = [address, name, true];
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the browser may still have to read it.
  setTimeout(() => URL.revokeObjectURL(address), GONE_AFTER_MS);
}
