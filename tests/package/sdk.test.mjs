// The AWS SDK for JavaScript v3, unmodified: its clients sign, serialize, retry and parse; the simulator answers.
import assert from "node:assert/strict";
import { constants, createPublicKey, verify } from "node:crypto";
import { test } from "node:test";
import * as licenseManager from "@aws-sdk/client-license-manager";
import * as ram from "@aws-sdk/client-ram";
import { Simulator, license, requestHandler, template } from "./support.mjs";

const VENDOR = "111122223333";
const OUTSIDER = "444455556666";
const principal = (account) => [`arn:aws:iam::${account}:root`];
const operations = ["CreateGrant", "CheckoutLicense"];

function clientOptions(simulator, account, more) {
  const credentials = { accessKeyId: account, secretAccessKey: "any" };
  return { region: "us-east-1", credentials, requestHandler: requestHandler(simulator), ...more };
}

/** Clients of one account: `as.licenseManager("CreateGrant", input)`, `as.ram("GetPermission", input)`. */
function callers(simulator, account, more) {
  const of = (sdk, Client) => {
    const client = new Client(clientOptions(simulator, account, more));
    return (operation, input = {}) => client.send(new sdk[`${operation}Command`](input));
  };
  return { licenseManager: of(licenseManager, licenseManager.LicenseManagerClient), ram: of(ram, ram.RAMClient) };
}

/** The result without the SDK's own remarks. */
const members = ({ $metadata, ...rest }) => rest;

async function grantBetween(vendor) {
  const { LicenseArn } = await vendor.licenseManager("CreateLicense", { ...license, ClientToken: "license" });
  const input = { ClientToken: "grant", GrantName: "first", LicenseArn, HomeRegion: "us-east-1", AllowedOperations: operations };
  return vendor.licenseManager("CreateGrant", { ...input, Principals: principal(OUTSIDER) });
}

test("License Manager: a license, a grant, its acceptance, activation and deletion", async () => {
  const simulator = new Simulator();
  const [vendor, outsider] = [callers(simulator, VENDOR), callers(simulator, OUTSIDER)];

  const created = await vendor.licenseManager("CreateLicense", { ...license, ClientToken: "license" });
  assert.deepEqual(members(created), { LicenseArn: created.LicenseArn, Status: "AVAILABLE", Version: "1" });
  assert.equal(created.$metadata.httpStatusCode, 200);
  assert.match(created.$metadata.requestId, /^[0-9a-f-]{36}$/);
  assert.equal(created.$metadata.attempts, 1);

  const { License } = await vendor.licenseManager("GetLicense", { LicenseArn: created.LicenseArn });
  assert.deepEqual(License.Entitlements, license.Entitlements);
  assert.equal(License.CreateTime, "1700000000");

  const grant = await vendor.licenseManager("CreateGrant", {
    ClientToken: "grant",
    GrantName: "first",
    LicenseArn: created.LicenseArn,
    HomeRegion: "us-east-1",
    Principals: principal(OUTSIDER),
    AllowedOperations: operations,
  });
  assert.deepEqual(members(grant), { GrantArn: grant.GrantArn, Status: "PENDING_ACCEPT", Version: "1" });
  const { GrantArn } = grant;

  const accepted = await outsider.licenseManager("AcceptGrant", { GrantArn });
  assert.deepEqual(members(accepted), { GrantArn, Status: "DISABLED", Version: "2" });
  const activated = await outsider.licenseManager("CreateGrantVersion", { ClientToken: "activate", GrantArn, Status: "ACTIVE" });
  assert.deepEqual(members(activated), { GrantArn, Status: "ACTIVE", Version: "3" });

  const { Grant } = await outsider.licenseManager("GetGrant", { GrantArn });
  assert.equal(Grant.GrantStatus, "ACTIVE");
  assert.deepEqual(Grant.GrantedOperations, operations);
  const received = await outsider.licenseManager("ListReceivedGrants", { MaxResults: 5 });
  assert.deepEqual(received.Grants.map((grant) => grant.GrantArn), [GrantArn]);

  const deleted = await vendor.licenseManager("DeleteGrant", { GrantArn, Version: "3" });
  assert.equal(deleted.Status, "DELETED");
  const distributed = await vendor.licenseManager("ListDistributedGrants");
  assert.deepEqual(distributed.Grants.map((grant) => grant.GrantStatus), ["DELETED"]);
});

test("License Manager: a grant is rejected", async () => {
  const simulator = new Simulator();
  const { GrantArn } = await grantBetween(callers(simulator, VENDOR));
  const rejected = await callers(simulator, OUTSIDER).licenseManager("RejectGrant", { GrantArn });
  assert.deepEqual(members(rejected), { GrantArn, Status: "REJECTED", Version: "2" });
});

test("License Manager: a license's versions, lists, tags and deletion", async () => {
  const simulator = new Simulator();
  const vendor = callers(simulator, VENDOR);
  const { LicenseArn } = await vendor.licenseManager("CreateLicense", { ...license, ClientToken: "license" });
  const { ProductSKU, Beneficiary, ...content } = license;
  const version = { ...content, LicenseArn, Status: "SUSPENDED", SourceVersion: "1", ClientToken: "version" };
  const second = await vendor.licenseManager("CreateLicenseVersion", version);
  assert.deepEqual(members(second), { LicenseArn, Version: "2", Status: "SUSPENDED" });
  await assert.rejects(
    () => vendor.licenseManager("CreateLicenseVersion", { ...version, ClientToken: "stale" }),
    (error) => error instanceof licenseManager.ConflictException && /doesn't match the latest version 2/.test(error.message),
  );

  const { Licenses: versions } = await vendor.licenseManager("ListLicenseVersions", { LicenseArn });
  assert.deepEqual(versions.map(({ Version, Status }) => `${Version} ${Status}`), ["1 AVAILABLE", "2 SUSPENDED"]);
  assert.deepEqual([versions[1].ProductSKU, versions[1].Beneficiary], [ProductSKU, Beneficiary]);
  const listed = await vendor.licenseManager("ListLicenses", { Filters: [{ Name: "Status", Values: ["SUSPENDED"] }], MaxResults: 5 });
  assert.deepEqual(listed.Licenses, [versions[1]]);

  const tags = async () => (await vendor.licenseManager("ListTagsForResource", { ResourceArn: LicenseArn })).Tags;
  const Tags = [{ Key: "team", Value: "docs" }, { Key: "stage", Value: "beta" }];
  assert.deepEqual(members(await vendor.licenseManager("TagResource", { ResourceArn: LicenseArn, Tags })), {});
  assert.deepEqual(await tags(), Tags);
  await vendor.licenseManager("UntagResource", { ResourceArn: LicenseArn, TagKeys: ["team"] });
  assert.deepEqual(await tags(), [Tags[1]]);

  const deleted = await vendor.licenseManager("DeleteLicense", { LicenseArn, SourceVersion: "2" });
  assert.equal(deleted.Status, "PENDING_DELETE");
  assert.match(deleted.DeletionDate, /^2024-05-14T22:13:\d\dZ$/);
});

test("RAM: a permission, its versions and their deletion, with dates", async () => {
  const simulator = new Simulator();
  const vendor = callers(simulator, VENDOR);
  const { permission } = await vendor.ram("CreatePermission", {
    name: "read",
    resourceType: "ssm:Parameter",
    policyTemplate: template("GetParameter"),
    tags: [{ key: "team", value: "docs" }],
  });
  assert.equal(permission.arn, `arn:aws:ram:us-east-1:${VENDOR}:permission/read`);
  assert.equal(permission.version, "1");
  assert.deepEqual(permission.creationTime, new Date("2023-11-14T22:13:20Z"));
  assert.deepEqual(permission.tags, [{ key: "team", value: "docs" }]);
  const permissionArn = permission.arn;

  const policyTemplate = template("GetParameter", "GetParameters");
  const second = await vendor.ram("CreatePermissionVersion", { permissionArn, policyTemplate, clientToken: "second" });
  assert.equal(second.clientToken, "second");
  assert.equal(second.permission.permission, policyTemplate);
  assert.deepEqual([second.permission.version, second.permission.defaultVersion], ["2", true]);

  const versions = async () =>
    (await vendor.ram("ListPermissionVersions", { permissionArn })).permissions.map(({ version, status }) => `${version} ${status}`);
  assert.deepEqual(await versions(), ["1 UNATTACHABLE", "2 ATTACHABLE"]);
  assert.deepEqual(members(await vendor.ram("SetDefaultPermissionVersion", { permissionArn, permissionVersion: 1 })), { returnValue: true });
  const deletion = await vendor.ram("DeletePermissionVersion", { permissionArn, permissionVersion: 2 });
  assert.deepEqual(members(deletion), { permissionStatus: "DELETING", returnValue: true });
  assert.deepEqual(await versions(), ["1 ATTACHABLE", "2 DELETED"]);

  const got = await vendor.ram("GetPermission", { permissionArn, permissionVersion: 2 });
  assert.equal(got.permission.permission, policyTemplate);
  assert.equal(got.permission.lastUpdatedTime.getTime(), Date.parse("2023-11-14T22:13:24Z"));
  const list = await vendor.ram("ListPermissions", { permissionType: "CUSTOMER_MANAGED" });
  assert.deepEqual(list.permissions.map((permission) => permission.name), ["read"]);
  assert.equal((await vendor.ram("DeletePermission", { permissionArn })).permissionStatus, "DELETING");
});

test("RAM: an outside account is invited to a share, accepts and leaves it", async () => {
  const simulator = new Simulator();
  const [vendor, outsider] = [callers(simulator, VENDOR), callers(simulator, OUTSIDER)];
  const resourceArns = ["arn:aws:ec2:us-east-1:111122223333:transit-gateway/tgw-1"];
  const { resourceShare } = await vendor.ram("CreateResourceShare", { name: "network", resourceArns, principals: [OUTSIDER] });
  const { resourceShareArn } = resourceShare;
  assert.deepEqual([resourceShare.status, resourceShare.tags, resourceShare.creationTime], ["ACTIVE", [], new Date(1_700_000_000_000)]);
  await assert.rejects(vendor.ram("DeleteResourceShare", { resourceShareArn }), ram.InvalidStateTransitionException);

  const { resourceShareInvitations } = await outsider.ram("GetResourceShareInvitations");
  const { resourceShareInvitationArn } = resourceShareInvitations[0];
  const { resourceShareInvitation } = await outsider.ram("AcceptResourceShareInvitation", { resourceShareInvitationArn });
  assert.equal(resourceShareInvitation.status, "ACCEPTED");
  const { resourceShares } = await outsider.ram("GetResourceShares", { resourceOwner: "OTHER-ACCOUNTS" });
  assert.deepEqual(resourceShares.map(({ name }) => name), ["network"]);

  const left = await outsider.ram("DisassociateResourceShare", { resourceShareArn, principals: [OUTSIDER] });
  assert.equal(left.resourceShareAssociations[0].status, "DISASSOCIATING");
  const associations = await vendor.ram("GetResourceShareAssociations", { associationType: "PRINCIPAL" });
  assert.equal(associations.resourceShareAssociations[0].status, "DISASSOCIATED");
  const renamed = await vendor.ram("UpdateResourceShare", { resourceShareArn, name: "old-network" });
  assert.equal(renamed.resourceShare.name, "old-network");
  await vendor.ram("AssociateResourceShare", { resourceShareArn, sources: [VENDOR] });
  const { sourceAssociations } = await vendor.ram("ListSourceAssociations");
  assert.equal(sourceAssociations[0].sourceId, VENDOR);
  assert.deepEqual(members(await vendor.ram("DeleteResourceShare", { resourceShareArn })), { returnValue: true });
});

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

/** A client whose requests carry a fault, and how many it sent. */
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

test("throttling and server errors are retried, and no more often than the client allows", async () => {
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
  // The model does not mark this error as one to retry, so the SDK gives it to the caller at once.
  assert.equal(sent(), 1);
});

test("an aborted call is not answered", async () => {
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

test("the handler speaks the SDK's contract", async () => {
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

/** The claims of a JSON Web Token, if one of the simulator's public keys proves it; Node's own cryptography is the judge. */
function proved(simulator, token) {
  const [header, claims, signature] = token.split(".");
  const part = (text) => JSON.parse(Buffer.from(text, "base64url").toString());
  const jwk = simulator.publicKeys().find(({ kid }) => kid === part(header).kid);
  const key = { key: createPublicKey({ key: jwk, format: "jwk" }), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
  assert.ok(verify("sha384", Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, "base64url")), token);
  return part(claims);
}

test("License Manager: seats, a borrowed license, and tokens that prove themselves", async () => {
  const simulator = new Simulator();
  const [vendor, outsider] = [callers(simulator, VENDOR), callers(simulator, OUTSIDER)];
  const { LicenseArn } = await vendor.licenseManager("CreateLicense", {
    ...license,
    Issuer: { Name: "Example Vendor", SignKey: "arn:aws:kms:us-east-1:111122223333:key/1" },
    ConsumptionConfiguration: {
      ProvisionalConfiguration: { MaxTimeToLiveInMinutes: 60 },
      BorrowConfiguration: { AllowEarlyCheckIn: true, MaxTimeToLiveInMinutes: 60 },
    },
    ClientToken: "license",
  });
  const { GrantArn } = await vendor.licenseManager("CreateGrant", {
    ClientToken: "grant",
    GrantName: "first",
    LicenseArn,
    HomeRegion: "us-east-1",
    Principals: principal(OUTSIDER),
    AllowedOperations: ["CheckoutLicense", "CheckoutBorrowLicense", "CheckInLicense", "ExtendConsumptionLicense", "CreateToken"],
  });
  await outsider.licenseManager("CreateGrantVersion", { ClientToken: "activate", GrantArn, Status: "ACTIVE" });

  const Entitlements = [{ Name: "seats", Unit: "Count", Value: "1" }];
  const seat = await outsider.licenseManager("CheckoutLicense", {
    ProductSKU: "photon-1",
    CheckoutType: "PROVISIONAL",
    KeyFingerprint: "aws:111122223333:Example Vendor:issuer-fingerprint",
    Entitlements,
    ClientToken: "seat",
  });
  assert.equal(seat.LicenseArn, LicenseArn);
  assert.match(seat.Expiration, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  const { LicenseConsumptionToken } = seat;
  const { Expiration } = await outsider.licenseManager("ExtendLicenseConsumption", { LicenseConsumptionToken });
  assert.ok(Expiration > seat.Expiration);

  const borrowed = await outsider.licenseManager("CheckoutBorrowLicense", {
    LicenseArn,
    Entitlements,
    DigitalSignatureMethod: "JWT_PS384",
    CheckoutMetadata: [{ Name: "Mac", Value: "ABCDEFGHI" }],
    ClientToken: "borrow",
  });
  assert.deepEqual(proved(simulator, borrowed.SignedToken), {
    entitlementsAllowed: [{ name: "seats", unit: "Count", value: "1" }],
    expiration: borrowed.Expiration,
    issuedAt: borrowed.IssuedAt,
    licenseArn: LicenseArn,
    licenseConsumptionToken: borrowed.LicenseConsumptionToken,
    checkoutMetadata: { Mac: "ABCDEFGHI" },
  });
  const usage = async () => (await vendor.licenseManager("GetLicenseUsage", { LicenseArn })).LicenseUsage.EntitlementUsages;
  assert.deepEqual(await usage(), [{ Name: "seats", ConsumedValue: "2", MaxCount: "10", Unit: "Count" }]);
  await outsider.licenseManager("CheckInLicense", { LicenseConsumptionToken: borrowed.LicenseConsumptionToken });
  assert.equal((await usage())[0].ConsumedValue, "1");

  const { TokenId, Token } = await outsider.licenseManager("CreateToken", { LicenseArn, ClientToken: "token" });
  assert.equal(proved(simulator, Token).sub, TokenId);
  // Whoever has the token needs no credentials: nothing signs this request.
  const unsigned = new licenseManager.LicenseManagerClient({
    ...clientOptions(simulator, "", {}),
    signer: { sign: async (request) => request },
  });
  const { AccessToken } = await unsigned.send(new licenseManager.GetAccessTokenCommand({ Token }));
  const { aud, amr } = proved(simulator, AccessToken);
  assert.deepEqual([aud, amr], [LicenseArn, [`aws:license-manager:token-issuer-account-id:${OUTSIDER}`]]);
  await outsider.licenseManager("DeleteToken", { TokenId });
  const { Tokens } = await outsider.licenseManager("ListTokens");
  assert.equal(Tokens[0].Status, "DELETED");
  await assert.rejects(unsigned.send(new licenseManager.GetAccessTokenCommand({ Token })), { name: "AuthorizationException" });
});
