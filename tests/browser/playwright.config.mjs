// Browser tests over the finished site in dist/ and the package in target/package/.
// `cargo xtask test browser` builds both, finds the browser and chooses the ports.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sitePort = process.env.GRANT_PLAYGROUND_SITE_PORT ?? "8181";
const packagePort = process.env.GRANT_PLAYGROUND_PACKAGE_PORT ?? "8182";

/** esbuild's static server, the one that `cargo xtask serve` uses. */
const serve = (folder, port) => ({
  command: `node_modules/.bin/esbuild --servedir=${folder} --serve=127.0.0.1:${port} --log-level=error`,
  cwd: root,
  port: Number(port),
  reuseExistingServer: false,
});

// Tests open the package's folder listing as a page without a policy, and import `/index.js` from there.
process.env.GRANT_PLAYGROUND_PACKAGE_URL = `http://127.0.0.1:${packagePort}/`;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.mjs",
  outputDir: `${root}target/test-results`,
  // Screenshots that tests keep go to target/screenshots/; this folder holds what a failure leaves behind.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  webServer: [serve("dist", sitePort), serve("target/package", packagePort)],
  use: {
    baseURL: `http://127.0.0.1:${sitePort}/`,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.GRANT_PLAYGROUND_CHROME ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
