// What a step of a session is called, as the timeline calls it (`src/app/timeline/entry.rs`).

/** Whether the step is a request to one of the services. */
export const sendsRequest = (step) => step.operation !== undefined || step.request !== undefined;

/**
 * @param {object} step
 * @param {{ operation?: string }} [outcome] what it came to
 */
export function titleOf(step, outcome = {}) {
  const operation = step.operation ?? outcome.operation;
  if (operation) return operation.slice(operation.indexOf(":") + 1);
  if (step.request) return `${step.request.method} ${pathOf(step.request.url)}`;
  if (step.advance !== undefined) return `Clock ${forward(step.advance)}`;
  if (step.settle) return "Background work finished";
  return changed(step.change ?? {});
}

/** A span in its largest whole unit. */
function forward(seconds) {
  const [unit, length] = [["d", 86_400], ["h", 3600], ["min", 60]].find(([, length]) => seconds >= length && seconds % length === 0) ?? ["s", 1];
  return `+${seconds / length} ${unit}`;
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
