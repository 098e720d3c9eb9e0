// A session with its responses, to read.
import { inline, prose } from "./markdown.js";
import { body, caller, outcome, paragraphs, request, settings } from "./session.js";

/** @import { Session, Step } from "./session.js" */

/**
 * A session as a Markdown document.
 * @param {Session} session its note and those of its steps are Markdown
 * @returns {string}
 */
export function transcript(session) {
  return paragraphs([opening(session), ...session.steps.flatMap((step) => [heading(step), !step.question && step.note, sent(step), asked(step), answered(step)])]);
}

/** What is above the steps. @param {Session} session */
export function opening(session) {
  const { playground, edition } = session.versions;
  const differing = settings(session);
  return joined([
    `# ${inline(session.title)}`,
    session.author && `By ${inline(session.author)}.`,
    session.note,
    `Grant Playground ${inline(playground)}, API model of ${inline(edition)}.`,
    differing && `Settings that differ from their defaults:\n\n${differing}`,
  ]);
}

/** @param {Step} step */
export const heading = (step) => `## ${step.number}. ${inline(step.title)}`;

/** Who sends what. @param {Step} step */
export const sent = (step) => joined([caller(step), request(step)]);

/** What students are asked before they see the response. @param {Step} step */
export function asked({ question }) {
  const choices = question?.choices?.map((text, place) => `${place + 1}. ${prose(text)}`).join("\n");
  return question && joined([`Question: ${question.ask}`, choices]);
}

/** The response, and what is only said with it. @param {Step} step */
export function answered(step) {
  const { question, note } = step;
  const right = question?.choices?.[question.right];
  return joined([...outcome(step), body(step), ...(question ? [right && `Right answer: ${prose(right)}`, question.why, note] : [])]);
}

const joined = (parts) => parts.filter(Boolean).join("\n\n");
