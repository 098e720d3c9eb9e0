// The page solves a problem: the right caller, the fix of a refusal, undo and redo.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./support.mjs";

/** A grant of the vendor, which only the customer can accept. */
async function makeGrant(playground) {
  await playground.open();
  await playground.call("CreateLicense");
  await playground.call("CreateGrant");
  await playground.choose("AcceptGrant");
}

test("the wrong caller is shown before Send, with the right one as a button", async ({ page, playground }) => {
  await makeGrant(playground);
  const { request } = playground;
  await expect(request.getByText(/As Vendor this request is refused \(400 ValidationException\)/)).toBeVisible();
  await request.getByText("Response for each account").click();
  const rows = request.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: "Customer" }).first()).toContainText("grantee200");
  await expect(rows.filter({ hasText: "Outsider" })).toContainText("is not allowed to accept this grant");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(".request").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await request.getByRole("button", { name: "Act as Customer" }).click();
  await expect(playground.caller("123456789012")).toBeChecked();
  await expect(request.getByText(/this request is refused/)).toHaveCount(0);
  await playground.send("AcceptGrant: 200");
});

test("the arrow keys choose the caller", async ({ page, playground }) => {
  await makeGrant(playground);
  await playground.caller("111122223333").focus();
  await page.keyboard.press("ArrowRight");
  await expect(playground.caller("123456789012")).toBeChecked();
  await expect(playground.caller("123456789012")).toBeFocused();
});

test("a refused request is fixed with one press", async ({ page, playground }) => {
  await makeGrant(playground);
  await playground.send("AcceptGrant: 400 ValidationException");
  const fix = playground.response.getByRole("group", { name: "Fix" });
  await expect(fix).toContainText("Send the request as Customer.");
  await expect(fix).toContainText("The response will be 200 OK.");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(".response").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await fix.getByRole("button", { name: "Apply fix" }).click();
  await expect(playground.announcement).toHaveText("AcceptGrant: 200");
  await expect(playground.caller("123456789012")).toBeChecked();
  await expect(fix).toHaveCount(0);
  await expect(playground.response.getByText(/All \d+ checks passed\./)).toBeVisible();
});

test("undo and redo go through the whole session, also after a reload", async ({ page, playground }) => {
  await makeGrant(playground);
  await playground.send("AcceptGrant: 400 ValidationException");
  await playground.timeline.getByRole("heading", { name: "Timeline" }).click();
  await page.keyboard.press("Control+z");
  await expect(playground.announcement).toHaveText("The last change is undone.");
  await expect(playground.steps()).toHaveCount(3);
  await playground.button("Undo").click();
  await expect(playground.steps()).toHaveCount(2);
  await playground.button("Redo").click();
  await expect(playground.steps()).toHaveCount(3);
  await playground.open();
  await expect(playground.steps()).toHaveCount(3);
  await playground.button("Undo").click();
  await playground.button("Undo").click();
  await expect(playground.steps()).toHaveCount(1);
  await expect(playground.button("Undo")).toBeDisabled();
  await page.keyboard.press("Control+y");
  await expect(playground.steps()).toHaveCount(2);
});

test("a resource shows who may do what from here, and its history", async ({ page, playground }) => {
  await makeGrant(playground);
  await playground.world.getByRole("button", { name: "PENDING_ACCEPT" }).click();
  const rights = playground.world.getByRole("region", { name: "Who may do what from here" });
  await expect(rights.getByRole("row", { name: /^AcceptGrant/ })).toContainText("→ DISABLED");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("#world-panel").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await expect(playground.world.getByText("CreateGrant: created,")).toBeVisible();
  await rights.getByRole("button", { name: "AcceptGrant as 123456789012: → DISABLED" }).click();
  await expect(playground.caller("123456789012")).toBeChecked();
  await playground.send("AcceptGrant: 200");
  await expect(playground.world.getByRole("rowheader", { name: "example-grant changed" })).toBeVisible();
  await playground.world.getByRole("button", { name: "Step 2" }).click();
  await expect(playground.announcement).toHaveText(/^Step 2 of 3: /);
});

test("policies and times are shown readably, and as they were sent", async ({ playground }) => {
  await playground.open();
  await playground.call("CreatePermission");
  const body = playground.response.getByRole("region", { name: "Response body" });
  await expect(body).toContainText(/"creationTime": \d+.*\/\/ \d{4}-\d\d-\d\dT/);
  await playground.call("GetPermission");
  await expect(body).toContainText("// sent as a string");
  await playground.response.getByLabel("Raw body").check();
  await expect(body).not.toContainText("//");
  await expect(body).toContainText('\\"Effect\\"');
});

test("an optional member is added from a list with its field focused, and can be removed again", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("CreatePermissionVersion");
  await expect(playground.field("clientToken")).toHaveCount(0);
  await playground.button("Add clientToken").focus();
  await page.keyboard.press("Enter");
  await expect(playground.field("clientToken")).toBeFocused();
  // It starts with a fresh token.
  await page.keyboard.type("mine");
  expect((await playground.draft()).clientToken).toMatch(/^[0-9a-f]{32}mine$/);
  await playground.show("Form");
  await playground.button("Remove clientToken").click();
  await expect(playground.button("Add clientToken")).toBeFocused();
  await playground.show("JSON");
  await playground.json.fill('{"PermissionArn":"x"}');
  await playground.show("Form");
  await expect(playground.request.getByText("Did you mean permissionArn instead of PermissionArn?")).toBeVisible();
});

test("a resource shows what belongs to it, its states as a drawing, and a deletion says what it takes away", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("A second active grant of the same product");
  await playground.goTo(8);
  await playground.show("Grants");
  const grants = playground.world.getByRole("region", { name: "Grants", exact: true });
  await grants.getByRole("row", { name: /^shared-grant/ }).getByRole("button").click();
  const tree = playground.world.getByRole("list", { name: "Relations" });
  await expect(tree).toContainText("Grant shared-grant to Customer");
  await expect(tree.getByRole("button", { name: "passed-on to Customer's member" })).toBeVisible();
  const drawing = playground.world.getByRole("img", { name: "State diagram of a grant" });
  await drawing.scrollIntoViewIfNeeded();
  await expect(drawing.getByText("ACTIVE (current)")).toBeVisible();
  await tree.getByRole("button", { name: "passed-on to Customer's member" }).click();
  await expect(tree.locator("[aria-current]")).toContainText("passed-on");
  await playground.world.getByRole("button", { name: /^DeleteGrant as \d+: → DELETED$/ }).first().click();
  await expect(playground.request.getByRole("region", { name: "Losses" })).toContainText("Customer's member can no longer check out the license Photon.");
});
