// Browser tests of the finished site in dist/ and of the package in target/package/.
// `cargo xtask test browser` builds both, finds the browser and chooses the ports.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./launch.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sitePort = process.env.GRANT_PLAYGROUND_SITE_PORT ?? "8181";
const packagePort = process.env.GRANT_PLAYGROUND_PACKAGE_PORT ?? "8182";

/** esbuild's static server, which `cargo xtask serve` uses too. */
const serve = (folder, port) => ({
  command: `node_modules/.bin/esbuild --servedir=${folder} --serve=127.0.0.1:${port} --log-level=error`,
  cwd: root,
  port: Number(port),
  reuseExistingServer: false,
});

// Tests open the folder listing of the package, which has no Content-Security-Policy, and import `/index.js` there.
process.env.GRANT_PLAYGROUND_PACKAGE_URL = `http://127.0.0.1:${packagePort}/`;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.mjs",
  outputDir: `${root}target/test-results`,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // For a whole test: a machine may be slow. What a test waits for has limits of its own.
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  webServer: [serve("dist", sitePort), serve("target/package", packagePort)],
  use: {
    baseURL: `http://127.0.0.1:${sitePort}/`,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions,
    // Only the tests of the service worker have it: it would answer in the place of what other tests put between the page and the server.
    serviceWorkers: "block",
  },
});
