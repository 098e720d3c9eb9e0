// The dialog in which a session becomes a lesson.
import { deflateRawSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { SIZES, expect, test } from "./support.mjs";

const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });
const editor = (page) => dialog(page, "Edit session");
const step = (page, number) => editor(page).locator("summary").filter({ hasText: new RegExp(`^${number}\\. `) });
const status = (page) => editor(page).getByRole("status");

/** Opens the editor with the keys, from the search. */
async function edit(page) {
  await expect(editor(page)).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search everything" })).toBeFocused();
  await page.keyboard.type("Edit session");
  await expect(page.getByRole("option", { name: /Edit session/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(editor(page).getByRole("textbox", { name: "Title" })).toBeVisible();
}

/** Types into a field as a person does. */
async function type(field, text) {
  await field.focus();
  await field.press("ControlOrMeta+a");
  await field.pressSequentially(text);
}

const button = (page, name) => editor(page).getByRole("button", { name, exact: true });
const press = (page, name) => button(page, name).press("Enter");

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Opens a page of another visitor. */
async function visit(browser, address) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.getByText("questions answered")).toBeVisible();
  return page;
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a lesson is written with the keys, tried, shared, taken and handed back", async ({ page, playground, browser }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.call("AcceptGrant");

  await edit(page);
  await type(editor(page).getByRole("textbox", { name: "Title" }), "Accepting a grant");
  await type(editor(page).getByRole("textbox", { name: "Author" }), "A teacher");
  await type(editor(page).getByRole("textbox", { name: "Introduction (Markdown)" }), "You accept a **grant**.");
  await editor(page).locator("summary").filter({ hasText: "Preview of introduction" }).press("Enter");
  await expect(editor(page).locator("strong", { hasText: "grant" })).toBeVisible();

  // A free question about the second step.
  await step(page, 2).press("Enter");
  await type(editor(page).getByRole("textbox", { name: "Note (Markdown)" }), "The grant waits for the customer.");
  await editor(page).getByRole("radio", { name: "Free text" }).press("Space");
  await type(editor(page).getByRole("textbox", { name: "What is asked (Markdown)" }), "Why is the grant not active at once?");
  await type(editor(page).getByRole("textbox", { name: "Explanation, shown after the answer (Markdown)" }), "The customer decides.");

  // A choice about the third one. Only one step is open.
  await step(page, 3).press("Enter");
  await expect(editor(page).getByRole("textbox", { name: "Note (Markdown)" })).toHaveCount(1);
  await editor(page).getByRole("radio", { name: "Choice", exact: true }).press("Space");
  await expect(editor(page).getByRole("radio", { name: "Choice", exact: true })).toBeFocused();
  await type(editor(page).getByRole("textbox", { name: "What is asked (Markdown)" }), "Which status does the grant have?");
  await expect(editor(page).getByRole("list", { name: "To look at" })).toContainText("A choice is empty.");
  await press(page, "Take choices from the answer");
  await expect(editor(page).getByRole("textbox", { name: /^Choice \d$/ })).toHaveCount(4);
  const right = editor(page).getByRole("group", { name: "Choices" }).getByRole("listitem").filter({ has: page.getByRole("radio", { checked: true }) });
  await expect(right.getByRole("textbox")).toHaveValue("200, the status is `DISABLED`");
  await press(page, "Add hint");
  await expect(editor(page).getByRole("textbox", { name: "Hint 1 (Markdown)" })).toBeFocused();
  await page.keyboard.type("Accepting is not activating.");
  await press(page, "Expect this answer");
  await expect(editor(page).getByText("The answer is as expected.")).toBeVisible();
  await expect(editor(page).getByRole("list", { name: "To look at" })).toBeHidden();
  expect(await violations(page)).toEqual([]);

  // The preview is a session of the page, which Undo takes back. The draft is kept.
  await press(page, "Preview as a student");
  await expect(editor(page)).toBeHidden();
  await expect(page.getByText("0 of 2 questions answered")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("questions answered")).toBeHidden();
  await edit(page);
  await expect(editor(page).getByText("These are your changes from before.")).toBeVisible();
  await press(page, "Use this session");
  await expect(editor(page)).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Title of the session" })).toHaveValue("Accepting a grant");
  await expect(page.getByText("questions answered")).toBeHidden();

  await edit(page);
  await expect(editor(page).getByText("These are your changes from before.")).toBeHidden();
  await press(page, "Copy lesson link");
  await expect(editor(page).getByText(/^The link has [\d,]+ characters\./)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  // The student.
  const student = await visit(browser, link);
  await student.getByRole("button", { name: /^2 / }).first().click();
  await student.getByRole("textbox", { name: "Your answer" }).fill("Somebody has to accept it.");
  await student.getByRole("button", { name: "Answer", exact: true }).click();
  await student.getByRole("button", { name: /^3 / }).first().click();
  await student.getByRole("button", { name: "Hint", exact: true }).click();
  await expect(student.getByText("Accepting is not activating.")).toBeVisible();
  await student.getByRole("radio", { name: "200, the status is DISABLED" }).check();
  await student.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(student.getByText("2 of 2 questions answered, 1 right, 0 wrong")).toBeVisible();
  await student.getByRole("textbox", { name: "Your name, for the teacher" }).fill("Ana");
  await student.keyboard.press("Tab");
  await student.getByRole("button", { name: "Hand in…" }).click();
  await expect(dialog(student, "Share").getByRole("checkbox", { name: /With the answers/ })).toBeChecked();
  const handedIn = dialog(student, "Share").getByRole("textbox", { name: "Link" });
  await expect(handedIn).toHaveValue(/#session=/);

  // The teacher.
  const teacher = await visit(browser, await handedIn.inputValue());
  await expect(teacher.getByText("2 of 2 questions answered, 1 right, 0 wrong")).toBeVisible();
  await expect(teacher.getByText("Somebody has to accept it.").first()).toBeVisible();
  await expect(teacher.getByRole("textbox", { name: "Your name, for the teacher" })).toHaveValue("Ana");
  await Promise.all([student, teacher].map((other) => other.context().close()));
});

test("a change replays what follows, and shows what is answered differently", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await edit(page);
  await step(page, 2).press("Enter");
  await press(page, "Expect this answer");
  await expect(step(page, 2)).toContainText("200 PENDING_ACCEPT");

  // The grant names the license by its ARN, which another license before it changes.
  await press(page, "Insert before: step 2");
  await expect(editor(page).getByRole("radio", { name: "Call" })).toBeFocused();
  await editor(page).getByRole("radio", { name: "Advance the clock" }).press("Space");
  await type(editor(page).getByRole("textbox", { name: "Seconds" }), "1.5");
  await expect(editor(page).getByText("The clock advances by whole seconds")).toBeVisible();
  await press(page, "Insert step");
  await expect(editor(page).getByText("Correct the marked field first.")).toBeVisible();
  await type(editor(page).getByRole("textbox", { name: "Seconds" }), "7200");
  await press(page, "Insert step");
  await expect(step(page, 2)).toHaveText(/^2\. Clock \+2 h/);
  await expect(step(page, 2)).toBeFocused();
  await expect(step(page, 3)).toContainText("200 PENDING_ACCEPT");

  // A reference to the license, so that the reason is clear when it is gone.
  await press(page, "Refer to earlier answers");
  await expect(status(page)).toContainText("1 value became a reference.");
  await step(page, 1).press("Enter");
  await press(page, "Remove: step 1");
  await expect(step(page, 1)).toBeFocused();
  await expect(editor(page).getByText(/^Step 2 cannot run\. \$\{license\.LicenseArn\} refers to a step named license/)).toBeVisible();
  await expect(step(page, 2)).toContainText("cannot run");
  await press(page, "Use this session");
  await expect(status(page)).toContainText("Step 2 cannot run. Correct or remove it first.");
  await press(page, "Undo");
  await expect(editor(page).getByText("cannot run")).toHaveCount(0);

  // Another caller does not own the license.
  await step(page, 3).press("Enter");
  await editor(page).getByRole("combobox", { name: "Caller" }).selectOption({ label: "Customer (123456789012)" });
  await expect(step(page, 3)).toContainText("200 PENDING_ACCEPT → 400 ");
  const found = editor(page).getByRole("list", { name: "To look at" });
  await expect(found).toContainText("Step 3 is answered differently now: 200 PENDING_ACCEPT → 400 ");
  await expect(found).toContainText("Step 3 expects another answer: the status is 400, not 200.");
  expect(await violations(page)).toEqual([]);
  await found.getByRole("button", { name: "Take over the new answer of step 3" }).press("Enter");
  await expect(found).toBeHidden();
  await expect(step(page, 3)).toContainText("expected");

  // The step as JSON is applied with a button.
  await editor(page).locator("summary").filter({ hasText: "Edit as JSON" }).press("Enter");
  const json = editor(page).getByRole("textbox", { name: "Step as JSON" });
  const original = await json.inputValue();
  await json.fill('{ "advance": 60, "settle": true }');
  await expect(editor(page).getByText("The step has the members advance and settle.")).toBeVisible();
  await json.fill(JSON.stringify({ ...JSON.parse(original), note: "From JSON" }));
  await press(page, "Apply JSON");
  await expect(editor(page).getByRole("textbox", { name: "Note (Markdown)" })).toHaveValue("From JSON");
  await expect(step(page, 3)).toBeFocused();

  // What is not JSON stays, with a sentence.
  await type(editor(page).getByRole("textbox", { name: "Members as JSON" }), "{");
  await expect(editor(page).getByText(/^This is not JSON: /)).toBeVisible();
  await press(page, "Use this session");
  await expect(status(page)).toContainText("Step 3 has a text that is not taken over.");
});

test("changes survive Escape and a reload, and are discarded only after a question", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  await edit(page);
  await expect(button(page, "Discard changes")).toBeDisabled();
  await type(editor(page).getByRole("textbox", { name: "Title" }), "Kept");
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeHidden();
  await playground.open();
  await edit(page);
  await expect(editor(page).getByText("These are your changes from before.")).toBeVisible();
  await expect(editor(page).getByRole("textbox", { name: "Title" })).toHaveValue("Kept");
  await press(page, "Undo");
  await expect(editor(page).getByRole("textbox", { name: "Title" })).toHaveValue("");
  await press(page, "Redo");

  // The form of a new step is kept, too.
  await press(page, "Add step");
  await editor(page).getByRole("combobox", { name: "Operation" }).selectOption({ label: "GetLicense" });
  await expect(editor(page).getByRole("textbox", { name: "Members as JSON" })).toHaveValue(/"LicenseArn": "arn:aws:license-manager::111122223333:license:l-/);
  await page.keyboard.press("Escape");
  await edit(page);
  await expect(editor(page).getByRole("combobox", { name: "Operation" })).toHaveValue("license-manager:GetLicense");
  await press(page, "Use this session");
  await expect(status(page)).toContainText("Insert the new step first, or cancel it.");
  await press(page, "Insert step");
  await expect(step(page, 2)).toContainText("200 AVAILABLE");
  await press(page, "Discard changes");
  await expect(button(page, "Keep them")).toBeFocused();
  await press(page, "Keep them");
  await expect(editor(page).getByRole("textbox", { name: "Title" })).toHaveValue("Kept");
  await press(page, "Discard changes");
  await press(page, "Discard all changes");
  await expect(editor(page).getByRole("textbox", { name: "Title" })).toHaveValue("");
  await page.keyboard.press("Escape");
  await edit(page);
  await expect(editor(page).getByText("These are your changes from before.")).toBeHidden();
});

test("a long lesson fits the narrowest screen, and its steps move with the keys", async ({ page, playground }) => {
  await page.setViewportSize(SIZES.narrow);
  await playground.open();
  await page.goto("./#lesson=consumption-borrowing-and-tokens");
  await expect(page.getByText("questions answered")).toBeVisible();
  await edit(page);
  await expect(step(page, 25).or(step(page, 20)).first()).toBeVisible();
  await step(page, 5).press("Enter");
  const title = await step(page, 5).locator(".title").innerText();
  await press(page, "Move down: step 5");
  await expect(button(page, "Move down: step 6")).toBeFocused();
  await expect(step(page, 6).locator(".title")).toHaveText(title.replace("5.", "6."));
  await page.keyboard.press("Enter");
  await expect(step(page, 7).locator(".title")).toHaveText(title.replace("5.", "7."));
  await press(page, "Duplicate: step 7");
  await expect(step(page, 8)).toBeFocused();
  const wide = await editor(page).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBe(0);
  expect(await violations(page)).toEqual([]);
});

test("of many steps, a hundred are listed at a time", async ({ page, playground }) => {
  const steps = Array.from({ length: 120 }, () => ({ as: "111122223333", operation: "ram:ListPermissions", input: {} }));
  const packed = deflateRawSync(JSON.stringify({ format: "grant-playground/1", steps })).toString("base64url");
  await playground.open();
  await page.goto(`./#session=1.${packed}`);
  await expect(playground.timeline.getByRole("button", { name: /^1 ListPermissions/ })).toBeVisible();
  await edit(page);
  await expect(step(page, 100)).toContainText("200");
  await expect(step(page, 101)).toHaveCount(0);
  await editor(page).getByRole("combobox", { name: "Show steps" }).selectOption({ label: "101 to 120 of 120" });
  await expect(editor(page).getByRole("combobox", { name: "Show steps" })).toBeFocused();
  await step(page, 101).press("Enter");
  await press(page, "Move up: step 101");
  await expect(button(page, "Move up: step 100")).toBeFocused();
  await expect(step(page, 101)).toHaveCount(0);
});
