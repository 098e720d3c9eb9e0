// What the page says when a part of its program does not arrive, or cannot run.
import { expect, test } from "./support.mjs";

const WASM = /\/grant-playground-[0-9a-f]+_bg\.wasm$/;
const MODULE = /\/grant-playground-[0-9a-f]+\.js$/;

const cutOff = (body) => body.subarray(0, body.length / 2);
const empty = () => Buffer.alloc(0);

const fulfilled = (change) => async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};
const missing = (route) => route.fulfill({ status: 404 });

for (const [what, file, answer, sentence] of [
  ["wasm that is missing", WASM, missing, /the file grant-playground-\w+\.wasm could not be fetched: the server answered 404\. Reload the page/],
  ["wasm that is cut off", WASM, fulfilled(cutOff), /the program could not be started: .+\. Reload the page, or open it in a current browser/],
  ["wasm that is empty", WASM, fulfilled(empty), /the program could not be started: .+\. Reload the page, or open it in a current browser/],
  ["a module that is missing", MODULE, missing, /the file grant-playground-\w+\.js could not be loaded: .+\. Reload the page; if that does not help/],
  ["a module that is cut off", MODULE, fulfilled(cutOff), /the file grant-playground-\w+\.js could not be loaded: .+\. Reload the page; if that does not help/],
]) {
  // The browser itself reports a file that is not there as an error, so these pages are without the usual watch.
  test(`${what} is said on the page`, async ({ browser, baseURL }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(file, answer);
    await page.goto(baseURL);
    await expect(page.getByRole("alert")).toHaveText(new RegExp(`^The playground cannot start: ${sentence.source}`));
    await context.close();
  });
}

test("a browser without WebAssembly is told so", async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(baseURL);
  await expect(page.getByRole("alert")).toHaveText(
    "The playground cannot start: this browser cannot run the program: it has no WebAssembly. Reload the page, or open it in a current browser with WebAssembly switched on.",
  );
  await context.close();
});
