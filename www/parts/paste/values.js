// What the values of all languages have in common: they are read from the nodes of a syntax tree.
import { WHY } from "./paste.js";
import { DEPTH } from "./syntax.js";

/** A language has a class with the method `value(node)`. */
export class Values {
  /** @param {import("./paste.js").Paste} paste @param {string} source @param {object} names what the names in the text stand for */
  constructor(paste, source, names) {
    Object.assign(this, { paste, source, names, depth: 0 });
  }

  /** The value of an expression. */
  of(node) {
    if (this.depth > DEPTH) return this.unknown(node, WHY.expression);
    this.depth += 1;
    try {
      return this.value(node);
    } finally {
      this.depth -= 1;
    }
  }

  text(node) {
    return this.source.slice(node.from, node.to);
  }

  /** The mark for a value that is not known. */
  unknown(node, why) {
    return this.paste.mark(this.text(node), why);
  }
}
