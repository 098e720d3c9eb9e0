// The steps with which the page creates what a pasted request names, played by the simulator.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import understand from "../../www/parts/paste.js";
import { GRANT_STATUSES, missing } from "../../www/parts/world/missing.js";
import { allSteps, pastedSteps } from "../../www/parts/world/pasted-steps.js";
import { setup } from "../../www/parts/world/setup.js";
import { play } from "./support.mjs";

const CALLER = "123456789012";
const LICENSE = "arn:aws:license-manager::111122223333:license:l-0123456789abcdef";
const GRANT = "arn:aws:license-manager::777788889999:grant:g-fedcba9876543210";
const PERMISSION = "arn:aws:ram:eu-west-1:777788889999:permission/my-permission";
const SHARE = "arn:aws:ram:eu-west-1:777788889999:resource-share/7ab63972-b505-7e2a-420d-6f5d3EXAMPLE";
const INVITATION = "arn:aws:ram:us-east-1:777788889999:resource-share-invitation/1e3477be-4a95-46b4-bbe0-c4001EXAMPLE";

/** Plays the steps for the resources of an input, and then calls, which must succeed. Returns the bodies of their responses. */
function answers(input, calls, choose = () => {}) {
  const lacking = missing(input, []);
  lacking.forEach(choose);
  const steps = setup(lacking, { caller: CALLER, accounts: ["111122223333", CALLER], licenses: [] });
  const session = { format: "grant-playground/1", steps: [...steps, { settle: true }, ...calls] };
  const results = play(JSON.stringify(session));
  assert.deepEqual([...results].filter(({ response }) => response && response.status !== 200).map(({ response }) => response.body), []);
  return [...results].slice(-calls.length).map(({ response }) => JSON.parse(response.body));
}

const call = (as, operation, input, region = "us-east-1") => ({ as, region, operation, input });

test("a missing license and a missing grant exist with the same ARN", () => {
  const [license] = answers({ LicenseArn: LICENSE }, [call("111122223333", "license-manager:GetLicense", { LicenseArn: LICENSE })]);
  assert.equal(license.License.LicenseArn, LICENSE);
  for (const status of GRANT_STATUSES) {
    const [grant] = answers({ GrantArn: GRANT }, [call(CALLER, "license-manager:GetGrant", { GrantArn: GRANT })], (resource) => (resource.status = status));
    assert.deepEqual([grant.Grant.GrantArn, grant.Grant.GrantStatus, grant.Grant.GranteePrincipalArn], [GRANT, status, `arn:aws:iam::${CALLER}:root`]);
  }
});

test("a missing permission, share and invitation exist with the same ARN", () => {
  const named = { permissionArn: `${PERMISSION}:1`, resourceShareArn: SHARE };
  const owner = (operation, input) => call("777788889999", operation, input, "eu-west-1");
  const [permission, shares] = answers(named, [
    owner("ram:GetPermission", { permissionArn: PERMISSION }),
    owner("ram:GetResourceShares", { resourceOwner: "SELF" }),
  ]);
  assert.equal(permission.permission.arn, PERMISSION);
  assert.deepEqual(shares.resourceShares.map(({ resourceShareArn }) => resourceShareArn), [SHARE]);
  const [accepted] = answers({ a: INVITATION }, [call(CALLER, "ram:AcceptResourceShareInvitation", { resourceShareInvitationArn: INVITATION })]);
  assert.equal(accepted.resourceShareInvitation.status, "ACCEPTED");
});

test("only what the session lacks is missing, and each resource once", () => {
  const input = { a: GRANT, b: [GRANT, LICENSE], c: `${PERMISSION}:3`, d: "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet", e: "text" };
  assert.deepEqual(missing(input, [LICENSE]).map(({ arn }) => arn), [GRANT, PERMISSION]);
  assert.deepEqual(missing(input, [LICENSE, GRANT, PERMISSION]), []);
});

test("the requests of a Terraform state create its resources, with their ARNs, owners and statuses", () => {
  const text = readFileSync(new URL("../parts/paste/terraform-show-state.txt", import.meta.url), "utf8");
  const data = { draft: { as: CALLER }, accounts: { [CALLER]: "", 111122223333: "" }, arns: [] };
  // What the text does not know, a person would fill in.
  const filledIn = { "license-manager:CreateGrant": { ClientToken: "t" }, "ram:CreatePermission": { policyTemplate: '{"Effect":"Allow","Action":["ssm:GetParameter"]}' } };
  const calls = understand(text).calls.map((call) => ({ ...call, input: { ...call.input, ...filledIn[call.operation] } }));
  const requests = calls.map((call) => {
    const { before, own } = pastedSteps(call, data);
    return { creates: call.creates, steps: (created) => [...before(true, created), own] };
  });
  const steps = allSteps(requests).map((step) => JSON.parse(step));
  const outcomes = play({ format: "grant-playground/1", steps });
  assert.deepEqual([...outcomes].filter(({ response }) => response && response.status !== 200).map(({ response }) => response.body), []);
  const { ram, license_manager: licenseManager } = JSON.parse(outcomes.simulator.snapshot());
  const created = (operation) => calls.find((call) => call.operation === operation).creates;
  assert.deepEqual(ram.shares.shares.map(({ arn }) => arn), [created("ram:CreateResourceShare")]);
  assert.deepEqual(ram.permissions.map(({ arn }) => arn), [created("ram:CreatePermission")]);
  assert.deepEqual(licenseManager.grants.map(({ fixed, current }) => [fixed.arn, current.state]), [[created("license-manager:CreateGrant"), { Disabled: "Account" }]]);
});
