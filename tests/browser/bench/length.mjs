// How quick the page is in sessions of several lengths.
import { stripVTControlCharacters } from "node:util";
import { Playground } from "../support.mjs";
import { median, printRow, shown } from "./table.mjs";

const VENDOR = "111122223333";
const CUSTOMER = "123456789012";
const REGION = "us-east-1";
/** How often each action is repeated; the median counts. */
const REPEATS = 15;
/** The slowdown of the processor while keys are pressed. */
const SLOWDOWN = 4;
/** What takes longer is given up: milliseconds. */
const MOST = 120_000;
const LENGTHS = [10, 1_000, 10_000];

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

/** Presses a button, or adds letters to a field, and waits until everything that follows is done and laid out: milliseconds. */
function timed(element, letters) {
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

async function repeat(page, element, letters) {
  const times = [];
  while (times.length < REPEATS) {
    times.push(await element.evaluate(timed, letters));
    // What was put off until the page is idle does not count for the next turn.
    await page.waitForTimeout(30);
  }
  return median(times);
}

/** Opens a session of that many steps as a file: milliseconds in all, and the longest time for which the page did not react. */
async function open(page, playground, steps) {
  await playground.button("Paste").click();
  await page.evaluate(() => {
    globalThis.pauses = [0];
    const note = (list) => globalThis.pauses.push(...list.getEntries().map(({ duration }) => duration));
    new PerformanceObserver(note).observe({ type: "longtask" });
  });
  const file = { name: "session.json", mimeType: "application/json", buffer: Buffer.from(sessionText(steps)) };
  const before = performance.now();
  await page.getByLabel("Or a file").setInputFiles(file);
  await page.waitForFunction((title) => document.querySelector("header.top input")?.value === title, `A session of ${steps} steps`);
  const all = performance.now() - before;
  await page.waitForTimeout(200);
  return { open: all, pause: await page.evaluate(() => Math.max(...globalThis.pauses)) };
}

/** Goes to steps at different places of the timeline, and to the latest one: the longest time. */
async function stepAnywhere(page, { timeline }) {
  const times = [];
  for (const place of [0.5, 0.1, 0.9, 0.3, 0.7, 0]) {
    await page.locator(".steps-box").evaluate((box, place) => box.scrollTo(box.scrollWidth * place, 0), place);
    await page.waitForTimeout(150);
    const rows = timeline.getByRole("listitem").getByRole("button", { name: /^\d/ });
    times.push(await rows.nth(Math.floor((await rows.count()) / 2)).evaluate(timed));
  }
  const latest = timeline.getByRole("button", { name: "Latest" });
  times.push(await latest.evaluate(timed));
  return Math.max(...times);
}

/** Milliseconds that things take on the page with a session of that many steps. */
async function measure(context, steps) {
  const page = await context.newPage();
  page.setDefaultTimeout(MOST);
  const playground = new Playground(page, {});
  await playground.open();
  const opened = await open(page, playground, steps);
  await playground.timeline.getByRole("button", { name: "Latest" }).click();
  const step = await stepAnywhere(page, playground);
  await playground.choose("CreateLicense");
  const send = await repeat(page, playground.sendButton);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const field = await repeat(page, playground.field("LicenseName"), "x");
  await playground.show("JSON");
  const json = await repeat(page, playground.json, " ");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.waitForTimeout(500);
  const before = performance.now();
  await page.reload();
  await playground.world.getByText(`After step ${steps + REPEATS} of ${steps + REPEATS}`).waitFor();
  const reload = performance.now() - before;
  return { send, field, json, step, reload, ...opened };
}

/** Prints the table: a row for each length. */
export async function lengthTable(browser, address) {
  console.log();
  printRow(`medians of ${REPEATS}; for a step the longest`, "Send", "key, CPU / 4", "in JSON, CPU / 4", "step", "open", "longest pause", "reload");
  for (const steps of LENGTHS) {
    const title = `${steps.toLocaleString("en")} steps`;
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } });
    try {
      const { send, field, json, step, open, pause, reload } = await measure(context, steps);
      printRow(title, ...[send, field, json, step, open, pause, reload].map(shown));
    } catch (error) {
      if (error.name !== "TimeoutError") throw error;
      const [, waiting = ""] = stripVTControlCharacters(error.message).match(/waiting for (.*)/) ?? [];
      printRow(title, ` given up after ${MOST / 1000} s: ${waiting}`);
    } finally {
      await context.close();
    }
  }
}
