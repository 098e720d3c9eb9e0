// A session as a bug report: what another person needs to see the same.
import { code, inline } from "./markdown.js";
import { body, caller, outcome, paragraphs, request, settings } from "./session.js";

/** @import { Session, Step } from "./session.js" */

/**
 * A bug report as Markdown. The first two sections are for the person who writes it.
 * @param {Session} session
 * @returns {string}
 */
export function report(session) {
  return paragraphs([
    `# Bug report: ${inline(session.title)}`,
    "## What I expected",
    "(Please describe it, with the AWS documentation or the response of AWS if you have one.)",
    "## What happened",
    "(Please name the step.)",
    "## Versions",
    `- Grant Playground: ${inline(session.versions.playground)}\n- API model: ${inline(session.versions.edition)}`,
    "## Settings that differ from their defaults",
    settings(session) ?? "None.",
    "## Steps",
    ...session.steps.flatMap(step),
  ]);
}

/** @param {Step} step */
const step = (step) => [heading(step), caller(step), request(step), ...outcome(step), body(step)];

const heading = ({ number, title, operation }) => `### ${number}. ${inline(title)}${operation ? ` (${code(operation)})` : ""}`;
