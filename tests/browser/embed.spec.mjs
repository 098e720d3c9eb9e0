// The page in a frame of another page, which has another origin: the element and the plain frame.
import { EXACT, MESSAGE, element, example, expect, fragment, frame, heights, innerFrame, region, runs, test, violations } from "./embedding.mjs";

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
