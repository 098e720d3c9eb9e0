// The page in a frame of another page, which has another origin: the element, the plain frame, and the dialog that writes them.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import MarkdownIt from "markdown-it";
import { light } from "../../www/parts/link/light.js";
import { encode } from "../../www/parts/link/link.js";
import defaults from "../../www/parts/link/defaults.json" with { type: "json" };
import { serve } from "./static-host.mjs";
import { BLOCKED, SIZES, expect, test as base } from "./support.mjs";

const read = (path) => readFile(new URL(path, import.meta.url), "utf8");
const example = async () => JSON.parse(await read("../../www/examples/not-allowed-to-accept.json"));
const MESSAGE = "Caller arn:aws:iam::123456789012:root is not allowed to accept this grant.";
const EXACT = { exact: true };
const FALLBACK = "<p>As text: 400 ValidationException.</p>";

/** The fragment of a link to a session. */
const fragment = (session, members) => encode("session", light({ ...session, world: { ...defaults, ...session.world } }), members);

const test = base.extend({
  /** A folder of documentation, on a host of its own. */
  docs: async ({ baseURL }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "grant-playground-docs-"));
    const host = await serve(folder);
    const write = (name, text) => writeFile(join(folder, name), text);
    /** Writes a page with this content and the script of the element; gives its address. */
    const add = async (content, head = "") => {
      await write("page.html", `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Docs</title>${head}</head><body><main><h1>Docs</h1>${content}</main><script async src="${baseURL}embed.js"></script></body></html>`);
      return `${host.address}page.html`;
    };
    await use({ write, add });
    host.close();
    await rm(folder, { recursive: true });
  },
  /** What goes wrong in the page and in its frames. */
  problems: [
    async ({ page }, use) => {
      const problems = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && message.text() !== BLOCKED && problems.push(message.text()));
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("dialog", (dialog) => (problems.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

const element = (attributes, content = FALLBACK) => `<grant-playground ${attributes}>${content}</grant-playground>`;
const runs = (page) => page.getByRole("button", { name: "Run live" });
const frame = (page, place = 0) => page.frameLocator("iframe").nth(place);
const region = (frame, name) => frame.getByRole("region", { name, exact: true });

async function violations(page) {
  // A frame has landmarks with the names of those of its page.
  const { violations } = await new AxeBuilder({ page }).disableRules("landmark-unique").analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The frame of the playground itself. */
const innerFrame = (page, baseURL) => page.frames().find((frame) => frame.url().startsWith(baseURL));

/** The height of a frame, and that of its content. */
async function heights(page, baseURL) {
  const outer = (await page.locator("iframe").boundingBox()).height;
  return [outer, await innerFrame(page, baseURL).evaluate(() => document.getElementById("app").getBoundingClientRect().height)];
}

test("without scripts, the content of the element is the text", async ({ browser, docs, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept"')));
  await expect(page.getByText("As text: 400")).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
  await context.close();
});

test("the element wakes on a click, shows one step without controls, and follows its height", async ({ page, docs, baseURL }) => {
  const link = `${baseURL}${await fragment(await example())}`;
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(await docs.add(element(`src="${link}" view="answer" step="3"`)));
  await expect(runs(page)).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
  expect(requests.filter((url) => url.startsWith(baseURL))).toEqual([`${baseURL}embed.js`]);
  await runs(page).click();
  await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
  await expect(page.getByText("As text: 400")).toBeHidden();
  await expect(runs(page)).toBeHidden();
  await expect(frame(page).getByText("Step 3 of 5", EXACT)).toBeVisible();
  for (const name of ["Request", "World", "Timeline"]) await expect(region(frame(page), name)).toBeHidden();
  for (const name of ["Send", "Edit and resend", "Apply fix", "Undo", "Next", "Find what passes"]) await expect(frame(page).getByRole("button", { name, exact: true })).toHaveCount(0);
  await expect.poll(() => heights(page, baseURL).then(([outer, inner]) => Math.abs(outer - inner))).toBeLessThan(2);
  const [before] = await heights(page, baseURL);
  await frame(page).getByRole("tab", { name: "HTTP" }).click();
  await expect.poll(() => heights(page, baseURL).then(([outer, inner]) => [outer !== before, Math.abs(outer - inner) < 2])).toEqual([true, true]);
});

test("every view shows its panes only", async ({ page, docs }) => {
  const views = { request: ["Request"], answer: ["Response"], why: ["Response"], world: ["World"], all: ["Request", "Response", "World"] };
  for (const [view, panes] of Object.entries(views)) {
    await page.goto(await docs.add(element(`src="#example=not-allowed-to-accept" view="${view}" step="2" wake="load"`)));
    for (const name of ["Request", "Response", "World", "Timeline"]) await expect(region(frame(page), name)).toBeVisible({ visible: panes.includes(name) });
    if (view === "request") await expect(frame(page).getByText('"GrantName": "analytics-for-customer"')).toBeVisible();
    if (view === "why") await expect(frame(page).getByRole("tab", { name: "Checks" })).toHaveAttribute("aria-selected", "true");
    if (view === "world") await expect(frame(page).getByRole("tab", { name: "Grants" })).toHaveAttribute("aria-selected", "true");
    await expect(frame(page).getByRole("tab", { name: "Settings" })).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
  }
  await frame(page).getByRole("button", { name: "Next" }).click();
  await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
  await expect(frame(page).getByText("Step 3 of 5", EXACT)).toBeVisible();
});

test("the element is used with the keyboard, and the focus goes on into the frame", async ({ page, docs }) => {
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept" view="all" step="3"')));
  await page.keyboard.press("Tab");
  await expect(runs(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
  await expect(page.locator("iframe")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(frame(page).getByRole("button", { name: "Previous" })).toBeFocused();
  // The keys of the whole page do nothing here.
  await page.keyboard.press("Control+k");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+Enter");
  await expect(frame(page).getByRole("dialog")).toHaveCount(0);
  await expect(frame(page).getByText("Step 3 of 5", EXACT)).toBeVisible();
});

test("a live element sends requests, stores nothing, and two elements are two worlds", async ({ page, docs, baseURL, context }) => {
  const live = element('src="#session" view="all" live');
  const session = { format: "grant-playground/1", steps: [{ as: "111122223333", operation: "ram:CreatePermission", input: { name: "one", resourceType: "ssm:Parameter", policyTemplate: '{"Effect":"Allow","Action":["ssm:GetParameter"]}' } }] };
  await page.goto(await docs.add(`<script type="application/json" id="session">${JSON.stringify(session)}</script>${live}${live}`));
  for (const place of [0, 1]) await runs(page.locator("grant-playground").nth(place)).click();
  for (const place of [0, 1]) await expect(frame(page, place).getByText("Step 1 of 1", EXACT)).toBeVisible();
  const first = frame(page, 0);
  await expect(region(first, "Request").getByLabel("name", { exact: true })).toHaveValue("one");
  await region(first, "Request").getByLabel("name", { exact: true }).fill("two");
  await page.keyboard.press("Control+Enter");
  await expect(first.getByText("Step 2 of 2", EXACT)).toBeVisible();
  await expect(region(first, "World").getByRole("rowheader", { name: /^two changed/ })).toBeVisible();
  await expect(frame(page, 1).getByText("Step 1 of 1", EXACT)).toBeVisible();
  await expect(region(frame(page, 1), "World").getByRole("rowheader", { name: /^two changed/ })).toHaveCount(0);
  const stored = () => Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then((lists) => [...lists.map((list) => list.length), localStorage.length, sessionStorage.length, document.cookie]);
  const nothing = [0, 0, 0, 0, 0, ""];
  expect(await innerFrame(page, baseURL).evaluate(stored)).toEqual(nothing);
  // What the frame has would be kept apart from the site's own storage, so that is looked at, too: a file of the site that runs nothing.
  const own = await context.newPage();
  await own.goto(`${baseURL}session.schema.json`);
  expect(await own.evaluate(stored)).toEqual(nothing);
});

test("a frame of the same origin uses no storage either, and the page's own work stays as it is", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}?embed=all&live&theme=dark#example=not-allowed-to-accept`);
  await expect(page.getByText("Step 5 of 5", EXACT)).toBeVisible();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Step 6 of 6", EXACT)).toBeVisible();
  expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, document.documentElement.dataset.theme])).toEqual([0, 0, "dark"]);
});

test("the whole page opens at the same session and step", async ({ page, docs, context }) => {
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept" view="answer" step="2" wake="visible"')));
  const open = frame(page).getByRole("link", { name: "Open in the playground" });
  await expect(open).toBeVisible();
  const [tab] = await Promise.all([context.waitForEvent("page"), open.click()]);
  await expect(tab.getByText("This request was sent at step 2 of 5.")).toBeVisible();
  await expect(tab.getByRole("textbox", { name: "Title of the session" })).toHaveValue("Only the grantee can accept a grant");
});

test("a session comes from a file, from the page, from a link, or from a link in the content", async ({ page, docs, baseURL }) => {
  const session = await example();
  await docs.write("session.json", JSON.stringify(session));
  const link = `${baseURL}${await fragment(session, { step: 3 })}`;
  const inPage = `<script type="application/json" id="here">${JSON.stringify(session)}</script>`;
  for (const content of [element('src="session.json" step="3" wake="load"'), inPage + element('src="#here" step="3" wake="load"'), element(`src="${link}" wake="load"`), element('wake="load"', `<p><a href="${link}">Open</a></p>`)]) {
    await page.goto(await docs.add(content));
    await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
  }
  // Without a step, it is the last one.
  await page.goto(await docs.add(element('src="session.json" wake="load"')));
  await expect(frame(page).getByText("Step 5 of 5", EXACT)).toBeVisible();
});

test("what cannot be shown gets a sentence, and the text stays", async ({ page, docs, problems }) => {
  await docs.write("text.json", "Not JSON");
  await docs.write("other.json", '{"format":"something else"}');
  for (const [attributes, sentence] of [
    ["", "This element names no session."],
    ['src="missing.json"', "The session missing.json could not be loaded: its server answered with status 404."],
    ['src="text.json"', "The file text.json is not JSON, so it is no session."],
    ['src="other.json"', "The session was not imported"],
    ['src="#nowhere"', "This page has no element with the id “nowhere”."],
    ['src="#session=1.AAAA"', "The link is damaged"],
    ['src="#example=nothing"', "There is no example nothing."],
    ['src="#operation=CreatePermission"', "A frame without live shows sessions only"],
  ]) {
    await page.goto(await docs.add(element(attributes)));
    await runs(page).click();
    await expect(page.getByRole("status")).toContainText(sentence);
    await expect(page.getByText("As text: 400")).toBeVisible();
    await expect(page.locator("iframe")).toHaveCount(0);
    await expect(runs(page)).toBeEnabled();
  }
  // The browser itself reports the missing file.
  expect(problems.splice(0)).toEqual(["Failed to load resource: the server responded with a status of 404 (Not Found)"]);
});

test("texts of a session run nothing", async ({ page, docs }) => {
  const hostile = '<script>alert(1)</script><img src=x onerror="alert(2)"> [x](javascript:alert(3))';
  const session = { ...(await example()), title: hostile, note: hostile };
  session.steps[2].note = hostile;
  await docs.write("session.json", JSON.stringify(session));
  for (const step of [0, 3]) {
    await page.goto(await docs.add(element(`src="session.json" view="all" step="${step}" wake="load"`)));
    await expect(region(frame(page), "Response").getByText("<script>alert(1)</script>").first()).toBeVisible();
    await expect(frame(page).locator("img, [href^='javascript:']")).toHaveCount(0);
  }
});

test("the frame hears only its own page", async ({ page, docs, baseURL }) => {
  await page.goto(await docs.add(`<iframe id="other" srcdoc="<p>Another frame</p>"></iframe>${element('src="#example=not-allowed-to-accept" view="answer" step="3" wake="load"')}`));
  const shown = page.frameLocator("grant-playground iframe");
  await expect(shown.getByText(MESSAGE, EXACT)).toBeVisible();
  const height = await page.locator("grant-playground iframe").evaluate((frame) => frame.style.height);
  // Another frame reports a height, and hands over a session.
  const session = { format: "grant-playground/1", title: "Foreign", steps: [] };
  await page.frames().find((frame) => frame.url() === "about:srcdoc").evaluate((session) => {
    parent.postMessage({ type: "grant-playground", height: 9999, state: "failed", problem: "No" }, "*");
    for (let place = 0; place < parent.frames.length; place += 1) parent.frames[place].postMessage({ type: "grant-playground", session }, "*");
  }, session);
  await page.waitForTimeout(300);
  await expect(shown.getByText(MESSAGE, EXACT)).toBeVisible();
  expect(await page.locator("grant-playground iframe").evaluate((frame) => frame.style.height)).toBe(height);
  // The page itself may select a step.
  await page.evaluate((origin) => document.querySelector("grant-playground").shadowRoot.querySelector("iframe").contentWindow.postMessage({ type: "grant-playground", step: 2 }, origin), baseURL);
  await expect(shown.getByText("Step 2 of 5", EXACT)).toBeVisible();
});

test("the theme is that of the other page, and follows it", async ({ page, docs, baseURL }) => {
  await page.emulateMedia({ colorScheme: "light" });
  const head = "<style>:root { color-scheme: light } :root.dark { color-scheme: dark; background: #111; color: #eee }</style>";
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept" wake="load"'), head));
  const root = frame(page).locator(":root");
  await expect(root).toHaveAttribute("data-theme", "light");
  await expect(frame(page).getByText("Step 5 of 5", EXACT)).toBeVisible();
  await page.evaluate(() => document.documentElement.classList.add("dark"));
  await expect(root).toHaveAttribute("data-theme", "dark");
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept" wake="load" theme="dark"'), head));
  await expect(root).toHaveAttribute("data-theme", "dark");
});

test("a page with a strict policy of its own can have the element", async ({ page, docs, baseURL }) => {
  const origin = new URL(baseURL).origin;
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:">`;
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept" view="answer" step="3"'), policy));
  await runs(page).click();
  await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
});

test("a fixed height, and a page that does not answer", async ({ page, docs, baseURL }) => {
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept" height="300" wake="load"')));
  await expect(frame(page).getByText("Step 5 of 5", EXACT)).toBeVisible();
  await expect.poll(() => page.locator("iframe").evaluate((frame) => frame.offsetHeight)).toBe(300);
  await page.route(`${baseURL}?embed=**`, (route) => route.fulfill({ contentType: "text/html", body: "<p>Another site</p>" }));
  await page.goto(await docs.add(element('src="#example=not-allowed-to-accept" wake="load"')));
  await expect(page.getByRole("status")).toHaveText(`The playground at ${baseURL} does not answer.`, { timeout: 20_000 });
  await expect(page.getByText("As text: 400")).toBeVisible();
});

test("the plain frame of the address shows its step", async ({ page, docs, baseURL }) => {
  await page.goto(await docs.add(`<iframe title="Grant" width="600" height="400" src="${baseURL}?embed=answer&amp;step=3#example=not-allowed-to-accept"></iframe>`));
  await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
});

/** As GitHub does: elements that it does not know go, and their content stays; scripts go with their content. */
const sanitized = (html) => html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<\/?(?!\/?(?:p|a|strong|em|pre|code|ul|li|ol|details|summary|h1)\b)[a-z][^>]*>/g, "");

test("the dialog writes a snippet that works in HTML and in Markdown, and previews it", async ({ page, docs, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page.setDefaultTimeout(5000);
  await page.goto(`${baseURL}${await fragment(await example(), { step: 3 })}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("radio", { name: "An embed, for another page" }).check();
  await expect(dialog.getByRole("textbox", { name: "Link" })).toBeHidden();
  const text = dialog.getByRole("textbox", { name: "Snippet" });
  await expect(text).toHaveValue(/^<grant-playground view="answer" step="3">\n/);
  await dialog.getByRole("combobox", { name: "Start" }).selectOption({ label: "When it is in view" });
  await dialog.getByRole("checkbox", { name: /Readers can send requests/ }).check();
  await expect(text).toHaveValue(/^<grant-playground view="answer" step="3" live wake="visible">\n/);
  expect(await violations(page)).toEqual([]);
  await dialog.getByText("Preview", { exact: true }).click();
  await expect(frame(page).getByRole("button", { name: "Send", exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Copy snippet" }).click();
  const snippet = await page.evaluate(() => navigator.clipboard.readText());
  expect(snippet).toBe(await text.inputValue());
  for (const [kind, start] of [["A frame, without a script", /^<iframe src=/], ["Markdown: the text and a link", /^\*\*AcceptGrant\*\*\n/]]) {
    await dialog.getByRole("combobox", { name: "Kind" }).selectOption({ label: kind });
    await expect(text).toHaveValue(start);
  }
  const markdown = await text.inputValue();
  // A plain page, and one made of Markdown.
  const rendered = new MarkdownIt({ html: true }).render(`Before.\n\n${snippet}\nAfter.`);
  for (const content of [snippet, rendered]) {
    await page.goto(await docs.add(content.replace(/<script.*\n/, "")));
    await expect(frame(page).getByRole("button", { name: "Send", exact: true })).toBeVisible();
    await expect(frame(page).getByText(MESSAGE, EXACT)).toBeVisible();
  }
  // Where the element is not known, its content is left.
  for (const content of [sanitized(rendered), new MarkdownIt().render(markdown)]) {
    await page.goto(await docs.add(content));
    await expect(page.getByText(MESSAGE, EXACT)).toBeVisible();
    await expect(page.getByText("Response: 400 ValidationException")).toBeVisible();
    await expect(page.getByRole("link", { name: "Open in Grant Playground" })).toHaveAttribute("href", /#step=3&session=1\./);
    await expect(page.locator("grant-playground, iframe")).toHaveCount(0);
  }
});

test("the example of the documentation works, in every size and theme, and has no barriers", async ({ page, docs, baseURL }) => {
  const html = (await read("../../docs/embed-example.html")).replaceAll("http://127.0.0.1:8080/", baseURL).replace("<head>", '<head><link rel="icon" href="data:,">');
  await docs.write("example.html", html);
  for (const [size, colorScheme] of [["wide", "light"], ["phone", "dark"], ["narrow", "light"]]) {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme });
    await page.goto((await docs.add("")).replace("page.html", "example.html"));
    for (const place of [0, 2]) await runs(page.locator("grant-playground").nth(place)).click();
    for (const [place, name] of ["Step 3 of 5", "Step 3 of 5", "Step 2 of 2"].entries()) {
      await expect(page.locator("grant-playground").nth(place).frameLocator("iframe").getByText(name, EXACT)).toBeVisible();
    }
    for (const inner of page.frames()) expect(await inner.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), inner.url()).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  }
});
