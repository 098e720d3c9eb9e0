// The session on a projector, and on paper.
import AxeBuilder from "@axe-core/playwright";
import { expect, SIZES, test } from "./support.mjs";

const LESSON = "The life of a granted license";

/** Opens the presentation from the search over everything. */
async function present(page) {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search everything" })).toBeFocused();
  await page.keyboard.type("present");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Present" });
  await expect(dialog.getByRole("progressbar", { name: "Steps" })).toBeVisible();
  return { dialog, heading: dialog.getByRole("heading", { level: 3 }), screen: dialog.getByRole("region", { name: "Screen" }) };
}

const violations = async (page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);

/** Counts how often the page would have printed: a browser without a screen has no print dialog. */
const countPrints = (page) => page.addInitScript(() => {
  globalThis.prints = 0;
  globalThis.print = () => (globalThis.prints += 1);
});

test("a teacher goes through a session with the keys", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("Only the grantee can accept a grant");
  const { dialog, heading, screen } = await present(page);
  await expect(heading).toHaveText("Only the grantee can accept a grant");
  await expect(heading).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(heading).toHaveText("CreateLicense");
  await expect(screen.getByText("Step 1 of 5")).toBeVisible();
  await expect(screen.getByRole("region", { name: "Changes" })).toContainText("created: AVAILABLE");
  await page.keyboard.press("Space");
  await page.keyboard.press("PageDown");
  await expect(heading).toHaveText("AcceptGrant");
  await expect(screen.getByRole("region", { name: "Request" })).toContainText("GrantArn");
  await expect(screen.getByRole("region", { name: "Response" })).toContainText("400 ValidationException");
  await expect(screen.getByText("Why: The caller must be the grantee.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("End");
  await expect(screen.getByText("Step 5 of 5")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Next" })).toBeDisabled();
  await page.keyboard.press("ArrowLeft");
  await expect(screen.getByText("Step 4 of 5")).toBeVisible();
  await page.keyboard.press("Home");
  await expect(dialog.getByRole("button", { name: "Previous" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("a presentation fills the screen, and leaves it", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("Only the grantee can accept a grant");
  const { dialog } = await present(page);
  const isFull = () => page.evaluate(() => document.fullscreenElement?.localName);
  await page.keyboard.press("f");
  await expect.poll(isFull).toBe("projector-view");
  await dialog.getByRole("button", { name: "Leave full screen (F)" }).click();
  await expect.poll(isFull).toBe(undefined);
  await expect(dialog).toBeVisible();
});

test("a lesson hides an answer until it is revealed", async ({ page, playground }) => {
  await playground.open();
  await playground.choose(LESSON);
  await expect(page.locator("lesson-panel")).toContainText("Lesson: 0 of");
  await page.locator("lesson-panel").getByText("Answers", { exact: true }).click();
  await page.locator("lesson-panel").getByRole("button", { name: "Present" }).click();
  const dialog = page.getByRole("dialog", { name: "Present" });
  const screen = dialog.getByRole("region", { name: "Screen" });
  await expect(screen).toContainText("This lesson follows one license");
  await page.keyboard.press("End");
  await screen.getByRole("button", { name: "Go to step 2" }).click();
  const question = screen.getByRole("region", { name: "Question" });
  await expect(question.getByRole("listitem")).toHaveCount(4);
  await expect(screen.getByRole("region", { name: "Response" })).toBeHidden();
  await page.keyboard.press("h");
  await expect(question.locator(".note")).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("r");
  await expect(screen.getByRole("region", { name: "Response" })).toContainText("200");
  await expect(question.getByRole("listitem").filter({ has: page.getByText("right", { exact: true }) })).toHaveText(/^200 with an empty list/);
  // A question is answered before the next step.
  await page.keyboard.press("Space");
  await expect(screen.getByText("Step 3 of 24")).toBeVisible();
  await page.keyboard.press("Space");
  await expect(screen.getByText("Step 3 of 24")).toBeVisible();
  await expect(screen.getByRole("region", { name: "Response" })).toBeVisible();
});

for (const [size, viewport] of Object.entries({ ...SIZES, projector: { width: 1920, height: 1080 } })) {
  test(`a presentation fits a ${size} window`, async ({ page, playground }) => {
    await playground.open();
    await playground.choose(LESSON);
    await expect(page.locator("lesson-panel")).toContainText("Lesson: 0 of");
    const { dialog, screen } = await present(page);
    await page.setViewportSize(viewport);
    await page.keyboard.press("ArrowRight");
    const overflow = (element) => element.scrollWidth - element.clientWidth;
    expect(await screen.evaluate(overflow)).toBeLessThanOrEqual(0);
    expect(await dialog.evaluate(overflow)).toBeLessThanOrEqual(0);
    await expect(dialog.getByRole("button", { name: "Next" })).toBeInViewport();
  });
}

test("Ctrl+P prints the whole session, and nothing else of the page", async ({ page, playground }) => {
  await countPrints(page);
  await playground.open();
  await playground.choose("Only the grantee can accept a grant");
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog", { name: "Print" });
  await expect.poll(() => page.evaluate(() => globalThis.prints)).toBe(1);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(dialog).toBeHidden();
  await expect(playground.sendButton).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Only the grantee can accept a grant");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["1. CreateLicense", "2. CreateGrant", "3. AcceptGrant", "4. AcceptGrant", "5. AcceptGrant"]);
  const refusal = page.locator("body > article").getByText("Response: 400 ValidationException").first();
  await expect(refusal).toBeVisible();
  const colors = await refusal.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element.closest("article")).backgroundColor]);
  expect(colors).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g).length).toBeGreaterThan(1);
  await page.emulateMedia({ media: "screen" });
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.locator("body > article")).toHaveCount(0);
});

test("a lesson is printed as a worksheet, with the answers on the last page if they are wanted", async ({ page, playground }) => {
  await countPrints(page);
  await playground.open();
  await playground.choose(LESSON);
  await expect(page.locator("lesson-panel")).toContainText("Lesson: 0 of");
  await playground.button("Share").click();
  await page.getByRole("button", { name: "Print…" }).click();
  const dialog = page.getByRole("dialog", { name: "Print" });
  const preview = dialog.getByRole("article", { name: "Preview" });
  const answers = dialog.getByRole("checkbox", { name: "With the answers to the questions, on a page of their own at the end" });
  await expect(answers).not.toBeChecked();
  await expect(preview).toContainText("Question: The license has the beneficiary");
  await expect(preview.locator(".lines").first()).toBeAttached();
  await expect(preview).not.toContainText("Right answer:");
  await answers.check();
  await expect(preview.getByRole("heading", { name: "Answers" })).toBeAttached();
  await expect(preview.getByText("Right answer: 200 with an empty list")).toBeAttached();
  await dialog.getByRole("button", { name: "Print", exact: true }).click();
  expect(await page.evaluate(() => globalThis.prints)).toBe(1);
  await page.setViewportSize(SIZES.narrow);
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
});
