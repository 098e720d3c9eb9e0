// A proposal for the members of a new call: the required ones, with values that the steps before it made.

/**
 * What the answers of earlier steps have, by the names of the members: as references where the step has a name.
 * @param {import("./draft.js").Keyed[]} steps
 * @param {Map<number, import("./outcome.js").Result>} results
 */
export function knownValues(steps, results) {
  const known = {};
  for (const { key, step } of steps) {
    const { body, error } = results.get(key) ?? {};
    if (error || typeof body !== "object" || body === null) continue;
    for (const [name, value] of Object.entries(body)) {
      if (typeof value === "string") known[name] = step.name ? `\${${step.name}.${name}}` : value;
    }
  }
  return known;
}

/**
 * @param {import("../copy/call.js").Shape} shape the input of the operation
 * @param {{ known: Record<string, string>, account?: string, region?: string, number: number }} scene `account`: another account than the
 *   caller; `number`: makes client tokens different
 */
export function proposal(shape, scene) {
  const required = Object.entries(shape.members ?? {}).filter(([, member]) => member.required);
  return Object.fromEntries(required.map(([name, member]) => [name, value(member.shape, { ...member, name }, scene)]));
}

function value(shape, member, scene) {
  if (shape.type === "structure") return proposal(shape, scene);
  if (shape.type === "list") return [value(shape.element, member, scene)];
  if (shape.type === "integer") return 1;
  if (shape.type === "boolean") return false;
  if (shape.values) return shape.values[0];
  return text(member, scene);
}

function text({ name, meaning }, { known, account, region, number }) {
  if (Object.hasOwn(known, name)) return known[name];
  if (meaning === "client-token") return `token-${number}`;
  if (meaning === "region") return region ?? "us-east-1";
  if (meaning === "timestamp" || name === "Begin") return "2023-11-14T00:00:00Z";
  if (meaning === "principal-arn") return `arn:aws:iam::${account ?? "123456789012"}:root`;
  if (name === "Unit") return "None";
  return name.charAt(0).toLowerCase() + name.slice(1);
}
