// Permissions and resource shares with the SDK.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as ram from "@aws-sdk/client-ram";
import { OUTSIDER, VENDOR, callers, members } from "./sdk.mjs";
import { Simulator, template } from "./support.mjs";

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
