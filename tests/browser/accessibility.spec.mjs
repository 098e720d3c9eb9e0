// Checks every state of the page with axe-core, in both themes and at every width, and checks that no page scrolls sideways.
import AxeBuilder from "@axe-core/playwright";
import { SIZES, expect, test } from "./support.mjs";

/** Checks the whole page, or only the part that is new in it. */
async function check(page, state, part = "body") {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(part).analyze();
  const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message)}`).join("\n")}`);
  expect.soft(findings, state).toEqual([]);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(sideways, `${state}: the page scrolls sideways`).toBe(0);
}

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("requests and responses", async ({ page, playground }) => {
        await playground.open();
        await check(page, "empty");
        if (size !== "wide") {
          await playground.show("Response");
          await check(page, "no response yet");
        }
        await playground.call("CreateLicense");
        await check(page, "success");
        await playground.choose("CreateGrant");
        await playground.field("ClientToken").fill("with a space");
        await playground.request.getByText("Constraints of CreateGrant").click();
        await check(page, "a violation in the form, and the constraints");
        await playground.send("CreateGrant: 400 ValidationException");
        await playground.show("Checks");
        await check(page, "error, checks");
        await playground.show("HTTP");
        await check(page, "error, HTTP", "#response-panel");
        await playground.bring("Request");
        await playground.show("JSON");
        await playground.json.fill("{");
        await check(page, "text that is not JSON");
      });

      test("world, timeline and dialogs", async ({ page, playground }) => {
        await playground.open();
        await playground.choose("A share that keeps an old permission version");
        await playground.bring("Timeline");
        await check(page, "an example's steps");
        await playground.goTo();
        await check(page, "a request that was sent");
        await playground.bring("World");
        for (const tab of ["Licenses", "Grants", "Usage", "Permissions", "Shares", "Resources", "Accounts", "Organizations", "Settings"]) {
          await playground.show(tab);
          await check(page, tab, "#world-panel");
        }
        await playground.button("Show uncertain points").click();
        await check(page, "uncertain points", "dialog[open]");
        await page.keyboard.press("Escape");
        await playground.show("Permissions");
        await playground.world.getByRole("button", { name: "LIVE" }).click();
        await check(page, "possible transitions of a permission", "#world-panel");
        for (const button of ["Start new session", "Import", "Export"]) {
          await playground.button(button).click();
          await expect(page.getByRole("dialog")).toBeVisible();
          await check(page, button, "dialog[open]");
          await page.keyboard.press("Escape");
        }
      });
    });
  }
}
