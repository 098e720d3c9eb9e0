// Writes pictures of the page to target/screenshots/ for people. Nothing compares them.
import { fileURLToPath } from "node:url";
import { SIZES, expect, test } from "./support.mjs";

const folder = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("pictures", async ({ page, playground }) => {
        const name = `${size}-${viewport.width}x${viewport.height}-${colorScheme}`;
        const picture = (state, fullPage) => page.screenshot({ path: `${folder}${name}-${state}.png`, fullPage });
        await page.clock.setFixedTime(new Date("2026-11-23T09:00:00Z"));
        await playground.open();
        await picture("empty", false);
        await playground.choose("An accepted grant must be activated");
        await picture("introduction", false);
        await playground.goTo();
        await expect(playground.response.getByText("200 OK")).toBeVisible();
        await picture("success", true);
        await playground.choose("Only the grantee can accept a grant");
        await playground.goTo(3);
        await playground.show("Checks");
        await expect(playground.response.getByText("Failed check")).toBeVisible();
        await picture("error", true);
        await playground.bring("World");
        await playground.show("Grants");
        await playground.world.getByRole("button", { name: "PENDING_ACCEPT" }).click();
        await picture("transitions", true);
        await playground.show("Organizations");
        await picture("organizations", true);
        await playground.show("Settings");
        await picture("settings", true);
        await playground.button("Show uncertain points").click();
        await picture("uncertain", false);
      });
    });
  }
}
