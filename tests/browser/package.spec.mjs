// The package in Chromium: every session file gives the same results as in Node, and the AWS SDK works with it.
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { build } from "esbuild";
import { sessionFiles } from "../package/session-files.mjs";

const address = process.env.GRANT_PLAYGROUND_PACKAGE_URL;

/** Bundles a program with the SDK for a browser. The package itself is not part of the bundle. */
async function bundle(source) {
  const resolveDir = fileURLToPath(new URL("../../", import.meta.url));
  const options = { bundle: true, format: "esm", platform: "browser", write: false, external: ["/index.js"], logLevel: "error" };
  const { outputFiles } = await build({ ...options, stdin: { contents: source, resolveDir } });
  return outputFiles[0].text;
}

test.beforeEach(async ({ page }) => {
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(address);
});

test("every session file gives the expected responses", async ({ page }) => {
  const files = await sessionFiles();
  const differences = await page.evaluate(async (files) => {
    const { play } = await import("/index.js");
    const found = [];
    for (const { name, text } of files) {
      const outcomes = play(text);
      outcomes.forEach((outcome, index) => found.push(...outcome.differences.map((difference) => `${name}, step ${index + 1}: ${difference}`)));
      if (JSON.stringify(play(text)) !== JSON.stringify(outcomes)) found.push(`${name}: a replay differs`);
    }
    return found;
  }, files);
  expect(differences).toEqual([]);
});

test("the same session gives the same bytes in Chromium and in Node", async ({ page }) => {
  const files = await sessionFiles();
  const inChromium = await page.evaluate(async (files) => {
    const { play } = await import("/index.js");
    return files.map(({ text }) => JSON.stringify(play(text)));
  }, files);
  const { play } = await import(new URL("../../target/package/index.js", import.meta.url));
  for (const [place, { name, text }] of files.entries()) expect(inChromium[place], name).toBe(JSON.stringify(play(text)));
});

test("the AWS SDK returns typed results and exceptions in a browser too", async ({ page }) => {
  const program = await bundle(`
    import { LicenseManagerClient, GetGrantCommand, ListReceivedGrantsCommand, ValidationException } from "@aws-sdk/client-license-manager";
    import { RAMClient, CreatePermissionCommand } from "@aws-sdk/client-ram";
    import { Simulator, requestHandler } from "/index.js";
    const options = {
      region: "us-east-1",
      credentials: { accessKeyId: "111122223333", secretAccessKey: "any" },
      requestHandler: requestHandler(new Simulator()),
    };
    const licenseManager = new LicenseManagerClient(options);
    const policyTemplate = JSON.stringify({ Effect: "Allow", Action: ["ssm:GetParameter"] });
    const input = { name: "read", resourceType: "ssm:Parameter", policyTemplate };
    const { permission } = await new RAMClient(options).send(new CreatePermissionCommand(input));
    const { Grants } = await licenseManager.send(new ListReceivedGrantsCommand({}));
    const error = await licenseManager.send(new GetGrantCommand({ GrantArn: "x" })).catch((error) => error);
    export const result = [permission.arn, permission.creationTime instanceof Date, Grants, error instanceof ValidationException];
  `);
  await page.route("**/program.js", (route) => route.fulfill({ contentType: "text/javascript", body: program }));
  const result = await page.evaluate(async () => (await import("/program.js")).result);
  expect(result).toEqual(["arn:aws:ram:us-east-1:111122223333:permission/read", true, [], true]);
});
