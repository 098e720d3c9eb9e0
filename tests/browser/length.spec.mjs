// Long sessions: the page holds what is in view, stores what is new, and opens a session without keeping anybody waiting.
import AxeBuilder from "@axe-core/playwright";
import { sessionText } from "./bench/length.mjs";
import { expect, test } from "./support.mjs";

const STEPS = 400;

async function importSession(playground, steps) {
  await playground.openFile({ name: "session.json", mimeType: "application/json", buffer: Buffer.from(sessionText(steps)) });
}

async function openLong(playground, steps = STEPS) {
  await playground.open();
  await importSession(playground, steps);
  await isOpen(playground);
}

const isOpen = (playground) =>
  expect(playground.announcement).toHaveText("The imported session replaced your session.", { timeout: 60_000 });

/** The number of a step that is in view; not a number while none is. */
const stepInView = (page) =>
  page.evaluate(() => {
    const box = document.querySelector(".steps-box").getBoundingClientRect();
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const rows = [...document.querySelectorAll(".steps .row")].filter((row) => {
      const place = row.getBoundingClientRect();
      return place.top >= top && place.bottom <= bottom && place.left >= left && place.right <= right;
    });
    return Number(rows[Math.floor(rows.length / 2)]?.querySelector(".number").textContent);
  });

/** The records of the browser's database, each with its key. */
const records = (page, store) =>
  page.evaluate(
    (store) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("grant-playground");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const objects = opening.result.transaction(store).objectStore(store);
          const [keys, values] = [objects.getAllKeys(), objects.getAll()];
          objects.transaction.oncomplete = () => {
            opening.result.close();
            resolve(keys.result.map((key, place) => [key, values.result[place]]));
          };
        };
      }),
    store,
  );

const stepsOfCurrent = async (page) => {
  const current = new Map(await records(page, "page")).get("current");
  return (await records(page, "steps")).filter(([[session]]) => session === current).map(([[, number], step]) => [number, JSON.parse(step)]);
};

test("the timeline holds the rows in view, and each can be reached", async ({ page, playground }) => {
  await openLong(playground);
  const { timeline } = playground;
  await playground.goTo();
  const last = timeline.getByRole("button", { name: new RegExp(`^${STEPS} `) });
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute("aria-current", "step");
  expect(await playground.steps().count()).toBeLessThan(100);
  const item = playground.steps().last();
  await expect(item).toHaveAttribute("aria-setsize", `${STEPS + 1}`);
  await expect(item).toHaveAttribute("aria-posinset", `${STEPS + 1}`);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(".timeline").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const box = page.locator(".steps-box");
  await box.evaluate((box) => box.scrollTo(box.scrollWidth / 2, 0));
  await expect(last).toHaveCount(0);
  await expect.poll(async () => Math.abs((await stepInView(page)) - STEPS / 2)).toBeLessThan(50);
  const middle = await stepInView(page);
  await timeline.getByRole("button", { name: new RegExp(`^${middle} `) }).click();
  await expect(playground.announcement).toHaveText(new RegExp(`^Step ${middle} of ${STEPS}: `));

  await page.keyboard.press("ArrowDown");
  await expect(playground.announcement).toHaveText(new RegExp(`^Step ${middle + 1} of ${STEPS}: `));
  await expect(timeline.getByRole("button", { name: new RegExp(`^${middle + 1} `) })).toBeFocused();
  await page.keyboard.press("End");
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await page.keyboard.press("Home");
  const start = timeline.getByRole("button", { name: /^Start/ });
  await expect(start).toBeFocused();
  await expect(start).toBeInViewport();
});

test("a row of the timeline is brought into view where the whole page scrolls", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openLong(playground);
  await playground.show("Timeline");
  await playground.timeline.getByRole("button", { name: "Latest" }).click();
  await expect(playground.timeline.getByRole("button", { name: new RegExp(`^${STEPS} `) })).toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
  await expect.poll(async () => Math.abs((await stepInView(page)) - STEPS / 2)).toBeLessThan(50);
  expect(await playground.steps().count()).toBeLessThan(150);
});

test("a long table shows a page of rows, the newest first", async ({ page, playground }) => {
  await openLong(playground, 600);
  await playground.goTo();
  await playground.show("Licenses");
  const table = playground.world.getByRole("region", { name: "Licenses", exact: true });
  const names = () => table.getByRole("rowheader").allInnerTexts();
  let rows = await names();
  expect([rows.length, rows.at(0), rows.at(-1)]).toEqual([50, "License 70", "License 119"]);
  await expect(playground.world.getByText("These are the 50 newest rows.")).toBeVisible();
  await playground.button("Older rows: Licenses").click();
  rows = await names();
  expect([rows.length, rows.at(0), rows.at(-1)]).toEqual([50, "License 20", "License 69"]);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("#world-panel").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await playground.button("Newer rows: Licenses").click();
  expect((await names()).at(-1)).toBe("License 119");
});

test("a step is stored as one record, once, and replaced steps stay stored", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.actAs("Customer");
  await playground.call("AcceptGrant");
  await expect.poll(() => stepsOfCurrent(page)).toHaveLength(3);
  const stored = await stepsOfCurrent(page);
  expect(stored.map(([number, step]) => [number, step.operation])).toEqual([
    [0, "license-manager:CreateLicense"],
    [1, "license-manager:CreateGrant"],
    [2, "license-manager:AcceptGrant"],
  ]);
  await playground.timeline.getByRole("button", { name: /^1 CreateLicense/ }).click();
  await playground.call("ListLicenses");
  const operations = async () => (await records(page, "steps")).map(([, step]) => JSON.parse(step).operation);
  const all = [...stored.map(([, step]) => step.operation), "license-manager:ListLicenses"];
  await expect.poll(operations).toEqual(all);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await playground.open();
  await expect(playground.steps()).toHaveCount(3);
  await playground.button("Undo").click();
  await expect(playground.steps()).toHaveCount(4);
  await expect(playground.timeline.getByRole("button", { name: /^3 AcceptGrant/ })).toBeVisible();
  await expect.poll(operations).toEqual(all);
});

test("what an earlier version of the page stored is taken over", async ({ page, playground }) => {
  const session = JSON.parse(sessionText(5));
  await page.addInitScript((session) => {
    if (sessionStorage.getItem("seen")) return;
    sessionStorage.setItem("seen", "yes");
    const drafts = { format: "grant-playground-drafts/1", operation: "license-manager:GetGrant", account: "123456789012", region: "us-east-1", fault: null, mode: "form", point: 3, drafts: {} };
    localStorage.setItem("grant-playground/session", JSON.stringify(session));
    localStorage.setItem("grant-playground/drafts", JSON.stringify(drafts));
    localStorage.setItem("grant-playground/undo", `2 later steps were replaced.\n${JSON.stringify({ ...session, steps: session.steps.slice(0, 2) })}`);
  }, session);
  await playground.open();
  await expect(playground.world.getByText("After step 3 of 5")).toBeVisible();
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await playground.open();
  await expect(playground.world.getByText("After step 3 of 5")).toBeVisible();
  await playground.button("Undo").click();
  await expect(playground.steps()).toHaveCount(3);
});

test("a session opens with progress while the page is used, and that can be canceled", async ({ page, playground }) => {
  // The page goes on with a session after a millisecond: in this test, when it is let.
  await page.addInitScript(() => {
    const later = window.setTimeout.bind(window);
    window.waiting = [];
    window.setTimeout = (work, time, ...rest) => (window.holds && time === 1 ? window.waiting.push(work) : later(work, time, ...rest));
  });
  const hold = (holds) =>
    page.evaluate((holds) => {
      window.holds = holds;
      if (!holds) window.waiting.splice(0).forEach((work) => work());
    }, holds);
  await playground.open();
  await playground.call("CreateLicense");
  await hold(true);
  await importSession(playground, 3000);
  const region = page.getByRole("region", { name: "Opening" });
  await expect(region.getByText(/^Opening: [\d,]+ of 3,000 steps$/)).toBeVisible({ timeout: 60_000 });
  await expect(region.getByRole("progressbar")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("#app").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await playground.call("CreateGrant");
  await region.getByRole("button", { name: "Cancel" }).click();
  await expect(region).toHaveCount(0);
  await expect(playground.announcement).toHaveText("Opening was canceled.");
  await hold(false);
  await expect(playground.steps()).toHaveCount(3);
  await importSession(playground, 3000);
  await isOpen(playground);
  await expect(playground.world.getByText("Before the first step")).toBeVisible();
});
