// A session with its responses, to read.
import { inline } from "./markdown.js";
import { body, caller, outcome, paragraphs, request, settings } from "./session.js";

/** @import { Session, Step } from "./session.js" */

/**
 * A session as a Markdown document.
 * @param {Session} session its note and those of its steps are Markdown
 * @returns {string}
 */
export function transcript(session) {
  const { playground, edition } = session.versions;
  const differing = settings(session);
  return paragraphs([
    `# ${inline(session.title)}`,
    session.note,
    `Grant Playground ${inline(playground)}, API model of ${inline(edition)}.`,
    differing && `Settings that differ from their defaults:\n\n${differing}`,
    ...session.steps.flatMap(step),
  ]);
}

/** @param {Step} step */
const step = (step) => [`## ${step.number}. ${inline(step.title)}`, step.note, caller(step), request(step), ...outcome(step), body(step)];
