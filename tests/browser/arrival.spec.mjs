// What the page shows if a file of its program cannot be loaded or run.
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

for (const [what, file, respond, sentence] of [
  ["wasm that is missing", WASM, missing, /The file grant-playground-\w+\.wasm could not be loaded: the server responded with status 404\. Reload the page/],
  ["wasm that is cut off", WASM, fulfilled(cutOff), /The program could not be started: .+\. Open the page in a current browser/],
  ["wasm that is empty", WASM, fulfilled(empty), /The program could not be started: .+\. Open the page in a current browser/],
  ["a module that is missing", MODULE, missing, /The file grant-playground-\w+\.js could not be loaded: .+\. Reload the page\. If that does not help/],
  ["a module that is cut off", MODULE, fulfilled(cutOff), /The file grant-playground-\w+\.js could not be loaded: .+\. Reload the page\. If that does not help/],
]) {
  // The browser reports a missing file as an error, so these tests do not use the page that fails on errors.
  test(`the page reports ${what}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(file, respond);
    await page.goto(baseURL);
    await expect(page.getByRole("alert")).toHaveText(new RegExp(`^Grant Playground cannot start\\. ${sentence.source}`));
    await context.close();
  });
}

test("the page reports a browser without WebAssembly", async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(baseURL);
  await expect(page.getByRole("alert")).toHaveText(
    "Grant Playground cannot start. This browser cannot run the program: it does not support WebAssembly. Open the page in a current browser and make sure that WebAssembly is enabled.",
  );
  await context.close();
});
