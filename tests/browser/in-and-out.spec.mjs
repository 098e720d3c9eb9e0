// What comes in and goes out: paste, copy, links, the list of sessions.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./support.mjs";

const GRANT = "arn:aws:license-manager::111122223333:grant:g-0123456789abcdef0123456789abcdef";
const COMMAND = `$ aws license-manager create-grant-version \\
    --grant-arn ${GRANT} --client-token t-1 \\
    --status ACTIVE --source-version 3 --region eu-west-1`;
const EVENT = {
  eventVersion: "1.08", eventTime: "2026-11-02T10:00:00Z", eventSource: "license-manager.amazonaws.com", eventName: "AcceptGrant",
  awsRegion: "us-east-1", userIdentity: { accountId: "999988887777" }, recipientAccountId: "999988887777",
  errorCode: "ValidationException", errorMessage: "x", requestParameters: { grantArn: GRANT },
};

const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });

/** Pastes a text as a person does. Nothing in the page has the focus. */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The keys of all stored records: `steps: visit-1,0`. */
function storedKeys(page) {
  return page.evaluate(async () => {
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const database = await done(indexedDB.open("grant-playground"));
    const reading = database.transaction([...database.objectStoreNames]);
    const keys = await Promise.all([...database.objectStoreNames].map(async (name) => (await done(reading.objectStore(name).getAllKeys())).map((key) => `${name}: ${key}`)));
    database.close();
    return keys.flat();
  });
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a pasted command is understood, the world is made to fit, and the request can be sent", async ({ page, playground }) => {
  await playground.open();
  await paste(page, COMMAND);
  const found = dialog(page, "Paste").getByRole("region", { name: "CreateGrantVersion" });
  await expect(found.getByText("from line 1 (AWS CLI)")).toBeVisible();
  await expect(found.getByText("The Region is eu-west-1.")).toBeVisible();
  await expect(found.getByRole("checkbox", { name: /Create first/ })).toBeChecked();
  expect(await violations(page)).toEqual([]);
  await found.getByRole("combobox", { name: "Status of the grant" }).selectOption("DISABLED");
  await found.getByRole("button", { name: "Put into the form" }).click();
  await expect(dialog(page, "Paste")).toBeHidden();
  await expect(playground.request.getByText("license-manager:CreateGrantVersion")).toBeVisible();
  expect(await playground.draft()).toEqual({ GrantArn: GRANT, ClientToken: "t-1", Status: "ACTIVE", SourceVersion: "3" });
  expect(await playground.rows("Grants", "Grants")).toContainEqual(expect.arrayContaining([GRANT, "DISABLED"]));
  await playground.sendButton.click();
  await expect(playground.announcement).toHaveText(/^CreateGrantVersion: 400/);
});

test("an event of CloudTrail is run, and the page says whether AWS answered the same", async ({ page, playground }) => {
  await playground.open();
  await paste(page, JSON.stringify({ Records: [EVENT] }));
  const found = dialog(page, "Paste").getByRole("region", { name: "AcceptGrant" });
  await expect(found.getByText("AWS answered with the error ValidationException: x")).toBeVisible();
  await expect(found.getByText("The account is added to the session.")).toBeVisible();
  await found.getByRole("combobox", { name: "Status of the grant" }).selectOption("PENDING_ACCEPT");
  await found.getByRole("button", { name: "Run it and compare with AWS" }).click();
  // The grant is for the caller here, so the playground accepts what AWS refused.
  await expect(playground.response.getByText("the error is ``, not `ValidationException`").or(playground.response.getByText(/not ValidationException/))).toBeVisible();
});

test("what is not a request of the two services gets a sentence, and changes nothing", async ({ page, playground }) => {
  await playground.open();
  await paste(page, "aws kms create-grant --key-id 1234 --grantee-principal arn:aws:iam::111122223333:role/x --operations Decrypt");
  await expect(dialog(page, "Paste").getByRole("listitem").filter({ hasText: "kms" })).toBeVisible();
  await expect(dialog(page, "Paste").getByText("Nothing was found that the page can use.")).toBeVisible();
  await page.keyboard.press("Escape");
  // The first item is the start.
  await expect(playground.steps()).toHaveCount(1);
});

test("several requests of one text become steps", async ({ page, playground }) => {
  await playground.open();
  await playground.button("Paste").click();
  const text = dialog(page, "Paste").getByRole("textbox", { name: "Pasted text" });
  await expect(text).toBeFocused();
  await page.keyboard.insertText('aws ram create-permission --name one --resource-type ssm:Parameter --policy-template \'{"Effect":"Allow","Action":["ssm:GetParameter"]}\'\naws ram list-permissions\n');
  await dialog(page, "Paste").getByRole("button", { name: "Run all requests as steps" }).click();
  await expect(playground.steps()).toHaveCount(3);
});

test("a request is copied as the code of each client", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.goTo(1);
  await playground.button("Copy as…").click();
  const format = dialog(page, "Copy as").getByRole("combobox", { name: "Format" });
  const text = dialog(page, "Copy as").getByRole("textbox", { name: "Text" });
  await expect(text).toHaveValue(/^aws license-manager create-license /m);
  for (const [label, start] of [["Python (boto3)", /client\.create_license\(/], ["curl", /--aws-sigv4/], ["JavaScript (SDK v3)", /new CreateLicenseCommand\(/], ["Terraform", /^$/]]) {
    await format.selectOption({ label });
    await expect(text).toHaveValue(start);
  }
  await expect(dialog(page, "Copy as").getByRole("button", { name: "Copy", exact: true })).toBeDisabled();
  await format.selectOption({ label: "Session: Markdown transcript" });
  await expect(text).toHaveValue(/## 1\. CreateLicense/);
  expect(await violations(page)).toEqual([]);
  await dialog(page, "Copy as").getByRole("button", { name: "Copy", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());
});

test("a response is copied as each client prints it", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.goTo(1);
  await playground.button("Copy as…").click();
  const format = dialog(page, "Copy as").getByRole("combobox", { name: "Format" });
  const text = dialog(page, "Copy as").getByRole("textbox", { name: "Text" });
  await format.selectOption({ label: "Response: AWS CLI" });
  await expect(text).toHaveValue(/^\{\n {4}"LicenseArn": "arn:/);
  await format.selectOption({ label: "Response: Go (SDK v2)" });
  await expect(dialog(page, "Copy as").getByRole("status")).toHaveText(/^For a success, the client returns an object/);
  await page.keyboard.press("Escape");
  await playground.goTo();
  await playground.choose("CreateGrant");
  await playground.sendJson({}, "CreateGrant: 400 ValidationException");
  await playground.button("Copy as…").click();
  await expect(text).toHaveValue(/^operation error License Manager: CreateGrant, https response error StatusCode: 400, RequestID: [0-9a-f-]*, ValidationException: 6 validation errors/);
  expect(await violations(page)).toEqual([]);
});

test("a link opens a copy of the session at its step, beside one's own", async ({ page, playground, browser, baseURL }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.goTo(1);
  await playground.button("Share").click();
  const link = dialog(page, "Share").getByRole("textbox", { name: "Link" });
  await expect(link).toHaveValue(/#step=1&session=1\./);
  const address = await link.inputValue();
  expect(address.length).toBeLessThan(1200);
  expect(await violations(page)).toEqual([]);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByRole("region", { name: "Timeline" }).getByRole("listitem")).toHaveCount(3);
  await expect(other.getByRole("button", { name: "Edit and resend", exact: true })).toBeVisible();
  expect(new URL(other.url()).hash).toBe("");
  await context.close();
});

test("links to an example, an operation and a request open, and damaged ones get a sentence", async ({ page, playground }) => {
  await playground.open();
  await page.goto("./#operation=CreatePermissionVersion");
  await expect(playground.request.getByText("ram:CreatePermissionVersion")).toBeVisible();
  await page.goto("./#example=seats-run-out");
  await expect(playground.timeline.getByRole("button", { name: /CheckoutLicense/ }).first()).toBeVisible();
  const steps = await playground.steps().count();
  for (const [fragment, sentence] of [
    ["#session=1.AAAA", "The link is damaged"],
    ["#session=1.%%%", "The link is damaged"],
    ["#session=2.AAAA", "made by a newer version"],
    ["#operation=DropTables", "There is no operation"],
  ]) {
    await page.goto(`./${fragment}`);
    await expect(playground.notices.getByText(sentence).first()).toBeVisible();
    await playground.notices.getByRole("button", { name: "Dismiss" }).first().click();
  }
  await expect(playground.steps()).toHaveCount(steps);
});

test("a link that inflates to more than a megabyte is not opened", async ({ page, playground }) => {
  await playground.open();
  const fragment = await page.evaluate(async () => {
    const stream = new Blob([" ".repeat(3_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
  });
  await page.goto(`./#session=1.${fragment}`);
  await expect(playground.notices.getByText("The link holds more than 1 MB")).toBeVisible();
});

test("sessions are listed, renamed, duplicated, deleted and brought back", async ({ page, playground }) => {
  await playground.open();
  await playground.makeGrant();
  await playground.button("Start new session").click();
  await dialog(page, "Start a new session").getByRole("button", { name: /Start/ }).click();
  await playground.call("CreatePermission");
  await playground.button("Sessions").click();
  const list = dialog(page, "Sessions").getByRole("listitem");
  await expect(list).toHaveCount(2);
  await expect(list.first().getByText("open now · 1 step")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const other = list.nth(1);
  await other.getByRole("textbox").fill("My grant");
  await page.keyboard.press("Tab");
  await expect(dialog(page, "Sessions").getByText("The title was changed.")).toBeVisible();
  await dialog(page, "Sessions").getByRole("button", { name: "Duplicate My grant" }).click();
  await expect(list).toHaveCount(3);
  const stored = await storedKeys(page);
  expect(stored.filter((key) => key.startsWith("page: changed copy-"))).toHaveLength(1);
  await dialog(page, "Sessions").getByRole("button", { name: "Delete My grant (copy)" }).click();
  await expect(list).toHaveCount(2);
  expect((await storedKeys(page)).filter((key) => key.includes("copy-"))).toEqual([]);
  await dialog(page, "Sessions").getByRole("button", { name: "Undo" }).click();
  await expect(list).toHaveCount(3);
  expect(await storedKeys(page)).toEqual(stored);
  await dialog(page, "Sessions").getByRole("button", { name: "Open My grant", exact: true }).click();
  await expect(playground.steps()).toHaveCount(3);
  await expect(page.getByRole("textbox", { name: "Title of the session" })).toHaveValue("My grant");
});

test("a text that is read slowly leaves the page usable, and can be cancelled", async ({ page, playground }) => {
  // The first worker never answers.
  await page.route("**/paste-reader.js", (route) => route.fulfill({ contentType: "text/javascript", body: "postMessage({ isReady: true });" }), { times: 1 });
  await playground.open();
  await playground.button("Paste").click();
  const text = dialog(page, "Paste").getByRole("textbox", { name: "Pasted text" });
  const status = dialog(page, "Paste").getByRole("status");
  await text.fill("aws ram list-permissions");
  await expect(status).toHaveText("Reading the text…");
  expect(await violations(page)).toEqual([]);
  await dialog(page, "Paste").getByRole("button", { name: "Cancel" }).click();
  await expect(status).toHaveText("The reading was cancelled. Change the text to read it again.");
  await expect(text).toBeFocused();
  await text.fill("aws ram list-permissions --max-results 5");
  await expect(status).toHaveText("Found: 1 request.");
});

test("of a long text only the beginning is shown, and all of it is read", async ({ page, playground }) => {
  await playground.open();
  await playground.button("Paste").click();
  const text = dialog(page, "Paste").getByRole("textbox", { name: "Pasted text" });
  const step = { as: "111122223333", operation: "ram:ListPermissions", note: "x".repeat(1000) };
  const session = JSON.stringify({ format: "grant-playground/1", title: "A long session", steps: Array.from({ length: 400 }, () => step) });
  await paste(page, session);
  await expect(dialog(page, "Paste").getByText(/^The text has 4\d\d,\d\d\d characters\. The field shows its beginning\./)).toBeVisible();
  await expect(dialog(page, "Paste").getByRole("status")).toHaveText("Found: 1 session.");
  expect((await text.inputValue()).length).toBe(2000);
  await dialog(page, "Paste").getByRole("button", { name: "Open session" }).click();
  await expect(page.getByRole("textbox", { name: "Title of the session" })).toHaveValue("A long session");
});

test("a pasted snapshot of the package opens as a session with the same resources", async ({ page, playground }) => {
  const { play } = await import("../../target/package/index.js");
  const create = { ids: ["my-share"], as: "111122223333", operation: "ram:CreateResourceShare", input: { name: "team", principals: ["444455556666"] } };
  const snapshot = play({ format: "grant-playground/1", steps: [create] }).simulator.snapshot();
  await playground.open();
  await paste(page, snapshot);
  await expect(dialog(page, "Paste").getByText("A snapshot of the package.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog(page, "Paste").getByRole("button", { name: "Open session" }).click();
  await expect(page.getByRole("textbox", { name: "Title of the session" })).toHaveValue("Snapshot of 2023-11-14T22:13:21Z");
  await playground.show("Shares");
  await expect(playground.world.getByText("team").first()).toBeVisible();
  expect(JSON.parse(await playground.exported()).steps[0].ids[0]).toBe("my-share");
});

test("without workers, the page reads a pasted text itself", async ({ page, playground }) => {
  await page.addInitScript(() => delete globalThis.Worker);
  await playground.open();
  await paste(page, COMMAND);
  await expect(dialog(page, "Paste").getByRole("region", { name: "CreateGrantVersion" })).toBeVisible();
});
