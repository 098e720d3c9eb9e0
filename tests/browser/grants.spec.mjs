// A grant as several accounts see it: it is created, accepted and activated, and refusals show their reason.
import { expect, test } from "./support.mjs";

const MESSAGE = "Caller arn:aws:iam::111122223333:root is not allowed to accept this grant.";

test("a vendor grants, the customer accepts and activates", async ({ playground }) => {
  await playground.open();
  await playground.makeGrant();
  const { GrantArn, Status, Version } = await playground.body();
  expect(GrantArn).toMatch(/^arn:aws:license-manager::111122223333:grant:g-[0-9a-f]{32}$/);
  expect([Status, Version]).toEqual(["PENDING_ACCEPT", "1"]);

  await playground.actAs("Customer");
  await playground.call("AcceptGrant");
  expect(await playground.body()).toEqual({ GrantArn, Status: "DISABLED", Version: "2" });

  await playground.choose("CreateGrantVersion");
  await expect(playground.field("GrantArn")).toHaveValue(GrantArn);
  await expect(playground.field("Status")).toHaveValue("ACTIVE");
  await expect(playground.field("SourceVersion")).toHaveValue("2");
  await playground.send("CreateGrantVersion: 200");
  expect(await playground.body()).toEqual({ GrantArn, Status: "ACTIVE", Version: "3" });
  await expect(playground.response.getByRole("region", { name: "Changes" })).toContainText("ACTIVE");
  expect(await playground.rows("Grants", "Grants")).toEqual([expect.arrayContaining(["example-grant", "ACTIVE", "3", "Vendor", GrantArn])]);
});

test("the vendor cannot accept its own grant, and the page shows the reason", async ({ playground }) => {
  await playground.open();
  await playground.makeGrant();
  const grants = await playground.rows("Grants", "Grants");
  await playground.call("AcceptGrant", "400 ValidationException");

  const { response } = playground;
  await expect(response.getByText("400 Bad Request")).toBeVisible();
  await expect(response.getByText(MESSAGE, { exact: true })).toBeVisible();
  await expect(playground.code("Client error")).toHaveText(
    `An error occurred (ValidationException) when calling the AcceptGrant operation: ${MESSAGE}`,
  );
  await expect(response.getByRole("region", { name: "Changes" })).toContainText("No changes.");
  expect(await playground.rows("Grants", "Grants")).toEqual(grants);

  await playground.show("Checks");
  await expect(response.getByRole("heading", { name: "Failed check" })).toBeVisible();
  const stopped = response.getByRole("listitem").filter({ hasText: "Fix: " }).first();
  await expect(stopped.getByText("refused", { exact: true })).toBeVisible();
  await expect(stopped.getByText(/^(Model|Documented|Observed|Inferred)$/)).toBeVisible();
  await expect(stopped.getByText("the grantee is 123456789012.")).toBeVisible();
  await expect(stopped.getByText("Fix: Send the request as 123456789012.")).toBeVisible();
  await expect(stopped.getByText(/^Source: .+\. Rule license-manager\//)).toBeVisible();
  await expect(response.getByText("passed", { exact: true })).not.toHaveCount(0);

  await playground.show("HTTP");
  const request = playground.code("HTTP request");
  await expect(request).toContainText("POST / HTTP/1.1");
  await expect(request).toContainText(/x-amz-target: AWSLicenseManager\.AcceptGrant/i);
  await expect(request).toContainText("Credential=111122223333/");
  const received = playground.code("HTTP response");
  await expect(received).toContainText("HTTP/1.1 400 Bad Request");
  await expect(received).toContainText(/content-type: application\/x-amz-json-1\.1/i);
  await expect(received).toContainText(MESSAGE);
});

test("an outside account can neither accept nor read a grant", async ({ playground }) => {
  await playground.open();
  await playground.makeGrant();
  const { GrantArn } = await playground.body();
  await playground.actAs("Outsider");
  await playground.choose("AcceptGrant");
  await playground.field("GrantArn").fill(GrantArn);
  await playground.send("AcceptGrant: 400 ValidationException");
  const message = "Caller arn:aws:iam::444455556666:root is not allowed to accept this grant.";
  await expect(playground.response.getByText(message, { exact: true })).toBeVisible();
  await playground.choose("GetGrant");
  await playground.field("GrantArn").fill(GrantArn);
  await playground.send("GetGrant: 400 InvalidParameterValueException");
  await playground.call("ListReceivedGrants");
  expect((await playground.body()).Grants).toEqual([]);
});

test("a button leads from a refusal to the field that caused it", async ({ playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.choose("CreateGrantVersion");
  await playground.field("ClientToken").fill("with a space");
  await playground.send("CreateGrantVersion: 400 ValidationException");
  await playground.show("JSON", "Checks");
  await playground.button("Go to ClientToken").click();
  await expect(playground.field("ClientToken")).toBeFocused();
});

test("texts are copied exactly", async ({ page, context, playground }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await playground.open();
  await playground.call("CreateLicense");
  await playground.response.getByRole("checkbox", { name: "Raw body" }).check();
  await playground.button("Copy the response body").click();
  await expect(playground.announcement).toHaveText("Copied the response body.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await playground.code("Response body").innerText());
});
