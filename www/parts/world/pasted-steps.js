// The steps of a pasted request: those that create what the session lacks, and its own.
import { missing, read } from "./missing.js";
import { setup } from "./setup.js";

/**
 * @param {import("../paste.js").Call} call
 * @param {{ draft: { as: string, region?: string }, accounts: Record<string, string>, arns: string[] }} data the session
 */
export function pastedSteps(call, data) {
  const account = call.account ?? data.draft.as;
  const region = call.region ?? data.draft.region ?? "us-east-1";
  const lacking = missing(call.input, data.arns);
  const own = { ...ids(call.creates, data.arns), as: account, region, operation: call.operation, input: call.input, ...expectation(call.reported) };
  /** The steps before the request. `create`: whether they create what is lacking; `created`: the ARNs that other requests create before. */
  const before = (create, created = []) => {
    const wanted = create ? lacking.filter(({ arn }) => !created.includes(arn)) : [];
    if (!wanted.length && data.accounts[account] !== undefined) return [];
    const licenses = data.arns.filter((arn) => arn.includes(":license:"));
    return setup(wanted, { caller: account, accounts: Object.keys(data.accounts), licenses });
  };
  return { account, region, lacking, own, before };
}

/**
 * The steps of several requests. What one of them creates is not created for the next one.
 * @param {{ steps: (created: string[]) => object[], creates?: string }[]} requests
 * @returns {string[]} as JSON
 */
export function allSteps(requests) {
  const created = [];
  const steps = requests.flatMap(({ steps, creates }) => {
    const own = steps([...created]);
    if (creates) created.push(creates);
    return own;
  });
  return [...new Set(steps.map((step) => JSON.stringify(step)))];
}

/** The ID that the text knows of what the request created, unless the session has it. The name of a permission is its ID. */
function ids(arn, known) {
  const resource = arn && !known.includes(arn) ? read(arn) : undefined;
  return resource && ["license", "grant", "share"].includes(resource.kind) ? { ids: [resource.id] } : {};
}

/** What the step expects: the answer of AWS. CloudTrail shortens the name of one error. */
function expectation(reported) {
  if (!reported) return {};
  const error = reported.error?.replace(/^(Client|Server)\./, "").replace(/^AccessDenied$/, "AccessDeniedException");
  return { expect: error ? { error } : { status: 200 } };
}
