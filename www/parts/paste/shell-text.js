// Makes a script of what was copied from a terminal or a page: without prompts and output, with the marks of continuation that were
// lost, with straight quotes. The number of lines stays the same, so that a command is still found in the pasted text.
import { quotedForBash } from "./powershell.js";

const PROMPT = /^[ \t]*(?:PS [^>\n]{0,200}>|[A-Za-z]:\\[^>\n]{0,200}>|(?:\([\w.-]{1,40}\) ?)?(?:\[[^\]\n]{1,80}\]|[\w.@:~/\\-]{0,80}(?: [~\w./-]{1,80}\]?)?) ?[$%❯➜](?= )|[❯➜](?= )|>{1,2}(?= (?:aws|curl)\b))[ \t]*/;
const ROOT_PROMPT = /^[ \t]*(?:\[[^\]\n]{1,80}\]|[\w.-]{1,40}@[\w.-]{1,60}:[^\s#]{0,80})#[ \t]+/;
const CONTINUED_PROMPT = /^[ \t]*(?:>{1,2}(?=[ \t])|More\?)[ \t]?/;
const OPTION = /^\s*--[a-z]/;

/** Characters that stand for those of a placeholder such as `<grant ARN>`, so that the shell does not read them as its own. */
const HIDDEN = { "<": "\uE002", ">": "\uE003", " ": "\uE004", "'": "\uE005", "{": "\uE006", "}": "\uE007" };
const SHOWN = Object.fromEntries(Object.entries(HIDDEN).map(([shown, hidden]) => [hidden, shown]));

/** The text with its placeholders as they were. @param {string} text */
export const withPlaceholders = (text) => text.replace(/[\uE002-\uE007]/g, (character) => SHOWN[character]);

/**
 * @param {import("./paste.js").Paste} paste
 * @returns {string} a script for a parser of bash
 */
export function scriptOf(paste) {
  return protect(joined(withoutPrompts(quotedForBash(characters(paste.text))), paste));
}

/** Straight quotes, blanks that are blanks, and two hyphens where a word processor made a dash of them. */
function characters(text) {
  const plain = text
    .replace(/[\u00A0\u2000-\u200A\u202F]/g, " ")
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\u2010\u2011\u2212]/g, "-")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/(^|\s)(?:[–—]{1,2}|[–—]-|-[–—])(?=[a-z])/g, "$1--")
    .replace(/\$env:(\w+)/g, "$$env_$1")
    .replace(/%([A-Za-z_]\w*)%/g, (all, name) => (text.includes(`set ${name}=`) ? `\${${name}}` : all));
  const windows = /\^"/.test(plain) ? plain.replace(/\^([\\"&<>|^%!{}[\]])/g, "$1") : plain;
  return windows.replace(/arn:aws[^\s"'`]{0,200}`[^\s"']{0,200}/g, (arn) => ((arn.split("`").length - 1) % 2 ? arn : arn.replace(/_?`_?/g, "")));
}

/** The lines without prompts. If there are prompts, what stands behind none of them is output. */
function withoutPrompts(text) {
  const lines = text.split("\n");
  const prompt = (line) => PROMPT.exec(line)?.[0] ?? ROOT_PROMPT.exec(line)?.[0] ?? "";
  const prompted = lines.some((line) => prompt(line) && /^(aws|curl|[A-Z_]+=|export|\$)/.test(line.slice(prompt(line).length)));
  let open = null;
  return lines.map((line) => {
    if (/^\s*(```|~~~)/.test(line)) return "";
    if (open === null) {
      const found = prompt(line);
      if (prompted && !found && !OPTION.test(line)) return "";
      const command = line.slice(found.length);
      open = prompted ? stillOpen(command, "") : null;
      return command;
    }
    const part = line.replace(CONTINUED_PROMPT, "");
    open = stillOpen(part, open);
    return part;
  });
}

/** What a line leaves open: a quotation mark, the end of a here-document, or a continuation; null if it is complete. */
function stillOpen(line, open) {
  if (open.startsWith("<<")) return line.trim() === open.slice(2) ? null : open;
  let quote = open;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === "\\" && quote !== "'") at += 1;
    else if (quote) quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
  }
  if (quote) return quote;
  const heredoc = /<<-?\s*["']?(\w+)/.exec(line);
  if (heredoc) return `<<${heredoc[1]}`;
  return /[\\`^|]\s*$|&&\s*$/.test(line) ? "" : null;
}

/** Joins the lines of a command: every shell's mark of continuation becomes a backslash, and lost ones are put back. */
function joined(lines, paste) {
  const made = [];
  const at = (place) => lines.slice(place, place + 20).find((line) => line.trim() && !/^\s*#/.test(line)) ?? "";
  lines.forEach((line, place) => {
    const goesOn = OPTION.test(at(place + 1));
    const wasOpen = /\\$/.test(made.at(-1) ?? "");
    const comment = /^(.*?)\\[ \t]+#.*$/.exec(line);
    if (comment && goesOn) {
      paste.problem(`The comment behind the backslash on line ${place + 1} ends the command in bash. The options below it were taken all the same.`);
      made.push(`${comment[1]} \\`);
    } else if (wasOpen && goesOn && /^\s*(#|$)/.test(line)) {
      made.push("\\");
    } else if (/(^|\s)[`^]\s*$/.test(line) || /\\[ \t]+$/.test(line)) {
      made.push(line.replace(/[`^\\]\s*$/, "\\"));
    } else if (/\S\\$/.test(line) && goesOn) {
      made.push(line.replace(/\\$/, " \\"));
    } else if (goesOn && line.trim() && !/\\$/.test(line) && /(^|[\s(`"'=])(aws|--[a-z])/.test(line) && !/[;&|]\s*$|^\s*#/.test(line)) {
      made.push(`${line.replace(/(^|\s)#.*$/, "$1")} \\`);
    } else {
      made.push(line);
    }
  });
  return made.join("\n");
}

/** Hides the characters of placeholders from the shell. */
function protect(text) {
  const hide = (placeholder) => placeholder.replace(/[<> '{}]/g, (character) => HIDDEN[character]);
  return text
    .replace(/(?<![<\w$(&>])<[A-Za-z][^<>\n|;$=&"`]{0,80}(?<!\s)>/g, hide)
    .replace(/\{\{ ?[\w.\- ]{1,80} ?\}\}/g, hide);
}
