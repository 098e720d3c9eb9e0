// JSON as people paste it: with the backslashes of PowerShell and cmd, or without its quotation marks.

const DEPTH = 60;

/** The value of a JSON text, or null if it is none. @param {string} text @returns {{ value: unknown } | null} */
export function readJson(text) {
  const trimmed = text.trim();
  const attempts = [trimmed];
  if (trimmed.includes('\\"')) attempts.push(trimmed.replace(/\\+"/g, '"'));
  for (const attempt of attempts) {
    try {
      return { value: JSON.parse(attempt) };
    } catch {
      // The next attempt reads it differently.
    }
  }
  return trimmed.length < 200_000 ? bare(trimmed) : null;
}

/** JSON whose quotation marks were lost, or which has a comma too many. */
function bare(text) {
  const reader = new BareReader(text);
  try {
    const value = reader.value(0);
    reader.blank();
    return reader.at === text.length && typeof value === "object" ? { value } : null;
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

class NotJson extends Error {}

class BareReader {
  constructor(text) {
    Object.assign(this, { text, at: 0 });
  }

  blank() {
    while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
  }

  value(depth) {
    if (depth > DEPTH) throw new NotJson();
    this.blank();
    if (this.text[this.at] === "{") return this.object(depth);
    if (this.text[this.at] === "[") return this.list(depth);
    const word = this.word(/[,\]}]/);
    return typeof word === "string" ? word : word.value;
  }

  object(depth) {
    const made = {};
    for (this.at += 1; ; ) {
      this.blank();
      if (this.take("}")) return made;
      const key = this.word(/[:,\]}]/);
      if (!this.take(":")) throw new NotJson();
      Object.defineProperty(made, typeof key === "string" ? key : String(key.value), { value: this.value(depth + 1), enumerable: true, configurable: true, writable: true });
      this.blank();
      if (!this.take(",") && this.text[this.at] !== "}") throw new NotJson();
    }
  }

  list(depth) {
    const made = [];
    for (this.at += 1; ; ) {
      this.blank();
      if (this.take("]")) return made;
      made.push(this.value(depth + 1));
      this.blank();
      if (!this.take(",") && this.text[this.at] !== "]") throw new NotJson();
    }
  }

  /** A string in quotation marks, or the text up to the next character that ends it. */
  word(end) {
    const quote = this.text[this.at];
    if (quote === '"' || quote === "'") {
      let close = this.at + 1;
      while (close < this.text.length && this.text[close] !== quote) close += this.text[close] === "\\" ? 2 : 1;
      if (close >= this.text.length) throw new NotJson();
      const inner = this.text.slice(this.at + 1, close).replace(/\\(["'\\/])/g, "$1");
      this.at = close + 1;
      this.blank();
      return inner;
    }
    const start = this.at;
    while (this.at < this.text.length && !end.test(this.text[this.at])) this.at += 1;
    const word = this.text.slice(start, this.at).trim();
    if (!word || /[{["]/.test(word)) throw new NotJson();
    const literals = { true: true, false: false, null: null };
    return Object.hasOwn(literals, word) ? { value: literals[word] } : word;
  }

  take(character) {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }
}
