// Compare: two points, two branches, another seed, other settings, a pasted session.
import AxeBuilder from "@axe-core/playwright";
import { expect, SIZES, test } from "./support.mjs";

/** Opens the dialog from the search over everything, and waits until both sides have run. */
async function compare(page) {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search everything" })).toBeFocused();
  await page.keyboard.type("side by side");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Compare" });
  await expect(dialog.getByRole("status")).toHaveText(/differ/, { timeout: 15_000 });
  const side = (name) => dialog.getByRole("group", { name, exact: true });
  return { dialog, left: side("Left"), right: side("Right"), status: dialog.getByRole("status") };
}

/** What a side changes of the world. */
async function world(side) {
  await side.getByText("Another edition, seed or settings").click();
  return side;
}

const session = (side) => side.getByRole("combobox", { name: "Session", exact: true });

/** Waits for the results of the changed sides. */
const says = (status, text) => expect(status).toHaveText(text, { timeout: 15_000 });

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("the selected step is compared with the one before, and a step is opened from there", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("An accepted grant must be activated");
  await playground.goTo(3);
  const { dialog, left, right, status } = await compare(page);
  await says(status, "The sessions send the same requests up to step 2. No response differs, 1 step is on one side only. In the world, 1 resource or setting differs.");
  await expect(left.getByLabel("Up to")).toHaveValue("2");
  await expect(right.getByLabel("Up to")).toHaveValue("3");
  const grants = dialog.getByRole("region", { name: "Grants" });
  await expect(grants.getByText("PENDING_ACCEPT (ByGrantee)")).toBeVisible();
  await expect(grants.getByText("DISABLED (Account)")).toBeVisible();
  await left.getByLabel("Up to").selectOption({ label: "Before the first step" });
  await says(status, /^The sessions differ from their first step on\. No response differs, 3 steps are on one side only\./);
  await dialog.locator("summary", { hasText: "CreateGrant" }).press("Enter");
  await expect(dialog.getByRole("region", { name: "Body" })).toContainText("PENDING_ACCEPT");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Open step 2 on the right" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(playground.timeline.getByRole("button", { name: /^2 / })).toHaveAttribute("aria-current", "step");
});

test("another setting: the responses that differ, their bodies, and the comparison as Markdown", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("An accepted grant must be activated");
  await playground.goTo(4);
  const { dialog, left, right, status } = await compare(page);
  await left.getByLabel("Up to").selectOption({ index: 4 });
  await says(status, "Nothing differs.");
  await (await world(right)).getByLabel("Change a setting").selectOption({ label: "Accept activates" });
  await says(status, "2 responses differ. In the world, 2 resources or settings differ.");
  await expect(right.getByText(/^AcceptGrant makes a grant ACTIVE/)).toBeVisible();
  await expect(dialog.getByText("Right: step 4, Customer")).toBeVisible();
  await dialog.getByText("AcceptGrant", { exact: true }).click();
  await expect(dialog.getByRole("region", { name: "Difference of the body" }).getByRole("deletion")).toHaveText('-  "Status": "DISABLED",');
  await expect(dialog.getByRole("region", { name: "Difference of the body" }).getByRole("insertion")).toHaveText('+  "Status": "ACTIVE",');
  await expect(dialog.getByText("CreateLicense", { exact: true })).toBeHidden();
  await dialog.getByRole("checkbox", { name: "Only differences" }).uncheck();
  await expect(dialog.getByText("CreateLicense", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Copy as Markdown" }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Right: this session, up to step 4, acceptActivates true");
  expect(text).toContain("- Right: step 4, as Customer, **400 ValidationException**");
  await right.getByRole("button", { name: "Remove Accept activates" }).click();
  await says(status, "Nothing differs.");
});

test("steps that need what an earlier call no longer creates are sent with the values of the session", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("An accepted grant must be activated");
  await playground.goTo(4);
  const { dialog, left, right, status } = await compare(page);
  await left.getByLabel("Up to").selectOption({ index: 4 });
  await (await world(right)).getByLabel("Change a setting").selectOption({ label: "Licenses per account" });
  await right.getByLabel("Licenses per account", { exact: true }).fill("0");
  await page.keyboard.press("Enter");
  await says(status, /^4 responses differ\. In the world, 3 resources or settings differ\./);
  await dialog.locator("summary", { hasText: "AcceptGrant" }).click();
  await expect(dialog.getByText("Request: equal.")).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Licenses" }).getByText("only left")).toBeVisible();
});

test("a recorded session with another seed gives the same, except for IDs", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  const { dialog, left, right, status } = await compare(page);
  await left.getByLabel("Up to").selectOption({ index: 2 });
  await says(status, "Nothing differs.");
  await (await world(right)).getByLabel("Seed").fill("7");
  await page.keyboard.press("Enter");
  await says(status, "Nothing differs.");
  await dialog.getByRole("checkbox", { name: "IDs and times too" }).check();
  await says(status, /2 responses differ\./);
  await dialog.getByRole("button", { name: "Swap sides" }).click();
  await expect(left.getByLabel("Seed")).toHaveValue("7");
});

test("a branch that was left is compared with this session", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.goTo(1);
  await playground.button("Edit and resend").click();
  await playground.call("ListLicenses");
  await expect(playground.steps()).toHaveCount(3);
  const { dialog, left, right, status } = await compare(page);
  const branch = session(left).getByRole("option", { name: "From step 1 on, 2 steps" });
  await session(left).selectOption(await branch.getAttribute("value"));
  await right.getByLabel("Up to").selectOption({ index: 2 });
  await says(status, /^The sessions send the same requests up to step 1\. No response differs, 2 steps are on one side only\./);
  await expect(dialog.getByText("CreateGrant", { exact: true })).toBeVisible();
  await expect(dialog.getByText("ListLicenses", { exact: true })).toBeVisible();
});

test("a pasted session is compared, and what is none gets a sentence", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  const { dialog, left, status } = await compare(page);
  await session(left).selectOption({ label: "A pasted session, link or file" });
  await expect(left.getByRole("alert")).toHaveText("Paste a session as JSON, or a link to one.");
  await left.getByRole("textbox", { name: "Session as JSON, or a link" }).fill(JSON.stringify({ format: "grant-playground/1", title: "Other", steps: [{ as: "111122223333", operation: "ram:ListPermissions", input: {} }] }));
  await page.keyboard.press("Tab");
  await says(status, /^The sessions differ from their first step on\./);
  await expect(left.getByLabel("Up to")).toHaveValue("1");
  await dialog.getByText("ListPermissions", { exact: true }).click();
  await dialog.getByRole("button", { name: "Open step 1 on the left" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Other");
});

test("a comparison fits a narrow window", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  const { dialog, left, status } = await compare(page);
  await page.setViewportSize(SIZES.narrow);
  await left.getByLabel("Up to").selectOption({ index: 0 });
  await says(status, /2 steps are on one side only/);
  await dialog.getByText("CreateLicense", { exact: true }).click();
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
});
