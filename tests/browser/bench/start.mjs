// How long a page takes to start, from the navigation on: the first paint with content, the page that can be worked with, and the
// first answer, which is asked for as soon as that is possible. Nothing is cached.
import { median, printRow, shown } from "./table.mjs";

const RUNS = 5;

const PAGE = { button: "Send", answered: "CreateLicense: 200" };
const COUNTER = { button: "Add", answered: "1" };

const CONNECTIONS = [
  { connection: "local", megabits: 0, latency: 0, slowdown: 1 },
  { connection: "10 Mbit/s, 40 ms", megabits: 10, latency: 40, slowdown: 1 },
  { connection: "1.6 Mbit/s, 150 ms, CPU 4 times slower", megabits: 1.6, latency: 150, slowdown: 4 },
];

/** Runs in the page before everything else: notes when the button is shown, presses it, and notes when the answer is shown. */
function watch({ button, answered }) {
  const times = (globalThis.times = {});
  const painted = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage("the frame is drawn");
    });
  const find = (selector, text) => [...document.querySelectorAll(selector)].find((element) => element.textContent.trim() === text);
  let next = () => {
    if (!find("button", button)) return;
    next = () => {};
    painted(() => {
      times.ready = performance.now();
      next = () => {
        if (!find("[role=status], output", answered)) return;
        next = () => {};
        painted(() => (times.answer = performance.now()));
      };
      find("button", button).click();
    });
  };
  new MutationObserver(() => next()).observe(document, { subtree: true, childList: true, characterData: true });
}

async function measure(browser, address, wanted, { megabits, latency, slowdown }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const bytes = megabits === 0 ? -1 : (megabits * 1e6) / 8;
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(watch, wanted);
  await page.goto(address);
  const handle = await page.waitForFunction(() => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return paint && globalThis.times.answer && { paint: paint.startTime, ...globalThis.times };
  });
  const times = await handle.jsonValue();
  await context.close();
  return times;
}

/** Prints the table: the page beside the counter, at each connection. */
export async function startTable(browser, page, counter) {
  printRow(`medians of ${RUNS}`, "first paint", "page ready", "first answer");
  for (const line of CONNECTIONS) {
    for (const [name, address, wanted] of [["the page", page, PAGE], ["a Yew counter", counter, COUNTER]]) {
      const runs = [];
      while (runs.length < RUNS) runs.push(await measure(browser, address, wanted, line));
      printRow(`${line.connection}: ${name}`, ...["paint", "ready", "answer"].map((time) => shown(median(runs.map((run) => run[time])))));
    }
  }
}
