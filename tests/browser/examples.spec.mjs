// Every example opens and returns the expected responses. A search finds operations and examples.
import { readdir } from "node:fs/promises";
import { SIZES, expect, test } from "./support.mjs";

/** Unfolds every group of a list. */
async function unfold(list) {
  const groups = list.getByRole("group");
  for (const group of await groups.all()) {
    if ((await group.getAttribute("open")) === null) await group.locator("summary").click();
  }
}

/** The marks of a response that the session does not expect: in the timeline, and in the response. */
const marks = ({ timeline, response }) => [timeline.getByText("unexpected", { exact: true }), response.getByText("Unexpected response")];

test("a response that the session does not expect is marked", async ({ playground }) => {
  const step = { as: "111122223333", operation: "license-manager:ListLicenses", input: {}, expect: { status: 400 } };
  await playground.open();
  await playground.pasteSession(JSON.stringify({ format: "grant-playground/1", steps: [step] }));
  await playground.goTo();
  for (const mark of marks(playground)) await expect(mark).toBeVisible();
});

test("every example opens and returns the expected responses", async ({ page, playground }) => {
  await playground.open();
  const list = page.getByRole("navigation").getByRole("region", { name: "Lessons and examples" });
  await unfold(list);
  const examples = list.locator("a[href^='#example=']");
  const titles = await examples.locator(":scope > :first-child").allInnerTexts();
  expect(titles).toHaveLength((await readdir(new URL("../../www/examples/", import.meta.url))).length);
  for (const [place, title] of titles.entries()) {
    await examples.nth(place).click();
    await expect(page.getByRole("banner").getByRole("textbox", { name: "Title of the session" })).toHaveValue(title);
    await expect(playground.response.getByRole("heading", { name: title, exact: true })).toBeVisible();
    await playground.timeline.getByRole("button", { name: "Latest" }).click();
    // The start of the session is a row too.
    expect(await playground.steps().count(), title).toBeGreaterThanOrEqual(2);
    for (const mark of marks(playground)) await expect(mark, title).toHaveCount(0);
    await expect(playground.response.getByText(/^\d{3} \w+/).first(), title).toBeVisible();
  }
});

test("a new visitor finds the examples in the response pane", async ({ playground }) => {
  await playground.open();
  const { response } = playground;
  await expect(response.getByRole("heading", { name: "Open an example" })).toBeVisible();
  await response.getByRole("link", { name: /^A sixth permission version/ }).click();
  await expect(playground.timeline.getByText("PermissionVersionsLimitExceededException")).toBeVisible();
});

test("an example opens at its introduction, and Undo restores the previous session", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  const mine = await playground.exported();
  await playground.choose("Only the grantee can accept a grant");
  const { response, request, timeline } = playground;
  await expect(response.getByRole("heading", { name: "Only the grantee can accept a grant" })).toBeVisible();
  await expect(response.locator(".note")).toContainText("Watch");
  await expect(playground.tab("Grants")).toHaveAttribute("aria-selected", "true");
  await response.getByRole("button", { name: "Go to first step" }).click();
  await timeline.getByRole("button", { name: "Next" }).click();
  await timeline.getByRole("button", { name: "Next" }).click();
  // The request pane shows the request of the response.
  await expect(response.getByText("400 Bad Request")).toBeVisible();
  await expect(request.getByText("license-manager:AcceptGrant")).toBeVisible();
  await expect(request.getByText("This request was sent at step 3 of 5.")).toBeVisible();
  await expect(request.getByRole("button", { name: "Send", exact: true })).toHaveCount(0);
  await request.getByRole("button", { name: "Edit and resend" }).click();
  await expect(playground.caller("123456789012")).toBeChecked();
  await expect(request.getByText("You are at step 3 of 5. Sending continues from here and replaces steps 4 and 5.")).toBeVisible();
  await expect(playground.notices).toContainText("The example “Only the grantee can accept a grant” replaced your session.");
  await playground.button("Undo").click();
  expect(await playground.exported()).toBe(mine);
});

test("the shown caller is the actual caller, also after an example with other accounts", async ({ page, playground }) => {
  await playground.open();
  await playground.actAs("Outsider");
  const shown = page.getByRole("radiogroup", { name: "Caller" }).getByRole("radio", { checked: true });
  for (const example of ["A second active grant of the same product", "Inviting an account outside the organization"]) {
    await playground.choose(example);
    await playground.call("CreateLicense");
    const name = await shown.evaluate((radio) => radio.parentElement.querySelector(".name").textContent);
    await expect(playground.response).toContainText(`CreateLicense as ${name},`);
  }
});

test("an example of an operation fills in the form and keeps the session", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  await playground.choose("CreateGrant");
  const before = await playground.field("LicenseArn").inputValue();
  await playground.button("Fill in example of CreateGrant").click();
  await expect(playground.announcement).toHaveText(/^The draft has the values of the example “.+”\.$/);
  await expect(playground.field("LicenseArn")).toHaveValue(before);
  await expect(page.getByRole("banner").getByRole("textbox", { name: "Title of the session" })).toHaveValue("");
  await expect(playground.steps()).toHaveCount(2);
  await playground.send("CreateGrant: 200");
});

test("the search field keeps the focus while typing", async ({ page, playground }) => {
  await playground.open();
  const search = page.getByRole("searchbox", { name: "Search operations and examples" });
  await search.click();
  for (const text of ["permission", "AcceptGrant", "no such thing"]) {
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(text);
    await expect(search).toBeFocused();
    await expect(search).toHaveValue(text);
  }
});

test("the search finds operations by name, summary and group", async ({ page, playground }) => {
  await playground.open();
  const list = page.getByRole("navigation", { name: "Operations and examples" });
  const search = list.getByRole("searchbox", { name: "Search operations and examples" });
  await expect(list.getByRole("heading", { level: 3 })).toHaveText(["License Manager", "RAM", "Lessons and examples"]);
  const found = () => list.getByRole("button").locator(".name").allInnerTexts();
  await search.fill("permission VERSION list");
  expect(await found()).toContain("ListPermissionVersions");
  expect(await found()).not.toContain("CreatePermissionVersion");
  await search.fill("license manager grants");
  expect(await found()).toContain("RejectGrant");
  expect(await found()).not.toContain("CreatePermission");
  await search.fill("sixth");
  await expect(list.getByRole("link")).toHaveText([/^A sixth permission version/]);
  await search.fill("no such thing");
  await expect(list.getByText("No operation or example matches no such thing.")).toBeVisible();
  await search.fill("deletepermissionv");
  await search.press("Enter");
  await expect(playground.request.getByText("ram:DeletePermissionVersion", { exact: true })).toBeVisible();
  await search.fill("");
  await expect(list.getByRole("button", { name: /^DeletePermissionVersion / })).toHaveAttribute("aria-current", "true");
  await playground.open();
  await expect(list.getByRole("button", { name: /^DeletePermissionVersion / })).toHaveAttribute("aria-current", "true");
});

test.describe("at 320 pixels", () => {
  test.use({ viewport: SIZES.narrow });

  test("a group opens, and an operation can be chosen", async ({ page, playground }) => {
    await playground.open();
    await page.getByText("Choose another operation or an example").click();
    const list = page.getByRole("region", { name: "RAM" });
    await expect(list.getByRole("button")).toHaveCount(0);
    await list.getByText("Permission versions").click();
    await list.getByRole("button", { name: /^CreatePermissionVersion / }).click();
    await expect(playground.request.getByText("ram:CreatePermissionVersion", { exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
