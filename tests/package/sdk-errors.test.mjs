// Refused, failed and aborted calls in the SDK, and the request handler.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as licenseManager from "@aws-sdk/client-license-manager";
import * as ram from "@aws-sdk/client-ram";
import { OUTSIDER, VENDOR, callers, clientOptions, grantBetween } from "./sdk.mjs";
import { Simulator, requestHandler, template } from "./support.mjs";

test("refusals are the SDK's typed exceptions", async () => {
  const simulator = new Simulator();
  const [vendor, outsider] = [callers(simulator, VENDOR), callers(simulator, OUTSIDER)];
  const { GrantArn } = await grantBetween(vendor);
  const permission = { name: "read", resourceType: "ssm:Parameter", policyTemplate: template("GetParameter") };
  const { arn } = (await vendor.ram("CreatePermission", permission)).permission;
  const cases = [
    [
      () => vendor.licenseManager("GetGrant", { GrantArn: "nonsense" }),
      licenseManager.ValidationException,
      /^1 validation error detected: Value 'nonsense' at 'grantArn' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
    ],
    [
      () => vendor.licenseManager("AcceptGrant", { GrantArn }),
      licenseManager.ValidationException,
      /^Caller arn:aws:iam::111122223333:root is not allowed to accept this grant\.$/,
    ],
    [
      () => vendor.licenseManager("DeleteGrant", { GrantArn, Version: "7" }),
      licenseManager.ValidationException,
      /^A grant cannot be deleted since the version provided doesn't match the latest version 1 in our records$/,
    ],
    [() => vendor.ram("CreatePermission", permission), ram.PermissionAlreadyExistsException, new RegExp(`^The permission ${arn} already exists\\.$`)],
    [
      () => vendor.ram("CreatePermissionVersion", { permissionArn: arn, policyTemplate: permission.policyTemplate }),
      ram.InvalidParameterException,
      /^Existing permission version: 1 has same policy$/,
    ],
    [
      () => vendor.ram("CreatePermissionVersion", { permissionArn: arn, policyTemplate: template("PutParameter") }),
      ram.InvalidPolicyException,
      /^InvalidPolicy: Input policy containing action that is not allowed for resource type ssm:Parameter$/,
    ],
    [() => vendor.ram("GetPermission", { permissionArn: `${arn}-none` }), ram.UnknownResourceException, /-none does not exist\.$/],
    [() => outsider.ram("GetPermission", { permissionArn: arn }), ram.OperationNotPermittedException, /./],
    [() => vendor.ram("GetPermission", { permissionArn: "nonsense" }), ram.MalformedArnException, /./],
  ];
  for (const [call, Exception, message] of cases) {
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof Exception, `${error.name}: ${error.message}`);
      assert.match(error.message, message);
      assert.equal(error.$fault, "client");
      assert.equal(error.$metadata.attempts, 1);
      return true;
    });
  }
});

/** A client whose requests have an injected fault, and the number of its requests. */
function faultyClient(Client, fault, times = Infinity) {
  let sent = 0;
  const simulator = new Simulator();
  const client = new Client(clientOptions(simulator, VENDOR, { maxAttempts: 3, retryStrategy: undefined }));
  const inject = (next) => (args) => {
    sent += 1;
    if (sent <= times) args.request.headers["x-playground-fault"] = fault;
    else delete args.request.headers["x-playground-fault"];
    return next(args);
  };
  client.middlewareStack.add(inject, { step: "finalizeRequest", priority: "low" });
  return { client, sent: () => sent };
}

test("throttling and server errors are retried as often as the client allows", async () => {
  const listGrants = () => new licenseManager.ListDistributedGrantsCommand({});
  const listPermissions = () => new ram.ListPermissionsCommand({});
  const cases = [
    [licenseManager.LicenseManagerClient, listGrants, "ServerInternalException", licenseManager.ServerInternalException],
    [ram.RAMClient, listPermissions, "ServerInternalException", ram.ServerInternalException],
    [ram.RAMClient, listPermissions, "ServiceUnavailableException", ram.ServiceUnavailableException],
  ];
  for (const [Client, command, fault, Exception] of cases) {
    const always = faultyClient(Client, fault);
    await assert.rejects(always.client.send(command()), (error) => error instanceof Exception && error.$metadata.attempts === 3);
    assert.equal(always.sent(), 3);
    const once = faultyClient(Client, fault, 1);
    assert.equal((await once.client.send(command())).$metadata.attempts, 2);
  }
  const { client, sent } = faultyClient(licenseManager.LicenseManagerClient, "RateLimitExceededException");
  await assert.rejects(client.send(listGrants()), licenseManager.RateLimitExceededException);
  // The model does not mark this error as retryable, so the SDK throws it immediately.
  assert.equal(sent(), 1);
});

test("an aborted call returns no response", async () => {
  const simulator = new Simulator();
  const client = new ram.RAMClient(clientOptions(simulator, VENDOR));
  const before = new AbortController();
  before.abort();
  await assert.rejects(client.send(new ram.ListPermissionsCommand({}), { abortSignal: before.signal }), { name: "AbortError" });
  const during = new AbortController();
  const handler = requestHandler(simulator);
  const request = { method: "POST", hostname: "ram.us-east-1.amazonaws.com", path: "/listpermissions", headers: {}, body: "{}" };
  const answer = handler.handle(request, { abortSignal: during.signal });
  during.abort();
  await assert.rejects(answer, { name: "AbortError" });
});

test("the handler implements the SDK's interface", async () => {
  const handler = requestHandler(new Simulator());
  assert.deepEqual(handler.httpHandlerConfigs(), {});
  assert.equal(handler.updateHttpClientConfig("requestTimeout", 5), undefined);
  const request = {
    method: "DELETE",
    protocol: "https:",
    hostname: "ram.us-east-1.amazonaws.com",
    port: 443,
    path: "/deletepermission",
    query: { permissionArn: "arn:aws:ram:us-east-1:1:permission/(a)", x: ["1", "2"], flag: null },
    headers: { "X-Amz-Date": "20231114T221320Z" },
    body: new TextEncoder().encode(""),
  };
  const { response } = await handler.handle(request);
  assert.equal(response.statusCode, 403);
  assert.ok(Object.keys(response.headers).every((name) => name === name.toLowerCase()));
  assert.ok(response.body instanceof Uint8Array);
  assert.equal(handler.destroy(), undefined);
});

test("a refused request is sent once, whatever the session's time is", async () => {
  const vendor = callers(new Simulator({ start: "2023-11-14T22:13:20Z" }), VENDOR);
  for (const send of [() => vendor.licenseManager("GetGrant", { GrantArn: "nonsense" }), () => vendor.ram("CreatePermission")]) {
    await assert.rejects(send, (error) => error.$metadata.attempts === 1 && !error.$metadata.clockSkewCorrected);
  }
});
