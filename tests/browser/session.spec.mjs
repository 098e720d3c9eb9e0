// Exporting, importing and starting sessions.
import { writeFile } from "node:fs/promises";
import { expect, test } from "./support.mjs";

async function startSession(playground, values = {}) {
  await playground.button("Start new session").click();
  const dialog = playground.page.getByRole("dialog", { name: "Start a new session" });
  for (const [label, value] of Object.entries(values)) {
    const control = dialog.getByLabel(label);
    await (label.startsWith("Edition") ? control.selectOption(value) : control.fill(value));
  }
  await dialog.getByRole("button", { name: "Start session" }).click();
  return dialog;
}

test("an exported session can be imported unchanged", async ({ page, playground }, testInfo) => {
  await playground.open();
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.call("AcceptGrant");
  const body = await playground.body();
  const { name, text } = await playground.downloaded();
  expect(name).toBe("session.json");
  const file = testInfo.outputPath("session.json");
  await writeFile(file, text);

  await expect(await startSession(playground)).toBeHidden();
  await expect(playground.steps()).toHaveCount(1);
  await expect(playground.notices).toContainText("A new session replaced your session.");
  await playground.openFile(file);
  await expect(playground.steps()).toHaveCount(4);
  expect(await playground.exported()).toBe(text);
  await playground.goTo();
  expect(await playground.body()).toEqual(body);

  await startSession(playground);
  await playground.pasteSession(text);
  await expect(playground.steps()).toHaveCount(4);
  expect(await playground.exported()).toBe(text);
});

test("a text that is not a session is refused, and nothing is lost", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  const mine = await playground.exported();
  for (const garbage of ["{", "[]", '{"format":"another/1","steps":[]}']) {
    await playground.button("Paste").click();
    const dialog = page.getByRole("dialog", { name: "Paste" });
    await dialog.getByRole("textbox", { name: "Pasted text" }).fill(garbage);
    await expect(dialog.getByText("Nothing was found that the page can use."), garbage).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
  }
  await playground.pasteSession('{"format":"grant-playground/1","steps":[{"settle":"no"}]}');
  await expect(playground.notices).toContainText("The session was not imported: ");
  expect(await playground.exported()).toBe(mine);
});

test("a new session has the chosen edition, seed and start time", async ({ page, playground }) => {
  const given = { "Edition of the License Manager API model": "2026", "Seed for generated IDs": "7", "Start time": "2030-05-06T07:08:09Z" };
  await playground.open();
  await playground.choose("CreateGrant");
  const tags = playground.button("Add Tags");
  await expect(tags).toHaveCount(0);
  await startSession(playground, given);
  await expect(playground.timeline.getByRole("time")).toHaveText("2030-05-06T07:08:09Z");
  await expect(tags).toBeVisible();
  await playground.show("Settings");
  await expect(playground.world.getByText("API model edition: 2026. Seed: 7.")).toBeVisible();
  await playground.call("CreateLicense");
  const first = await playground.body();
  await startSession(playground, given);
  await playground.call("CreateLicense");
  expect(await playground.body()).toEqual(first);
  await startSession(playground, { "Seed for generated IDs": "8" });
  await playground.call("CreateLicense");
  expect((await playground.body()).LicenseArn).not.toBe(first.LicenseArn);
  const dialog = await startSession(playground, { "Seed for generated IDs": "many" });
  await expect(dialog.getByRole("alert")).toHaveText("`many` is not a seed. Enter a whole number from 0 to 18446744073709551615.");
  await expect(page.getByLabel("Seed for generated IDs")).toHaveValue("many");
});
