// Commands as lists of words, without a shell: `subprocess.run(["aws", "ram", …])` of Python, `spawn("aws", ["ram", …])` of Node, or JSON.
import { PROGRAM, readCommand } from "./cli.js";

/** Code that contains such a list. */
export const LISTED = /["'`](?:[^"'`\s]{1,80}[\\/])?aws(?:2|local|\.exe|\.cmd)?["'`]\s*[,\]]/;

/** Whether these are the words of a command of the AWS CLI. @param {unknown} words */
export function isCommand(words) {
  return Array.isArray(words) && words.length > 2 && typeof words[0] === "string" && PROGRAM.test(words[0]);
}

/**
 * Adds the call of a command. Python and JavaScript write such lists alike, so the same list may be found twice.
 * @param {import("./paste.js").Paste} paste
 * @param {string} language
 * @param {unknown[]} words
 * @param {number} line that of the first word
 */
export function readWords(paste, language, words, line) {
  paste.lists ??= new Map();
  if ((paste.lists.get(line) ?? language) !== language) return;
  paste.lists.set(line, language);
  const texts = words.filter((word) => word !== null && word !== undefined);
  readCommand(paste, { words: texts.map((word) => (typeof word === "object" ? JSON.stringify(word) : String(word))), line, region: null, files: new Map() });
}
