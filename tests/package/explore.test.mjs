// Exploring: what passes, what has to happen before, reachable states, test vectors. Each answer is proved with the package itself.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { Simulator, play } from "./support.mjs";

const folder = new URL("../../www/examples/", import.meta.url);
const schema = JSON.parse(await readFile(new URL("../../www/session.schema.json", import.meta.url), "utf8"));
const isSession = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
const examples = await Promise.all((await readdir(folder)).sort().map(async (name) => [name, JSON.parse(await readFile(new URL(name, folder), "utf8"))]));
const example = (name) => examples.find(([other]) => other === `${name}.json`)[1];

/** The simulator after so many steps of an example. */
const after = (name, steps) => play({ ...example(name), steps: example(name).steps.slice(0, steps) }).simulator;

/** The call of a step, with the members that were sent. */
const sent = ({ as, region, operation }, { request }) => ({ as, ...(region && { region }), operation, input: JSON.parse(request.body) });

/** The outcomes of steps after those of an example. */
function continued(name, steps, more) {
  const session = { ...example(name), steps: [...example(name).steps.slice(0, steps), ...more] };
  assert.ok(isSession(session), JSON.stringify(isSession.errors));
  return play(session).slice(steps);
}

test("for each refused call of an example, what is found leads to a call that passes", () => {
  let found = 0;
  for (const [file, session] of examples) {
    const name = file.replace(".json", "");
    const outcomes = play(session);
    for (const [index, outcome] of outcomes.entries()) {
      if (!session.steps[index].operation || outcome.trace?.at(-1)?.verdict !== "refused" || !outcome.request.body) continue;
      const call = sent(session.steps[index], outcome);
      const answer = after(name, index).findPassing(call, { tries: 300 });
      assert.ok(["found", "none", "never"].includes(answer.outcome), `${name}: ${answer.outcome}`);
      assert.equal(answer.refusal.name, outcome.trace.at(-1).name);
      assert.equal(answer.searched.tried > 0, true);
      if (answer.outcome === "found") {
        found += 1;
        const replayed = continued(name, index, [...answer.steps, answer.call]);
        assert.equal(replayed.at(-1).response.status, 200, name);
        assert.deepEqual(answer.outcomes.map(({ status }) => status), replayed.map(({ response }) => response?.status));
      }
      if (answer.edited) assert.equal(continued(name, index, [...answer.edited.steps, answer.edited.call]).at(-1).response.status, 200, name);
    }
  }
  assert.ok(found > 5, `${found}`);
});

test("a grant's states are reached by their steps, and those without steps are not", () => {
  const simulator = after("not-allowed-to-accept", 2);
  const grant = JSON.parse(play({ ...example("not-allowed-to-accept") })[1].response.body).GrantArn;
  const { current, kind, states, transitions, searched } = simulator.reachable(grant);
  assert.deepEqual([current, kind, searched.cut], ["PENDING_ACCEPT", "grant", false]);
  for (const { status, reached, steps, deadEnd } of states) {
    assert.equal(reached, steps !== undefined);
    if (!reached) assert.equal(deadEnd, false);
    if (!steps?.length) continue;
    const changes = continued("not-allowed-to-accept", 2, steps).flatMap((outcome) => outcome.changes);
    assert.equal(changes.filter(({ resource }) => resource === grant).at(-1).to, status);
  }
  const accept = transitions.find(({ by }) => by === "license-manager:AcceptGrant");
  assert.deepEqual([accept.from, accept.to, accept.event], ["PENDING_ACCEPT", "DISABLED", "accepted"]);
  assert.deepEqual(accept.accounts, [{ account: "210987654321", roles: ["grantee"] }]);
});

test("what passes is grouped by resource, and the simulator stays as it is", () => {
  const simulator = after("not-allowed-to-accept", 2);
  const [snapshot, session] = [simulator.snapshot(), simulator.session()];
  const { groups, tried, cut } = simulator.passes({ accounts: ["210987654321"], operations: ["license-manager:AcceptGrant", "ram:ListPermissions"] });
  assert.deepEqual([tried, cut, groups.map(({ kind, operation }) => kind ?? operation)], [2, false, ["grant", "ram:ListPermissions"]]);
  const [call] = groups[0].calls;
  assert.deepEqual([call.status, call.error, call.roles, call.changes[0].to], [200, undefined, ["grantee"], "DISABLED"]);
  assert.equal(continued("not-allowed-to-accept", 2, [call.call])[0].response.status, 200);
  const [refused] = simulator.passes({ accounts: ["444455556666"], resource: groups[0].resource, operations: ["AcceptGrant"] }).groups[0].calls;
  assert.deepEqual([refused.status, refused.error, typeof refused.rule.text, refused.findings.length], [400, "ValidationException", "string", 1]);
  simulator.reachable(groups[0].resource, { tries: 50 });
  simulator.vectors("license-manager:AcceptGrant");
  assert.equal(simulator.snapshot(), snapshot);
  assert.deepEqual(simulator.session(), session);
});

test("vectors have the responses that their inputs get", () => {
  const simulator = after("not-allowed-to-accept", 2);
  const { operation, as, region, vectors } = simulator.vectors("license-manager:AcceptGrant", { as: "210987654321" });
  assert.deepEqual([operation, as, region], ["license-manager:AcceptGrant", "210987654321", "us-east-1"]);
  assert.equal(new Set(vectors.map(({ name }) => name)).size, vectors.length);
  for (const { input, status, error, message = null, name } of vectors) {
    const text = JSON.stringify(input);
    const { response, trace } = continued("not-allowed-to-accept", 2, [{ as, region, operation, text }])[0];
    const refusal = trace.at(-1).error;
    assert.deepEqual([response.status, refusal?.name, refusal?.message ?? null], [status, error, message], name);
  }
  const beyond = vectors.find(({ name }) => name === "GrantArn: longer than 2048 characters");
  assert.deepEqual([beyond.kind, beyond.member, beyond.error], ["beyond", "GrantArn", "ValidationException"]);
});

test("a search in slices gives the same answer and works on the state of its start", () => {
  const simulator = after("not-allowed-to-accept", 2);
  const grant = simulator.passes({ operations: ["license-manager:GetGrant"] }).groups[0].resource;
  const whole = simulator.reachable(grant);
  const search = simulator.search({ reachable: grant });
  simulator.advance(10);
  let progress = search.advance(100);
  assert.deepEqual([progress.done, progress.result, progress.tried], [false, undefined, 100]);
  while (!progress.done) progress = search.advance(100);
  assert.deepEqual(progress.result, whole);
  search.free();
  const call = { as: "111122223333", operation: "license-manager:AcceptGrant", input: { GrantArn: grant } };
  const found = simulator.search({ findPassing: call, tries: 5 }).advance(1000);
  assert.deepEqual([found.done, found.result.outcome, found.result.searched.cut], [true, "none", true]);
  assert.equal(simulator.search({ passes: { operations: ["ram:ListPermissions"] } }).advance(1).done, false);
});

test("misuse says what is wrong and what would be right", () => {
  const simulator = new Simulator();
  const list = { as: "111122223333", operation: "license-manager:ListLicenses" };
  for (const [misuse, name, message] of [
    [() => simulator.passes({ account: [] }), "TypeError", "there is no option `account`; the options are `resource`, `accounts`, `operations`, `tries`"],
    [() => simulator.passes({ operations: ["Fly"] }), "Error", "there is no operation `Fly`; use one such as `license-manager:CreateGrant`"],
    [() => simulator.reachable("grant"), "Error", "there is no resource `grant` in the session; use the ARN of one, the token of a checkout, or the ID of a refresh token"],
    [() => simulator.reachable(7), "TypeError", "a resource must be a string, not `7`"],
    [() => simulator.findPassing(list, { depth: 0 }), "TypeError", "the option `depth` must be a whole number from 1, not `0`"],
    [() => simulator.findPassing({ advance: 5 }), "TypeError", "a call must be an object such as `{ as: \"111122223333\", operation: \"license-manager:ListLicenses\", input: {} }`"],
    [() => simulator.findPassing({ ...list, input: { LicenseArn: "${license.LicenseArn}" } }), "Error", "`${license.LicenseArn}` refers to a step named `license`, and no earlier step has that name"],
    [() => simulator.vectors("Fly"), "Error", "there is no operation `Fly`; use one such as `license-manager:CreateGrant`"],
    [() => simulator.search({}), "TypeError", "a question must have `passes` (an object), `findPassing` (a call) or `reachable` (a resource), and not two of them"],
    [() => simulator.search({ passes: {} }).advance(0), "TypeError", "the argument of `advance` must be a whole number from 1, not `0`"],
  ]) {
    assert.throws(misuse, { name, message });
  }
  assert.deepEqual([simulator.findPassing(list).outcome, simulator.findPassing(list).steps], ["already", []]);
});
