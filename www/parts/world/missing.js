// What a call names and the session lacks, and the steps that create it with the same IDs.

const KINDS = [
  [/^arn:aws[a-z-]*:license-manager::(\d{12}):(license):([A-Za-z0-9-]{1,64})$/, "license"],
  [/^arn:aws[a-z-]*:license-manager::(\d{12}):(grant):([A-Za-z0-9-]{1,64})$/, "grant"],
  [/^arn:aws[a-z-]*:ram:([a-z0-9-]+):(\d{12}):permission\/([\w.-]{1,36})$/, "permission"],
  [/^arn:aws[a-z-]*:ram:([a-z0-9-]+):(\d{12}):resource-share\/([A-Za-z0-9-]{1,64})$/, "share"],
  [/^arn:aws[a-z-]*:ram:([a-z0-9-]+):(\d{12}):resource-share-invitation\/([A-Za-z0-9-]{1,64})$/, "invitation"],
];

/** The statuses that a missing grant can get. */
export const GRANT_STATUSES = ["PENDING_ACCEPT", "DISABLED", "ACTIVE"];

/**
 * The resources that an input names and a session does not have.
 * @param {unknown} input
 * @param {string[]} known the ARNs that the session has
 * @returns {{ kind: string, arn: string, owner: string, region: string, id: string }[]}
 */
export function missing(input, known) {
  const found = new Map();
  for (const arn of texts(input)) {
    const plain = arn.replace(/^(arn:aws[a-z-]*:ram:.*:permission\/[^:]+):\d+$/, "$1");
    if (known.includes(plain) || found.has(plain)) continue;
    const resource = read(plain);
    if (resource) found.set(plain, resource);
  }
  return [...found.values()];
}

/** What an ARN names, or undefined. @param {string} arn */
export function read(arn) {
  for (const [pattern, kind] of KINDS) {
    const match = pattern.exec(arn);
    if (!match) continue;
    const [, first, second, id] = match;
    return second === kind ? { kind, arn, owner: first, region: "us-east-1", id } : { kind, arn, owner: second, region: first, id };
  }
  return undefined;
}

function* texts(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const inner of Object.values(value)) yield* texts(inner);
}
