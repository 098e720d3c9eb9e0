// Pages of documentation on another origin, which have frames of the playground.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { light } from "../../www/parts/link/light.js";
import { encode } from "../../www/parts/link/link.js";
import defaults from "../../www/parts/link/defaults.json" with { type: "json" };
import { serve } from "./static-host.mjs";
import { BLOCKED, expect, test as base } from "./support.mjs";

export const read = (path) => readFile(new URL(path, import.meta.url), "utf8");
export const example = async () => JSON.parse(await read("../../www/examples/not-allowed-to-accept.json"));
export const MESSAGE = "Caller arn:aws:iam::123456789012:root is not allowed to accept this grant.";
export const EXACT = { exact: true };
export const FALLBACK = "<p>As text: 400 ValidationException.</p>";

/** The fragment of a link to a session. */
export const fragment = (session, members) => encode("session", light({ ...session, world: { ...defaults, ...session.world } }), members);

export const test = base.extend({
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

export const element = (attributes, content = FALLBACK) => `<grant-playground ${attributes}>${content}</grant-playground>`;
export const runs = (page) => page.getByRole("button", { name: "Run live" });
export const frame = (page, place = 0) => page.frameLocator("iframe").nth(place);
export const region = (frame, name) => frame.getByRole("region", { name, exact: true });

export async function violations(page) {
  // A frame has landmarks with the names of those of its page.
  const { violations } = await new AxeBuilder({ page }).disableRules("landmark-unique").analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The frame of the playground itself. */
export const innerFrame = (page, baseURL) => page.frames().find((frame) => frame.url().startsWith(baseURL));

/** The height of a frame, and that of its content. */
export async function heights(page, baseURL) {
  const outer = (await page.locator("iframe").boundingBox()).height;
  return [outer, await innerFrame(page, baseURL).evaluate(() => document.getElementById("app").getBoundingClientRect().height)];
}

export { expect };
