// `cargo xtask bench --page`: how fast the built page is in Chromium. `node run.mjs <the page's folder> <the counter's folder>`
import { cpus, release, type } from "node:os";
import { chromium } from "@playwright/test";
import { launchOptions } from "../launch.mjs";
import { serve } from "../static-host.mjs";
import { lengthTable } from "./length.mjs";
import { startTable } from "./start.mjs";

const [page, counter] = await Promise.all(process.argv.slice(2, 4).map(serve));
// Frames are drawn as soon as they are ready, so that times are not those of a screen.
const args = [...launchOptions.args, "--disable-frame-rate-limit", "--disable-gpu-vsync"];
const browser = await chromium.launch({ ...launchOptions, args });

console.log(`${cpus().length} × ${cpus()[0].model}, ${type()} ${release()}, Chromium ${browser.version()}, Node ${process.version}\n`);
await startTable(browser, page.address, counter.address);
await lengthTable(browser, page.address);

await browser.close();
page.close();
counter.close();
