// What the dialog “Explore” says and shows, without a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { filtered, filteredVectors, machine, requests } from "../../www/parts/explore/rows.js";
import { changeText, duration, editText, noneText, replaced, searchedText, shortArn, stepTitle } from "../../www/parts/explore/words.js";
import { answersOf, resolve } from "../../www/parts/simulator/reference.js";

const GRANT = "arn:aws:license-manager::111122223333:grant:g-1";
const data = { accounts: { 111122223333: "Vendor" }, point: 2, session: { steps: [1, 2, 3, 4, 5] } };

test("steps and changes are sentences", () => {
  const call = { as: "111122223333", region: "us-east-1", operation: "license-manager:AcceptGrant", input: {} };
  assert.equal(stepTitle(call, data), "Vendor (111122223333) sends `AcceptGrant` in us-east-1.");
  assert.equal(stepTitle({ ...call, as: "444455556666" }, data), "444455556666 sends `AcceptGrant` in us-east-1.");
  assert.equal(stepTitle({ advance: 90_061 }, data), "Time passes: 1 day 1 hour 1 minute 1 second.");
  assert.equal(stepTitle({ settle: true }, data), "Asynchronous work completes.");
  assert.equal(duration(0), "0 seconds");
  assert.equal(changeText({ resource: GRANT, event: "accepted", from: "PENDING_ACCEPT", to: "DISABLED" }), "`g-1` accepted: `PENDING_ACCEPT` → `DISABLED`");
  assert.equal(changeText({ resource: GRANT, event: "created", from: null, to: "PENDING_ACCEPT" }), "`g-1` created: `PENDING_ACCEPT`");
  assert.equal(changeText({ resource: GRANT, event: "changed", from: "ACTIVE", to: "ACTIVE" }), "`g-1` changed: `ACTIVE` stays");
  assert.equal(shortArn("arn:aws:ram:us-east-1:111122223333:resource-share/0a"), "resource-share/0a");
  assert.equal(shortArn("t-1"), "t-1");
});

test("edits are sentences", () => {
  const texts = [{ set: { member: "Status", value: "ACTIVE" } }, { omit: { member: "SourceVersion" } }, { account: "111122223333" }, { region: "us-east-1" }, { first: { operation: "license-manager:AcceptGrant", input: {} } }];
  assert.deepEqual(texts.map((edit) => editText(edit, data)), [
    'Set `Status` to `"ACTIVE"`.',
    "Leave out `SourceVersion`.",
    "Send it as Vendor (111122223333).",
    "Send it in us-east-1.",
    "Send `AcceptGrant` first.",
  ]);
});

test("appending at an earlier step says what it replaces", () => {
  const at = (point, total) => replaced({ point, session: { steps: Array(total) } });
  assert.equal(at(2, 5), "You are at step 2 of 5. Appending continues from here and replaces steps 3 to 5. You can undo this.");
  assert.equal(at(2, 4), "You are at step 2 of 4. Appending continues from here and replaces steps 3 and 4. You can undo this.");
  assert.equal(at(2, 3), "You are at step 2 of 3. Appending continues from here and replaces step 3. You can undo this.");
  assert.equal(at(2, 2), undefined);
});

test("a search says no more than it knows", () => {
  const searched = { tried: 20_000, states: 1, depth: 3, cut: true };
  assert.equal(searchedText(searched), "20,000 calls and other steps were tried, in 1 different state. Every sequence of up to 3 searched steps was tried. The search ended because of its limit.");
  assert.equal(
    noneText(searched),
    "There is none within 3 steps: after no sequence of up to 3 searched steps does the request pass. The search reached its limit, so not every longer sequence was tried.",
  );
  assert.equal(noneText({ depth: 1, cut: false }), "There is none within 1 step: after no sequence of up to 1 searched step does the request pass.");
  assert.equal(noneText({ depth: 0, cut: true }), "No way was found. The search reached its limit before it had tried every single step.");
});

const call = (as, operation) => ({ as, operation });
const GROUPS = [
  {
    resource: GRANT,
    kind: "grant",
    calls: [
      { call: call("1", "license-manager:AcceptGrant"), changes: [{}] },
      { call: call("1", "license-manager:GetGrant"), changes: [] },
      { call: call("2", "license-manager:AcceptGrant"), error: "ValidationException", changes: [] },
    ],
  },
  { operation: "license-manager:ListTokens", calls: [{ call: call("1", "license-manager:ListTokens"), changes: [] }] },
  { operation: "ram:ListPrincipals", calls: [{ call: call("2", "ram:ListPrincipals"), changes: [] }] },
];

test("calls are filtered, and those without a resource are one group", () => {
  const sizes = (filter) => filtered(GROUPS, { account: "", operation: "", passing: false, changing: false, ...filter }).map(({ calls, all }) => [calls.length, all]);
  assert.deepEqual(sizes({}), [[3, 3], [2, 2]]);
  assert.deepEqual(sizes({ passing: true }), [[2, 3], [2, 2]]);
  assert.deepEqual(sizes({ passing: true, changing: true }), [[1, 3]]);
  assert.deepEqual(sizes({ changing: true }), [[2, 3]]);
  assert.deepEqual(sizes({ account: "2" }), [[1, 3], [1, 2]]);
  assert.deepEqual(sizes({ operation: " accept" }), [[2, 3]]);
});

test("vectors are filtered by their texts and their kind", () => {
  const vectors = [{ name: "ClientToken: missing", member: "ClientToken", kind: "missing", error: "ValidationException" }, { name: "The proposed input", member: null, kind: "base" }];
  const names = (filter) => filteredVectors(vectors, { text: "", kind: "", ...filter }).map(({ kind }) => kind);
  assert.deepEqual(names({}), ["missing", "base"]);
  assert.deepEqual(names({ text: "VALIDATION" }), ["missing"]);
  assert.deepEqual(names({ kind: "base" }), ["base"]);
});

test("the request of a refused step comes before that in the form", () => {
  const answer = (sent, status) => ({ answers: [["title", "caller", sent, status]], point: 3 });
  const labels = ({ list, first }) => [list.map(([label]) => label), first];
  const both = ["The request of step 3", "The request in the form"];
  assert.deepEqual(labels(requests({ ...answer({ as: "1" }, "400"), call: { as: "2" }, draft: { as: "2" } })), [both, 0]);
  assert.deepEqual(labels(requests({ ...answer({ as: "1" }, "200"), call: { as: "2" }, draft: { as: "2" } })), [both, 1]);
  assert.deepEqual(labels(requests({ ...answer({ as: "1" }, "200"), call: { as: "1" }, draft: { as: "2" } })), [both, 0]);
  assert.deepEqual(labels(requests({ ...answer({ as: "2" }, "400"), call: { as: "2" }, draft: { as: "2" } })), [["The request in the form"], 0]);
  assert.deepEqual(labels(requests({ answers: [], point: 0, call: { as: "2" }, draft: { as: "2" } })), [["The request in the form"], 0]);
});

test("the diagram has every state, and equal arrows once", () => {
  const arrow = (account) => ({ from: "A", to: "B", by: "license-manager:AcceptGrant", event: "accepted", accounts: [{ account, roles: ["grantee"] }] });
  const states = [
    { status: "A", reached: true, deadEnd: false, terminal: false },
    { status: "B", reached: true, deadEnd: true, terminal: false },
    { status: "C", reached: false, deadEnd: false, terminal: true },
    { status: "D", reached: true, deadEnd: true, terminal: true },
  ];
  assert.deepEqual(machine({ states, current: "A", transitions: [arrow("1"), arrow("2"), { from: "A", to: "D", by: "advance", event: "expired", accounts: [] }] }), [
    { name: "A", tone: "good", current: true, unreached: false, notes: [], transitions: [{ event: "accepted by grantee", to: 1 }, { event: "expired", to: 3 }] },
    { name: "B", tone: "warm", current: false, unreached: false, notes: ["dead end"], transitions: [] },
    { name: "C", tone: "", current: false, unreached: true, notes: ["not reached"], transitions: [] },
    { name: "D", tone: "warm", current: false, unreached: false, notes: ["terminal"], transitions: [] },
  ]);
});

test("references are replaced as the session's player replaces them", () => {
  const answers = answersOf([
    { name: "grant", response: { body: '{"GrantArn":"arn:g","Version":"2","List":[{"n":1}],"Policy":"${aws:userid}"}' } },
    { name: "empty", response: { body: "" } },
    { response: { body: "{}" } },
    { name: "time" },
  ]);
  const resolved = (value) => resolve(value, answers);
  assert.deepEqual(resolved({ a: "${grant.GrantArn}", b: ["v${grant.Version}!"], c: "${grant.List.0.n}", d: "${ open", e: null }), { a: "arn:g", b: ["v2!"], c: 1, d: "${ open", e: null });
  // What leads nowhere stays, and what is no reference stays none.
  for (const text of ["${licence.Arn}", "${grant.Arn}", "${grant.Version.length}", "${empty.a}", "$${grant.Version}", "v${grant.Nothing}"]) assert.equal(resolved(text), text);
  assert.equal(resolved("${grant.Policy}"), "$${aws:userid}");
  assert.equal(resolved("a ${grant.Policy}"), "a $${aws:userid}");
});
