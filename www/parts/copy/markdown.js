// Markdown whose texts cannot change how it is read.

/** A text inside a line. */
export const inline = (text) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&!]/g, "\\$&");

/** A sentence inside a line, with what is in backticks as code. */
export const prose = (text) => text.split(/`([^`]+)`/).map((part, place) => (place % 2 ? code(part) : inline(part))).join("");

/** A text as code inside a line. */
export function code(text) {
  const line = text.replace(/\s+/g, " ");
  const fence = fenceFor(line, 1);
  const space = /^[ `]|[ `]$/.test(line) ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** A text as a block of code. */
export function codeBlock(text, language = "") {
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** More backticks than the text has in a row. */
function fenceFor(text, least) {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return "`".repeat(Math.max(least, longest + 1));
}
