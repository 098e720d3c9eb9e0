// The page arrives in parts: what it does before the services are there, and when a part is missing or damaged.
import { expect, test } from "./support.mjs";

const PROGRAM = /\/grant-playground-[A-Z0-9]+\.lzma$/;
const SERVICES = /\/grant-playground-services-[A-Z0-9]+\.lzma$/;
const WAITS = "Note: the simulated services are still on their way to this page; this is done when they are here";

/** Keeps the services back until the returned function is called. */
async function holdServices(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(SERVICES, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Changes a file on its way. */
async function damage(page, file, change) {
  await page.route(file, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  });
}

const cutOff = (body) => body.subarray(0, body.length / 2);

const oneWrongByte = (body) => {
  const changed = Buffer.from(body);
  changed[changed.length >> 1] ^= 0x55;
  return changed;
};

test("a request is composed before the services are there, and sent when they are", async ({ page, playground }) => {
  const release = await holdServices(page);
  await playground.openEarly();
  await playground.choose("CreateLicense");
  await playground.field("LicenseName").fill("Early");
  await playground.send(WAITS.replace("Note: ", ""));
  await expect(playground.notices).toContainText(WAITS);
  await expect(playground.steps()).toHaveCount(1);
  release();
  await expect(playground.announcement).toHaveText("CreateLicense: 200");
  await expect(playground.notices.getByText(WAITS)).toHaveCount(0);
  await expect(playground.steps()).toHaveCount(2);
  await expect(playground.world).toContainText("Early");
});

test("everything on the page can be pressed before the services are there", async ({ page, playground }) => {
  const release = await holdServices(page);
  await playground.openEarly();
  for (const operation of ["CreateGrant", "CreateGrantVersion", "ListReceivedGrants", "CreatePermission", "GetPermission"]) {
    await playground.choose(operation);
    await playground.show("JSON", "Form");
  }
  await playground.actAs("Customer");
  await playground.button("Start over").click();
  for (const tab of ["Grants", "Permissions", "Shares", "Accounts", "Organizations", "Settings", "Licenses"]) await playground.show(tab);
  for (const dialog of ["New session", "Import", "Export"]) {
    await playground.button(dialog).click();
    await page.keyboard.press("Escape");
  }
  await playground.choose("A grant to an organization");
  await expect(playground.notices).toContainText(WAITS);
  release();
  await expect(playground.announcement).toHaveText("the example “A grant to an organization” replaced your session");
  await expect(playground.steps()).not.toHaveCount(1);
});

test("the last session comes back with the services", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  const release = await holdServices(page);
  await playground.openEarly();
  await expect(playground.steps()).toHaveCount(1);
  release();
  await expect(playground.steps()).toHaveCount(3);
  await expect(page.locator(".request .operation")).toHaveText("license-manager:CreateGrant");
});

for (const [what, change, reason] of [
  ["cut off", cutOff, "the packed data is cut off or damaged"],
  ["damaged", oneWrongByte, "the packed data is cut off or damaged"],
]) {
  test(`services that arrive ${what} are told, and the draft stays`, async ({ page, playground }) => {
    await damage(page, SERVICES, change);
    await playground.openEarly();
    await expect(playground.notices).toHaveText(
      new RegExp(`the simulated services did not arrive: the services did not arrive as they were sent: ${reason}\\. Reload the page`),
    );
    await playground.field("LicenseName").fill("Kept");
    await playground.sendButton.click();
    await expect(playground.steps()).toHaveCount(1);
    await page.unroute(SERVICES);
    await playground.open();
    await expect(playground.field("LicenseName")).toHaveValue("Kept");
    await playground.send("CreateLicense: 200");
  });

  test(`a program that arrives ${what} is told`, async ({ page }) => {
    await damage(page, PROGRAM, change);
    await page.goto("./");
    await expect(page.getByRole("alert")).toHaveText(
      new RegExp(`The playground cannot start: the program did not arrive as it was sent: ${reason}\\. Reload the page`),
    );
  });
}

// The browser itself reports a file that is not there as an error, so these pages are without the usual watch.
for (const [file, role, text] of [
  [PROGRAM, "alert", /The playground cannot start: the file grant-playground-\w+\.lzma could not be fetched: the server answered 404\. Reload/],
  [SERVICES, "region", /the simulated services did not arrive: the file grant-playground-services-\w+\.lzma could not be fetched: the server answered 404\. Reload/],
]) {
  test(`a file that is missing is told: ${file.source.match(/grant[a-z-]+/)[0]}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(file, (route) => route.fulfill({ status: 404 }));
    await page.goto(baseURL);
    await expect(role === "region" ? page.getByRole(role, { name: "Notices" }) : page.getByRole(role)).toHaveText(text);
    await context.close();
  });
}
