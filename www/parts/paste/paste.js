// What is being understood: the text, the values in it that are not known, and what was found so far.

const OPEN = "\uE000";
const CLOSE = "\uE001";
const MARK = /\uE000([0-9a-z]+)\uE001/g;

/** Why a value is not known: words that several readers use. */
export const WHY = {
  shellVariable: "This is a shell variable, so its value is not known.",
  command: "This is the output of a command, so its value is not known.",
  variable: "The text does not say which value this has.",
  expression: "This is computed when the program runs, so its value is not known.",
  choice: "The documentation lists several values here. Choose one.",
  placeholder: "This is a placeholder. Replace it with a value.",
  afterApply: "Terraform knows this value only after it has applied the plan.",
  sensitive: "Terraform hides this value, because it is sensitive.",
  hidden: "A part of this value was hidden before it was copied.",
};

/**
 * A text that is being understood. A value that is not known travels through the readers as a mark, a short text in characters for
 * private use, so that it can be a part of a string, of JSON or of a word.
 */
export class Paste {
  /** @param {string} text */
  constructor(text) {
    this.text = text.replace(/[\uE000-\uE00F]/g, "\uFFFD").replace(/^\uFEFF/, "").replace(/\u001B\[[0-9;]*m/g, "").replace(/\r\n?/g, "\n");
    this.marks = [];
    this.calls = [];
    this.order = [];
    this.sessions = [];
    this.problems = new Set();
    this.lines = new Lines(this.text);
  }

  /** A mark for a value that is not known. @param {string} text as it was written @param {string} why a sentence */
  mark(text, why) {
    this.marks.push({ text: shortened(this.plain(text)), why: this.plain(why) });
    return `${OPEN}${(this.marks.length - 1).toString(36)}${CLOSE}`;
  }

  /** Why this value is not known, or null if it is. @param {string} value */
  whyUnknown(value) {
    const [first] = value.matchAll(MARK);
    return first ? (this.marks[Number.parseInt(first[1], 36)]?.why ?? WHY.expression) : null;
  }

  /** The value as it was written, with what its marks replaced. @param {string} value */
  plain(value) {
    return value.replace(MARK, (mark, number) => {
      const text = this.marks[Number.parseInt(number, 36)]?.text ?? "";
      return mark === value || /^[${<(]/.test(text) ? text : `{${text}}`;
    });
  }

  /** Remembers what was not understood. @param {string} sentence */
  problem(sentence) {
    if (this.problems.size < 100) this.problems.add(this.plain(sentence));
  }
}

/** The numbers of the lines of a text, by place. */
export class Lines {
  constructor(text) {
    this.starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  /** The number of the line at this place, from 1. @param {number} place */
  at(place) {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= place) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/** A text of the user in a sentence: in backticks, on one line and not too long. @param {unknown} text */
export function quoted(text) {
  return `\`${shortened(String(text)).replace(/`/g, "'")}\``;
}

/** A text whose end was cut off, without half a mark or half a character. */
const whole = (text) => text.replace(/\uE000[0-9a-z]*$/, "").replace(/[\uD800-\uDBFF]$/, "");

function shortened(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${whole(line.slice(0, 118))}…` : line;
}

/** Names in a sentence: "`a`, `b` or `c`". @param {string[]} names */
export function either(names) {
  const all = names.map(quoted);
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} or ${all.at(-1)}` : (all[0] ?? "");
}

/** The own member of an object, never one that it inherits. */
export function own(object, name) {
  return object !== null && typeof object === "object" && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Whether a value is an object with members. */
export function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** Sets a member, also one with the name `__proto__`. */
export function put(object, name, value) {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}
