// One request of a pasted text: what was understood, what was not, and what can be done with it.
import { GRANT_STATUSES } from "../world/missing.js";
import { pastedSteps } from "../world/pasted-steps.js";
import { ask, button, labelled, make, sentences } from "./panel.js";
import { prose } from "./prose.js";

/**
 * @param {import("../paste.js").Call} call
 * @param {{ draft: { as: string, region?: string }, accounts: Record<string, string>, arns: string[] }} data the session
 * @returns {{ element: HTMLElement, creates?: string, steps: (created?: string[]) => object[] }} `steps`: those that it needs, and its
 *   own; `created`: what other requests create before it
 */
export function pastedCall(call, data) {
  const { account, region, lacking, own, before } = pastedSteps(call, data);
  const needs = { create: lacking.length > 0 };
  const texts = (steps) => steps.map((step) => JSON.stringify(step));
  const compose = () => ask("steps", { steps: texts(before(needs.create)), draft: JSON.stringify({ ...own, ids: undefined, expect: undefined }) });
  const steps = (created) => [...before(needs.create, created), own];
  const run = () => ask("steps", { steps: texts(steps()) });
  const [, name] = call.operation.split(":");
  const element = make(
    "section", { class: "card", "aria-label": name },
    make("h3", {}, make("code", {}, name), ` from line ${call.line} (${call.kind})`),
    make("p", {}, ...prose(callerSentence(call, account, region, data))),
    call.reported && make("p", {}, ...prose(reportedSentence(call.reported))),
    make("pre", { class: "code", tabindex: 0, "aria-label": "Members" }, JSON.stringify(call.input, null, 2)),
    sentences(call.unknown.map(({ path, text, why }) => `\`${path}\` is not known: \`${text}\`. ${why}`), "unknown"),
    sentences(call.notes),
    lacking.length > 0 && missingView(lacking, needs),
    make(
      "div", { class: "actions" },
      button("Put into the form", compose, call.reported ? "" : "primary"),
      button(call.reported ? "Run it and compare with AWS" : "Run it", run, call.reported ? "primary" : ""),
    ),
  );
  return { element, creates: call.creates, steps };
}

/** What the session lacks, with a choice for each grant. */
function missingView(lacking, needs) {
  const box = make("input", { type: "checkbox", checked: true, onchange: () => (needs.create = box.checked) });
  const rows = lacking.map((resource) => {
    resource.status = "ACTIVE";
    const choice = make("select", { onchange: () => (resource.status = choice.value) }, ...GRANT_STATUSES.map((status) => make("option", { selected: status === resource.status }, status)));
    return make("li", {}, `${resource.kind} `, make("code", {}, resource.arn), resource.kind === "grant" && labelled("Status of the grant", choice));
  });
  const label = make("label", { class: "check" }, box, make("span", {}, "Create first what the session does not have, with the same ARN:"));
  return make("div", { class: "missing" }, label, make("ul", {}, ...rows));
}

function callerSentence(call, account, region, { accounts }) {
  const name = accounts[account] ? `${accounts[account]} (${account})` : account;
  const caller = call.account ? `The caller is ${name}` : `The text does not name the caller, so it is ${name}`;
  const added = accounts[account] === undefined ? " The account is added to the session." : "";
  return `${caller}. The Region is ${region}${call.region ? "" : ", because the text names none"}.${added}`;
}

const reportedSentence = ({ error, message }) =>
  error ? `AWS answered with the error \`${error}\`${message ? `: \`${message}\`` : "."}` : "AWS answered without an error.";
