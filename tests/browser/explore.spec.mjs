// The dialog “Explore”: what passes, what comes before, reachable states, test vectors. The simulator's worker answers.
import AxeBuilder from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import { SIZES, THEMES, expect, test } from "./support.mjs";

/** Searches in a worker take longer than what the page does. */
const SEARCH = { timeout: 60_000 };

const explore = (page) => page.getByRole("dialog", { name: "Explore", exact: true });

/** Opens the dialog from the header. */
async function open(playground) {
  await playground.button("Explore").click();
  await expect(explore(playground.page)).toBeVisible();
  return explore(playground.page);
}

/** Chooses a tab with the keys. The tabs are one tab stop. */
async function press(dialog, key, tab) {
  await dialog.page().keyboard.press(key);
  await expect(dialog.getByRole("tab", { name: tab })).toBeFocused();
  await expect(dialog.getByRole("tabpanel", { name: tab })).toBeVisible();
}

async function downloaded(page, click) {
  const downloading = page.waitForEvent("download");
  await click();
  const download = await downloading;
  return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
}

test("a refused request passes after the steps that were found", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.choose("CheckoutLicense");
  await playground.send(/^CheckoutLicense: 400/);
  await playground.button("Find what passes").click();
  const dialog = explore(page);
  await expect(dialog.getByRole("tab", { name: "Find what passes" })).toHaveAttribute("aria-selected", "true");
  await expect(dialog.getByText("The request: Customer (123456789012) sends CheckoutLicense in us-east-1.")).toBeVisible();
  await expect(dialog.getByRole("heading", { name: /^The request passes after \d steps?$/ })).toBeVisible(SEARCH);
  await dialog.getByText("Why the request is refused now").click();
  await expect(dialog.getByText("NoEntitlementsAllowedException", { exact: true })).toBeVisible();
  await dialog.getByText("What was searched").click();
  await expect(dialog.getByText(/calls and other steps were tried, in \d+ different states?\./)).toBeVisible();
  await dialog.getByRole("button", { name: "Append these steps" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(playground.announcement).toHaveText("CheckoutLicense 200");
});

test("at an earlier step, a call with references is searched, and the dialog says what is replaced", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("Only the grantee can accept a grant");
  await playground.goTo(3);
  const dialog = await open(playground);
  // The selected step was refused, so this tab is first.
  await expect(dialog.getByRole("tab", { name: "Find what passes" })).toHaveAttribute("aria-selected", "true");
  await expect(dialog.getByRole("heading", { name: "A changed request passes" })).toBeVisible(SEARCH);
  await expect(dialog.getByText(/^You are at step 3 of \d\. Appending continues from here and replaces/)).toBeVisible();
  await dialog.getByRole("button", { name: "Put it into the form" }).click();
  await expect(playground.caller("210987654321")).toBeChecked();
  await expect(playground.request.getByText("license-manager:AcceptGrant")).toBeVisible();
});

test("what passes is filtered, and put into the form", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  const dialog = await open(playground);
  await expect(dialog.getByText(/^\d+ of \d+ tried calls\.$/)).toBeVisible(SEARCH);
  await dialog.getByRole("searchbox", { name: "Operation" }).fill("acceptgrant");
  await expect(dialog.getByText(/^1 of \d+ tried calls\.$/)).toBeVisible();
  const row = dialog.getByRole("row", { name: /AcceptGrant/ });
  await expect(row).toHaveCount(1);
  await expect(row.getByText(/accepted: PENDING_ACCEPT → DISABLED/)).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Only what passes" }).uncheck();
  await dialog.getByRole("combobox", { name: "Account" }).selectOption({ label: "Vendor (111122223333)" });
  await expect(row.getByText("ValidationException")).toBeVisible();
  await row.getByText("Why").click();
  await expect(row.getByText("Send the request as 123456789012.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Account" }).selectOption({ label: "Customer (123456789012)" });
  await dialog.getByRole("button", { name: "Put AcceptGrant as Customer (123456789012) into the form" }).click();
  await expect(dialog).toBeHidden();
  await playground.send("AcceptGrant: 200");
});

test("reachable states are a diagram and a table, and their steps can be appended", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  const dialog = await open(playground);
  await expect(dialog.getByText(/tried calls\.$/)).toBeVisible(SEARCH);
  await dialog.getByRole("tab", { name: "What passes from here" }).focus();
  await press(dialog, "ArrowRight", "Reachable states");
  const resource = dialog.getByRole("combobox", { name: "Resource" });
  const states = (name) => dialog.getByRole("region", { name });
  await expect(states(/^States of l-/)).toBeVisible(SEARCH);
  await resource.selectOption({ index: 1 });
  const table = states(/^States of g-/);
  await expect(table.getByRole("row", { name: /PENDING_ACCEPT current/ })).toBeVisible(SEARCH);
  await expect(table.getByRole("row", { name: /REJECTED reached terminal/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /FAILED_WORKFLOW not reached/ })).toBeVisible();
  await dialog.getByText(/^Transitions \(\d+\)$/).click();
  await expect(dialog.getByText("PENDING_ACCEPT → DISABLED: accepted, AcceptGrant by Customer (123456789012), grantee.")).toBeVisible();
  // Buttons and keys zoom and move the drawing.
  const drawing = dialog.getByRole("img", { name: /^State diagram of g-/ });
  const width = async () => (await drawing.boundingBox()).width;
  const before = await width();
  await dialog.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await dialog.getByRole("group", { name: /^State diagram/ }).focus();
  await page.keyboard.press("0");
  await expect.poll(width).toBeLessThanOrEqual(before);
  await page.keyboard.press("+");
  const { x } = await drawing.boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await drawing.boundingBox()).x).toBeLessThan(x);
  await table.getByRole("button", { name: /^Append \d steps? to ACTIVE$/ }).click();
  await expect(dialog).toBeHidden();
  expect((await playground.rows("Grants", "Grants")).flat()).toContain("ACTIVE");
});

test("test vectors are shown and downloaded", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  const dialog = await open(playground);
  await dialog.getByRole("tab", { name: "What passes from here" }).focus();
  await press(dialog, "End", "Test vectors");
  const table = dialog.getByRole("region", { name: "Vectors of CreateGrant" });
  await expect(table).toBeVisible(SEARCH);
  await dialog.getByRole("combobox", { name: "Operation" }).selectOption("AcceptGrant");
  await expect(dialog.getByRole("region", { name: "Vectors of AcceptGrant" })).toBeVisible(SEARCH);
  await dialog.getByRole("searchbox", { name: "Name, member or error" }).fill("missing");
  await expect(dialog.getByText(/^1 of \d+ vectors, sent by Customer \(123456789012\) in us-east-1\. SDKs can send 1 of them\.$/)).toBeVisible();
  const button = (name) => () => dialog.getByRole("button", { name }).click();
  const [lines, line] = await downloaded(page, button("Download JSON Lines"));
  expect([lines, JSON.parse(line)]).toEqual(["accept-grant-vectors.jsonl", expect.objectContaining({ operation: "license-manager:AcceptGrant", kind: "missing", status: 400, error: "ValidationException" })]);
  const [python, code] = await downloaded(page, button("Download Python (botocore Stubber)"));
  expect([python, code]).toEqual(["test_accept_grant_vectors.py", expect.stringContaining("class AcceptGrantVectors(unittest.TestCase)")]);
  const [vitest, session] = await downloaded(page, button("Download JavaScript (vitest)"));
  expect([vitest, session]).toEqual(["accept-grant-vectors.test.mjs", expect.stringContaining('"operation": "license-manager:CreateGrant"')]);
});

test("a search is cancelled, and the answers of the other tabs stay", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  const dialog = await open(playground);
  const count = dialog.getByText(/tried calls\.$/);
  await expect(count).toBeVisible(SEARCH);
  // The search goes on for ever: its worker is slow.
  await page.evaluate(() => {
    globalThis.Worker = class extends EventTarget {
      postMessage() {
        this.dispatchEvent(Object.assign(new Event("message"), { data: { progress: { tried: 1250, depth: 3 } } }));
      }
      terminate() {
        document.body.dataset.ended = "yes";
      }
    };
  });
  await dialog.getByRole("tab", { name: "Find what passes" }).click();
  await expect(dialog.getByText("1,250 calls tried, in sequences of up to 3 steps.")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Cancelled.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Search" })).toBeFocused();
  expect(await page.evaluate(() => document.body.dataset.ended)).toBe("yes");
  await dialog.getByRole("tab", { name: "What passes from here" }).click();
  await expect(count).toBeVisible();
});

test("without the simulator's file the dialog says what to do", async ({ page, playground }) => {
  await page.route("**/simulator_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await playground.open();
  const dialog = await open(playground);
  await expect(dialog.getByText("The simulator for this dialog could not be loaded. Check the connection and try again. The rest of the page works without it.")).toBeVisible();
  await page.unroute("**/simulator_bg.wasm");
  await dialog.getByRole("button", { name: "Search" }).click();
  await expect(dialog.getByText(/tried calls\.$/)).toBeVisible(SEARCH);
  // The browser reports the missing file.
  playground.problems.found = playground.problems.found.filter((problem) => !problem.includes("404"));
});

for (const [size, viewport] of Object.entries(SIZES)) {
  test.describe(size, () => {
    test.use({ viewport });

    test("every tab is accessible and fits", async ({ page, playground }) => {
      await playground.open();
      await playground.choose("An accepted grant must be activated");
      await playground.goTo();
      const dialog = await open(playground);
      for (const [tab, result] of [
        ["What passes from here", /tried calls\.$/],
        ["Find what passes", "Why the request is refused now"],
        ["Reachable states", "What was searched"],
        ["Test vectors", /vectors, sent by/],
      ]) {
        await dialog.getByRole("tab", { name: tab }).click();
        await expect(dialog.getByRole("tabpanel", { name: tab }).getByText(result).or(dialog.getByRole("heading", { name: "The request passes already" })).first()).toBeVisible(SEARCH);
        for (const [theme, { colorScheme, contextOptions }] of Object.entries(THEMES)) {
          await page.emulateMedia({ colorScheme, forcedColors: contextOptions?.forcedColors ?? "none" });
          const axe = new AxeBuilder({ page }).setLegacyMode(true).include("dialog[open]");
          const { violations } = await (theme === "forced" ? axe.disableRules(["color-contrast"]) : axe).analyze();
          expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), `${tab}, ${theme}`).toEqual([]);
        }
        expect.soft(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), `${tab} scrolls sideways`).toBe(0);
      }
    });
  });
}
