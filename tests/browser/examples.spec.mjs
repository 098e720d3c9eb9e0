// Every example opens and answers as it says.
import { expect, test } from "./support.mjs";

test("every example opens and plays as it says", async ({ page, playground }) => {
  await playground.open();
  const examples = page.getByRole("navigation").getByRole("region", { name: "Examples" }).getByRole("button");
  const titles = await examples.locator(":scope > :first-child").allInnerTexts();
  expect(titles.length).toBeGreaterThanOrEqual(6);
  for (const [place, title] of titles.entries()) {
    await examples.nth(place).click();
    await expect(page.getByRole("banner").getByText(title)).toBeVisible();
    // The beginning is a row too.
    expect(await playground.steps().count(), title).toBeGreaterThanOrEqual(2);
    await expect(playground.timeline.getByText("not as expected"), title).toHaveCount(0);
    await expect(playground.answer.getByText("not as this session expects"), title).toHaveCount(0);
    await expect(playground.answer.getByText(/^\d{3} \w+/).first(), title).toBeVisible();
  }
});

test("a new visitor finds the examples where the answer will be", async ({ playground }) => {
  await playground.open();
  const { answer } = playground;
  await expect(answer.getByRole("heading", { name: "Or open an example: a whole conversation to step through" })).toBeVisible();
  await answer.getByRole("button", { name: /^The sixth permission version/ }).click();
  await expect(playground.timeline.getByText("PermissionVersionsLimitExceededException")).toBeVisible();
});

test("an example goes on from its last call, and one's own session comes back", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  const mine = await playground.exported();
  await playground.choose("Not allowed to accept");
  await expect(page.getByLabel("Acting as")).toHaveValue("210987654321");
  await expect(playground.request.getByText("license-manager:AcceptGrant")).toBeVisible();
  await expect(playground.notices).toContainText("the example “Not allowed to accept” replaced your session");
  await playground.notices.getByRole("button", { name: "Undo" }).click();
  expect(await playground.exported()).toBe(mine);
});
