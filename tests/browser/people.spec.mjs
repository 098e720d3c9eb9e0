// Five kinds of people, each from an empty page to what they came for, with real keys.
import { expect, test } from "./support.mjs";

/** Searches everything and takes the first result. */
async function find(page, text) {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search everything" })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

test("a cloud engineer sees why accept-grant was refused, and what passes", async ({ page, playground }) => {
  await playground.open();
  await find(page, "only the grantee");
  await expect(playground.response.getByRole("heading", { name: "Only the grantee can accept a grant" })).toBeVisible();
  for (let step = 1; step <= 3; step += 1) await page.keyboard.press("]");
  await expect(playground.announcement).toHaveText("Step 3 of 5: AcceptGrant 400 ValidationException");
  await expect(playground.response.getByText(/the grantee is/)).toBeVisible();
  await playground.button("Apply fix").click();
  await expect(playground.announcement).toHaveText("AcceptGrant: 200");
  await page.keyboard.press("Control+z");
  await expect(playground.announcement).toHaveText("The last change is undone.");
  await expect(playground.steps()).toHaveCount(6);
});

test("a vendor sees who may do what with a grant, and what deleting it takes away", async ({ page, playground }) => {
  await playground.open();
  await find(page, "create-license");
  await page.keyboard.press("Control+Enter");
  await find(page, "create-grant");
  await page.keyboard.press("Control+Enter");
  await expect(playground.announcement).toHaveText("CreateGrant: 200");
  await playground.world.getByRole("button", { name: "PENDING_ACCEPT", exact: true }).press("Enter");
  const rights = playground.world.getByRole("region", { name: "Who may do what from here" });
  await expect(rights.getByRole("columnheader", { name: "Customer", exact: true })).toBeVisible();
  await rights.getByRole("button", { name: "DeleteGrant as 111122223333: → DELETED" }).press("Enter");
  await expect(playground.request.getByText("license-manager:DeleteGrant")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(playground.announcement).toHaveText("DeleteGrant: 200");
  await expect(playground.world.getByRole("rowheader", { name: "example-grant changed" })).toBeVisible();
});

test("a documentation writer gets the exact request and response, and the session as a file", async ({ page, playground }) => {
  await playground.open();
  await find(page, "createpermission");
  await playground.send("CreatePermission: 200");
  await playground.show("HTTP");
  await expect(playground.response.getByText(/POST \/createpermission HTTP\/1\.1/)).toBeVisible();
  await expect(playground.response.getByText(/HTTP\/1\.1 200 OK/)).toBeVisible();
  const session = await playground.exported();
  await page.keyboard.press("Control+z");
  await expect(playground.steps()).toHaveCount(1);
  await playground.pasteSession(session);
  await expect(playground.steps()).toHaveCount(2);
});

test("a teacher steps through an example with its notes", async ({ page, playground }) => {
  await playground.open();
  await find(page, "must be activated");
  await expect(playground.response.getByRole("heading", { name: "An accepted grant must be activated" })).toBeVisible();
  const notes = [];
  for (let step = 1; step < (await playground.steps().count()); step += 1) {
    await page.keyboard.press("]");
    await expect(playground.announcement).toHaveText(new RegExp(`^Step ${step} of `));
    notes.push(await playground.response.locator(".note").count());
  }
  expect(notes.reduce((sum, count) => sum + count)).toBeGreaterThan(0);
  await expect(playground.world.getByText("ACTIVE", { exact: true }).first()).toBeVisible();
});

test("an SDK author injects an error, and sees what a client prints", async ({ page, playground }) => {
  await playground.open();
  await find(page, "ServerInternalException");
  await expect(page.getByLabel("Injected error")).toHaveValue("ServerInternalException");
  await page.keyboard.press("Control+Enter");
  await expect(playground.announcement).toHaveText(/: 500 ServerInternalException$/);
  await expect(playground.response.getByText(/^An error occurred \(ServerInternalException\) when calling the /)).toBeVisible();
  await expect(page.getByLabel("Injected error")).toHaveValue("");
  await page.keyboard.press("Control+Enter");
  await expect(playground.announcement).toHaveText(/: 200$/);
});
