// The main path in a second engine: a person with a keyboard sends requests in Firefox, is refused and told why, steps back, and finds
// the session again after a reload. The program is the one that `cargo xtask` found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "puppeteer-core";
import { serve } from "./static-host.mjs";

const WAIT = 20_000;

/** A person at the page: elements by role and name, and keys. */
class Person {
  constructor(page) {
    this.page = page;
  }

  find(role, name) {
    return this.page.locator(`aria/${name}[role="${role}"]`).setTimeout(WAIT);
  }

  async type(role, name, text) {
    await this.find(role, name).click();
    await this.press("Control", "a");
    await this.page.keyboard.type(text);
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.down(key);
    for (const key of keys.toReversed()) await this.page.keyboard.up(key);
  }

  /** Waits until the page announces a text. */
  async hears(text) {
    const announces = (text) => document.querySelector("[role=status]")?.textContent === text;
    await this.page.waitForFunction(announces, { timeout: WAIT }, text);
  }

  /** Waits until a region holds all the texts. */
  async reads(region, ...texts) {
    const element = await this.find("region", region).waitHandle();
    const holds = (element, texts) => texts.every((text) => element.innerText.includes(text));
    await this.page.waitForFunction(holds, { timeout: WAIT }, element, texts);
  }
}

test("a request is sent, refused with its reason, and found again", { timeout: 120_000 }, async (context) => {
  const { address, close } = await serve(fileURLToPath(new URL("../../dist/", import.meta.url)));
  context.after(close);
  const browser = await launch({ browser: "firefox", executablePath: process.env.GRANT_PLAYGROUND_FIREFOX ?? "/usr/bin/firefox-esr" });
  context.after(() => browser.close());
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const complaints = [];
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const person = new Person(page);

  await page.goto(address);
  await person.type("textbox", "LicenseName", "Typed in Firefox");
  await person.press("Control", "Enter");
  await person.hears("CreateLicense: 200");
  await person.reads("World", "Typed in Firefox");

  await person.type("searchbox", "Search operations and examples", "AcceptGrant");
  await person.press("Enter");
  await person.type("textbox", "GrantArn", "no ARN");
  await person.press("Control", "Enter");
  await person.hears("AcceptGrant: 400 ValidationException");
  await person.reads("Response", "400 Bad Request", "Value 'no ARN' at 'grantArn' failed to satisfy constraint");
  await person.find("tab", "Checks").click();
  await person.reads("Response", "Failed check", "GrantArn");

  await person.find("button", "Previous").click();
  await person.hears("Step 1 of 2: CreateLicense 200");
  await page.reload();
  await person.reads("Timeline", "CreateLicense", "AcceptGrant", "ValidationException");
  await person.reads("World", "After step 1 of 2", "Typed in Firefox");
  assert.deepEqual(complaints, []);
});
