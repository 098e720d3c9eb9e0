// Repeats every exchange of the session files with the AWS SDK for JavaScript v3. For the same input its clients must send the
// recorded request, and must convert the recorded response to its members or to a typed exception.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as licenseManager from "@aws-sdk/client-license-manager";
import * as ram from "@aws-sdk/client-ram";
import { Simulator, play, sessionFiles } from "./support.mjs";

const SDKS = {
  "license-manager": [licenseManager, licenseManager.LicenseManagerClient],
  ram: [ram, ram.RAMClient],
};

/** Members that the session files have and the SDK's model does not have, so that the SDK neither sends nor reads them. */
const NEWER = new Set([
  "CreateGrantRequest.Options",
  "CreateLicenseVersionRequest.ResetUsage",
  "CreatePermissionRequest.permissionTemplateParameters",
  "CreateResourceShareRequest.permissionTemplateParameters",
  "GetPermissionRequest.permissionTemplateParameters",
  "Grant.GrantType",
  "ListPermissionsRequest.permissionStatus",
  "ListReceivedGrantsRequest.Nonsense",
  "Options.DesiredStatus",
  "ResourceShareConfiguration.exclusiveAccountAccess",
  "ResourceSharePermissionDetail.permissionTemplateParameters",
  "ResourceSharePermissionSummary.permissionTemplateParameters",
]);

/** The operations without a command in this SDK. The botocore tests cover them. */
const WITHOUT_COMMAND = new Set(["ram:UpdatePermission"]);

/** Members that are seconds on the wire and dates in the SDK. */
const MOMENTS = new Set(["creationTime", "lastUpdatedTime", "invitationTimestamp"]);

const exchanges = [];
for (const { name, text } of await sessionFiles()) {
  play(text).forEach((outcome, index) => {
    if (outcome.response && outcome.operation) exchanges.push({ ...outcome, session: name, step: index + 1 });
  });
}

/** A client whose requests are stored, and which receives the recorded responses. */
function recorded(service, response) {
  const [, Client] = SDKS[service];
  const sent = [];
  const requestHandler = {
    metadata: { handlerProtocol: "http/1.1" },
    async handle(request) {
      sent.push(request);
      const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]));
      return { response: { statusCode: response.status, headers, body: new TextEncoder().encode(response.body) } };
    },
  };
  const credentials = { accessKeyId: "111122223333", secretAccessKey: "any" };
  return { client: new Client({ region: "us-east-1", credentials, requestHandler, maxAttempts: 1 }), sent };
}

/** The members of a recorded request, as a program passes them to the SDK. */
function inputOf({ url, body }, operation) {
  const query = new URL(url).searchParams;
  if (query.size === 0) return JSON.parse(body || "{}");
  const members = new Map(operation.input.members.map(({ name, shape }) => [name, shape.type]));
  const value = (name, text) => (members.get(name) === "integer" ? Number(text) : text);
  return Object.fromEntries([...query].map(([name, text]) => [name, value(name, text)]));
}

const passedOver = new Set();

/** The part of a value that the SDK's schema has. Times are dates in results. */
function known(value, schema, moments, name) {
  // The schema of a member can be in an array with its traits, or behind a function if it refers to other schemas.
  const bare = Array.isArray(schema) && typeof schema[0] !== "number" ? schema[0] : schema;
  const given = typeof bare === "function" ? bare() : bare;
  if (Array.isArray(value)) return value.map((item) => known(item, Array.isArray(given) ? given[4] : undefined, moments));
  if (value === null || typeof value !== "object") return moments && MOMENTS.has(name) ? new Date(Math.round(value * 1000)) : value;
  const [, , structure, , names, schemas] = given;
  const kept = Object.entries(value).filter(([name, member]) => {
    if (!names.includes(name)) passedOver.add(`${structure}.${name}`);
    return member !== null && names.includes(name);
  });
  return Object.fromEntries(kept.map(([name, member]) => [name, known(member, schemas[names.indexOf(name)], moments, name)]));
}

const operations = new Map(new Simulator({ vintage: "2026" }).operations().map((operation) => [operation.action, operation]));

for (const [action, operation] of operations) {
  const of = exchanges.filter((exchange) => exchange.operation === action);
  const [service, name] = action.split(":");
  const [sdk] = SDKS[service];
  if (!sdk[`${name}Command`]) {
    test(`${action}: the SDK has no such command`, () => assert.ok(WITHOUT_COMMAND.has(action)));
    continue;
  }
  const [, , , , inputSchema, outputSchema] = sdk[`${name}$`];

  test(`${action}: sent and read by the SDK`, async () => {
    const answered = of.filter(({ response }) => response.status === 200);
    assert.ok(answered.length > 0, "a session file has a call that succeeds");
    for (const { session, step, request, response } of answered) {
      const about = `${session}, step ${step}`;
      const { client, sent } = recorded(service, response);
      const { $metadata, ...result } = await client.send(new sdk[`${name}Command`](inputOf(request, operation)));
      assert.equal($metadata.httpStatusCode, 200, about);
      assert.deepEqual(result, known(JSON.parse(response.body), outputSchema, true), about);
      const url = new URL(request.url);
      assert.equal(sent[0].method, request.method, about);
      assert.equal(sent[0].path, url.pathname, about);
      assert.deepEqual({ ...sent[0].query }, Object.fromEntries(url.searchParams), about);
      if (url.searchParams.size > 0) continue;
      assert.deepEqual(JSON.parse(sent[0].body || "{}"), known(JSON.parse(request.body || "{}"), inputSchema, false), about);
    }
  });

  test(`${action}: refusals are the SDK's exceptions`, async () => {
    const declared = new Set(operation.errors.map((error) => error.name));
    const refused = of.filter(({ response }) => response.status !== 200);
    assert.ok(refused.length > 0, "a session file has a call that is refused");
    for (const { session, step, request, response, trace } of refused) {
      const refusal = trace.at(-1).error;
      const { client } = recorded(service, response);
      await assert.rejects(client.send(new sdk[`${name}Command`](inputOf(request, operation))), (error) => {
        const about = `${session}, step ${step}: ${error.name}: ${error.message}`;
        assert.equal(error.name, refusal.name, about);
        if (refusal.message !== null) assert.equal(error.message, refusal.message, about);
        assert.equal(error.$metadata.httpStatusCode, response.status, about);
        if (declared.has(refusal.name)) assert.ok(error instanceof sdk[refusal.name], about);
        return true;
      });
    }
  });
}

test("the SDK ignores exactly the members that are newer than its model", () => assert.deepEqual([...passedOver].sort(), [...NEWER].sort()));
