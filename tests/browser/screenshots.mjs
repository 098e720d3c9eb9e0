// `cargo xtask screenshots` writes pictures of every view to target/screenshots/ for people. Nothing compares them.
import { fileURLToPath } from "node:url";
import { sessionText } from "./bench/length.mjs";
import { THEMES, WORLD_TABS, expect, openDialogs, test } from "./support.mjs";

const folder = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));

const SIZES = {
  "1920x1080": { width: 1920, height: 1080 },
  "1440x900": { width: 1440, height: 900 },
  "1280x720": { width: 1280, height: 720 },
  // A window of 1920 by 1080 at a zoom of 200 %.
  "960x540": { width: 960, height: 540, scale: 2 },
  "390x844": { width: 390, height: 844, scale: 2 },
  "320x640": { width: 320, height: 640, scale: 2 },
};

/** Sends and shows requests, in the pane of each. */
async function takeRequests(playground, take) {
  await take("start", false);
  await playground.bring("Response");
  await take("no-response-yet");
  await playground.bring("World");
  await take("empty-world");
  await playground.choose("CreateGrantVersion");
  await playground.field("ClientToken").fill("with a space");
  await playground.request.getByText("Constraints of CreateGrantVersion").click();
  await take("form");
  await playground.show("JSON");
  await take("json");
  await playground.send("CreateGrantVersion: 400 ValidationException");
  for (const tab of ["HTTP", "Checks", "Body"]) {
    await playground.show(tab);
    await take(`refused-${tab}`);
  }
  await playground.choose("Only the grantee can accept a grant");
  await take("introduction", false);
  await playground.goTo(3);
  await take("fix");
  await playground.bring("Request");
  await playground.button("Edit and resend").click();
  await playground.request.getByText("Response for each account").click();
  await take("response-for-each-account");
  await playground.choose("An accepted grant must be activated");
  await playground.goTo(3);
  await expect(playground.response.getByText("200 OK", { exact: true })).toBeVisible();
  await take("success");
  await playground.show("Checks");
  await take("success-checks");
  await playground.show("Body");
  await playground.bring("Timeline");
  await take("timeline");
}

/** Shows each tab of the world, a resource with its transitions, and each dialog. */
async function takeWorld(playground, take) {
  await playground.choose("A share that keeps an old permission version");
  await playground.goTo();
  await playground.bring("World");
  for (const tab of WORLD_TABS) {
    await playground.show(tab);
    await take(`world-${tab}`);
  }
  await playground.show("Permissions");
  await playground.world.getByRole("button", { name: "LIVE" }).click();
  await take("resource");
  await openDialogs(playground, (dialog) => take(`dialog-${dialog}`, false));
}

/** Shows a long session, and in it resources of the same name. */
async function takeLong(playground, take) {
  await playground.openFile({ name: "session.json", mimeType: "application/json", buffer: Buffer.from(sessionText(300)) });
  await expect(playground.announcement).toHaveText("The imported session replaced your session.");
  await playground.goTo();
  await take("long-session", false);
  await playground.bring("Timeline");
  await take("long-session-timeline", false);
  await playground.bring("World");
  await playground.show("Licenses");
  await take("long-session-world", false);
}

for (const [size, { scale, ...viewport }] of Object.entries(SIZES)) {
  for (const [theme, options] of Object.entries(THEMES)) {
    test.describe(`${size} ${theme}`, () => {
      test.use({ viewport, deviceScaleFactor: scale ?? 1, ...options });

      test("pictures", async ({ page, playground }) => {
        const take = (view, fullPage = true) =>
          page.screenshot({ path: `${folder}${size}-${theme}/${view.replaceAll(" ", "-").toLowerCase()}.png`, fullPage, timeout: 60_000 });
        await page.clock.setFixedTime(new Date("2026-11-23T09:00:00Z"));
        await playground.open();
        await takeRequests(playground, take);
        await takeWorld(playground, take);
        await takeLong(playground, take);
      });
    });
  }
}
