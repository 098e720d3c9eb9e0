// What the readers of Python, JavaScript and HCL share: trees of lezer, and values that are built of their nodes.

/** The deepest expression that is evaluated. */
export const DEPTH = 100;

/** How deeply brackets are nested at most. */
const NESTED = 150;

/**
 * Code that a parser reads in time: without long runs of signs, and up to the place where brackets are nested deeper than in any program.
 * The parsers need the square of the time for what they cannot read. Places stay the same.
 * @param {string} text
 */
export function legible(text) {
  const plain = text.replace(/[^\w\s]{300,}/g, (run) => " ".repeat(run.length));
  let depth = 0;
  for (const { 0: bracket, index } of plain.matchAll(/[()[\]{}]/g)) {
    depth = "([{".includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > NESTED) return plain.slice(0, index);
  }
  return plain;
}

/** The children of a node that are not punctuation. */
export function children(node) {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^\w/.test(child.name) && !/^(Comment|LineComment|BlockComment)$/.test(child.name)) found.push(child);
  }
  return found;
}

/** A string literal's text without its escapes, which Python and JavaScript write alike, but for `\U000e0001` of Python. */
export function unescaped(text) {
  return text.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8})|\r?\n|([\s\S]))/g, (all, x, u, braces, long, plain) => {
    const code = Number.parseInt(x ?? u ?? braces ?? long ?? "", 16);
    if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    if (plain === undefined) return "";
    return { n: "\n", t: "\t", r: "\r", 0: "\0", b: "\b", f: "\f", v: "\v" }[plain] ?? plain;
  });
}

/** Names with values in order of the text: what was assigned last counts. */
export class Scope {
  constructor() {
    this.values = new Map();
  }

  /** Assigns a value. If only one of several branches does it, the value is not known (undefined). */
  set(name, value, branch) {
    this.values.set(name, branch && this.values.has(name) ? undefined : value);
  }

  get(name) {
    return this.values.get(name);
  }

  /** A copy of an object, to which other statements may add members. */
  copy(name) {
    const value = this.values.get(name);
    return value && typeof value === "object" && !Array.isArray(value) ? { ...value } : null;
  }
}
