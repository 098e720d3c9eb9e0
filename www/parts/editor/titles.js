// What a step does, in a few words.

/**
 * @param {Record<string, any>} step
 * @param {Record<string, string>} accounts the names of the accounts by their IDs
 */
export function titleOf(step, accounts) {
  if (step.operation) return `${accounts[step.as] || step.as}: ${nameOf(step.operation)}`;
  if (step.request) return `${step.request.method} ${step.request.url}`;
  if (step.advance !== undefined) return `Clock ${forward(step.advance)}`;
  if (step.settle) return "Background work finished";
  return `Change: ${Object.keys(step.change ?? {}).join(", ")}`;
}

/** The name of an operation without its service. */
export const nameOf = (operation) => operation.split(":").at(-1);

const UNITS = [["d", 86_400], ["h", 3600], ["min", 60], ["s", 1]];

/** `+1 h`, `+90 s`. */
export function forward(seconds) {
  const [unit, length] = UNITS.find(([, length]) => seconds >= length && seconds % length === 0) ?? ["s", 1];
  return `+${seconds / length} ${unit}`;
}
