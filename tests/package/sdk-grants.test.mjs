// Licenses and grants with the SDK: the requests of a vendor and a customer, and the typed responses.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as licenseManager from "@aws-sdk/client-license-manager";
import { OUTSIDER, VENDOR, callers, grantBetween, members, operations, principal } from "./sdk.mjs";
import { Simulator, license } from "./support.mjs";

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
