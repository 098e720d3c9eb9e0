// The search over everything, and the keyboard shortcuts.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./support.mjs";

const search = (page) => page.getByRole("combobox", { name: "Search everything" });

const results = (page) => page.getByRole("listbox", { name: "Results" }).getByRole("option");

/** Opens the search with the keyboard, types a text and takes the first result. */
async function find(page, text) {
  await page.keyboard.press("Control+k");
  await expect(search(page)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(search(page)).toHaveCount(0);
  // The dialog closes a moment after its content is gone, and takes the keys until then.
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("operations, errors, resources, settings and commands are found with the keyboard", async ({ page, playground }) => {
  await playground.open();
  await find(page, "create-grant-version");
  await expect(playground.request.getByText("license-manager:CreateGrantVersion")).toBeVisible();
  await find(page, "create_license");
  await playground.send("CreateLicense: 200");
  await find(page, "ServerInternalException");
  await expect(page.getByLabel("Injected error")).toHaveValue("ServerInternalException");
  await find(page, "tickMilliseconds");
  await expect(playground.world.getByLabel("Milliseconds per call", { exact: true })).toBeFocused();
  await find(page, "dark theme");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const [arn] = (await playground.exported()).match(/arn:aws:license-manager::\d+:license:l-\w+/) ?? [""];
  await find(page, arn || "Example license");
  await expect(playground.tab("Licenses")).toHaveAttribute("aria-selected", "true");
});

test("the search keeps the focus at each key, Escape clears the text and then closes", async ({ page, playground }) => {
  await playground.open();
  await page.keyboard.press("/");
  await page.keyboard.type("permission");
  await expect(search(page)).toHaveValue("permission");
  await expect(results(page).first()).toHaveAttribute("aria-selected", "true");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("dialog[open]").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(results(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveValue("");
  await page.keyboard.type("no such thing");
  await expect(page.getByText(/^Nothing matches\./)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveCount(0);
});

test("shortcuts of one key move through the page, and can be switched off for good", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  await page.keyboard.press("w");
  await expect(page.getByRole("heading", { name: "World" })).toBeFocused();
  await page.keyboard.press("[");
  await expect(playground.announcement).toHaveText("Start of the session");
  await page.keyboard.press("]");
  await expect(playground.announcement).toHaveText(/^Step 1 of 1: /);
  await playground.field("LicenseName").press("w");
  await expect(playground.field("LicenseName")).toBeFocused();
  await playground.button("Send").focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog.getByText("Go to the response")).toBeVisible();
  await dialog.getByLabel("Use shortcuts of one key").uncheck();
  await page.keyboard.press("Escape");
  await playground.open();
  await page.keyboard.press("/");
  await expect(search(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(search(page)).toBeFocused();
});
