// A snapshot of the package is a state; the page has sessions, which are steps. This finds steps that lead to the same resources: with the
// same ARNs, owners, contents, versions and statuses, at the same times. What cannot be created again is said in sentences.
import defaults from "../link/defaults.json" with { type: "json" };
import { LicenseSteps } from "./license-manager.js";
import { RamSteps } from "./ram.js";
import { RANK, Timeline, milliseconds } from "./timeline.js";

const FORMAT = /^grant-playground-snapshot\/(\d+)$/;

/** Whether a value is a snapshot, of any version of the format. */
export const isSnapshot = (value) => typeof value?.format === "string" && FORMAT.test(value.format);

/**
 * The session that leads to the state of a snapshot. Throws an error with a sentence if it is damaged or newer.
 * @param {any} snapshot
 * @returns {{ session: object, notes: string[] }}
 */
export function sessionOf(snapshot) {
  if (FORMAT.exec(snapshot.format)[1] !== "1") throw new Error("The snapshot was made by a newer version of the package. Reload this page to get its newest version.");
  try {
    return read(snapshot);
  } catch (error) {
    throw new Error("The snapshot is damaged: parts of it are missing. Call `snapshot()` again, and copy the whole text.", { cause: error });
  }
}

function read({ seed, world, license_manager: licenseManager, ram }) {
  const accounts = Object.values(world.accounts);
  const { settings } = world;
  const organizations = Object.values(world.organizations);
  const start = Math.min(milliseconds(world.now), ...times(licenseManager, ram));
  const timeline = new Timeline(start, settings);
  const notes = new Set();
  const trusted = trustedUntil(licenseManager);
  new RamSteps(timeline, notes, Object.keys(world.accounts)).add(ram);
  new LicenseSteps(timeline, notes, settings, milliseconds(world.now)).add(licenseManager);
  for (const organization of organizations.filter(({ allFeatures, trustedAccess }) => trusted !== undefined && !(allFeatures && trustedAccess))) {
    timeline.at(trusted, RANK.late, change({ organization }));
  }
  if (world.organization_changes > 0) notes.add("An organization changed during the session. Here it has its last members from the start, so that a step can be refused, or a status can differ.");
  notes.add("IDs of resources that are created from here on, request IDs and client tokens are not those of the snapshot's simulator.");
  const session = {
    format: "grant-playground/1",
    title: `Snapshot of ${world.now}`,
    note: [...notes].join("\n\n"),
    world: {
      seed,
      start: new Date(start).toISOString().replace(".000Z", "Z"),
      vintage: world.vintage,
      // What could refuse one of the steps is set at the end.
      settings: { ...settings, ...quotas(settings), tickMilliseconds: 0 },
      accounts: accounts.map((account) => ({ ...account, ...SWITCHES })),
      organizations: organizations.map((organization) => (trusted === undefined ? organization : { ...organization, ...TRUST })),
    },
    steps: [...timeline.steps(), ...end(timeline, world, accounts)],
  };
  return { session, notes: [...notes] };
}

const TRUST = { allFeatures: true, trustedAccess: true };
const SWITCHES = { setUp: true, marketplaceRole: true, denied: [] };

/** The quotas that are lower than usual, with their usual values. Resources that exist can have been created before a quota was lowered. */
function quotas(settings) {
  const isQuota = ([name, value]) => typeof value === "number" && /Per(License|Account|Product|Checkout|Hour|Region|ResourceType|Share|Call)$|^(concurrent|pending)/.test(name) && settings[name] < value;
  return Object.fromEntries(Object.entries(defaults.settings).filter(isQuota));
}

/** The last time at which License Manager had trusted access for sure: it accepted a grant, or worked on a grant to an organization. */
function trustedUntil({ grants }) {
  const needed = grants.flatMap(({ fixed, current, earlier }) => [...earlier, current].filter(({ state }) => fixed.principal.Organization || fixed.distributed || state.PendingAccept?.Automatic));
  return needed.length ? Math.max(...needed.map(({ since }) => milliseconds(since))) : undefined;
}

/** The last steps: the clock, the settings, and the switches of the accounts. Work that is in progress stays so. */
function end({ clock, outcome }, { now, settings }, accounts) {
  const seconds = Math.floor(milliseconds(now) / 1000) - clock;
  const { tickMilliseconds, workflowPace, workflowOutcome } = settings;
  const waiting = seconds > 0 && workflowPace !== "when-told";
  const differs = ({ setUp, marketplaceRole, denied }) => !setUp || !marketplaceRole || denied.length > 0;
  return [
    ...(waiting ? [change({ settings: { workflowPace: "when-told" } })] : []),
    ...(seconds > 0 ? [{ advance: seconds }] : []),
    change({ settings: { ...changed(quotas(settings), settings), tickMilliseconds, workflowPace, ...(outcome === workflowOutcome ? {} : { workflowOutcome }) } }),
    ...accounts.filter(differs).map((account) => change({ account })),
  ];
}

/** The members of an object, with the values that another one has. */
const changed = (members, values) => Object.fromEntries(Object.keys(members).map((name) => [name, values[name]]));

const change = (what) => ({ change: what });

/** The times at which the resources were created. */
function times({ licenses, grants }, { permissions, shares, resources }) {
  return [
    ...licenses.map(({ fixed }) => fixed.created),
    ...grants.map(({ fixed }) => fixed.created),
    ...permissions.flatMap(({ versions }) => Object.values(versions).map(({ created }) => created)),
    ...shares.shares.map(({ created }) => created),
    ...resources.map(({ created }) => created),
  ].map(milliseconds);
}
