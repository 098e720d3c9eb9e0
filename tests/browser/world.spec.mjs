// The World pane: tables, the clock, background work, and the switches of accounts, organizations and settings.
import { expect, test } from "./support.mjs";

const ORGANIZATION = "arn:aws:organizations::123456789012:organization/o-exampleorg1";

async function grantToOrganization(playground) {
  await playground.actAs("Customer");
  await playground.call("CreateLicense");
  await playground.choose("CreateGrant");
  await playground.request.getByRole("group", { name: "Suggested values for Principals.1" }).getByRole("button", { name: "Organization o-exampleorg1" }).click();
  await expect(playground.field("Principals.1")).toHaveValue(ORGANIZATION);
}

const grants = async (playground) => (await playground.rows("Grants", "Grants")).map((row) => [row[1], row[4]]);

test("an organization's grant completes on request, and its members receive grants", async ({ page, playground }) => {
  await playground.open();
  await (await playground.setting("Length of asynchronous work")).selectOption("Until a step ends it");
  await expect(playground.announcement).toHaveText(/^Setting changed: Length of asynchronous work/);
  await grantToOrganization(playground);
  await playground.send("CreateGrant: 200");
  expect((await playground.body()).Status).toBe("PENDING_WORKFLOW");
  expect(await grants(playground)).toEqual([["PENDING_WORKFLOW", "o-exampleorg1"]]);
  await playground.call("GetGrant");
  expect((await playground.body()).Grant.GrantStatus).toBe("PENDING_WORKFLOW");

  await playground.pressOnClock("Finish background work");
  await expect(playground.announcement).toHaveText(/^Background work finished \d+ changes?$/);
  const settled = await grants(playground);
  expect(settled).toContainEqual(["WORKFLOW_COMPLETED", "o-exampleorg1"]);
  expect(settled).toContainEqual(["DISABLED", "Customer's member"]);
  await expect(playground.response.getByRole("region", { name: "Changes" })).toContainText("WORKFLOW_COMPLETED");
});

test("without trusted access a grant to the organization is refused", async ({ page, playground }) => {
  await playground.open();
  await playground.show("Organizations");
  await expect(playground.world.getByText(ORGANIZATION)).toBeVisible();
  await page.getByRole("checkbox", { name: "Trusted access for License Manager" }).uncheck();
  await grantToOrganization(playground);
  await playground.sendButton.click();
  await expect(playground.announcement).toHaveText(/^CreateGrant: 4\d\d \w+Exception$/);
});

test("the clock advances on request", async ({ page, playground }) => {
  await page.clock.setFixedTime(new Date("2026-01-01T00:00:00Z"));
  await playground.open();
  const now = playground.timeline.getByRole("time");
  for (const [button, time] of [["+1 min", "00:01:00"], ["+1 h", "01:01:00"]]) {
    await playground.pressOnClock(button);
    await expect(now).toHaveText(`2026-01-01T${time}Z`);
  }
  await playground.pressOnClock("+1 day");
  await page.getByRole("textbox", { name: "Seconds" }).fill("5");
  await playground.pressOnClock("Advance clock");
  await expect(now).toHaveText("2026-01-02T01:01:05Z");
  await expect(playground.steps()).toHaveCount(5);
  await page.getByRole("textbox", { name: "Seconds" }).fill("soon");
  await playground.pressOnClock("Advance clock");
  await expect(playground.notices).toContainText("Problem: soon is not a number of seconds");
  await expect(playground.steps()).toHaveCount(5);
});

test("an action that IAM denies is refused, and allowed again", async ({ page, playground }) => {
  await playground.open();
  await playground.show("Accounts");
  const vendor = playground.world.getByRole("group", { name: "Vendor 111122223333" });
  await vendor.getByText(/^IAM denies 0 of \d+ actions$/).click();
  const denied = page.getByRole("group", { name: "Actions denied to 111122223333" });
  await denied.getByRole("checkbox", { name: "license-manager:CreateLicense", exact: true }).check();
  await playground.call("CreateLicense", "400 AuthorizationException");
  await playground.show("Checks");
  await expect(playground.response.getByText("Fix: allow license-manager:CreateLicense for the account").first()).toBeVisible();
  await denied.getByRole("checkbox", { name: "license-manager:CreateLicense", exact: true }).uncheck();
  await playground.send("CreateLicense: 200");
});

test("an account without the service role is refused", async ({ playground }) => {
  await playground.open();
  await playground.show("Accounts");
  await playground.world.getByRole("group", { name: "Vendor 111122223333" }).getByRole("checkbox", { name: "License Manager is set up" }).uncheck();
  await playground.call("CreateLicense", "400 AccessDeniedException");
  await expect(playground.response.getByText(/^Service role not found\. Consult setup procedures/)).toBeVisible();
  await playground.actAs("Outsider");
  await playground.send("CreateLicense: 200");
});

test("an injected error is returned once", async ({ page, playground }) => {
  await playground.open();
  await page.getByLabel("Injected error").selectOption("RateLimitExceededException");
  await playground.sendButton.click();
  await expect(playground.announcement).toHaveText(/^CreateLicense: \d{3} RateLimitExceededException$/);
  await expect(page.getByLabel("Injected error")).toHaveValue("");
  await playground.send("CreateLicense: 200");
});

test("an added account can send requests", async ({ page, playground }) => {
  await playground.open();
  await playground.show("Accounts");
  await page.getByLabel("Account ID").fill("999988887777");
  await playground.world.getByLabel("Name", { exact: true }).fill("Newcomer");
  await playground.button("Add account").click();
  await playground.caller("999988887777").check();
  await playground.call("CreateLicense");
  await playground.show("Accounts");
  await page.getByLabel("Account ID").fill("12");
  await playground.button("Add account").click();
  await expect(playground.notices).toContainText("Problem:");
});

test("a setting changes the responses", async ({ playground }) => {
  await playground.open();
  await (await playground.setting("Invalid values in error messages")).selectOption("Omitted");
  await playground.choose("CreateGrantVersion");
  await playground.field("ClientToken").fill("with a space");
  await expect(playground.request.getByText(/^Value at 'clientToken' failed to satisfy/)).toBeVisible();
});

test("the possible transitions of a grant are shown for its current status", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.show("Grants");
  const { world } = playground;
  const moves = world.getByRole("list", { name: "Possible transitions of a grant" });
  await expect(moves).toBeHidden();
  const status = world.getByRole("button", { name: "PENDING_ACCEPT" });
  await status.focus();
  await page.keyboard.press("Enter");
  await expect(status).toHaveAttribute("aria-pressed", "true");
  const now = moves.locator("[aria-current]");
  await expect(now).toContainText("PENDING_ACCEPT (current)");
  await expect(now.getByRole("listitem")).toHaveText(["accepted → DISABLED", "accepted → ACTIVE", "rejected → REJECTED", "activated → ACTIVE", "revised → no change", "deleted → DELETED"]);
  await expect(moves.getByRole("listitem").filter({ hasText: /^DELETED/ })).toContainText("Terminal state");
  await playground.actAs("Customer");
  await playground.call("AcceptGrant");
  await expect(now).toContainText("DISABLED (current)");
  await world.getByRole("button", { name: "DISABLED" }).click();
  await expect(moves).toBeHidden();
});

test("an account can leave an organization, join another one and administer it", async ({ page, playground }) => {
  await playground.open();
  await playground.show("Organizations");
  const { world } = playground;
  await world.getByRole("button", { name: "Remove 210987654321 from o-exampleorg1" }).click();
  await expect(playground.announcement).toHaveText(/^Organization o-exampleorg1 changed/);
  await world.getByLabel("Organization ID").fill("o-otherorg01");
  await world.getByLabel("Management account").selectOption("444455556666");
  await playground.button("Create organization").click();
  const other = world.getByRole("group", { name: "o-otherorg01" });
  await other.getByLabel("New member of o-otherorg01").selectOption("210987654321");
  await expect(other.getByRole("button", { name: "Remove 210987654321 from o-otherorg01" })).toBeVisible();
  await other.getByLabel("Delegated administrator").selectOption("210987654321");
  await other.getByRole("button", { name: "Remove 210987654321 from o-otherorg01" }).click();
  await expect(other.getByLabel("Delegated administrator")).toHaveValue("");
  const { steps } = JSON.parse(await playground.exported());
  expect(steps.at(-1).change.organization).toMatchObject({ id: "o-otherorg01", members: {} });
});

test("RAM creates a share for the policy of a created resource", async ({ page, playground }) => {
  await playground.open();
  await playground.show("Resources");
  const { world } = playground;
  await world.getByLabel("Resource type").selectOption("ssm:Parameter");
  await world.getByLabel("Resource name").fill("quarterly/report");
  await playground.button("Create resource").click();
  const arn = "arn:aws:ssm:us-east-1:111122223333:parameter/quarterly/report";
  expect(await playground.rows("Resources", "Resources")).toContainEqual([arn, "ssm:Parameter", "Vendor", "us-east-1", "", ""]);
  await world.getByRole("combobox", { name: "Resource", exact: true }).selectOption(arn);
  await playground.button("Save policy").click();
  await playground.pressOnClock("Finish background work");
  const allowed = await playground.rows("Resources", "Access to shared resources");
  expect(allowed).toEqual([["Customer", arn, "ssm:GetParameter, ssm:GetParameters", "", expect.any(String), "Resource Share From Policy Created by RAM"]]);
  await world.getByLabel("Policy (leave empty to remove it)").fill("{");
  await playground.button("Save policy").click();
  await expect(playground.notices).toContainText("Problem:");
  await expect(world.getByLabel("Policy (leave empty to remove it)")).toHaveValue("{");
  await page.getByLabel("Theme").selectOption("Dark");
  await expect(world.getByLabel("Policy (leave empty to remove it)")).toHaveValue("{");
  await world.getByLabel("Resource to delete").selectOption(arn);
  await playground.button("Delete resource").click();
  await playground.pressOnClock("Finish background work");
  expect((await playground.rows("Resources", "Resources")).map(([resource]) => resource)).not.toContain(arn);
});

test("settings are in groups that fold, and the uncertain points show theirs", async ({ page, playground }) => {
  await playground.open();
  await playground.show("Settings");
  const { world } = playground;
  const setting = world.getByLabel("Accepting activates a grant", { exact: true });
  await expect(setting).toHaveCount(0);
  const group = world.getByText(/^Grants\d+$/);
  await group.focus();
  await page.keyboard.press("Enter");
  await expect(setting).toHaveValue("false");
  await expect(setting).toHaveAccessibleDescription(/Published tests accept both\. Default: Off\. Shown by AcceptGrant\.$/);
  await playground.button("Show uncertain points").click();
  const dialog = page.getByRole("dialog", { name: "Uncertain points" });
  await expect(dialog.getByRole("listitem")).toHaveCount(31);
  await dialog.getByLabel("Accepting activates a grant", { exact: true }).selectOption("On");
  await page.keyboard.press("Escape");
  await expect(setting).toHaveValue("true");
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.call("AcceptGrant");
  expect((await playground.body()).Status).toBe("ACTIVE");
});

test("settings are searched while typing, and changed ones are marked and reset", async ({ page, playground }) => {
  await playground.open();
  await playground.show("Settings");
  const { world } = playground;
  const search = world.getByRole("searchbox", { name: "Search settings" });
  await search.focus();
  await page.keyboard.type("tokens per");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("tokens per");
  const tokens = world.getByLabel("Tokens per license", { exact: true });
  await expect(world.getByRole("textbox")).toHaveCount(2);
  await tokens.fill("3");
  await tokens.press("Tab");
  await expect(world.getByText("Quotas2 1 changed")).toBeVisible();
  await playground.button("Reset to default: Tokens per license").press("Enter");
  await expect(tokens).toHaveValue("10");
  await expect(tokens).toBeFocused();
  await search.fill("no such setting");
  await expect(world.getByText("No setting matches.")).toBeVisible();
  await world.getByRole("button", { name: "Clear search" }).click();
  await expect(search).toHaveValue("");
});

test("an inferred rule leads to its uncertain point", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.call("AcceptGrant");
  await playground.show("Checks");
  const rule = playground.response.locator("details", { has: page.getByRole("button", { name: /^Show uncertain point \d+$/, includeHidden: true }) }).first();
  await rule.locator("summary").click();
  const open = rule.getByRole("button", { name: /^Show uncertain point \d+$/ });
  const number = (await open.innerText()).match(/\d+/)[0];
  await open.click();
  const point = page.getByRole("dialog", { name: "Uncertain points" }).locator("[aria-current]");
  await expect(point).toHaveAttribute("id", `point-${number}`);
  await expect(point).toBeFocused();
});
