// Form and JSON are two views of the same draft, and neither loses an edit made in the other.
import { expect, test } from "./support.mjs";

const TOKEN = /^Value 'with a space' at 'clientToken' failed to satisfy constraint: Member must satisfy regular expression pattern: /;

test("an edit in one view appears in the other, and unknown members are kept", async ({ page, playground }) => {
  await playground.open();
  await playground.choose("CreateGrant");
  const draft = { ...(await playground.draft()), Mine: { kept: [1, "two", null] }, GrantName: "from-json" };
  await playground.json.fill(JSON.stringify(draft));
  await playground.show("Form");
  await expect(playground.field("GrantName")).toHaveValue("from-json");
  await expect(playground.request.getByText("The service ignores these members: Mine. They stay in the draft.")).toBeVisible();

  await playground.field("GrantName").fill("from-form");
  await playground.request.getByRole("checkbox", { name: "CreateToken" }).uncheck();
  await playground.button("Remove HomeRegion").click();
  await playground.button("Add to Principals").click();
  await playground.field("Principals.2").fill("arn:aws:iam::444455556666:root");
  const edited = await playground.draft();
  expect(edited.GrantName).toBe("from-form");
  expect(edited.AllowedOperations).not.toContain("CreateToken");
  expect(edited.Principals).toEqual([...draft.Principals, "arn:aws:iam::444455556666:root"]);
  expect(edited).not.toHaveProperty("HomeRegion");
  expect(edited.Mine).toEqual(draft.Mine);
  expect(Object.keys(edited)).toEqual(Object.keys(draft).filter((name) => name !== "HomeRegion"));

  // The draft survives a change of the operation, a change of the caller and a reload.
  await playground.choose("CreateLicense");
  await playground.choose("CreateGrant");
  await playground.actAs("Customer");
  await playground.open();
  await expect(playground.caller("123456789012")).toBeChecked();
  expect(await playground.draft()).toEqual(edited);

  await playground.button("Reset draft").click();
  expect(await playground.draft()).not.toHaveProperty("Mine");
  await playground.notices.getByRole("button", { name: "Restore draft" }).click();
  expect(await playground.draft()).toEqual(edited);
});

test("text that is not valid JSON is kept and can be sent", async ({ playground }) => {
  const text = '{\n  "GrantName": "half\n';
  await playground.open();
  await playground.choose("CreateGrant");
  await playground.show("JSON");
  await playground.json.fill(text);
  await expect(playground.request.getByText(/^The text is not valid JSON: .+ at line \d+, column \d+\.$/)).toBeVisible();
  await playground.show("Form");
  await expect(playground.request.getByText(/^The text is not valid JSON: .+ You can correct it in the JSON view, or send it as it is\.$/)).toBeVisible();
  await playground.choose("CreateLicense");
  await playground.show("JSON");
  await expect(playground.json).not.toHaveValue(text);
  await playground.choose("CreateGrant");
  await expect(playground.json).toHaveValue(text);
  await playground.open();
  await expect(playground.json).toHaveValue(text);
  await playground.show("Form");
  await playground.button("Show JSON").click();
  await expect(playground.json).toHaveValue(text);
  await playground.send("CreateGrant: 400 SerializationException");
  await playground.show("HTTP");
  expect(await playground.code("HTTP request").textContent()).toContain(`\n\n${text}`);
  await playground.open();
  await expect(playground.json).toHaveValue(text);
});

test("violations appear at the field while typing, in the words of the service", async ({ playground }) => {
  await playground.open();
  await playground.choose("CreateGrantVersion");
  const token = playground.field("ClientToken");
  await token.fill("");
  await token.pressSequentially("with");
  await expect(token).not.toHaveAttribute("aria-invalid");
  await token.pressSequentially(" a space");
  await expect(token).toHaveValue("with a space");
  await expect(token).toHaveAttribute("aria-invalid", "true");
  await expect(token).toHaveAccessibleDescription(TOKEN);
  await expect(playground.request.getByText(TOKEN)).toBeVisible();
  await playground.show("JSON");
  await expect(playground.request.getByText(/^ClientToken: Value 'with a space'/)).toBeVisible();
  await playground.show("Form");
  await playground.button("Generate new token").click();
  await expect(playground.request.getByText(TOKEN)).toHaveCount(0);
  await expect(token).toHaveValue(/^[0-9a-f]+$/);
});

test("a table shows the constraints of every member", async ({ playground }) => {
  await playground.open();
  await playground.choose("CreateGrant");
  await playground.request.getByText("Constraints of CreateGrant").click();
  const table = playground.request.getByRole("region", { name: "Constraints of CreateGrant" }).getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(["Member", "Type", "Required", "Constraints", "Other editions"]);
  await expect(table.getByRole("row", { name: /^Principals list of Arn Yes/ })).toContainText("exactly 1");
  // The table stays open for the next operation. RAM's model has only one edition.
  await playground.choose("CreatePermission");
  const other = playground.request.getByRole("table", { name: "Members of CreatePermission" });
  await expect(other.getByRole("columnheader")).toHaveText(["Member", "Type", "Required", "Constraints"]);
});
