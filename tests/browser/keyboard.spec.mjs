// The page can be used with the keyboard alone.
import { SIZES, expect, test } from "./support.mjs";

/** Presses a key until an element has the focus. */
async function goTo(page, target, key = "Tab", most = 100) {
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

test("from the top to Send with Tab, and Ctrl+Enter from a field", async ({ page, playground }) => {
  await playground.open();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the request" })).toBeFocused();
  await page.keyboard.press("Enter");
  await goTo(page, playground.field("LicenseName"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Typed");
  await goTo(page, playground.sendButton);
  await page.keyboard.press("Enter");
  await expect(playground.announcement).toHaveText("CreateLicense: 200");
  await expect(playground.sendButton).toBeFocused();
  await goTo(page, playground.field("LicenseName"), "Shift+Tab");
  await page.keyboard.press("Control+Enter");
  await expect(playground.steps()).toHaveCount(3);
  await expect(playground.field("LicenseName")).toHaveValue("Typed");
  expect((await playground.rows("Licenses", "Licenses")).map(([name]) => name)).toEqual(["Typed"]);
  // The request was sent again with the same token.
  await goTo(page, playground.response.getByRole("button", { name: "Use new token" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(playground.announcement).toHaveText("The draft has a new client token.");
  await page.keyboard.press("Control+Enter");
  await expect(playground.steps()).toHaveCount(4);
  expect((await playground.rows("Licenses", "Licenses")).map(([name]) => name)).toEqual([expect.stringMatching(/^Typed…\w{6}$/), expect.stringMatching(/^Typed…\w{6}$/)]);
});

test("an operation and an example are chosen with the keyboard", async ({ page, playground }) => {
  await playground.open();
  const list = page.getByRole("navigation", { name: "Operations and examples" });
  await goTo(page, list.getByRole("searchbox"));
  await page.keyboard.type("CreateGrant ");
  await page.keyboard.press("Backspace");
  await goTo(page, list.getByRole("button", { name: /^CreateGrant / }));
  await page.keyboard.press("Space");
  await expect(playground.request.getByText("license-manager:CreateGrant", { exact: true })).toBeVisible();
  await expect(list.getByRole("button", { name: /^CreateGrant / })).toHaveAttribute("aria-current", "true");
});

test("a row of tabs is one tab stop with arrow keys inside", async ({ page, playground }) => {
  await playground.open();
  const [form, json] = [playground.tab("Form"), playground.tab("JSON")];
  await goTo(page, form);
  await page.keyboard.press("ArrowRight");
  await expect(json).toBeFocused();
  await expect(json).toHaveAttribute("aria-selected", "true");
  await expect(playground.json).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(form).toBeFocused();
  await page.keyboard.press("End");
  await expect(json).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(playground.button("Fill in example of CreateLicense")).toBeFocused();
  await goTo(page, playground.tab("Licenses"));
  await page.keyboard.press("ArrowLeft");
  await expect(playground.tab("Settings")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(playground.tab("Licenses")).toBeFocused();
  await expect(page.getByRole("tab", { selected: true })).toHaveText(["Form", "Licenses"].map((text) => new RegExp(`^(JSON|${text})$`)));
});

for (const [button, title] of [["Start new session", "Start a new session"], ["Paste", "Paste"], ["Share", "Share"]]) {
  test(`the dialog “${title}” keeps the focus and returns it on Escape`, async ({ page, playground }) => {
    await playground.open();
    await goTo(page, playground.button(button));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog).toBeVisible();
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(() => document.activeElement !== document.body && !document.activeElement.closest("dialog"));
      expect(outside).toBe(false);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(playground.button(button)).toBeFocused();
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: SIZES.phone });

  test("the response gets the focus, and the panes are tabs", async ({ page, playground }) => {
    await playground.open();
    await goTo(page, playground.sendButton);
    // A slow phone renders the response in several steps. The heading must exist before it gets the focus.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 8 });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Response" })).toBeFocused();
    await goTo(page, playground.tab("Response"), "Shift+Tab");
    await page.keyboard.press("ArrowRight");
    await expect(playground.timeline).toBeVisible();
    await expect(playground.steps()).toHaveCount(2);
    await page.keyboard.press("ArrowRight");
    await expect(playground.world).toContainText("Example license");
  });
});
