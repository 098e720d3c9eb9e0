// Checks every state of the page with axe-core, in every theme and at every width, and checks that no page scrolls sideways.
import AxeBuilder from "@axe-core/playwright";
import { SIZES, THEMES, WORLD_TABS, expect, openDialogs, test } from "./support.mjs";

/** Checks the whole page, or only the part that is new in it, in every theme. */
async function check(page, state, part = "body") {
  for (const [theme, { colorScheme, contextOptions }] of Object.entries(THEMES)) {
    await page.emulateMedia({ colorScheme, forcedColors: contextOptions?.forcedColors ?? "none" });
    const { violations } = await rulesFor(theme, new AxeBuilder({ page }).setLegacyMode(true).include(part)).analyze();
    const findings = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any.map(({ message }) => message)}`).join("\n")}`);
    expect.soft(findings, `${state}, ${theme}`).toEqual([]);
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(sideways, `${state}: the page scrolls sideways`).toBe(0);
}

/** All rules in the light theme. In the dark one only the colours differ. Of forced colours, axe sees the background only: it would compare
 * it with a text colour that nobody sees. */
function rulesFor(theme, axe) {
  if (theme === "dark") return axe.withRules(["color-contrast"]);
  return theme === "forced" ? axe.disableRules(["color-contrast"]) : axe;
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test.describe(size, () => {
    test.use({ viewport });

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

    test("world and timeline", async ({ page, playground }) => {
      await playground.open();
      await playground.choose("A share that keeps an old permission version");
      await playground.bring("Timeline");
      await check(page, "an example's steps");
      await playground.goTo();
      await check(page, "a request that was sent");
      await playground.bring("World");
      for (const tab of WORLD_TABS) {
        await playground.show(tab);
        await check(page, tab, "#world-panel");
      }
      await playground.show("Permissions");
      await playground.world.getByRole("button", { name: "LIVE" }).click();
      await check(page, "a resource and its possible transitions", "#world-panel");
    });

    test("dialogs", async ({ page, playground }) => {
      await playground.open();
      await playground.choose("A share that keeps an old permission version");
      await playground.bring("World");
      await openDialogs(playground, (dialog) => check(page, dialog, "dialog[open]"));
    });

    test("notices and advice", async ({ page, playground }) => {
      await page.addInitScript(() => localStorage.setItem("grant-playground/drafts", "{"));
      await playground.open();
      await playground.call("CreateLicense");
      await playground.choose("Only the grantee can accept a grant");
      await expect(playground.notices).toContainText("replaced your session.");
      await check(page, "an introduction and notices");
      await playground.goTo(3);
      await check(page, "a refusal and its fix");
      await playground.bring("Request");
      await playground.button("Edit and resend").click();
      await playground.request.getByText("Response for each account").click();
      await check(page, "the response for each account");
    });
  });
}
