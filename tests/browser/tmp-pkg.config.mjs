import base from "./playwright.config.mjs";
process.env.GRANT_PLAYGROUND_PACKAGE_URL = "http://127.0.0.1:8391/";
export default { ...base, outputDir: "/tmp/pw-out", testMatch: "package.spec.mjs", webServer: [{ command: "node_modules/.bin/esbuild --servedir=/tmp/package --serve=127.0.0.1:8391 --log-level=error", cwd: "/work/main", port: 8391 }] };
