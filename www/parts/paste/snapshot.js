// Snapshots of the package: each becomes a session that leads to the same resources. And what the package prints that holds no requests.
import { isSnapshot, sessionOf } from "../snapshot/snapshot.js";

export { isSnapshot };

const LOG = /^\d{4}-\d\d-\d\dT[\d:.]+Z (?:\d{12} [a-z0-9-]+|unknown caller) (?:license-manager|ram):\w+ \d{3}\b/m;
const PRINTED = /\bformat: ['"]grant-playground\/\d/;

/** Adds the session of a snapshot. @param {import("./paste.js").Paste} paste @param {object} value */
export function readSnapshot(paste, value) {
  try {
    const { session, notes } = sessionOf(value);
    // Its state is the one after the last step.
    paste.sessions.push({ text: JSON.stringify(session), notes, point: session.steps.length });
  } catch (error) {
    paste.problem(error.message);
  }
}

/** Says what is missing in the log of `serve`, and in a session that `console.log` shortened. @param {import("./paste.js").Paste} paste */
export function readPrinted(paste) {
  if (LOG.test(paste.text)) paste.problem("The log of `grant-playground serve` does not contain the members of the requests. Start `serve` with `--save session.json`, and paste that file.");
  if (PRINTED.test(paste.text)) paste.problem("`console.log` shortens a session. Print `JSON.stringify(simulator.session())`, and paste that.");
}
