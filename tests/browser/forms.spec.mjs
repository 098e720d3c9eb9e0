// The controls of the form: each fits the meaning of its value, and text that is wrong can still be sent.
import AxeBuilder from "@axe-core/playwright";
import { SIZES, expect, test } from "./support.mjs";

test("a time is picked in UTC, and its text can be wrong", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("CreateLicense");
  const text = playground.field("End");
  const picker = playground.field("Validity.End in UTC");
  const before = await text.inputValue();
  expect(`${await picker.inputValue()}Z`).toBe(before);
  await picker.focus();
  await page.keyboard.type("03042031");
  await expect(picker).toBeFocused();
  await expect(text).toHaveValue(`2031-03-04${before.slice(10)}`);
  await text.focus();
  await text.press("End");
  await page.keyboard.type("x");
  await expect(text).toHaveValue(`2031-03-04${before.slice(10)}x`);
  await expect(picker).toHaveValue("");
  await playground.request.getByRole("group", { name: "Suggested values for Validity.End" }).getByRole("button", { name: "In a day" }).click();
  await expect(picker).not.toHaveValue("");
  await playground.send("CreateLicense: 200");
});

test("a policy template is edited by its parts and as text", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("CreatePermission");
  const text = playground.field("policyTemplate");
  const parts = playground.request.getByRole("group", { name: "Parts of policyTemplate" });
  const template = async () => JSON.parse(await text.inputValue());
  await expect(parts.getByRole("checkbox")).toHaveCount(4);
  await parts.getByRole("checkbox", { name: "ssm:GetParameterHistory" }).press("Space");
  expect((await template()).Action).toContain("ssm:GetParameterHistory");
  await parts.getByRole("button", { name: "Add policyTemplate.Condition.StringEquals.aws:SourceVpce" }).press("Enter");
  const value = playground.field("aws:SourceVpce.1");
  await expect(value).toBeFocused();
  await page.keyboard.type("vpce-1");
  await parts.getByRole("button", { name: "Add to StringEquals aws:SourceVpce" }).press("Enter");
  await page.keyboard.type("vpce-2");
  await expect(playground.field("aws:SourceVpce.2")).toBeFocused();
  await expect(value).toHaveValue("vpce-1");
  expect((await template()).Condition).toEqual({ StringEquals: { "aws:SourceVpce": ["vpce-1", "vpce-2"] } });
  await parts.getByRole("combobox", { name: "Effect" }).selectOption("Deny");
  expect((await template()).Effect).toBe("Deny");
  await playground.send("CreatePermission: 400 InvalidPolicyException");

  await text.fill('{ "Resource": "*" }');
  await expect(parts.getByRole("checkbox")).toHaveCount(0);
  await expect(playground.request.getByText(/^The text is not a JSON object with only Effect, Action and Condition/)).toBeVisible();
  await text.fill('{ "Effect": "Allow", "Action": "ssm:GetParameter" }');
  await expect(parts.getByRole("checkbox", { name: "ssm:GetParameter", exact: true })).toBeChecked();
  await playground.send("CreatePermission: 200");
});

test("an added element has a value and the focus", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("CreateLicense");
  await playground.button("Add to Entitlements").press("Enter");
  await expect(playground.request.getByRole("group", { name: "Entitlements.2" })).toBeFocused();
  const names = playground.request.getByLabel("Name", { exact: true });
  await expect(names.last()).toHaveValue("Seats-2");
  await playground.send("CreateLicense: 200");
  await playground.choose("CreateGrant");
  await playground.button("Add to Principals").click();
  await expect(playground.field("Principals.2")).toBeFocused();
  await expect(playground.field("Principals.2")).toHaveValue(/^arn:aws:/);
  // A value without a button is chosen from a list.
  await playground.request.getByLabel("Values for HomeRegion", { exact: true }).selectOption("eu-west-1");
  await expect(playground.field("HomeRegion")).toHaveValue("eu-west-1");
  await playground.field("HomeRegion").fill("mars-1");
  await expect(playground.request.getByLabel("Values for HomeRegion", { exact: true })).toHaveValue("");
  await expect(page.getByRole("button", { name: "Add LicenseArn" })).toHaveCount(0);
});

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${size}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("times, templates and settings are accessible", async ({ page, playground }) => {
        const check = async (view) => {
          const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
          expect.soft(violations, view).toEqual([]);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect.soft(sideways, `${view}: the page scrolls sideways`).toBe(0);
        };
        await playground.open();
        await playground.choose("CreatePermission");
        await playground.button("Add policyTemplate.Condition.IpAddress.aws:SourceIp").click();
        await check("template");
        await playground.choose("CreateLicense");
        await check("times");
        await (await playground.setting("Tokens per license")).fill("3");
        await page.keyboard.press("Tab");
        await expect(playground.button("Reset to default: Tokens per license")).toBeVisible();
        await check("settings");
      });
    });
  }
}
