// The members of a request without its operation, as in `requestParameters` of CloudTrail or in a file for `--cli-input-json`.
import { addCall } from "./call.js";
import { allOperations } from "./catalogue.js";
import { memberNamed } from "./fit.js";
import { either } from "./paste.js";

/**
 * Adds the call that these members belong to, if they fit only one operation.
 * @param {import("./paste.js").Paste} paste
 * @param {object} members
 * @param {{ line: number, before: string }} place
 */
export function readMembers(paste, members, { line, before }) {
  const names = Object.keys(members);
  if (!names.length) return;
  const named = [...before.matchAll(/"?event(Name|Source)"?\s*[:=]\s*"([^"]+)"/g)];
  const name = named.find(([, what]) => what === "Name")?.[2];
  const fitting = allOperations().filter((operation) => (!name || operation.name === name) && fits(operation, members));
  const exact = fitting.filter(({ input }) => names.every((member) => Object.hasOwn(input.members, member)));
  const candidates = exact.length ? exact : fitting;
  if (candidates.length === 1) addCall(paste, { kind: "requestParameters", operation: candidates[0], members, line, loose: true });
  else if (candidates.length > 1) {
    const some = candidates.slice(0, 4).map((operation) => operation.name);
    paste.problem(`The members on line ${line} fit ${candidates.length > 4 ? "several operations, such as " : ""}${either([...new Set(some)])}. Paste the whole event or command, which names the operation.`);
  }
}

/** Whether the operation has all of these members, and they are all that it requires. */
function fits({ input }, members) {
  const names = Object.keys(members).map((name) => memberNamed(input, name));
  if (names.includes(undefined)) return false;
  return Object.entries(input.members).every(([name, { required }]) => !required || names.includes(name));
}

