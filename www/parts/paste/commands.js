// Finds the commands of a shell in a text: `aws …` and `curl …`.
import { readCommand } from "./cli.js";
import { readCurl } from "./curl.js";
import { commandsOfScript } from "./shell.js";
import { scriptOf } from "./shell-text.js";
import { Lines } from "./paste.js";

const START = /(^|[\s;|&("'`=])(aws(?:2|\.exe|local)?[ \t]+(?:--[\w-]{1,40}[= ]\S{1,100}[ \t]+){0,6}(?:license-manager|ram)[ \t]+[a-z]|curl(?:\.exe)?[ \t]+\S)/gm;
const FIRST = /(?:^|[\s;|&("'`=>])(?:aws(?:2|\.exe|\.cmd|local)?|curl(?:\.exe)?)[ \t]+[^\s=]/m;

/** Adds the calls of all commands in the text. @param {import("./paste.js").Paste} paste */
export function readCommands(paste) {
  if (!FIRST.test(paste.text.replace(/\u00A0/g, " "))) return;
  const script = scriptOf(paste);
  const done = new Set();
  const read = (command, offset, firstLine) => {
    const line = command.line + firstLine - 1;
    const understood = readCommand(paste, { ...command, line }) || readCurl(paste, { ...command, line });
    if (understood) done.add(command.at + offset);
    return understood;
  };
  const commands = commandsOfScript(paste, script);
  for (const command of commands) read(command, 0, 1);
  readTheRest(script, done, (part, offset, line) => {
    const files = commands.at(-1)?.files ?? new Map();
    commandsOfScript(paste, part).slice(0, 1).forEach((command) => read({ ...command, files }, offset, line));
  });
}

/** Commands that the parser did not reach, such as those in quotes or behind damaged text: each is read alone. */
function readTheRest(script, done, read) {
  const lines = new Lines(script);
  const starts = [...script.matchAll(START)].map(({ index, 1: before }) => index + before.length);
  const covered = [...done].sort((one, other) => one - other);
  starts.forEach((start, place) => {
    const lineStart = script.lastIndexOf("\n", start - 1) + 1;
    const before = script.slice(lineStart, start);
    if (done.has(start) || /^\s*(#|\/\/|\*|REM\b|::)/i.test(before)) return;
    if (covered.some((at) => at >= lineStart && at < start)) return;
    const quote = /["'`]$/.exec(before)?.[0];
    const end = starts[place + 1] ?? script.length;
    const part = script.slice(start, Math.min(end, start + 100_000));
    const close = quote ? part.indexOf(quote) : -1;
    read(close > 0 ? part.slice(0, close) : part, start, lines.at(start));
  });
}
