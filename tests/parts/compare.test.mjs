// Comparing two sessions: which steps belong together, in what they differ, and in what the worlds differ.
import assert from "node:assert/strict";
import test from "node:test";
import { align } from "../../www/parts/compare/align.js";
import { naming } from "../../www/parts/compare/names.js";
import { withReferences, withValues } from "../../www/parts/compare/references.js";
import { report } from "../../www/parts/compare/report.js";
import { pasted, visible } from "../../www/parts/compare/sources.js";
import { compareSteps, lineDiff, shared } from "../../www/parts/compare/steps.js";
import { summary } from "../../www/parts/compare/summary.js";
import { titleOf } from "../../www/parts/compare/title.js";
import { compareWorlds } from "../../www/parts/compare/world.js";

const [VENDOR, CUSTOMER] = ["111122223333", "123456789012"];
const id = (letter, digit) => `${letter}-${String(digit).repeat(32)}`;
const arn = (kind, digit) => `arn:aws:license-manager::${VENDOR}:${kind}:${id(kind[0], digit)}`;
const call = (operation, input = {}, as = VENDOR) => ({ as, region: "us-east-1", operation: `license-manager:${operation}`, input });
const outcome = (request, body, { status = 200, error, changes = [] } = {}) => ({
  caller: { account: VENDOR }, request: { url: "https://x/", body: JSON.stringify(request) }, response: { status, body: JSON.stringify(body) },
  trace: error ? [{ verdict: "refused", error }] : [], changes,
});

/** A session of three calls in which the seed chose the `digit` of all IDs. */
function grantSession(digit, error) {
  const [license, grant] = [arn("license", digit), arn("grant", digit)];
  const steps = [call("CreateLicense", { ClientToken: "a" }), call("CreateGrant", { LicenseArn: license }), call("AcceptGrant", { GrantArn: grant }, CUSTOMER)];
  const refused = { status: 400, error: { name: "ValidationException", message: `${grant} cannot be accepted` } };
  const outcomes = [
    outcome(steps[0].input, { LicenseArn: license, Version: "1" }, { changes: [{ resource: license, event: "created", from: null, to: "AVAILABLE" }] }),
    outcome(steps[1].input, { GrantArn: grant, Status: "PENDING_ACCEPT", At: `2023-11-14T22:13:2${digit}Z` }),
    error ? outcome(steps[2].input, { Message: "x" }, refused) : outcome(steps[2].input, { GrantArn: grant, Status: "DISABLED" }),
  ];
  return { session: { steps }, outcomes, accounts: [{ id: VENDOR, name: "Vendor" }, { id: CUSTOMER, name: "" }] };
}

function compared(left, right) {
  const rows = align(left.session.steps, right.session.steps);
  return compareSteps(rows, [left, right], naming(rows, [left.outcomes, right.outcomes]));
}

test("branches have the steps of their beginning in common", () => {
  const common = [call("CreateLicense"), call("CreateGrant")];
  const rows = align([...common, call("AcceptGrant"), { advance: 60 }], [...common, call("RejectGrant"), call("AcceptGrant", { GrantArn: "x" }), { advance: 60 }]);
  assert.deepEqual(rows, [
    { left: 0, right: 0, same: true },
    { left: 1, right: 1, same: true },
    { left: undefined, right: 2, same: false },
    { left: 2, right: 3, same: false },
    { left: 3, right: 4, same: true },
  ]);
  assert.equal(shared(rows), 2);
});

test("notes, names, the default Region and the IDs of another seed do not set steps apart", () => {
  const { region, ...plain } = call("GetGrant", { GrantArn: arn("grant", 1) });
  assert.equal(region, "us-east-1");
  const rows = align([{ ...plain, name: "one", note: "A note.", expect: { status: 200 } }], [call("GetGrant", { GrantArn: arn("grant", 2) })]);
  assert.deepEqual(rows, [{ left: 0, right: 0, same: true }]);
});

test("a shorter session lacks the last steps", () => {
  const steps = [call("CreateLicense"), call("CreateGrant")];
  const rows = align(steps.slice(0, 1), steps);
  assert.deepEqual(rows, [{ left: 0, right: 0, same: true }, { left: undefined, right: 1, same: false }]);
  assert.equal(shared(rows), 1);
});

test("what only the seed and the clock change is equal", () => {
  assert.deepEqual(compared(grantSession(1), grantSession(2)).map(({ differs }) => differs), [false, false, false]);
});

test("IDs and times of the session itself are compared", () => {
  const session = (digit, time) => ({ session: { steps: [call("GetGrant")] }, outcomes: [outcome({ GrantArn: arn("grant", digit), Since: time }, { GrantArn: arn("grant", digit) })], accounts: [] });
  const [row] = compared(session(1, "2023-11-14T00:00:00Z"), session(2, "2024-11-14T00:00:00Z"));
  assert.deepEqual(row.of, ["request", "body"]);
  assert.match(row.left.sent, /2023-11-14T00:00:00Z/);
});

test("a request for what only the other side has created is the same request", () => {
  const [left, right] = [grantSession(1), grantSession(1)];
  right.outcomes[1] = outcome(right.session.steps[1].input, { Message: "x" }, { status: 400, error: { name: "ValidationException", message: "x" } });
  right.outcomes[2] = outcome(right.session.steps[2].input, { Message: "x" }, { status: 404, error: { name: "ResourceNotFoundException", message: "x" } });
  const [, , row] = compared(left, right);
  assert.deepEqual(row.of, ["status", "error", "message", "body"]);
});

test("times in RAM's responses are numbers, other numbers are compared", () => {
  const side = (time, version) => [{ response: { body: JSON.stringify({ creationTime: time, version }) }, changes: [] }];
  const [left, right] = naming([{ left: 0, right: 0 }], [side(1, 1), side(2, 1)]).map((plain, side_) => plain({ creationTime: side_, version: 1 }));
  assert.deepEqual(left, right);
  assert.deepEqual(left, { creationTime: "‹time›", version: 1 });
});

test("a different response is told with its status, error, message and body", () => {
  const [, , row] = compared(grantSession(1), grantSession(2, true));
  assert.deepEqual(row.of, ["status", "error", "message", "body"]);
  assert.deepEqual([row.left.result, row.right.result], ["200", "400 ValidationException"]);
  assert.equal(row.right.message, `arn:aws:license-manager::${VENDOR}:grant:‹ID 2› cannot be accepted`);
  assert.equal(row.left.caller, "Vendor");
});

test("only lines that differ are shown, with three lines around them", () => {
  const lines = (middle) => ["a", "b", "c", "d", "e", middle, "g", "h"].join("\n");
  assert.deepEqual(lineDiff(lines("f"), lines("F")), ["…", " c", " d", " e", "-f", "+F", " g", " h"]);
});

test("references take the place of IDs, so that another seed can be played", () => {
  const { session, outcomes } = grantSession(1);
  const { steps } = withReferences({ ...session, steps: session.steps.map((step, place) => (place === 1 ? { ...step, name: "grant" } : step)) }, outcomes);
  assert.deepEqual(steps.map(({ name }) => name), ["step-1", "grant", "step-3"]);
  assert.deepEqual(steps.map(({ input }) => input), [{ ClientToken: "a" }, { LicenseArn: "${step-1.LicenseArn}" }, { GrantArn: "${grant.GrantArn}" }]);
});

test("where a reference leads nowhere now, the value of the first time is sent", () => {
  const { session, outcomes } = grantSession(1);
  const step = { ...session.steps[2], input: { GrantArn: "${s1.GrantArn}", Policy: "$${aws:user}", Other: ["${s0.Version}"] } };
  const named = outcomes.map((outcome, place) => ({ name: `s${place}`, ...outcome }));
  assert.deepEqual(withValues(step, named).input, { GrantArn: arn("grant", 1), Policy: "$${aws:user}", Other: ["1"] });
});

/** The snapshot of a world with these grants and shares. */
const world = ({ grants = [], shares = [], associations = [], settings = {} } = {}) => ({
  seed: 1,
  world: { vintage: "2023", now: "2023-11-14T22:13:20Z", settings, accounts: { [VENDOR]: { id: VENDOR, name: "Vendor", denied: [] } }, organizations: {} },
  license_manager: { licenses: [], grants, consumptions: [], tokens: [] },
  ram: { permissions: [], shares: { shares, associations, invitations: [] }, replacements: [], resources: [] },
});
const grant = (state, operations, earlier = []) => ({ fixed: { arn: arn("grant", 1), home_region: "us-east-1" }, tags: [], current: { name: "one", state, operations }, earlier });
const asIs = [(value) => value, (value) => value];
const differing = (left, right, options) => compareWorlds(left, right, asIs, options).filter(({ resources }) => resources.length > 0);

test("a resource differs in its members, with both values", () => {
  const found = differing(world({ grants: [grant({ PendingAccept: "ByGrantee" }, ["CreateGrant"])] }), world({ grants: [grant("Deleted", ["CreateGrant", "CheckoutLicense"], [{}])] }));
  assert.deepEqual(found, [{
    kind: "Grants", equal: 0,
    resources: [{
      id: arn("grant", 1), name: "one",
      members: [
        { member: "Status", from: "PENDING_ACCEPT (ByGrantee)", to: "DELETED" },
        { member: "Operations", from: "CreateGrant", to: "CreateGrant, CheckoutLicense" },
        { member: "Version", from: "1", to: "2" },
      ],
    }],
  }]);
});

test("a resource of one side only is told as such, with the names of what it belongs to", () => {
  const share = { arn: "arn:aws:ram:us-east-1:111122223333:resource-share/a", content: { name: "team" }, state: "Active" };
  const association = { share: 0, content: { entity: CUSTOMER, receiver: "" }, state: "Associated", invitation: null };
  const found = differing(world(), world({ shares: [share], associations: [association] }));
  assert.deepEqual(found.map(({ kind, resources }) => [kind, resources]), [
    ["Shares", [{ id: share.arn, name: "team", only: "right", members: [] }]],
    ["Associations with shares", [{ id: `${share.arn} ${CUSTOMER}`, name: "team", only: "right", members: [] }]],
  ]);
});

test("settings are compared, seed and clock only if they are wanted", () => {
  const other = { ...world({ settings: { acceptActivates: true } }), seed: 2 };
  const members = (options) => differing(world({ settings: { acceptActivates: false } }), other, options).flatMap(({ resources }) => resources.flatMap(({ members }) => members));
  assert.deepEqual(members(), [{ member: "acceptActivates", from: "false", to: "true" }]);
  assert.deepEqual(members({ exact: true }).map(({ member }) => member), ["acceptActivates", "Seed"]);
});

test("a comparison in sentences and as Markdown", () => {
  const rows = compared(grantSession(1), grantSession(2, true));
  const groups = compareWorlds(world({ grants: [grant("Disabled", [])] }), world(), asIs);
  assert.equal(summary(rows, groups), "1 response differs. In the world, 1 resource or setting differs.");
  assert.equal(summary(rows.slice(0, 2), compareWorlds(world(), world(), asIs)), "Nothing differs.");
  const text = report({ titles: ["this session", "seed 2"], rows, groups, exact: false });
  for (const part of [
    "Left: this session\n\nRight: seed 2\n",
    "### AcceptGrant\n\n- Left: step 3, as Vendor, **200**\n- Right: step 3, as Vendor, **400 ValidationException**: `arn:aws:license-manager::111122223333:grant:‹ID 2› cannot be accepted`\n",
    '```diff\n {\n-  "GrantArn"',
    `### Grants\n\n- \`${arn("grant", 1)}\` one: only left\n`,
  ]) assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
});

test("a student does not see what a comparison would tell", () => {
  const steps = [call("CreateLicense"), { ...call("CreateGrant"), question: { ask: "?" } }, { ...call("AcceptGrant"), question: { ask: "?" } }];
  assert.equal(visible({ steps }).steps.length, 3);
  assert.equal(visible({ steps, answers: [] }).steps.length, 1);
  assert.deepEqual(Object.keys(visible({ steps, student: "Ann", answers: [{ step: 2, text: "x" }] })), ["steps"]);
  assert.equal(visible({ steps, answers: [{ step: 2, text: "x" }] }).steps.length, 2);
});

test("a pasted session is read, and what is none gets a sentence", async () => {
  const text = JSON.stringify({ format: "grant-playground/1", steps: [{ advance: 1 }] });
  assert.deepEqual((await pasted(`\n${text}`)).steps, [{ advance: 1 }]);
  const { encode } = await import("../../www/parts/link/link.js");
  assert.deepEqual((await pasted(`https://example.com/${await encode("session", JSON.parse(text))}`)).steps, [{ advance: 1 }]);
  await assert.rejects(pasted(" "), { message: "Paste a session as JSON, or a link to one." });
  await assert.rejects(pasted("hello"), { message: "The text is not a session. Paste a session as JSON, or a link to one." });
  await assert.rejects(pasted('{"format":"x"}'), { message: "The format is `x`, not `grant-playground/1`. Paste a session as JSON, or a link to one." });
});

test("steps are called as in the timeline", () => {
  const titles = [
    call("CreateGrant"), { advance: 7200 }, { advance: 90 }, { settle: true }, { change: { account: { id: VENDOR } } },
    { change: { resourcePolicy: { resourceArn: "r", policy: null } } }, { request: { method: "POST", url: "https://ram.us-east-1.amazonaws.com/x" } },
  ].map((step) => titleOf(step));
  assert.deepEqual(titles, ["CreateGrant", "Clock +2 h", "Clock +90 s", "Background work finished", `Account ${VENDOR} changed`, "Policy of r removed", "POST /x"]);
});
