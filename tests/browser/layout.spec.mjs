// The panes have room for what is in them: they are resized and folded, and a session is stepped through beside every pane.
import AxeBuilder from "@axe-core/playwright";
import { SIZES, expect, test } from "./support.mjs";

const divider = (page, name) => page.getByRole("separator", { name: `Divider between ${name}` });

/** Whether a box lies in another one, with no more than a rounded pixel outside. */
const isInside = (inner, outer) =>
  inner.x >= outer.x - 1 && inner.y >= outer.y - 1 &&
  inner.x + inner.width <= outer.x + outer.width + 1 && inner.y + inner.height <= outer.y + outer.height + 1;

test("a divider is moved with the keyboard and the pointer, and stays after a reload", async ({ page, playground }) => {
  await playground.open();
  const bar = divider(page, "Request and Response");
  await expect(bar).toHaveAttribute("aria-valuenow", "50");
  const { width } = await playground.request.boundingBox();
  await bar.focus();
  for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(bar).toHaveAttribute("aria-valuenow", "60");
  const wider = (await playground.request.boundingBox()).width;
  expect(wider).toBeGreaterThan(width * 1.15);
  await playground.open();
  await expect(bar).toHaveAttribute("aria-valuenow", "60");
  expect((await playground.request.boundingBox()).width).toBeCloseTo(wider, 0);

  const lower = divider(page, "Response and World");
  const { height } = await playground.world.boundingBox();
  const from = await lower.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y - 60, { steps: 3 });
  await page.mouse.up();
  const higher = (await playground.world.boundingBox()).height;
  expect(higher).toBeGreaterThan(height + 50);
  await playground.open();
  expect(Math.abs((await playground.world.boundingBox()).height - higher)).toBeLessThan(2);
  for (const [key, value] of [["Home", "20"], ["ArrowUp", "20"], ["End", "80"], ["ArrowDown", "80"]]) {
    await lower.press(key);
    await expect(lower).toHaveAttribute("aria-valuenow", value);
  }
});

test("the world folds to its heading and its tabs, and stays folded", async ({ page, playground }) => {
  await playground.open();
  await playground.call("CreateLicense");
  const { height } = await playground.request.boundingBox();
  const panel = playground.world.getByRole("tabpanel");
  await playground.button("Fold World").click();
  await expect(panel).toHaveCount(0);
  await expect(playground.button("Unfold World")).toHaveAttribute("aria-expanded", "false");
  expect((await playground.world.boundingBox()).height).toBeLessThan(60);
  expect((await playground.request.boundingBox()).height).toBeGreaterThan(height + 100);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("main").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await playground.open();
  await expect(panel).toHaveCount(0);
  await expect(playground.world.getByText("After step 1 of 1")).toBeVisible();
  await playground.button("Unfold World").press("Enter");
  await expect(panel).toBeVisible();
  // A tab shows what it names.
  await playground.button("Fold World").click();
  await playground.show("Grants");
  await expect(panel).toContainText("No grants yet.");
});

test("the arrow keys move along the strip of steps", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.call("ListLicenses");
  const step = (name) => playground.timeline.getByRole("button", { name });
  const [first, second] = [await step(/^1 /).boundingBox(), await step(/^2 /).boundingBox()];
  expect(second.x).toBeGreaterThan(first.x + 100);
  expect(second.y).toBe(first.y);
  await step(/^2 /).click();
  for (const [key, name] of [["ArrowLeft", /^1 /], ["ArrowLeft", /^Start/], ["ArrowRight", /^1 /], ["End", /^3 /], ["Home", /^Start/]]) {
    await page.keyboard.press(key);
    await expect(step(name)).toBeFocused();
    await expect(step(name)).toHaveAttribute("aria-current", "step");
    await expect(step(name)).toBeInViewport();
  }
});

test("the clock is a menu that Escape closes", async ({ page, playground }) => {
  await playground.open();
  const menu = await playground.clock();
  await expect(menu.getByRole("button", { name: "+1 h" })).toBeInViewport();
  await menu.getByRole("button", { name: "+1 h" }).press("Escape");
  await expect(menu.getByRole("button", { name: "+1 h" })).toBeHidden();
  await expect(page.locator("summary:focus")).toContainText("Clock");
});

test("at 1280 by 720 four members, the response and five rows of the world are in view", async ({ page, playground }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await playground.open();
  for (let licenses = 0; licenses < 5; licenses += 1) {
    await playground.choose("CreateLicense");
    await playground.button("Reset draft").click();
    await playground.send("CreateLicense: 200");
  }
  await playground.call("CreateResourceShare");
  await playground.choose("UpdateResourceShare");
  for (const member of ["allowExternalPrincipals", "clientToken"]) await playground.button(`Add ${member}`).click();
  await playground.button("Generate new token").click();
  await page.keyboard.press("Control+Enter");
  await expect(playground.announcement).toHaveText("UpdateResourceShare: 200");
  await playground.show("Licenses");

  const { request, response, world } = playground;
  const send = await playground.sendButton.boundingBox();
  for (const name of ["resourceShareArn", "name", "allowExternalPrincipals", "clientToken"]) {
    const field = await playground.field(name).boundingBox();
    expect(isInside(field, await request.boundingBox()), name).toBe(true);
    expect(field.y + field.height, name).toBeLessThanOrEqual(send.y);
  }
  for (const part of [response.getByText("200 OK"), response.getByText('"resourceShare"'), response.getByText('"status"')]) {
    expect(isInside(await part.boundingBox(), await response.boundingBox())).toBe(true);
  }
  const rows = await world.getByRole("rowheader").all();
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(isInside(await row.boundingBox(), await world.boundingBox())).toBe(true);
  for (const pane of [request, response, world, playground.timeline]) await expect(pane).toBeInViewport({ ratio: 0.99 });
});

for (const viewport of [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }, { width: 800, height: 600 }, { width: 1280, height: 560 }]) {
  test(`the page does not scroll as a whole at ${viewport.width} by ${viewport.height}`, async ({ page, playground }) => {
    await page.setViewportSize(viewport);
    await playground.open();
    await playground.call("CreateLicense");
    const beyond = await page.evaluate(() => [
      document.documentElement.scrollHeight - window.innerHeight,
      document.documentElement.scrollWidth - window.innerWidth,
    ]);
    expect(beyond).toEqual([0, 0]);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: SIZES.narrow });

  test("a session is stepped through beside every pane", async ({ page, playground }) => {
    await playground.open();
    const bar = page.getByRole("group", { name: "Step", exact: true });
    await expect(bar).toHaveCount(0);
    await playground.makeGrant();
    await expect(bar).toContainText("2 of 2");
    await expect(bar.getByRole("button", { name: "Next" })).toBeDisabled();
    for (const pane of ["Request", "Response", "Timeline", "World"]) {
      await playground.show(pane);
      await expect(bar.getByRole("button", { name: "Previous" })).toBeInViewport({ ratio: 1 });
    }
    await playground.show("Grants");
    await expect(playground.world).toContainText("example-grant");
    await bar.getByRole("button", { name: "Previous" }).click();
    await expect(bar).toContainText("1 of 2");
    await playground.show("Grants");
    await expect(playground.world).toContainText("No grants yet.");
    await bar.getByRole("button", { name: "Next" }).click();
    await playground.show("Grants");
    await expect(playground.world).toContainText("example-grant");
    // The name stays in view while the other columns scroll.
    const table = playground.world.getByRole("region", { name: "Grants", exact: true });
    const name = table.getByRole("rowheader");
    const before = await name.boundingBox();
    await table.evaluate((table) => table.scrollTo(200, 0));
    expect(Math.abs((await name.boundingBox()).x - before.x)).toBeLessThan(3);
  });

  test("fields are large enough to touch and to read", async ({ page, playground }) => {
    await playground.open();
    await playground.choose("CreateGrant");
    expect(await playground.field("GrantName").evaluate((field) => getComputedStyle(field).fontSize)).toBe("16px");
    const { width, height } = await playground.request.getByRole("checkbox").first().boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    await playground.choose("A sixth permission version");
    await playground.goTo();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways).toBe(0);
  });
});

test.describe("in forced colors", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("an error is told from a success by more than its text", async ({ playground }) => {
    const looks = () => playground.response.locator(".status .mark").evaluate((mark) => {
      const { backgroundColor, color } = getComputedStyle(mark);
      return [backgroundColor, color];
    });
    await playground.open();
    await playground.call("CreateLicense");
    const [ground, ink] = await looks();
    await playground.call("AcceptGrant", "400 ValidationException");
    expect(await looks()).toEqual([ink, ground]);
  });
});
