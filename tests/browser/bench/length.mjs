// How quick the page is with sessions of different lengths. `measureLength` does the work; run alone, this file prints a table:
// node tests/browser/bench/length.mjs http://127.0.0.1:8181/ 10 1000 10000
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const VENDOR = "111122223333";
const CUSTOMER = "123456789012";
const REGION = "us-east-1";
/** How often each action is repeated; the median counts. */
const REPEATS = 15;
/** The slowdown of the processor while keys are pressed. */
const SLOWDOWN = 4;
const OPENING = 300_000;

const license = (number) => ({
  LicenseName: `License ${number}`,
  ProductName: "Analytics",
  ProductSKU: `sku-${number}`,
  Issuer: { Name: "Example Corp" },
  HomeRegion: REGION,
  Validity: { Begin: "2023-11-14T00:00:00Z", End: "2033-11-14T00:00:00Z" },
  Entitlements: [{ Name: "Seats", MaxCount: 10, Unit: "Count", AllowCheckIn: true }],
  Beneficiary: "Example customer",
  ConsumptionConfiguration: { RenewType: "None", ProvisionalConfiguration: { MaxTimeToLiveInMinutes: 60 } },
  ClientToken: `license${number}`,
});

/** The calls of one round: a license is made, granted, accepted, activated and read. */
function round(number) {
  const call = (as, operation, input, name) => ({ name, as, region: REGION, operation: `license-manager:${operation}`, input });
  const arn = `\${grant${number}.GrantArn}`;
  return [
    call(VENDOR, "CreateLicense", license(number), `license${number}`),
    call(
      VENDOR,
      "CreateGrant",
      {
        ClientToken: `grant${number}`,
        GrantName: `grant-${number}`,
        LicenseArn: `\${license${number}.LicenseArn}`,
        Principals: [`arn:aws:iam::${CUSTOMER}:root`],
        HomeRegion: REGION,
        AllowedOperations: ["CreateGrant", "CheckoutLicense", "CheckInLicense", "ListPurchasedLicenses", "CreateToken"],
      },
      `grant${number}`,
    ),
    call(CUSTOMER, "AcceptGrant", { GrantArn: arn }),
    call(CUSTOMER, "CreateGrantVersion", { ClientToken: `version${number}`, GrantArn: arn, Status: "ACTIVE", SourceVersion: "1" }),
    call(CUSTOMER, "GetGrant", { GrantArn: arn }),
  ];
}

/** A session with that many calls, as a file's text. */
export function sessionText(steps) {
  const all = Array.from({ length: Math.ceil(steps / 5) }, (_, number) => round(number)).flat();
  return JSON.stringify({ format: "grant-playground/1", title: `A session of ${steps} steps`, steps: all.slice(0, steps) }, null, 2);
}

/** Presses or types in the page and waits until everything that follows is done and laid out: milliseconds. */
function timed([selector, letters]) {
  const element = document.querySelector(selector);
  const done = new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    setTimeout(() => channel.port2.postMessage(null));
  });
  const before = performance.now();
  if (letters === undefined) {
    element.click();
  } else {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value");
    set.call(element, element.value + letters);
    element.dispatchEvent(new InputEvent("input", { bubbles: true, data: letters }));
  }
  // What the page does follows in microtasks; they are over when the next task begins.
  return done.then(() => {
    void document.body.offsetHeight;
    return performance.now() - before;
  });
}

const median = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

async function repeat(page, action) {
  const times = [];
  for (let turn = 0; turn < REPEATS; turn += 1) {
    times.push(await page.evaluate(timed, action(turn)));
    // What was put off until the page is idle does not count for the next turn.
    await page.waitForTimeout(30);
  }
  return median(times);
}

/** Opens a session of that many steps as a file: milliseconds in all, and the longest time for which the page did not react. */
async function open(page, steps) {
  const file = join(tmpdir(), `grant-playground-${steps}.json`);
  await writeFile(file, sessionText(steps));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.evaluate(() => {
    window.pauses = [0];
    new PerformanceObserver((list) => window.pauses.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  const before = performance.now();
  await page.getByLabel("Session file").setInputFiles(file);
  await page.getByText("The imported session replaced your session").or(page.locator(".subtitle", { hasText: `A session of ${steps} steps` })).first().waitFor({ timeout: OPENING });
  const all = performance.now() - before;
  await page.waitForTimeout(200);
  return { open: all, pause: await page.evaluate(() => Math.max(...window.pauses)) };
}

/** Clicks rows at different places of the timeline. */
async function stepAnywhere(page) {
  const times = [];
  for (const place of [0.5, 0.1, 0.9, 0.3, 0.7, 0]) {
    await page.evaluate((place) => {
      const box = document.querySelector(".steps-box");
      box.scrollTop = box.scrollHeight * place;
    }, place);
    await page.waitForTimeout(150);
    const row = await page.evaluate(() => {
      const box = document.querySelector(".steps-box").getBoundingClientRect();
      const rows = [...document.querySelectorAll(".steps .row")];
      const row = rows.find((row) => row.getBoundingClientRect().top >= box.top) ?? rows[0];
      row.id = "bench-row";
      return "#bench-row";
    });
    times.push(await page.evaluate(timed, [row]));
    await page.evaluate(() => document.querySelector("#bench-row")?.removeAttribute("id"));
  }
  times.push(await page.evaluate(timed, [".timeline [role=group] button:last-child"]));
  return Math.max(...times);
}

/** Milliseconds that things take on the page at `url` with a session of that many steps. */
export async function measureLength(browser, url, steps) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.goto(url);
  await page.getByRole("button", { name: "Send", exact: true }).waitFor();
  const opened = await open(page, steps);
  await page.getByRole("button", { name: "Latest", exact: true }).click();
  const step = await stepAnywhere(page);
  const send = await repeat(page, () => [".send .primary"]);
  await page.getByRole("tab", { name: "JSON", exact: true }).click();
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const key = await repeat(page, () => ["#json-text", " "]);
  await page.getByRole("tab", { name: "Form", exact: true }).click();
  const field = await repeat(page, (turn) => [".draft textarea, .draft input[type=text]", `${turn}`]);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForTimeout(500);
  const before = performance.now();
  await page.reload();
  await page.locator(".world .hint", { hasText: `of ${steps + REPEATS}` }).waitFor({ timeout: OPENING });
  const reopen = performance.now() - before;
  await context.close();
  return { steps, ...opened, send, key, field, step, reopen };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [url, ...lengths] = process.argv.slice(2);
  const executablePath = process.env.GRANT_PLAYGROUND_CHROME ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  for (const steps of lengths.map(Number)) {
    const times = await measureLength(browser, url, steps);
    console.log(Object.entries(times).map(([name, time]) => `${name} ${name === "steps" ? time : `${time.toFixed(1)} ms`}`).join("  "));
  }
  await browser.close();
}
