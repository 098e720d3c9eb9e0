// One request of a pasted text: what was understood, what was not, and what can be done with it.
import { GRANT_STATUSES, missing } from "../world/missing.js";
import { setup } from "../world/setup.js";
import { ask, button, labelled, make, sentences } from "./panel.js";
import { prose } from "./prose.js";

/**
 * @param {import("../paste.js").Call} call
 * @param {{ draft: { as: string, region?: string }, accounts: Record<string, string>, arns: string[] }} data the session
 * @returns {{ element: HTMLElement, steps: () => object[] }} `steps`: those that it needs, and its own
 */
export function pastedCall(call, data) {
  const account = call.account ?? data.draft.as;
  const region = call.region ?? data.draft.region ?? "us-east-1";
  const lacking = missing(call.input, data.arns);
  const needs = { create: lacking.length > 0 };
  const before = () => {
    if (!needs.create && data.accounts[account] !== undefined) return [];
    const licenses = data.arns.filter((arn) => arn.includes(":license:"));
    return setup(needs.create ? lacking : [], { caller: account, accounts: Object.keys(data.accounts), licenses });
  };
  const own = { as: account, region, operation: call.operation, input: call.input, ...expectation(call.reported) };
  const texts = (steps) => steps.map((step) => JSON.stringify(step));
  const compose = () => ask("steps", { steps: texts(before()), draft: JSON.stringify({ ...own, expect: undefined }) });
  const steps = () => [...before(), own];
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
  return { element, steps };
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

/** What the step expects: the answer of AWS. CloudTrail shortens the name of one error. */
function expectation(reported) {
  if (!reported) return {};
  const error = reported.error?.replace(/^(Client|Server)\./, "").replace(/^AccessDenied$/, "AccessDeniedException");
  return { expect: error ? { error } : { status: 200 } };
}
