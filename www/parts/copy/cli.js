// The AWS CLI, for bash and for PowerShell.
import { RENAMED } from "../paste/cli-options.js";
import { mismatch } from "./call.js";
import { kebab } from "./names.js";
import { isFragile, json, readableJson } from "./strings.js";

/** @import { Call, Copy, Operation } from "./call.js" */

/** A value that the CLI would not take as it is, but as the name of a file or of a page. */
const PARAMETER_FILE = /^(fileb?|https?):\/\//;

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export const bash = (operation, call) => written(operation, call, bashShell);

/**
 * @param {Operation} operation
 * @param {Call} call
 * @returns {Copy}
 */
export const powershell = (operation, call) => written(operation, call, powershellShell);

function written(operation, call, shell) {
  const problem = mismatch(operation, call.input);
  if (problem) return { problem };
  const groups = [["aws", operation.service, kebab(operation.name)], ["--region", call.region], ...options(operation, call.input, shell)];
  const lines = groups.map((words) => words.map((word) => shell.word(word)).join(" "));
  const start = [`# Account ${call.account}`, ...shell.preparation(groups.flat())];
  return { text: `${[...start, lines.join(` ${shell.continuation}\n  `)].join("\n")}\n` };
}

/** The words of each option. What an option cannot hold makes the whole input JSON. */
function options(operation, input, shell) {
  const members = Object.entries(input);
  const isWhole = members.every(([, value]) => typeof value !== "string" || (shell.holds(value) && !PARAMETER_FILE.test(value)));
  return isWhole
    ? members.map(([name, value]) => option(`--${optionName(operation, name)}`, operation.input.members[name].shape, value, shell))
    : [["--cli-input-json", shell.json(input)]];
}

const optionName = (operation, member) => RENAMED[`${operation.name}.${member}`] ?? kebab(member);

function option(name, shape, value, shell) {
  switch (shape.type) {
    case "boolean":
      return [value ? name : name.replace("--", "--no-")];
    case "structure":
      return [name, shell.json(value)];
    case "list":
      return [name, ...(isPlainList(value) ? value : [shell.json(value)])];
    default:
      // A separate word that starts with a hyphen would be an option.
      return String(value).startsWith("-") ? [`${name}=${value}`] : [name, String(value)];
  }
}

/** Whether the items can be words of their own: others could be options, shorthand or JSON. */
const isPlainList = (items) => items.length > 0 && items.every(isPlainItem);

const isPlainItem = (item) => typeof item === "string" && /^[A-Za-z0-9][A-Za-z0-9:/._-]*$/.test(item) && !PARAMETER_FILE.test(item);

const bashShell = {
  continuation: "\\",
  preparation: () => [],
  json: readableJson,
  // Lines of a text stay lines.
  holds: (text) => !isFragile(text.replaceAll("\n", "")),
  word: (text) => (/^[A-Za-z0-9_\/:.,@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`),
};

const powershellShell = {
  continuation: "`",
  // Without this, PowerShell 7.3 and later passes double quotes in another way than Windows PowerShell.
  preparation: (words) => (words.some((word) => word.includes('"')) ? ["$PSNativeCommandArgumentPassing = 'Legacy'"] : []),
  json: (value) => json(value),
  // Windows PowerShell drops empty arguments, and a backslash at the end would escape the quote that it adds.
  holds: (text) => text !== "" && !isFragile(text) && !text.endsWith("\\"),
  word(text) {
    if (/^[A-Za-z-][A-Za-z0-9-]*$/.test(text)) return text;
    return `'${text.replace(/(?<!\\)(\\*)"/g, '$1$1\\"').replaceAll("'", "''")}'`;
  },
};
