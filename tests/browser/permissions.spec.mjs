// Permissions and their versions, written as JSON, and the responses byte for byte.
import { expect, test } from "./support.mjs";

const template = (place) => JSON.stringify({ Effect: "Allow", Action: ["ssm:GetParameter"], Condition: { StringEquals: { "aws:SourceVpce": `vpce-${place}` } } });
const permissionArn = "arn:aws:ram:us-east-1:111122223333:permission/read-parameters";
const MESSAGE = `The permission ${permissionArn} has reached the limit for the number of existing versions it can have (5).`;
const BODY = JSON.stringify({ __type: "PermissionVersionsLimitExceededException", message: MESSAGE });

async function create(playground) {
  await playground.open();
  await playground.choose("CreatePermission");
  await playground.sendJson({ name: "read-parameters", resourceType: "ssm:Parameter", policyTemplate: template(1) }, "CreatePermission: 200");
  await playground.choose("CreatePermissionVersion");
}

test("a permission and its next version, written as JSON", async ({ playground }) => {
  await create(playground);
  await playground.sendJson({ permissionArn, policyTemplate: template(2) }, "CreatePermissionVersion: 200");
  const { permission } = await playground.body();
  expect(permission).toMatchObject({ arn: permissionArn, version: "2", defaultVersion: true, permission: template(2) });
  const versions = await playground.rows("Permissions", "Permission versions");
  expect(versions.map((row) => row.slice(0, 3))).toEqual([
    ["read-parameters:1", expect.any(String), ""],
    ["read-parameters:2", expect.any(String), "default"],
  ]);
});

test("the sixth version is refused with the recorded response, byte for byte", async ({ playground }) => {
  await create(playground);
  for (const place of [2, 3, 4, 5]) await playground.sendJson({ permissionArn, policyTemplate: template(place) }, "CreatePermissionVersion: 200");
  await expect(playground.steps()).toHaveCount(6);
  await playground.sendJson({ permissionArn, policyTemplate: template(6) }, "CreatePermissionVersion: 400 PermissionVersionsLimitExceededException");
  await expect(playground.response.getByText(MESSAGE, { exact: true })).toBeVisible();
  await playground.show("Body");
  const body = playground.code("Response body");
  await expect(body).toContainText('\n  "message": ');
  await playground.response.getByRole("checkbox", { name: "Raw body" }).check();
  expect(await body.textContent()).toBe(BODY);
  await playground.show("HTTP");
  const response = playground.code("HTTP response");
  await expect(response).toContainText("HTTP/1.1 400 Bad Request");
  await expect(response).toContainText(/x-amzn-errortype: PermissionVersionsLimitExceededException/i);
  expect((await response.textContent()).endsWith(`\n\n${BODY}`)).toBe(true);
  await playground.show("Checks");
  await expect(playground.response.getByText(/^Fix: .*delete/i)).toBeVisible();
});

test("a share keeps its permission version", async ({ page, playground }) => {
  await create(playground);
  await playground.show("Shares");
  await playground.world.getByRole("combobox", { name: "Permission" }).selectOption(permissionArn);
  await page.getByLabel("Share name").fill("reading-room");
  await playground.button("Add to share").click();
  const shares = () => playground.rows("Shares", "Permissions of resource shares");
  expect(await shares()).toEqual([expect.arrayContaining(["reading-room", "read-parameters:1", "default version"])]);
  await playground.sendJson({ permissionArn, policyTemplate: template(2) }, "CreatePermissionVersion: 200");
  expect(await shares()).toEqual([expect.arrayContaining(["reading-room", "read-parameters:1", "older version"])]);
});
