// What a step of a session is called, as the timeline calls it (`src/app/timeline/entry.rs`).

import { forward, nameOf } from "../editor/titles.js";

/** Whether the step is a request to one of the services. */
export const sendsRequest = (step) => step.operation !== undefined || step.request !== undefined;

/**
 * @param {object} step
 * @param {{ operation?: string }} [outcome] what it came to
 */
export function titleOf(step, outcome = {}) {
  const operation = step.operation ?? outcome.operation;
  if (operation) return nameOf(operation);
  if (step.request) return `${step.request.method} ${pathOf(step.request.url)}`;
  if (step.advance !== undefined) return `Clock ${forward(step.advance)}`;
  if (step.settle) return "Background work finished";
  return changed(step.change ?? {});
}

function changed({ account, organization, settings, share, resource, resourcePolicy }) {
  if (account) return `Account ${account.id} changed`;
  if (organization) return `Organization ${organization.id} changed`;
  if (settings) return `Setting changed: ${Object.keys(settings).join(", ")}`;
  if (share) return `Permission added to share ${share.name}`;
  if (resource) return `${resource.type ?? "Resource"} ${resource.name ?? resource.arn ?? ""} ${resource.deleted ? "deleted" : "created"}`;
  return `Policy of ${resourcePolicy?.resourceArn ?? ""} ${resourcePolicy?.policy ? "edited" : "removed"}`;
}

function pathOf(url) {
  try {
    return new URL(url).pathname;
  } catch {
    return url;
  }
}
