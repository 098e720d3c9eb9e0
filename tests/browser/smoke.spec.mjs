// The finished site starts in a browser: no error, no violation of its policy, nothing from elsewhere.
import { expect, test } from "@playwright/test";

test("the page starts without errors and loads nothing from elsewhere", async ({ page, baseURL }) => {
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`blocked by the policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
    addEventListener("TrunkApplicationStarted", () => document.documentElement.setAttribute("data-started", ""));
  });
  await page.goto("./");
  await expect(page.locator("html[data-started]")).toBeAttached();
  await page.waitForTimeout(500);
  expect(complaints).toEqual([]);
});
