// Steps of an answer, to read and to append.
import { ask, button, make, sentences } from "../panel/panel.js";
import { prose } from "../panel/prose.js";
import { accountName, changeText, replaced, searchedText, stepTitle } from "./words.js";

/** The numbered steps. `outcomes` are their results, if they are known. */
export function stepList(steps, data, outcomes = []) {
  return make("ol", { class: "explore-steps" }, ...steps.map((step, place) => make("li", {}, ...stepView(step, data, outcomes[place]))));
}

function stepView(step, data, outcome) {
  const mark = outcome?.status !== undefined && make("span", { class: `mark ${outcome.status < 400 ? "good" : "bad"}` }, String(outcome.status));
  return [make("p", {}, ...prose(stepTitle(step, data)), " ", mark), outcome && sentences(outcome.changes.map(changeText)), step.operation && input(step.input)];
}

/** The input of a call, closed. */
export const input = (value) => {
  const details = make("details", {}, make("summary", {}, "Input"));
  // Most inputs are never looked at.
  details.addEventListener("toggle", () => details.append(make("pre", { class: "code", tabindex: 0, "aria-label": "Input" }, JSON.stringify(value, null, 2))), { once: true });
  return details;
};

/** A call in a sentence, with its input. */
export const callView = (call, data, before) => make("div", {}, make("p", {}, before, ...prose(stepTitle(call, data))), input(call.input ?? call.text));

/** Appends steps to the session. The dialog closes. */
export const append = (steps) => ask("steps", { steps: steps.map((step) => JSON.stringify(step)) });

/** Runs steps, and puts a call into the form. The dialog closes. */
export const compose = (call, steps = []) => ask("steps", { steps: steps.map((step) => JSON.stringify(step)), draft: JSON.stringify(call) });

/** A button that appends steps. */
export const appendButton = (label, steps, className = "primary") => button(label, () => append(steps), className);

/** What appending replaces, if anything. */
export const replacedHint = (data) => replaced(data) && make("p", { class: "hint strong" }, replaced(data));

/** How much was searched, and what was left out. */
export const searchedView = (searched, data) =>
  make(
    "details",
    { class: "explore-searched" },
    make("summary", {}, "What was searched"),
    make("p", {}, searchedText(searched)),
    sentences([
      `Operations: ${searched.operations.map((action) => `\`${action}\``).join(", ")}.`,
      `Accounts: ${searched.accounts.map((account) => accountName(account, data)).join(", ")}.`,
      ...searched.limits,
    ]),
  );
