// The finished site starts in a browser, and then loads nothing but its examples.
import { expect, test } from "./support.mjs";

test("the page starts, and then loads nothing but its examples", async ({ page, playground }) => {
  const parts = [];
  page.on("request", (request) => /(state-diagram|reference-text)\.js$/.test(request.url()) && parts.push(request.url()));
  await playground.open();
  await expect(page).toHaveTitle("Grant Playground");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grant Playground");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Operations", "Request", "Response", "World", "Timeline"]);
  await expect(page.getByText("The simulator is loading")).toHaveCount(0);
  // Browsers warn about an unused preload after a few seconds.
  await page.waitForTimeout(4000);
  expect(parts).toEqual([]);
});

test("the page works offline after it has loaded", async ({ context, playground }) => {
  await playground.open();
  // The first note loads the file that reads Markdown.
  await playground.choose("A sixth permission version");
  await expect(playground.response.locator(".note p")).toBeVisible();
  await context.setOffline(true);
  await playground.choose("Retrying a request with a client token");
  await expect(playground.steps()).not.toHaveCount(1);
  await playground.makeGrant();
});

test("a session starts at the time of the browser's clock, and then has its own clock", async ({ page, playground }) => {
  await page.clock.setFixedTime(new Date("2027-02-03T04:05:06.789Z"));
  await playground.open();
  const now = playground.timeline.getByRole("group", { name: "Clock" }).getByRole("time");
  await expect(now).toHaveText("2027-02-03T04:05:06Z");
  await page.clock.setFixedTime(new Date("2031-01-01T00:00:00Z"));
  await playground.call("CreateLicense");
  await expect(now).toHaveText(/^2027-02-03T04:05:0/);
});

test("without JavaScript the page says what it needs", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL);
  await expect(page.getByText("The simulator is loading")).toBeVisible();
  await expect(page.getByText("AcceptGrant", { exact: true })).toBeVisible();
  await expect(page.getByText("Only the grantee can accept a grant")).toBeAttached();
  await expect(page.locator("noscript p")).toHaveText(/Grant Playground needs JavaScript and WebAssembly/);
  await context.close();
});

for (const viewport of [{ width: 960, height: 540 }, { width: 740, height: 420 }]) {
  test(`the page opens scrolled to the top at ${viewport.width} by ${viewport.height}`, async ({ page, playground }) => {
    await page.setViewportSize(viewport);
    await playground.open();
    await playground.choose("An accepted grant must be activated");
    await playground.open();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.getByRole("banner")).toBeInViewport();
  });
}
