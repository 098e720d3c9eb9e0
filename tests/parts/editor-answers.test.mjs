// What the editor knows of the answers: results, differences between two plays, expectations, choices, references, failures.
import assert from "node:assert/strict";
import test from "node:test";
import { choicesOf } from "../../www/parts/editor/choices.js";
import { begin, insert, sessionOf } from "../../www/parts/editor/draft.js";
import { expectation, expected, takenOver } from "../../www/parts/editor/expectation.js";
import { differences, resultOf, summary } from "../../www/parts/editor/outcome.js";
import { knownValues, proposal } from "../../www/parts/editor/proposal.js";
import { readFailure, readJson, readMembers, readSeconds, readStep } from "../../www/parts/editor/reading.js";
import { withReferences } from "../../www/parts/editor/references.js";
import { Replay, playDraft, playedPart } from "../../www/parts/editor/replay.js";
import { titleOf } from "../../www/parts/editor/titles.js";
import { operations } from "../../www/parts/copy/call.js";

const outcome = (operation, status, body, error) => ({
  operation,
  response: { status, body: JSON.stringify(body) },
  trace: [{ verdict: "passed" }, ...(error ? [{ verdict: "refused", error }] : [])],
  changes: [],
  differences: [],
});
const created = outcome("license-manager:CreateGrant", 200, { GrantArn: "arn:aws:license-manager::111122223333:grant:g-1", Status: "PENDING_ACCEPT", Version: "1" });
const refused = outcome("license-manager:AcceptGrant", 400, { __type: "ValidationException", Message: "No." }, { name: "ValidationException", status: 400, message: "No." });

test("a result has the status, the error with its message, or the state of the resource", () => {
  assert.deepEqual([created, refused].map(resultOf).map(summary), ["200 PENDING_ACCEPT", "400 ValidationException"]);
  assert.equal(resultOf(refused).message, "No.");
  assert.equal(resultOf(outcome("ram:GetPermission", 200, { permission: { name: "p", status: "ATTACHABLE" } })).state, "ATTACHABLE");
  assert.equal(resultOf(outcome("license-manager:GetGrant", 200, { Grant: { GrantStatus: "ACTIVE" } })).state, "ACTIVE");
  assert.equal(summary(resultOf(outcome("license-manager:ListLicenses", 200, { Licenses: [{ Status: "AVAILABLE" }] }))), "200");
  assert.deepEqual([{ changes: [] }, { changes: [{}] }, { changes: [{}, {}] }].map(resultOf).map(summary), ["no changes", "1 change", "2 changes"]);
});

test("the differences between two plays follow the steps, not their places", () => {
  const [ok, no] = [resultOf(created), resultOf(refused)];
  const before = new Map([[1, ok], [2, no], [3, ok]]);
  const after = new Map([[4, no], [3, ok], [2, ok], [1, no]]);
  assert.deepEqual([...differences(before, after)], [
    [2, { before: "400 ValidationException", after: "200 PENDING_ACCEPT" }],
    [1, { before: "200 PENDING_ACCEPT", after: "400 ValidationException" }],
  ]);
  assert.equal(differences(before, before).size, 0);
});

test("an expectation takes the answer over, and keeps what of the body was expected", () => {
  const [ok, no] = [resultOf(created), resultOf(refused)];
  assert.deepEqual(expectation(ok), { status: 200 });
  assert.deepEqual(expectation(no), { status: 400, error: "ValidationException", message: "No." });
  assert.deepEqual(takenOver({ status: 400, error: "X", message: "y" }, ok), { status: 200 });
  assert.deepEqual(takenOver({ status: 200, body: { Status: "ACTIVE", Gone: 1 } }, ok), { status: 200, body: { Status: "PENDING_ACCEPT" } });
  assert.deepEqual(takenOver({ status: 200, body: { Status: "ACTIVE" } }, no), expectation(no));
  assert.deepEqual(takenOver({ text: "{}" }, ok), { status: 200, text: created.response.body });
  assert.deepEqual([{ status: 200 }, { status: 400, error: "X" }, { body: {} }].map(expected), ["200", "400 X", "members of the body"]);
});

test("choices are made from the answer: one is right, the others are answers that the operation could give", () => {
  const [ok, no] = [resultOf(created), resultOf(refused)];
  const ofState = choicesOf(ok, [no], 0);
  assert.equal(ofState.choices[ofState.right], "200, the status is `PENDING_ACCEPT`");
  assert.equal(ofState.choices.length, 4);
  assert.ok(ofState.choices.includes("400 `ValidationException`"), "the error of the session comes first");
  assert.ok(ofState.choices.some((choice) => /^200, the status is `(?!PENDING_ACCEPT)/.test(choice)), "another state");
  const ofError = choicesOf(no, [ok], 2);
  assert.equal(ofError.right, 2);
  assert.equal(ofError.choices[2], "400 `ValidationException`");
  assert.ok(ofError.choices.includes("200"));
  for (const { choices } of [ofState, ofError]) {
    assert.equal(new Set(choices).size, choices.length);
    assert.ok(!choices.some((choice) => /RateLimit|Internal|Redirect/.test(choice)));
  }
});

test("every operation has errors to choose from", () => {
  for (const { service, name } of operations) {
    const { choices, right } = choicesOf({ status: 200, operation: `${service}:${name}`, changes: 0, differences: [] }, [], 1);
    assert.ok(choices.length >= 2, name);
    assert.equal(choices[right], "200");
  }
});

test("ARNs of earlier answers become references, and the steps that made them get names", () => {
  const arn = JSON.parse(created.response.body).GrantArn;
  const call = (operation, input) => ({ as: "111122223333", operation, input });
  const draft = begin({ steps: [call("license-manager:CreateGrant", { ClientToken: "a-client-token" }), { settle: true }, call("license-manager:AcceptGrant", { GrantArn: arn, List: [arn] })] });
  const results = new Map([[1, resultOf(created)], [2, resultOf({ changes: [] })], [3, resultOf({ ...created, operation: "license-manager:AcceptGrant" })]]);
  const made = withReferences(draft, results);
  assert.equal(made.count, 2);
  const { steps } = sessionOf(made.draft);
  assert.equal(steps[0].name, "grant");
  assert.deepEqual(steps[2].input, { GrantArn: "${grant.GrantArn}", List: ["${grant.GrantArn}"] });
  assert.equal(steps[2].name, undefined);
  assert.equal(withReferences(begin({ steps: steps.slice(1) }), new Map()).count, 0);
  // A name that is taken is not given again.
  const taken = insert(draft, 0, { name: "grant", settle: true });
  assert.equal(sessionOf(withReferences(taken, results).draft).steps[3].input.GrantArn, "${grant2.GrantArn}");
});

test("a new call is proposed with its required members and with what earlier steps made", () => {
  const operation = operations.find(({ name }) => name === "AcceptGrant");
  const steps = begin({ steps: [{ name: "grant", operation: "x" }] }).steps;
  const results = new Map([[1, resultOf(created)]]);
  assert.deepEqual(proposal(operation.input, { known: knownValues(steps, results), number: 1 }), { GrantArn: "${grant.GrantArn}" });
  const grant = proposal(operations.find(({ name }) => name === "CreateGrant").input, { known: {}, account: "123456789012", number: 7 });
  assert.deepEqual(grant.Principals, ["arn:aws:iam::123456789012:root"]);
  assert.equal(grant.ClientToken, "token-7");
});

test("what is typed as JSON is read, or a sentence says what is wrong", () => {
  assert.deepEqual(readStep('{ "advance": 60 }'), { value: { advance: 60 } });
  assert.deepEqual(readMembers("{}"), { value: {} });
  assert.deepEqual(readSeconds(" 60"), { value: 60 });
  for (const [{ problem }, start] of [
    [readJson("{"), "This is not JSON: "],
    [readMembers("[]"), "The members are a JSON object"],
    [readStep("3"), "A step is a JSON object"],
    [readStep("{}"), "The step does nothing."],
    [readStep('{ "advance": 1, "settle": true }'), "The step has the members `advance` and `settle`."],
    [readStep('{ "operation": "ram:ListPermissions" }'), "The step does not say who sends the call."],
    [readSeconds("1.5"), "The clock advances by whole seconds"],
    [readSeconds(""), "The clock advances by whole seconds"],
  ]) {
    assert.ok(problem.startsWith(start), problem);
    assert.match(problem, /\.$/);
  }
});

test("the simulator's reason names the step", () => {
  assert.deepEqual(readFailure("step 3: `${a.B}` refers to a step named `a`, and no earlier step has that name"), { place: 2, reason: "`${a.B}` refers to a step named `a`, and no earlier step has that name." });
  assert.deepEqual(readFailure("this is not a session of the playground: unknown field `foo` (at `steps.1`)"), { place: 1, reason: "Unknown field `foo`." });
  assert.deepEqual(readFailure("this is not a session of the playground: `12` is not an account id (at `steps.0.as`)"), { place: 0, reason: "`12` is not an account id (at `as`)." });
  assert.deepEqual(readFailure("the file could not be loaded"), { reason: "The file could not be loaded." });
});

/** Plays steps that advance the clock. A step `bad` cannot run. */
const play = async ({ steps }) => {
  const place = steps.findIndex((step) => step.bad);
  if (place >= 0) throw new Error(`step ${place + 1}: it is bad`);
  return steps.map(({ advance }) => ({ changes: Array(advance) }));
};

test("of a draft with a step that cannot run, the steps before it are played", async () => {
  const draft = begin({ steps: [{ advance: 1 }, { advance: 2 }, { bad: true }, { advance: 3 }] });
  const { results, failure } = await playDraft(draft, play);
  assert.deepEqual([...results.keys()], [1, 2]);
  assert.deepEqual(failure, { key: 3, reason: "It is bad." });
});

test("only the newest draft is played, and notes and questions change nothing", async () => {
  const told = [];
  const aborted = [];
  const slow = (session, { signal }) => {
    signal.addEventListener("abort", () => aborted.push(session.steps.length));
    return play(session);
  };
  const replay = new Replay(slow, { done: ({ results }) => told.push(results.size), state: (state) => told.push(state) });
  const draft = begin({ steps: [{ advance: 1 }] });
  const two = insert(draft, 1, { advance: 2 });
  replay.soon(draft);
  replay.soon(two);
  await replay.settled();
  assert.deepEqual(told, ["running", "running", 2, "done"]);
  assert.deepEqual(aborted, []);
  const noted = { ...two, steps: two.steps.map(({ key, step }) => ({ key, step: { ...step, note: "n", question: { ask: "?" } } })) };
  assert.equal(playedPart(noted), playedPart(two));
  replay.soon(noted);
  assert.equal(told.length, 4);
  replay.soon(draft);
  replay.cancel();
  await replay.settled();
  assert.deepEqual(told.slice(4), ["running", "canceled"]);
});

test("a step has a title", () => {
  const accounts = { 111122223333: "Vendor" };
  const call = (as) => ({ as, operation: "license-manager:CreateGrant" });
  const steps = [call("111122223333"), call("999988887777"), { advance: 7200 }, { advance: 90 }, { advance: 0 }, { settle: true }, { change: { settings: {} } }, { request: { method: "POST", url: "/x" } }];
  assert.deepEqual(steps.map((step) => titleOf(step, accounts)), ["Vendor: CreateGrant", "999988887777: CreateGrant", "Clock +2 h", "Clock +90 s", "Clock +0 s", "Background work finished", "Change: settings", "POST /x"]);
});
