// String literals. Characters that nobody sees are written as escapes, so that a copied text does what it looks like, and so are those that
// editors and chats change on the way.

/** Controls, directions of text, halves of surrogate pairs. */
const UNSEEN = "\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}";

/** Typographic quotes and dashes, which PowerShell reads as its own quotes and hyphens, and unusual blanks. */
const CHANGED = "‘’‚‛“”„‟‐‑‒–—―−\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";

const FRAGILE = new RegExp(`[${UNSEEN}${CHANGED}]`, "u");

/** Whether a text has a character that should be an escape. @param {string} text */
export const isFragile = (text) => FRAGILE.test(text);

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
    return short[character] ?? (FRAGILE.test(character) ? escape(character.codePointAt(0)) : character);
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

const escaped = (text, pattern) => text.replace(pattern, (characters) => Array.from(characters, (one) => utf16(one.codePointAt(0))).join(""));

/**
 * A value as JSON, for a program.
 * @param {unknown} value
 * @param {number} indent blanks for each level, or 0 for a single line
 */
export const json = (value, indent = 0) => escaped(JSON.stringify(value, null, indent), new RegExp(`(?!\n)${FRAGILE.source}`, "gu"));

/** A value as JSON, for a person: typographic characters stay as they are. */
export const jsonToRead = (value, indent = 0) => escaped(JSON.stringify(value, null, indent), new RegExp(`(?!\n)[${UNSEEN}]`, "gu"));

/** JSON on one line if it is short, otherwise indented. */
export function readableJson(value) {
  const line = json(value);
  return line.length <= 80 ? line : json(value, 2);
}

/** Moves all lines but the first to the right. */
export const indented = (text, blanks) => text.replaceAll("\n", `\n${blanks}`);
