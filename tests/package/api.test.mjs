// The API in Node: arguments, results, and errors for misuse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Simulator, address, license, licenseManagerRequest, play, ramRequest, requestHandler } from "./support.mjs";

const cycle = {};
cycle.self = cycle;

/** Checks that each call throws an error of the class with the message. */
function assertMisuse(cases) {
  for (const [call, type, sentence] of cases) {
    assert.throws(call, (error) => {
      assert.equal(error.constructor, type, error.message);
      assert.ok(sentence instanceof RegExp ? sentence.test(error.message) : error.message === sentence, error.message);
      return true;
    }, String(call));
  }
}

test("the same seed gives the same bytes", () => {
  const run = (seed) => {
    const simulator = new Simulator({ seed });
    const input = { ...license, ClientToken: "one" };
    return JSON.stringify([simulator.handle(licenseManagerRequest("CreateLicense", input)), simulator.snapshot()]);
  };
  assert.equal(run(7), run(7));
  assert.notEqual(run(7), run(8));
});

test("a response has a status, headers and a body text", () => {
  const simulator = new Simulator();
  const response = simulator.handle(licenseManagerRequest("CreateLicense", { ...license, ClientToken: "one" }));
  assert.deepEqual(Object.keys(response), ["status", "headers", "body"]);
  assert.equal(response.status, 200, response.body);
  assert.equal(response.headers["Content-Type"], "application/x-amz-json-1.1");
  assert.match(JSON.parse(response.body).LicenseArn, /^arn:aws:license-manager::111122223333:license:l-[0-9a-f]{32}$/);
});

test("headers can be an object, a Headers, a Map or a list of pairs, in any case", () => {
  const request = licenseManagerRequest("ListDistributedGrants", {});
  const pairs = Object.entries(request.headers);
  const upper = pairs.map(([name, value]) => [name.toUpperCase(), value]);
  for (const headers of [request.headers, new Headers(pairs), new Map(pairs), upper]) {
    const response = new Simulator().handle({ ...request, headers });
    assert.equal(response.status, 200, response.body);
  }
});

test("a refused request returns a response", () => {
  const simulator = new Simulator();
  const urls = ["", "nonsense", "https://", "https://ram.us-east-1.amazonaws.com/\ud800", "https://license-manager.us-east-1.amazonaws.com/"];
  const bodies = ["", "{", "[]", "null", "\u0000", "\udfff", "[".repeat(100_000), `{"GrantArn":"${"ä".repeat(100_000)}"}`, undefined, null];
  for (const url of urls) {
    for (const body of bodies) {
      for (const method of ["POST", "post", "", "\ud83d"]) {
        const response = simulator.handle({ ...licenseManagerRequest("GetGrant", ""), method, url, body });
        assert.ok(response.status >= 400 && response.status < 500, `${method} ${url} ${body?.slice(0, 20)}: ${response.status}`);
      }
    }
  }
});

test("the trace belongs to the last request, and is undefined before the first one and after restore()", () => {
  const simulator = new Simulator();
  assert.equal(simulator.trace(), undefined);
  const start = simulator.snapshot();
  simulator.handle(licenseManagerRequest("GetGrant", { GrantArn: "x" }));
  const trace = simulator.trace();
  assert.deepEqual(new Set(trace.slice(0, -1).map((check) => check.verdict)), new Set(["passed"]));
  const refusal = trace.at(-1);
  assert.equal(refusal.verdict, "refused");
  assert.equal(refusal.name, "license-manager/constraints");
  assert.equal(refusal.error.name, "ValidationException");
  assert.equal(refusal.findings.length, 1);
  assert.ok(refusal.remedy.includes("`GrantArn`"));
  assert.equal(refusal.edits, undefined, "nobody knows which grant was meant");
  simulator.handle(licenseManagerRequest("ListReceivedGrants", { MaxResults: 500 }));
  assert.deepEqual(simulator.trace().at(-1).edits, [{ set: { member: "MaxResults", value: 100 } }]);
  simulator.restore(start);
  assert.equal(simulator.trace(), undefined);
});

test("a snapshot restores every byte, and later responses are the same", () => {
  const one = new Simulator({ seed: 3 });
  one.handle(licenseManagerRequest("CreateLicense", { ...license, ClientToken: "one" }));
  const two = new Simulator({ seed: 9, vintage: "2026" });
  two.restore(one.snapshot());
  assert.equal(two.snapshot(), one.snapshot());
  const next = licenseManagerRequest("CreateLicense", { ...license, ClientToken: "two" });
  assert.deepEqual(two.handle(next), one.handle(next));
});

test("the trace of each request is kept by its request ID", () => {
  const simulator = new Simulator();
  const answers = ["nonsense", "arn:aws:ram:us-east-1:111122223333:permission/none"].map((permissionArn) =>
    simulator.handle(ramRequest("/getpermission", { permissionArn })),
  );
  const refused = answers.map(({ headers }) => simulator.trace(headers["x-amzn-requestid"]).at(-1).name);
  assert.equal(new Set(refused).size, 2, refused);
  assert.deepEqual(simulator.trace().at(-1).name, refused[1]);
  assert.equal(simulator.trace("another"), undefined);
  assertMisuse([[() => simulator.trace(1), TypeError, /^a request ID must be a string, not /]]);
});

test("a freed simulator reports that it was freed", () => {
  const simulator = new Simulator({ seed: 3 });
  const snapshot = simulator.snapshot();
  simulator.free();
  simulator.free();
  const sentence = "This simulator was freed: create a new `Simulator`, or call `restore()` with a snapshot.";
  assertMisuse([
    [() => simulator.settle(), Error, sentence],
    [() => simulator.now, Error, sentence],
  ]);
  simulator.restore(snapshot);
  assert.equal(simulator.snapshot(), snapshot);
  simulator[Symbol.dispose]();
  assertMisuse([[() => simulator.snapshot(), Error, sentence]]);
});

test("after an internal failure the last snapshot can be restored", async () => {
  const { Simulator: Core } = await import(new URL("grant_playground.js", address).href);
  const { settle } = Core.prototype;
  const simulator = new Simulator({ seed: 3 });
  const snapshot = simulator.snapshot();
  Core.prototype.settle = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  try {
    const sentence =
      "The simulator failed and its state is lost: call `restore()` with the last `snapshot()`, or create a new `Simulator`.";
    assertMisuse([
      [() => simulator.settle(), Error, sentence],
      [() => simulator.snapshot(), Error, sentence],
    ]);
  } finally {
    Core.prototype.settle = settle;
  }
  simulator.restore(snapshot);
  assert.deepEqual(simulator.settle(), []);
});

test("a snapshot of any length can be restored", () => {
  const simulator = new Simulator();
  // White space makes the text long without other effects.
  const long = simulator.snapshot() + " ".repeat(2 ** 24);
  simulator.restore(long);
  assert.equal(simulator.snapshot(), long.trimEnd());
});

test("the simulator has the session's clock", () => {
  const simulator = new Simulator({ start: new Date("2026-01-02T03:04:05Z"), settings: { tickMilliseconds: 500 } });
  assert.equal(simulator.now, "2026-01-02T03:04:05Z");
  // The header `Date` is the time of the request's signature, from the client's clock.
  const { headers } = simulator.handle(ramRequest("/listpermissions", {}));
  assert.equal(headers.date, "Tue, 14 Nov 2023 22:13:20 GMT");
  assert.equal(simulator.now, "2026-01-02T03:04:05.500Z");
  assert.deepEqual(simulator.advance(60), []);
  assert.equal(simulator.now, "2026-01-02T03:05:05.500Z");
  assert.deepEqual(simulator.settle(), []);
});

test("intervene() changes the world", () => {
  const simulator = new Simulator();
  const list = licenseManagerRequest("ListReceivedGrants", {}, { account: "999988887777" });
  assert.equal(simulator.handle(list).status, 400);
  simulator.intervene({ account: { id: "999988887777", name: "New" } });
  assert.equal(simulator.handle(list).status, 200);
  simulator.intervene({ account: { id: "999988887777", denied: ["license-manager:ListReceivedGrants"] } });
  assert.equal(JSON.parse(simulator.handle(list).body).__type, "AuthorizationException");
});

test("operations() describes the operations in the session's edition", () => {
  const find = (vintage, action) => new Simulator({ vintage }).operations().find((operation) => operation.action === action);
  const member = (operation, name) => operation.input.members.find((member) => member.name === name);
  const grant = find("2023", "license-manager:CreateGrant");
  assert.deepEqual([grant.service, grant.name, grant.method, grant.path], ["license-manager", "CreateGrant", "POST", "/"]);
  assert.ok(grant.summary.length > 10);
  assert.deepEqual(member(grant, "ClientToken").shape, { name: "ClientToken", type: "string", pattern: "\\S+", maxLength: 2048 });
  assert.equal(member(grant, "AllowedOperations").shape.element.values.at(-1), "BatchCreateLicenseUsageRecords");
  assert.deepEqual(["LicenseArn", "Principals", "AllowedOperations"].map((name) => member(grant, name).meaning), ["license-arn", "principal-arn", "allowed-operations"]);
  assert.equal(member(grant, "Tags"), undefined);
  assert.equal(member(find("2026", "license-manager:CreateGrant"), "Tags").required, false);
  assert.equal(find("2023", "ram:DeletePermissionVersion").method, "DELETE");
});

test("misuse of the constructor reports what is wrong and what is expected", () => {
  assertMisuse([
    [() => new Simulator(5), TypeError, 'the options cannot be `5`; options must be an object such as `{ seed: 7, vintage: "2023" }`'],
    [() => new Simulator([]), TypeError, /^the options cannot be a list; /],
    [() => new Simulator(cycle), TypeError, /^the options cannot be written as JSON: Converting circular structure to JSON; /],
    [() => new Simulator({ sead: 1 }), TypeError, "there is no option `sead`; the options are `seed`, `start`, `vintage`, `settings`, `accounts`, `organizations`"],
    [() => new Simulator({ seed: -1 }), TypeError, /^the option `seed` cannot be read: .*`-1`.*; `seed` must be a whole number, 0 or greater$/],
    [() => new Simulator({ seed: 1.5 }), TypeError, /^the option `seed` /],
    [() => new Simulator({ seed: NaN }), TypeError, /^the option `seed` /],
    [() => new Simulator({ seed: 10n }), TypeError, /BigInt/],
    [() => new Simulator({ start: "tomorrow" }), TypeError, /^the option `start` cannot be read: `tomorrow` is not a time; /],
    [() => new Simulator({ start: new Date(NaN) }), TypeError, /^the option `start` /],
    [() => new Simulator({ vintage: 2023 }), TypeError, /^the option `vintage` .*; `vintage` must be `early`, `2023` or `2026`$/],
    [() => new Simulator({ settings: { tickMilliseconds: "1" } }), TypeError, /^the option `settings` cannot be read: .*"1".*/],
    [() => new Simulator({ accounts: [{ id: "1" }] }), TypeError, /`1` is not an account id; an account id is twelve digits/],
    [() => new Simulator({ organizations: [{ id: "o-1" }] }), TypeError, /^the option `organizations` cannot be read: missing field/],
    [() => new Simulator({ accounts: [{ id: "111122223333" }, { id: "111122223333" }] }), Error, "account `111122223333` is listed twice; list each account once"],
  ]);
  for (const options of [undefined, null, {}, { seed: undefined }, { seed: 2 ** 53 }]) assert.ok(new Simulator(options));
});

test("misuse of a method reports what is wrong and what is expected, and changes nothing", () => {
  const simulator = new Simulator();
  const before = simulator.snapshot();
  const handle = (members) => () => simulator.handle({ method: "POST", url: "https://localhost/", ...members });
  const thrower = { get a() { throw new Error("from an accessor"); } };
  assertMisuse([
    [() => simulator.handle(), TypeError, "a request must be an object `{ method, url, headers, body }`, not undefined"],
    [() => simulator.handle("GET"), TypeError, /not the string `GET`$/],
    [handle({ method: 5 }), TypeError, "a request's `method` must be a string, not `5`"],
    [handle({ url: new URL("https://localhost/") }), TypeError, "a request's `url` must be a string, not an object"],
    [handle({ headers: "a: b" }), TypeError, /`headers` must be an object .*, not the string `a: b`$/],
    [handle({ headers: ["a: b"] }), TypeError, /list of pairs/],
    [handle({ headers: { a: 1 } }), TypeError, "the header `a` must be a string, not `1`"],
    [handle({ headers: thrower }), TypeError, "the header `a` must be a string, not undefined"],
    [handle({ body: {} }), TypeError, "a request's `body` must be a string, not an object"],
    [handle({ body: "a".repeat(2 ** 24 + 1) }), Error, "a request's `body` must be a string of at most 16777216 characters, not 16777217"],
    [() => simulator.advance(-1), TypeError, "the argument of `advance` must be a whole number of seconds from 0 to 4294967295, not `-1`"],
    [() => simulator.advance(0.5), TypeError, /not `0.5`$/],
    [() => simulator.advance(Infinity), TypeError, /not an infinite number$/],
    [() => simulator.advance("60"), TypeError, /not the string `60`$/],
    [() => simulator.advance(2 ** 32), TypeError, /not `4294967296`$/],
    [
      () => simulator.intervene({}),
      TypeError,
      "a change cannot be read: a change has one member, one of `account`, `organization`, `settings`, `share`, `resource`, `resourcePolicy`; a change must be an object such as `{ settings: { workflowPace: \"when-told\" } }`",
    ],
    [() => simulator.intervene({ settings: cycle }), TypeError, /circular/],
    [() => simulator.intervene({ settings: { workflowPace: "soon" } }), Error, /^the settings can't be changed: unknown variant `soon`/],
    [() => simulator.restore({}), TypeError, "the argument of `restore` must be a text that `snapshot()` returned, not an object"],
    [() => simulator.restore("{}"), Error, /^this is not a snapshot of the playground: /],
    [() => play(), TypeError, "a session cannot be undefined; a session must be an object or its JSON text"],
    [() => play(cycle), TypeError, /circular/],
    [() => play({ format: "grant-playground/9" }), Error, /^this is not a session of the playground: .*`grant-playground\/9`/],
    [() => play({ format: "grant-playground/1", steps: [{ as: "111122223333", operation: "Dance" }] }), Error, /^this is not a session of the playground: there is no operation `Dance`; use one such as `license-manager:CreateGrant`/],
    [() => requestHandler(), TypeError, "the argument of `requestHandler` must be a `Simulator`: write `requestHandler(new Simulator())`"],
  ]);
  assert.equal(simulator.snapshot(), before);
});

test("a message about misuse is always short", () => {
  const long = "\u{1f600}".repeat(100_000);
  const cases = [
    () => new Simulator({ [long]: 1 }),
    () => new Simulator({ accounts: [{ id: long }] }),
    () => new Simulator().intervene({ settings: { [long]: long } }),
    () => new Simulator().restore(JSON.stringify(long)),
    () => play({ format: long }),
    () => play({ format: "grant-playground/1", steps: [{ as: "111122223333", operation: long }] }),
  ];
  for (const call of cases) assert.throws(call, ({ message }) => message.length > 20 && message.length <= 2_000, String(call));
});

test("a simulator that is called again during a request still works", () => {
  const simulator = new Simulator();
  const request = { get method() { simulator.handle(ramRequest("/listpermissions", {})); return "POST"; }, url: "" };
  assert.throws(() => simulator.handle(request), TypeError);
  assert.equal(simulator.handle(ramRequest("/listpermissions", {})).status, 200);
});
