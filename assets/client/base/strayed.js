// Lets React go on with elements that an extension has moved: it asks their old parent to remove them, or to put something
// before them, which browsers refuse with an error that takes the whole page down. Removing what has been taken out still
// fails, since something else may stand in its place, with words that are no longer so.

/** @param {Node} parent @param {Node} node @returns {Node | null} the parent's child that holds the node by now */
function holder(parent, node) {
  /** @type {Node | null} */
  let found = node;
  while (found && found.parentNode !== parent) found = found.parentNode;
  return found;
}

const { insertBefore, removeChild } = Node.prototype;

Object.assign(Node.prototype, {
  /** @this {Node} @param {Node} made @param {Node | null} before */
  insertBefore(made, before) {
    return insertBefore.call(this, made, before && holder(this, before));
  },
  /** @this {Node} @param {Node} child */
  removeChild(child) {
    return removeChild.call(child.parentNode ?? this, child);
  },
});
