// A reload keeps the work. If the storage is full, blocked or corrupt, the page shows a notice and still works.
import { readFile } from "node:fs/promises";
import { Playground, expect, test } from "./support.mjs";

const KEPT = "The browser cannot save your work: ";

async function works(playground) {
  await playground.call("CreateLicense");
  await expect(playground.response.getByText("200 OK")).toBeVisible();
}

test("a reload keeps the session, the draft and the theme", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.choose("CreateGrantVersion");
  await playground.button("Add StatusReason").click();
  await playground.field("StatusReason").fill("because");
  await page.getByLabel("Theme").selectOption("Dark");
  const session = await playground.exported();
  await playground.open();
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
  await expect(playground.caller("123456789012")).toBeChecked();
  await expect(playground.field("StatusReason")).toHaveValue("because");
  await expect(playground.notices).toBeEmpty();
  expect(await playground.exported()).toBe(session);
});

test("a full storage is reported once, and the page still works", async ({ page, playground }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await playground.open();
  await works(playground);
  await works(playground);
  const notice = playground.notices.getByText(`${KEPT}the storage for this page is full. Download the session with Share to keep it.`);
  await expect(notice).toHaveCount(1);
  await playground.notices.getByRole("button", { name: "Dismiss" }).click();
  await playground.call("CreateGrant");
  await expect(notice).toHaveCount(0);
});

test("a blocked storage is reported at the start, and the page still works", async ({ page, playground }) => {
  await page.addInitScript(() => {
    for (const storage of ["indexedDB", "localStorage"]) Object.defineProperty(window, storage, {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await playground.open();
  await expect(playground.notices.getByText(`${KEPT}storage is blocked for this page`)).toBeVisible();
  await works(playground);
  await page.getByLabel("Theme").selectOption("Dark");
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
  // The browser asks before it leaves the page, since the session is not stored.
  const asking = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asking;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
});

for (const [what, kept] of [["session", "The session"], ["drafts", "The drafts"]]) {
  test(`${kept} that cannot be read can be downloaded, and the page still works`, async ({ page, playground }, testInfo) => {
    const text = '{"format":"grant-playground/1","steps":[{"oops';
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [`grant-playground/${what}`, text]);
    await playground.open();
    await expect(playground.notices).toContainText(`Problem: ${kept} from your last visit cannot be read: `);
    await works(playground);
    const downloading = page.waitForEvent("download");
    await playground.notices.getByRole("button", { name: "Download" }).click();
    const file = testInfo.outputPath("unreadable.json");
    await (await downloading).saveAs(file);
    expect(await readFile(file, "utf8")).toBe(text);
  });
}

test("Undo and Redo lead to replaced sessions and steps, also after a reload", async ({ playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  const mine = await playground.exported();
  await playground.choose("An accepted grant must be activated");
  await expect(playground.notices).toContainText("The example “An accepted grant must be activated” replaced your session.");
  const example = await playground.exported();
  await playground.open();
  await expect(playground.notices).toBeEmpty();
  await playground.button("Undo").click();
  await expect(playground.steps()).toHaveCount(2);
  expect(await playground.exported()).toBe(mine);
  await playground.page.keyboard.press("Control+z");
  await expect(playground.steps()).toHaveCount(1);
  await playground.open();
  await expect(playground.button("Undo")).toBeDisabled();
  await playground.button("Redo").click();
  await expect(playground.steps()).toHaveCount(2);
  expect(await playground.exported()).toBe(mine);
  await playground.button("Redo").click();
  await expect(playground.button("Redo")).toBeDisabled();
  expect(await playground.exported()).toBe(example);
});

test("a note goes by itself, but not while the pointer or the focus is on it", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  await playground.choose("An accepted grant must be activated");
  const state = () => playground.notices.evaluate((notices) => notices.getAnimations({ subtree: true }).map(({ playState }) => playState));
  const dismiss = playground.notices.getByRole("button", { name: "Dismiss" });
  await page.mouse.move(0, 0);
  expect(await state()).toEqual(["running"]);
  await playground.notices.hover();
  expect(await state()).toEqual(["paused"]);
  await page.mouse.move(0, 0);
  await dismiss.focus();
  expect(await state()).toEqual(["paused"]);
  await page.getByLabel("Theme").focus();
  // The test does not wait for the seconds.
  await playground.notices.evaluate((notices) => notices.getAnimations({ subtree: true }).forEach((animation) => animation.finish()));
  await expect(playground.notices).toBeEmpty();
  await expect(playground.announcement).toHaveText("The example “An accepted grant must be activated” replaced your session.");
});

test("a problem stays until it is dismissed", async ({ page, playground }) => {
  await page.addInitScript(() => localStorage.setItem("grant-playground/drafts", "{"));
  await playground.open();
  await expect(playground.notices).toContainText("Problem:");
  expect(await playground.notices.evaluate((notices) => notices.getAnimations({ subtree: true }).length)).toBe(0);
  await playground.notices.getByRole("button", { name: "Dismiss" }).click();
  await expect(playground.notices).toBeEmpty();
});

test("two tabs keep both sessions and show a notice", async ({ context, page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  const second = new Playground(await context.newPage(), {});
  await second.open();
  await second.call("CreatePermission");
  const [mine, theirs] = [await playground.exported(), await second.exported()];
  await expect(playground.notices).toContainText("Another tab has a different session. Both sessions are saved.");
  await playground.call("CreateResourceShare");
  await expect(second.notices).toContainText("Another tab has a different session.");
  await second.page.close();
  await playground.open();
  await expect(playground.steps()).toHaveCount(3);
  await expect(playground.notices).toContainText("Two tabs had different sessions.");
  await playground.button("Undo").click();
  await expect(playground.timeline).toContainText("CreatePermission");
  expect(await playground.exported()).toBe(theirs);
  expect(mine).not.toBe(theirs);
});
