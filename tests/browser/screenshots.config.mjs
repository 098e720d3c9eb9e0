// The browser and the server of the browser tests, for `cargo xtask screenshots`.
import config from "./playwright.config.mjs";

// A test takes some 40 pictures.
export default { ...config, timeout: 300_000, testMatch: "**/screenshots.mjs", webServer: config.webServer.slice(0, 1) };
