// The service worker: after a first visit the page works offline, and a new version is offered, not forced. These tests serve copies of the
// finished site, which they change.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./static-host.mjs";
import { expect, test as base } from "./support.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const OFFER = "A new version is available.";

/** A copy of the site on a host of its own, without the compressed files. */
class Site {
  constructor(folder, path, host) {
    this.folder = join(folder, path);
    this.address = host.address + path;
    this.sent = host.sent;
  }

  async edit(file, change) {
    const path = join(this.folder, file);
    const text = await readFile(path, "utf8");
    const changed = change(text);
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
  }

  /** Publishes the next version: another page, and a worker that knows about it. */
  async publish(title) {
    await this.edit("index.html", (html) => html.replace(/<title>[^<]*/, `<title>${title}`));
    await this.edit("service-worker.js", (worker) => worker.replace(/("?url"?:"index\.html","?revision"?:")[^"]*/, `$1${title}`));
  }
}

const test = base.extend({
  /** The path of the site on its host. */
  path: ["some/path/", { option: true }],
  site: async ({ path }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "grant-playground-offline-"));
    await cp(DIST, join(folder, path), { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
    const host = await serve(folder);
    await use(new Site(folder, path, host));
    host.close();
    await rm(folder, { recursive: true });
  },
  baseURL: ({ site }, use) => use(site.address),
});
test.use({ serviceWorkers: "allow" });

/** Visits the page and waits until the worker has kept all files. */
async function visit({ page, playground }) {
  await playground.open();
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== "activated") await new Promise((resolve) => active.addEventListener("statechange", resolve, { once: true }));
  });
}

/** Plays a session in the simulator's worker, and gives the number of outcomes. */
function playInWorker(session) {
  const worker = new Worker("simulator-worker.js", { type: "module" });
  worker.postMessage({ play: session });
  return new Promise((resolve) => worker.addEventListener("message", ({ data }) => resolve(data.answer.length)));
}

const offer = (page) => page.getByRole("status").filter({ hasText: OFFER });

/** Waits for the offer. The browser decides when it looks for a new version. */
const seeOffer = (page) => expect(offer(page)).toBeVisible({ timeout: 30_000 });

for (const path of ["", "some/path/"]) {
  test.describe(`at the path /${path}`, () => {
    test.use({ path });

    test("after a first visit the page works offline", async ({ context, page, playground, site }) => {
      await visit({ page, playground });
      await playground.call("CreateLicense");
      const session = await playground.exported();
      const count = site.sent.length;
      await context.setOffline(true);
      await playground.open();
      expect(await playground.exported()).toBe(session);
      await playground.choose("Retrying a request with a client token");
      await expect(playground.steps()).not.toHaveCount(1);
      await playground.call("CreateLicense");
      // Parts that are loaded when they are first shown.
      playground.problems.started = false;
      await page.evaluate(() => import("./state-diagram.js"));
      expect(await page.evaluate(() => customElements.get("state-diagram") !== undefined)).toBe(true);
      expect(await page.evaluate(playInWorker, JSON.parse(session))).toBe(1);
      // Any query and any fragment leads to the page.
      await page.goto(`${site.address}?from=a-link#anything`);
      await expect(playground.sendButton).toBeVisible();
      await page.goto(`${site.address}index.html`);
      await expect(playground.sendButton).toBeVisible();
      expect(site.sent).toHaveLength(count);
    });
  });
}

test("a frame of another page works offline too, and installs no worker itself", async ({ context, page, playground, site }) => {
  const framed = `${site.address}?embed=answer&step=3#example=not-allowed-to-accept`;
  const message = page.getByText("Caller arn:aws:iam::123456789012:root is not allowed to accept this grant.", { exact: true });
  playground.problems.started = false;
  await page.goto(framed);
  await expect(message).toBeVisible();
  // The page itself would install it three seconds after its start.
  await page.waitForTimeout(4000);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((list) => list.length))).toBe(0);
  await visit({ page, playground });
  const count = site.sent.length;
  await context.setOffline(true);
  playground.problems.started = false;
  await page.goto(framed);
  await expect(message).toBeVisible();
  expect(site.sent).toHaveLength(count);
});

test("a first visit downloads no file twice", async ({ page, playground, site }) => {
  await visit({ page, playground });
  const names = site.sent.map((path) => path.slice("/some/path/".length));
  // `./` and `index.html` are one file with two addresses.
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  expect(names).toContain("state-diagram.js");
  // The page loads no icon.
  expect(names.filter((name) => name.startsWith("icons/"))).toEqual([]);
});

test("the worker answers for no other page of its host", async ({ context, page, playground, site }) => {
  await visit({ page, playground });
  await writeFile(join(site.folder, "../other.html"), "<!doctype html><link rel=icon href=data:,><title>Another page</title>");
  const tab = await context.newPage();
  const other = await tab.goto(new URL("../other.html", site.address).href);
  expect(other.fromServiceWorker()).toBe(false);
  expect(await tab.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
  const own = await tab.goto(site.address);
  expect(own.fromServiceWorker()).toBe(true);
});

test("a new version is offered, and replaces the old one when it is taken", async ({ context, page, playground, site }) => {
  await visit({ page, playground });
  await playground.makeGrant();
  const session = await playground.exported();
  await site.publish("The next version");
  await playground.open();
  await expect(page).toHaveTitle("Grant Playground");
  await seeOffer(page);
  // It is not forced: the old version stays, also after a reload.
  await playground.open();
  await expect(page).toHaveTitle("Grant Playground");
  await playground.choose("CreateGrantVersion");
  // The keyboard reaches it.
  await offer(page).getByRole("button", { name: "Dismiss" }).focus();
  await page.keyboard.press("Shift+Tab");
  await expect(offer(page).getByRole("button", { name: "Update" })).toBeFocused();
  playground.problems.started = false;
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle("The next version");
  await expect(playground.sendButton).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  expect(await playground.exported()).toBe(session);
  await context.setOffline(true);
  await playground.open();
  await expect(page).toHaveTitle("The next version");
});

test("a dismissed offer comes back at the next visit, and two tabs update one after the other", async ({ context, page, playground, site }) => {
  await visit({ page, playground });
  await site.publish("The next version");
  await playground.open();
  await seeOffer(page);
  await offer(page).getByRole("button", { name: "Dismiss" }).click();
  await expect(offer(page)).toHaveCount(0);
  await playground.open();
  await seeOffer(page);
  playground.problems.started = false;
  const second = await context.newPage();
  await second.goto(site.address);
  await seeOffer(second);
  await offer(second).getByRole("button", { name: "Update" }).click();
  await expect(second).toHaveTitle("The next version");
  // The other tab is not reloaded, and can still take the offer.
  await expect(page).toHaveTitle("Grant Playground");
  await seeOffer(page);
  await offer(page).getByRole("button", { name: "Update" }).click();
  await expect(page).toHaveTitle("The next version");
});

test("a page that cannot start offers a new version, too", async ({ page, playground, site }) => {
  const [module] = (await readFile(join(site.folder, "index.html"), "utf8")).match(/grant-playground-[0-9a-f]+\.js/);
  const good = await readFile(join(site.folder, module), "utf8");
  await writeFile(join(site.folder, module), 'throw new Error("damaged");');
  await page.goto(site.address);
  await expect(page.getByRole("alert")).toContainText("Grant Playground cannot start.");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await writeFile(join(site.folder, "repaired.js"), good);
  await site.edit("index.html", (html) => html.replaceAll(module, "repaired.js"));
  await site.edit("service-worker.js", (worker) => worker.replaceAll(module, "repaired.js"));
  await site.publish("The next version");
  await page.reload();
  await seeOffer(page);
  await offer(page).getByRole("button", { name: "Update" }).click();
  await expect(page).toHaveTitle("The next version");
  await expect(playground.sendButton).toBeVisible();
});

test("the worker of a debug build removes that of a release", async ({ page, playground, site }) => {
  await visit({ page, playground });
  await cp(new URL("../../www/no-service-worker.js", import.meta.url), join(site.folder, "service-worker.js"));
  await site.edit("index.html", (html) => html.replace(/<title>[^<]*/, "<title>A debug build"));
  const start = (await readFile(join(site.folder, "index.html"), "utf8")).match(/start-[0-9a-f]+\.js/)[0];
  // The script of a debug build, under another name, as Trunk names it.
  await cp(new URL("../../www/start.js", import.meta.url), join(site.folder, "start-debug.js"));
  await site.edit("index.html", (html) => html.replaceAll(start, "start-debug.js"));
  playground.problems.started = false;
  await page.goto(site.address);
  await seeOffer(page);
  await offer(page).getByRole("button", { name: "Update" }).click();
  await expect(page).toHaveTitle("A debug build");
  await expect(playground.sendButton).toBeVisible();
  expect(await page.evaluate(async () => [await navigator.serviceWorker.getRegistration(), await caches.keys()])).toEqual([undefined, []]);
  await page.reload();
  await expect(page).toHaveTitle("A debug build");
});

test("without the worker nothing changes", async ({ page, playground }) => {
  await page.addInitScript(() => delete Navigator.prototype.serviceWorker);
  await playground.open();
  await playground.makeGrant();
  const session = await playground.exported();
  await playground.open();
  expect(await playground.exported()).toBe(session);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test("the manifest is valid, and each icon has its size", async ({ context, page, playground, site }) => {
  await playground.open();
  // Chromium loads the manifest and an icon when it is asked about them.
  playground.problems.started = false;
  const devtools = await context.newCDPSession(page);
  const { url, errors, data } = await devtools.send("Page.getAppManifest");
  expect(url).toBe(`${site.address}manifest.webmanifest`);
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data);
  expect(manifest).toMatchObject({ name: "Grant Playground", start_url: ".", scope: ".", display: "standalone" });
  for (const { src, sizes, type } of manifest.icons) {
    const response = await page.request.get(new URL(src, url).href);
    expect(response.headers()["content-type"]).toBe(type);
    const png = await response.body();
    if (type === "image/png") expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  // Chromium installs nothing from a private window, which every test has. It finds nothing else.
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
});
