// The page as the tests use it, by role and name, and the checks that hold for every test.
import { expect, test as base } from "@playwright/test";
import { readFile } from "node:fs/promises";

const ACCOUNTS = {
  Vendor: "111122223333",
  Customer: "123456789012",
  "Customer's member": "210987654321",
  Outsider: "444455556666",
};

/** The window sizes of tests and pictures: one for each layout, and the narrowest one. */
export const SIZES = {
  wide: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 700 },
};

/** The themes of tests and pictures. The last one has the system's colours in place of the page's. */
export const THEMES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { colorScheme: "dark", contextOptions: { forcedColors: "active" } },
};

/** The tabs of the World pane. */
export const WORLD_TABS = ["Licenses", "Grants", "Usage", "Permissions", "Shares", "Resources", "Accounts", "Organizations", "Settings"];

/** Opens each dialog, one after another. The World pane must be visible. */
export async function openDialogs(playground, visit) {
  const { page } = playground;
  const press = (keys) => page.keyboard.press(keys);
  const click = (name) => playground.button(name).click();
  await playground.show("Settings");
  for (const [dialog, open] of [
    ["Uncertain points", () => click("Show uncertain points")],
    ["Start new session", () => click("Start new session")],
    ["Sessions", () => click("Sessions")],
    ["Paste", () => click("Paste")],
    ["Share", () => click("Share")],
    ["Explore", () => click("Explore")],
    [
      "Copy as",
      async () => {
        await playground.bring("Request");
        await click("Copy as…");
      },
    ],
    [
      "Edit session",
      async () => {
        await press("Control+k");
        await page.keyboard.type("Edit session");
        await page.getByRole("option", { name: /^Edit session/ }).first().click();
        await expect(page.getByRole("textbox", { name: "Title", exact: true })).toBeVisible();
      },
    ],
    ["Keyboard shortcuts", () => press("?")],
    ["Search", () => click("Search")],
  ]) {
    await open();
    await expect(page.getByRole("dialog")).toBeVisible();
    await visit(dialog);
    await press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
}

/** What Playwright says when the page registers its service worker, which most tests block. */
export const BLOCKED = "Service Worker registration blocked by Playwright";

/** The files of the site that are loaded after the start. */
const LATER = /\/(examples\.json|(state-diagram|paste-panel|paste-reader|copy-panel|share-panel|session-list|open-link|reference-text|note-text|lesson-panel|update-notice|embed-snippet|explore-panel|compare-panel|lesson-editor|projector-view|print-view|simulator-worker)\.js|simulator_bg\.wasm|lessons\/[a-z-]+\.json)$/;

/** Collects what no test may cause: console errors, policy violations, requests to other sites, requests after the start. */
class Problems {
  found = [];
  started = false;

  constructor(page, origin) {
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && message.text() !== BLOCKED) this.found.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.found.push(`uncaught: ${error}`));
    page.on("websocket", (socket) => this.found.push(`a socket to ${socket.url()}`));
    page.on("requestfailed", (request) => {
      // A worker that is ended while it loads the simulator asks for nothing more.
      const isEnded = /\/simulator(_bg\.wasm|-worker\.js)$/.test(request.url()) && request.failure()?.errorText === "net::ERR_ABORTED";
      if (!isEnded) this.found.push(`failed: ${request.url()}`);
    });
    page.on("request", (request) => {
      // A download of a text uses a URL of the page itself.
      if (/^(data|blob):/.test(request.url())) return;
      if (!request.url().startsWith(origin)) this.found.push(`asks elsewhere: ${request.url()}`);
      // The examples are loaded once the page is ready, and some parts of the page when they are first shown.
      else if (this.started && !LATER.test(request.url())) this.found.push(`asks after its start: ${request.url()}`);
    });
  }
}

function reportViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`blocked by the policy: ${event.violatedDirective} ${event.blockedURI}`);
  });
}

/** The page as a person uses it. */
export class Playground {
  constructor(page, problems) {
    this.page = page;
    this.problems = problems;
    this.sendButton = page.getByRole("button", { name: "Send", exact: true });
    this.announcement = page.getByRole("status");
    this.notices = page.getByRole("region", { name: "Notices" });
    this.request = this.pane("Request");
    this.response = this.pane("Response");
    this.timeline = this.pane("Timeline");
    this.world = this.pane("World");
    this.json = page.getByRole("textbox", { name: "Members as JSON" });
  }

  /** A pane: a region, or on a phone the panel of a tab. */
  pane(name) {
    return this.page.getByRole("region", { name, exact: true }).or(this.page.getByRole("tabpanel", { name, exact: true }));
  }

  /** Opens or reloads the page and waits until it is ready. */
  async open(fragment = "") {
    this.problems.started = false;
    await this.page.goto(`./${fragment}`);
    await expect(this.sendButton.or(this.button("Edit and resend"))).toBeVisible();
    this.problems.started = true;
  }

  tab(name) {
    return this.page.getByRole("tab", { name, exact: true });
  }

  async show(...tabs) {
    for (const name of tabs) await this.tab(name).click();
  }

  /** Shows a pane, unless all panes are visible. */
  async bring(pane) {
    if (await this.tab(pane).isVisible()) await this.show(pane);
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** A field of the form, by the name of its member. */
  field(name) {
    return this.request.getByLabel(name, { exact: true });
  }

  /** Chooses an operation or opens an example, by its title. */
  async choose(title) {
    await this.bring("Request");
    const chooser = this.page.getByText("Choose another operation or an example");
    if (await chooser.isVisible()) await chooser.click();
    // Most groups are closed. A search opens them.
    const search = this.page.getByRole("searchbox", { name: "Search operations and examples" });
    await search.fill(title);
    const list = this.page.getByRole("region", { name: /^(License Manager|RAM|Lessons and examples)$/ });
    const name = new RegExp(`^${title} `);
    await list.getByRole("button", { name }).or(list.getByRole("link", { name })).click();
    if (await search.isVisible()) await search.fill("");
  }

  /** Selects a step of the timeline, by default the last one, and shows its response. */
  async goTo(step) {
    await this.bring("Timeline");
    const row = step && this.timeline.getByRole("button", { name: new RegExp(`^${step} `) });
    await (row ?? this.timeline.getByRole("button", { name: "Latest" })).click();
    await this.bring("Response");
  }

  /** The button that chooses an account as the caller, by the account's ID. */
  caller(id) {
    return this.page.getByRole("radiogroup", { name: "Caller" }).getByRole("radio", { name: new RegExp(id) });
  }

  async actAs(name) {
    await this.caller(ACCOUNTS[name]).check();
  }

  /** Opens the clock's menu, unless it is open, and returns it. */
  async clock() {
    const menu = this.timeline.getByRole("group", { name: "Clock" });
    if ((await menu.getAttribute("open")) === null) await menu.getByRole("time").click();
    return menu;
  }

  /** Presses a button of the clock's menu. */
  async pressOnClock(name) {
    await (await this.clock()).getByRole("button", { name, exact: true }).click();
  }

  /** Sends the draft and checks the announced result, for example `CreateLicense: 200`. */
  async send(announced) {
    await this.sendButton.click();
    await expect(this.announcement).toHaveText(announced);
  }

  /** Chooses an operation and sends the draft that the page proposes. */
  async call(operation, result = "200") {
    await this.choose(operation);
    await this.send(`${operation}: ${result}`);
  }

  async sendJson(input, announced) {
    await this.show("JSON");
    await this.json.fill(typeof input === "string" ? input : JSON.stringify(input));
    await this.send(announced);
  }

  async draft() {
    await this.show("JSON");
    return JSON.parse(await this.json.inputValue());
  }

  /** A block of code in the response. */
  code(name) {
    return this.response.getByRole("region", { name, exact: true });
  }

  /** The body of the shown response. */
  async body() {
    await this.show("Body");
    const raw = this.response.getByLabel("Raw body");
    await raw.check();
    const body = JSON.parse(await this.code("Response body").innerText());
    await raw.uncheck();
    return body;
  }

  /** The rows of a table in the World pane, each as the texts of its cells, without the marks of changed rows. */
  async rows(tab, table) {
    await this.show(tab);
    const rows = this.world.getByRole("region", { name: table, exact: true }).getByRole("row");
    const cells = [];
    for (const row of (await rows.all()).slice(1)) cells.push(await row.getByRole("rowheader").or(row.getByRole("cell")).allInnerTexts());
    return cells.map(([name, ...others]) => [name.replace(/\s*changed$/, ""), ...others]);
  }

  steps() {
    return this.timeline.getByRole("listitem");
  }

  /** Shows a setting by its label, and returns its control. */
  async setting(label) {
    await this.bring("World");
    await this.show("Settings");
    await this.world.getByRole("searchbox", { name: "Search settings" }).fill(label);
    return this.world.getByLabel(label, { exact: true });
  }

  /** The session, as the dialog “Share” downloads it. */
  async downloaded() {
    await this.button("Share").click();
    const downloading = this.page.waitForEvent("download");
    await this.page.getByRole("dialog").getByRole("button", { name: "Download file" }).click();
    const download = await downloading;
    await this.page.keyboard.press("Escape");
    await expect(this.page.getByRole("dialog")).toBeHidden();
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** The downloaded session as text. */
  async exported() {
    return (await this.downloaded()).text;
  }

  /** Opens a file in the dialog “Paste”. */
  async openFile(file) {
    await this.button("Paste").click();
    await this.page.getByLabel("Or a file").setInputFiles(file);
  }

  /** Pastes a session and opens it. */
  async pasteSession(text) {
    await this.button("Paste").click();
    await this.page.getByRole("textbox", { name: "Pasted text" }).fill(text);
    await this.page.getByRole("dialog").getByRole("button", { name: "Open session" }).click();
  }

  /** Creates a license and a grant to the customer, as the page proposes them for the vendor. */
  async makeGrant() {
    await this.call("CreateLicense");
    await this.call("CreateGrant");
  }
}

export const test = base.extend({
  playground: async ({ page, baseURL }, use) => {
    // Everything happens in the page, so a longer wait would not help.
    page.setDefaultTimeout(5000);
    const problems = new Problems(page, baseURL);
    await page.addInitScript(reportViolations);
    await use(new Playground(page, problems));
    expect(problems.found).toEqual([]);
  },
});

export { expect };
