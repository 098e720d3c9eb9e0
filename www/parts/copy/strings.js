// String literals. Characters that nobody sees (controls, directions of text, halves of surrogate pairs) are always escaped, so that a
// copied text does what it looks like.

/** One character that a reader does not see. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** @param {string} text */
export const hasHidden = (text) => HIDDEN.test(text);

const SHORT = { "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * The text in double quotes, with escapes.
 * @param {string} text
 * @param {(codePoint: number) => string} escape how the language writes a character by its number
 * @param {Record<string, string>} short the characters that have a short escape
 */
export function quoted(text, escape, short = SHORT) {
  const written = Array.from(text, (character) => {
    if (character === '"' || character === "\\") return `\\${character}`;
    return short[character] ?? (HIDDEN.test(character) ? escape(character.codePointAt(0)) : character);
  });
  return `"${written.join("")}"`;
}

const hex = (number, digits) => number.toString(16).padStart(digits, "0");

/** `\u00ad`, and two of them for a character outside the basic plane: JSON, JavaScript, Java. */
export function utf16(codePoint) {
  return Array.from({ length: codePoint > 0xffff ? 2 : 1 }, (_, place) => `\\u${hex(String.fromCodePoint(codePoint).charCodeAt(place), 4)}`).join("");
}

/** `\u00ad` and `\U000e0001`: Python, Go, C#, HCL. */
export const utf32 = (codePoint) => (codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`);

/** `\u{ad}`: Rust. */
export const braces = (codePoint) => `\\u{${hex(codePoint, 1)}}`;

/**
 * A value as JSON.
 * @param {unknown} value
 * @param {number} indent blanks for each level, or 0 for a single line
 */
export function json(value, indent = 0) {
  return JSON.stringify(value, null, indent).replace(/[\p{Cf}\p{Zl}\p{Zp}\x7f-\x9f]/gu, (character) => utf16(character.codePointAt(0)));
}

/** JSON on one line if it is short, otherwise indented. */
export function readableJson(value) {
  const line = json(value);
  return line.length <= 80 ? line : json(value, 2);
}

/** Moves all lines but the first to the right. */
export const indented = (text, blanks) => text.replaceAll("\n", `\n${blanks}`);
