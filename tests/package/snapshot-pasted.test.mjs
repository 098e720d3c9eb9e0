// A snapshot that is pasted becomes a session: its steps all succeed, and lead to the same resources.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import understand from "../../www/parts/paste.js";
import { Simulator, license, licenseManagerRequest, play, sessionFiles } from "./support.mjs";

/** The sentences about resources that cannot be created again, or about steps that can be refused. */
const INCOMPLETE = /The deleted share `|left out of the share `|earlier invitations? w|An organization changed|is not suspended here/;

/** A value without the members that a session cannot set: times of versions, and when work is due. */
const without = (value, ...names) => Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
const byArn = (list, arn, change) => Object.fromEntries(list.map((element, place) => [arn(element), change(element, place)]));

/** What has to be the same. */
function resources(snapshot) {
  const { world, license_manager: licenseManager, ram } = JSON.parse(snapshot);
  const { shares, associations, invitations } = ram.shares;
  const members = (number) => associations.filter(({ share, forgotten }) => share === number && !forgotten).map(({ content, state }) => JSON.stringify([content, state])).sort();
  const version = (version) => without(version, "since");
  const open = shares.map((share, number) => ({ ...share, number })).filter(({ forgotten }) => !forgotten);
  return {
    now: world.now.replace(/\.\d+/, ""),
    world: without(world, "now", "ids", "organization_changes"),
    licenses: byArn(licenseManager.licenses, ({ fixed }) => fixed.arn, (license) => without(license, "kept_until")),
    grants: byArn(licenseManager.grants, ({ fixed }) => fixed.arn, ({ fixed, tags, current, earlier }) => ({ fixed, tags, versions: [...earlier, current].map(version) })),
    permissions: byArn(ram.permissions, ({ arn }) => arn, (permission) => ({ ...without(permission, "origin"), versions: mapped(permission.versions, (one) => without(one, "created", "updated")) })),
    shares: byArn(open, ({ arn }) => arn, (share) => ({
      ...without(share, "created", "updated", "due", "number"),
      permissions: mapped(share.permissions, (attached) => without(attached, "at")),
      members: members(share.number),
    })),
    invitations: byArn(invitations.filter(({ due }) => due), ({ arn }) => arn, ({ state }) => state),
    resources: byArn(ram.resources, ({ arn }) => arn, ({ policy }) => policy),
  };
}

const files = await sessionFiles();
const incomplete = [];

for (const { name, text } of files) {
  test(`${name}: its snapshot becomes a session with the same resources`, () => {
    const snapshot = play(text).simulator.snapshot();
    const { sessions, problems } = understand(snapshot);
    assert.deepEqual(problems, []);
    const [{ text: session, notes }] = sessions;
    const outcomes = play(session);
    const refused = [...outcomes].filter(({ response }) => response && response.status !== 200).map(({ operation, response }) => [operation, response.body]);
    const [made, wanted] = [outcomes.simulator.snapshot(), snapshot].map(resources);
    if (INCOMPLETE.test(notes.join("\n")) && !isDeepStrictEqual([made, refused], [wanted, []])) return incomplete.push(name);
    assert.deepEqual(refused, []);
    assert.deepEqual(made, wanted);
  });
}

test("of nearly all sessions, all resources are created again", () => {
  assert.ok(incomplete.length <= files.length / 15, incomplete.join(", "));
});

const seats = files.find(({ name }) => name.includes("seats-run-out")).text;

test("what cannot be created again is said, and is in the note of the session", () => {
  const [{ notes, text }] = understand(play(seats).simulator.snapshot()).sessions;
  assert.match(notes[0], /^\d+ checkouts were left out/);
  assert.ok(JSON.parse(text).note.includes(notes[0]));
});

test("a snapshot is understood as text of a program too, and a damaged or newer one gets a sentence", () => {
  const simulator = new Simulator();
  simulator.handle(licenseManagerRequest("CreateLicense", { ...license, ClientToken: "one", LicenseName: 'A "quoted" name \\ with more' }));
  const snapshot = simulator.snapshot();
  const [{ text }] = understand(snapshot).sessions;
  for (const printed of [JSON.stringify(snapshot), `'${snapshot.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`, JSON.stringify(JSON.parse(snapshot), null, 2)]) {
    assert.equal(understand(printed).sessions[0]?.text, text);
  }
  const [problem] = understand(JSON.stringify({ ...JSON.parse(snapshot), license_manager: {} })).problems;
  assert.match(problem, /^The snapshot is damaged/);
  assert.match(understand(snapshot.replace("snapshot/1", "snapshot/2")).problems[0], /^The snapshot was made by a newer version/);
});

test("the outcomes of the package are requests; its log and a shortened session are not", () => {
  const outcomes = play({ format: "grant-playground/1", steps: [{ as: "111122223333", operation: "ram:ListPermissions", input: { maxResults: 5 } }] });
  for (const value of [outcomes[0], [...outcomes]]) {
    assert.deepEqual(understand(JSON.stringify(value)).calls.map(({ operation, input }) => [operation, input]), [["ram:ListPermissions", { maxResults: 5 }]]);
  }
  const log = "2023-11-14T22:13:20Z 111122223333 us-east-1 license-manager:CreateLicense 200\n  Change: arn:aws:license-manager::111122223333:license:l-1 created, AVAILABLE\n";
  assert.match(understand(log).problems[0], /--save session\.json/);
  assert.match(understand("{\n  format: 'grant-playground/1',\n  world: { seed: 1 },\n  steps: [ [Object] ]\n}").problems[0], /`console\.log` shortens a session/);
});

test("a damaged snapshot never throws", () => {
  const snapshot = JSON.parse(play(seats).simulator.snapshot());
  const places = [];
  const walk = (value, path) => {
    places.push(path);
    if (value && typeof value === "object") for (const name of Object.keys(value)) walk(value[name], [...path, name]);
  };
  walk(snapshot, []);
  for (const path of places.slice(1)) {
    for (const wrong of [null, "x", -1, {}, [], undefined]) {
      const copy = structuredClone(snapshot);
      const parent = path.slice(0, -1).reduce((at, name) => at[name], copy);
      if (wrong === undefined) delete parent[path.at(-1)];
      else parent[path.at(-1)] = wrong;
      const { sessions, problems } = understand(JSON.stringify(copy));
      for (const { text } of sessions) JSON.parse(text);
      for (const problem of problems) assert.match(problem, /^[A-Z`].*\.$/s);
    }
  }
});
