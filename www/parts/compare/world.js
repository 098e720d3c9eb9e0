// The worlds of two snapshots (`grant-playground-snapshot/1`): which resources are in one of them only, and in which members the others differ.
import diff from "microdiff";

/**
 * @typedef {{ member: string, from?: string, to?: string }} Member a member that differs; `from` is on the left, `to` on the right
 * @typedef {{ id: string, name: string, only?: "left" | "right", members: Member[] }} Resource
 * @typedef {{ kind: string, resources: Resource[], equal: number }} Group `equal`: how many are the same on both sides
 */

/** The kinds of records: where they are in a snapshot, and each as an ID, a name and its members. */
const KINDS = [
  ["Licenses", ({ license_manager }) => license_manager.licenses.map(license)],
  ["Grants", ({ license_manager }) => license_manager.grants.map(grant)],
  ["Checkouts", ({ license_manager }) => license_manager.consumptions.map(({ terms, ...rest }) => [terms.token, "", { ...terms, ...rest }])],
  ["Tokens", ({ license_manager }) => license_manager.tokens.map(({ terms, ...rest }) => [terms.id, "", { ...terms, ...rest }])],
  ["Permissions", ({ ram }) => ram.permissions.map((permission) => [permission.arn, "", permission])],
  ["Shares", ({ ram }) => ram.shares.shares.map(({ content, ...rest }) => [rest.arn, content.name, { ...rest, ...content }])],
  ["Associations with shares", ({ ram }) => ram.shares.associations.map((association) => associated(association, ram.shares))],
  ["Invitations", ({ ram }) => ram.shares.invitations.map(({ association, ...rest }) => [rest.arn, "", rest])],
  ["Replacements of permissions", ({ ram }) => ram.replacements.map(({ id, task, ...rest }) => [id, "", { ...task, ...rest }])],
  ["Shareable resources", ({ ram }) => ram.resources.map((resource) => [resource.arn, "", { ...resource, shares: resource.shares.map((share) => ram.shares.shares[share]?.arn) }])],
  ["Accounts", ({ world }) => Object.values(world.accounts).map((account) => [account.id, account.name, account])],
  ["Organizations", ({ world }) => Object.values(world.organizations).map((organization) => [organization.id, "", organization])],
  ["Session", ({ world, seed }) => [["Edition and settings", "Edition and settings", { edition: world.vintage, ...world.settings }], [CLOCK, CLOCK, { seed, now: world.now }]]],
];
/** Differs whenever the seed or the number of steps does. */
const CLOCK = "Seed and clock";

const license = ({ fixed, current, earlier, ...rest }) => [
  fixed.arn, current.content.name, { ...fixed, ...current.content, state: current.state, version: earlier.length + 1, ...rest },
];

const grant = ({ fixed, current, earlier, ...rest }) => [fixed.arn, current.name, { ...fixed, ...current, version: earlier.length + 1, ...rest }];

/** Shares and invitations are named by their places in the snapshot. */
function associated({ share, invitation, content, ...rest }, { shares, invitations }) {
  const arn = shares[share]?.arn;
  return [`${arn} ${content.entity}${content.receiver ? ` ${content.receiver}` : ""}`, shares[share]?.content.name ?? "", { ...content, ...rest, invitation: invitations[invitation]?.arn ?? null }];
}

/**
 * @param {object} left a snapshot
 * @param {object} right another one
 * @param {((value: unknown) => unknown)[]} plain the values of each side as they are compared
 * @param {{ exact?: boolean }} options `exact`: the clocks and the seeds are compared too
 * @returns {Group[]}
 */
export function compareWorlds(left, right, plain, { exact = false } = {}) {
  return KINDS.map(([kind, list]) => {
    const [ours, theirs] = [left, right].map((snapshot, side) => records(list(snapshot), plain[side], exact));
    const resources = [...new Set([...ours.keys(), ...theirs.keys()])].map((id) => {
      const [one, other] = [ours.get(id), theirs.get(id)];
      const name = (one ?? other).name;
      if (!one || !other) return { id, name, only: one ? "left" : "right", members: [] };
      return { id, name, members: diff(one.record, other.record).map(member) };
    });
    const differing = resources.filter(({ only, members }) => only || members.length > 0);
    return { kind, resources: differing, equal: resources.length - differing.length };
  });
}

/** How many resources differ. */
export const counted = (groups) => groups.reduce((sum, { resources }) => sum + resources.length, 0);

function records(list, plain, exact) {
  const found = list.filter(([id]) => exact || id !== CLOCK);
  return new Map(found.map(([id, name, record]) => [plain(id), { name: plain(name ?? ""), record: readable(plain(record)) }]));
}

/** A record as a person reads it: names as the API writes them, a status as one text, a list of plain values as one value. */
function readable(value) {
  if (Array.isArray(value)) return value.every((element) => element === null || typeof element !== "object") ? value.join(", ") : value.map(readable);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(members.map(([name, inner]) => (name === "state" ? ["Status", status(inner)] : [written(name), readable(inner)])));
}

/** `home_region` → `HomeRegion`. */
const written = (name) => (/^[a-z_]+$/.test(name) ? name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase()) : name);

/** `{ PendingAccept: "ByGrantee" }` → `PENDING_ACCEPT (ByGrantee)`. */
function status(state) {
  if (typeof state === "string") return state.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  const [[name, detail]] = Object.entries(state);
  return `${status(name)} (${typeof detail === "object" ? Object.entries(detail).map((pair) => pair.join(": ")).join(", ") : detail})`;
}

/** Lists count from 1, as the edits of a remedy do: `Tags.1.Key`. */
function member({ path, oldValue, value }) {
  const text = (value) => (value === undefined ? undefined : typeof value === "object" ? JSON.stringify(value) : String(value));
  return { member: path.map((part) => (typeof part === "number" ? part + 1 : part)).join("."), from: text(oldValue), to: text(value) };
}
