// The session so far: it can be played, and gives the same responses and the same state.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { Simulator, license, licenseManagerRequest, play, ramDeletion, ramRequest, sessionFiles } from "./support.mjs";

const schema = JSON.parse(await readFile(new URL("../../www/session.schema.json", import.meta.url), "utf8"));
const isSession = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);

/** The parts of a response that do not depend on the client's clock and headers. */
const essence = ({ status, body }) => ({ status, body });

function assertReplays(simulator, responses) {
  const session = simulator.session();
  assert.ok(isSession(session), JSON.stringify(isSession.errors));
  const outcomes = play(session);
  assert.equal(outcomes.simulator.snapshot(), simulator.snapshot());
  assert.deepEqual(outcomes.filter(({ response }) => response).map(({ response }) => essence(response)), responses.map(essence));
}

for (const { name, text } of await sessionFiles()) {
  const { world = {}, steps = [] } = JSON.parse(text);
  // Only the player knows what the references of a change refer to.
  if (steps.some((step) => step.change && JSON.stringify(step.change).includes("${"))) continue;
  test(`${name}: its requests, sent one by one, give a session with the same result`, () => {
    const simulator = new Simulator(world);
    const responses = [];
    play(text).forEach(({ request }, index) => {
      const { advance, change } = steps[index];
      if (request) responses.push(simulator.handle(request));
      else if (advance !== undefined) simulator.advance(advance);
      else if (change) simulator.intervene(change);
      else simulator.settle();
    });
    assertReplays(simulator, responses);
  });
}

test("a call is a step with the account, the Region, the operation and the members", () => {
  const simulator = new Simulator({ seed: 7, settings: { tickMilliseconds: 0 } });
  const arn = "arn:aws:ram:us-east-1:111122223333:permission/read";
  simulator.handle(ramDeletion("/deletepermissionversion", { permissionArn: arn, permissionVersion: 2 }, { account: "444455556666" }));
  simulator.handle(licenseManagerRequest("GetGrant", { GrantArn: "x" }, { headers: { "x-playground-fault": "ServerInternalException" } }));
  assert.throws(() => simulator.intervene({ settings: { workflowPace: "soon" } }));
  simulator.settle();
  assert.deepEqual(simulator.session(), {
    format: "grant-playground/1",
    world: { seed: 7, settings: { tickMilliseconds: 0 } },
    steps: [
      { as: "444455556666", region: "us-east-1", operation: "ram:DeletePermissionVersion", input: { permissionArn: arn, permissionVersion: 2 } },
      {
        as: "111122223333",
        region: "us-east-1",
        operation: "license-manager:GetGrant",
        input: { GrantArn: "x" },
        fault: "ServerInternalException",
      },
      { settle: true },
    ],
  });
});

test("a request that no call sends is a step with the request", () => {
  const requests = [
    ramRequest("/listpermissions", "{"),
    ramRequest("/listpermissions", {}, { account: "AKIAEXAMPLE" }),
    ramRequest("/nowhere", {}),
    { ...ramRequest("/listpermissions", {}), headers: {} },
    ramRequest("/listpermissions", {}, { headers: { origin: "http://localhost" } }),
  ];
  const simulator = new Simulator();
  const responses = requests.map((request) => simulator.handle(request));
  assert.deepEqual(simulator.session().steps, requests.map((request) => ({ request })));
  assertReplays(simulator, responses);
});

test("references in a body and in a change are not replaced", () => {
  const simulator = new Simulator();
  const responses = ["${a.b}", "$${a}", "${", "$ $$ ${a"].map((value) => {
    const tags = [{ key: "k", value }];
    const input = { name: `n-${value.length}`, resourceType: "ssm:Parameter", policyTemplate: '{"Effect":"Allow","Action":["ssm:GetParameter"]}', tags };
    return simulator.handle(ramRequest("/createpermission", input));
  });
  simulator.intervene({ account: { id: "999988887777", name: "${nobody.home}" } });
  assert.equal(simulator.session().steps[0].input.tags[0].value, "$${a.b}");
  assertReplays(simulator, responses);
});

test("bodies of any form are replayed", () => {
  const simulator = new Simulator();
  const bodies = [
    JSON.stringify({ ...license, ClientToken: "one" }, null, 2),
    `{"Unknown":[${"1e15,".repeat(40_000)}1]}`,
    '{"GrantArn":"\\u0061\\/","GrantArn":"b"}',
    "{}",
    "",
  ];
  assertReplays(simulator, bodies.flatMap((body) => [simulator.handle(licenseManagerRequest("CreateLicense", body)), simulator.handle(ramRequest("/listresources", body))]));
});

test("play() gives the simulator, which continues the session", () => {
  const read = { name: "read", as: "111122223333", operation: "license-manager:CreateLicense", input: { ...license, ClientToken: "one" }, expect: { status: 200 } };
  const outcomes = play({ format: "grant-playground/1", title: "A license", steps: [read] });
  assert.deepEqual(Object.keys(outcomes), ["0"], "the simulator is not an element");
  const { simulator } = outcomes;
  const { name, ...outcome } = outcomes[0];
  assert.equal(name, "read");
  assert.deepEqual(simulator.outcome(), outcome, "the name belongs to the step");
  assert.deepEqual(simulator.trace(), outcomes[0].trace);
  simulator.handle(licenseManagerRequest("ListLicenses", {}));
  const { title, steps } = simulator.session();
  assert.deepEqual([title, steps[0].name, steps[0].expect, steps[1].operation], ["A license", "read", { status: 200 }, "license-manager:ListLicenses"]);
  const again = play(simulator.session());
  assert.equal(again.simulator.snapshot(), simulator.snapshot());
  assert.deepEqual(again.flatMap(({ differences }) => differences), []);
  simulator.free();
  assert.throws(() => simulator.session(), /^Error: This simulator was freed: /);
});

test("outcome() has the caller, the changes and the trace of each of the last requests", () => {
  const simulator = new Simulator();
  assert.equal(simulator.outcome(), undefined);
  const request = licenseManagerRequest("CreateLicense", { ...license, ClientToken: "one" });
  const response = simulator.handle(request);
  simulator.handle(ramRequest("/listpermissions", {}, { account: "AKIAEXAMPLE" }));
  assert.equal(simulator.outcome().caller, undefined);
  const outcome = simulator.outcome(response.headers["x-amzn-RequestId"]);
  assert.deepEqual(outcome.caller, { account: "111122223333", region: "us-east-1" });
  assert.equal(outcome.operation, "license-manager:CreateLicense");
  assert.deepEqual([outcome.response, outcome.request.body], [response, request.body]);
  assert.deepEqual(outcome.changes.map(({ event, from }) => [event, from]), [["created", null]]);
  assert.deepEqual(outcome.trace, simulator.trace(response.headers["x-amzn-RequestId"]));
  assert.throws(() => simulator.outcome(1), /^TypeError: a request ID must be a string, not /);
});

test("accounts() lists the accounts, those of the initial state first", () => {
  const simulator = new Simulator({ accounts: [{ id: "555555555555", name: "Five" }, { id: "111111111111" }], organizations: [] });
  simulator.intervene({ account: { id: "222222222222", setUp: false } });
  assert.deepEqual(simulator.accounts().map(({ id }) => id), ["555555555555", "111111111111", "222222222222"]);
  assert.deepEqual(simulator.accounts()[2], { id: "222222222222", name: "", setUp: false, marketplaceRole: true, denied: [] });
});

test("a restored simulator reports that it does not know its steps", () => {
  const simulator = new Simulator();
  simulator.restore(simulator.snapshot());
  assert.throws(() => simulator.session(), {
    message: "a restored simulator does not know its steps, because a snapshot contains none; call `session()` on a simulator that was not restored",
  });
});
