// The shorthand of the AWS CLI for structures and lists: `Name=a,Values=b,c`, `Begin=…,End=…`, `a={b=1},c=[x,y]`.

const DEPTH = 40;

/** A text that is not shorthand; the message says what is wrong. */
export class NotShorthand extends Error {}

/**
 * The structure that a shorthand text describes; values are read by the shape.
 * @param {string} text
 * @param {object} shape the shape of the structure
 */
export function readShorthand(text, shape) {
  const reader = new Reader(text);
  const value = reader.members(shape, "", 0);
  if (reader.at < text.length) throw new NotShorthand(`There is ${JSON.stringify(text[reader.at])} where a comma was expected.`);
  return value;
}

class Reader {
  constructor(text) {
    Object.assign(this, { text, at: 0 });
  }

  members(shape, end, depth) {
    if (depth > DEPTH) throw new NotShorthand("It is nested too deeply.");
    const made = {};
    for (this.blank(); this.at < this.text.length && this.text[this.at] !== end; this.blank()) {
      const key = /^[^=,{}[\]"']*/.exec(this.text.slice(this.at, this.at + 200))[0];
      this.at += key.length;
      const name = key.trim().replace(/@$/, "");
      if (this.text[this.at] !== "=" || !name) throw new NotShorthand(`A member is written as Name=Value.`);
      this.at += 1;
      if (Object.hasOwn(made, name)) throw new NotShorthand(`${name} is given twice. Separate several structures by a blank.`);
      const member = Object.keys(shape?.members ?? {}).find((member) => member.toLowerCase() === name.toLowerCase());
      Object.defineProperty(made, name, { value: this.value(shape?.members?.[member]?.shape, end, depth), enumerable: true, configurable: true, writable: true });
      this.blank();
      if (this.text[this.at] === ",") this.at += 1;
      else break;
    }
    return made;
  }

  /** A value; commas continue a list as long as no new member begins behind them. */
  value(shape, end, depth) {
    this.blank();
    const first = this.one(shape, end, depth);
    if (shape?.type !== "list" || Array.isArray(first)) return first;
    const values = [first];
    while (this.text[this.at] === "," && !/^,\s*[A-Za-z]\w*@?=/.test(this.text.slice(this.at, this.at + 120))) {
      this.at += 1;
      this.blank();
      if (this.at >= this.text.length) break;
      values.push(this.one(shape.element, end, depth));
    }
    return values;
  }

  one(shape, end, depth) {
    const opening = this.text[this.at];
    if (opening === "{") return this.enclosed("}", () => this.members(shape?.type === "list" ? shape.element : shape, "}", depth + 1));
    if (opening === "[") return this.enclosed("]", () => this.elements(shape?.element, depth + 1));
    if (opening === '"' || opening === "'") return this.quoted(opening);
    return this.plain(end);
  }

  enclosed(closing, read) {
    this.at += 1;
    const value = read();
    this.blank();
    if (this.text[this.at] !== closing) throw new NotShorthand(`The closing ${closing} is missing.`);
    this.at += 1;
    return value;
  }

  elements(shape, depth) {
    if (depth > DEPTH) throw new NotShorthand("It is nested too deeply.");
    const values = [];
    for (this.blank(); this.at < this.text.length && this.text[this.at] !== "]"; this.blank()) {
      values.push(this.one(shape, "]", depth));
      this.blank();
      if (this.text[this.at] === ",") this.at += 1;
      else break;
    }
    return values;
  }

  quoted(mark) {
    let value = "";
    for (this.at += 1; this.at < this.text.length && this.text[this.at] !== mark; this.at += 1) {
      if (this.text[this.at] === "\\" && /["'\\]/.test(this.text[this.at + 1] ?? "")) this.at += 1;
      value += this.text[this.at];
    }
    this.at += 1;
    return value;
  }

  plain(end) {
    let value = "";
    for (; this.at < this.text.length && this.text[this.at] !== "," && (!end || this.text[this.at] !== end); this.at += 1) {
      if (this.text[this.at] === "\\" && /[,\\\]}]/.test(this.text[this.at + 1] ?? "")) this.at += 1;
      value += this.text[this.at];
    }
    return value.trim();
  }

  blank() {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
  }
}
