// Responses as clients print them. JavaScript's text is compared with what the real SDK makes of the same response.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import test from "node:test";
import { inspect } from "node:util";
import * as licenseManager from "@aws-sdk/client-license-manager";
import * as ram from "@aws-sdk/client-ram";
import cmdlets from "../../www/parts/copy/cmdlets.json" with { type: "json" };
import declared from "../../www/parts/editor/errors.json" with { type: "json" };
import { operations } from "../../www/parts/copy/call.js";
import { printedAs, printedFormats } from "../../www/parts/copy/printed.js";

const REFUSED = { operation: "license-manager:CreateGrant", status: 400, error: "ValidationException", message: "Bad value.", body: "{}", requestId: "r-1" };
const SDKS = { "license-manager": [licenseManager, licenseManager.LicenseManagerClient], ram: [ram, ram.RAMClient] };

const printed = (format, answer) => printedAs(`printed-${format}`, answer).text;

test("every client prints an error that the operation declares", () => {
  for (const [format, text] of [
    ["cli", "An error occurred (ValidationException) when calling the CreateGrant operation: Bad value."],
    ["boto3", "botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the CreateGrant operation: Bad value."],
    ["java", "software.amazon.awssdk.services.licensemanager.model.ValidationException: Bad value. (Service: LicenseManager, Status Code: 400, Request ID: r-1) (SDK Attempt Count: 1)"],
    ["go", "operation error License Manager: CreateGrant, https response error StatusCode: 400, RequestID: r-1, ValidationException: Bad value."],
    ["rust", "ValidationException: Bad value."],
    ["dotnet", "Amazon.LicenseManager.Model.ValidationException: Bad value."],
    ["powershell", "New-LICMGrant: Bad value."],
  ]) {
    assert.equal(printed(format, REFUSED), `${text}\n`);
  }
});

test("every client prints an error that the service does not declare", () => {
  const answer = { ...REFUSED, operation: "ram:ListPermissions", status: 403, error: "AccessDeniedException", message: "Not allowed." };
  for (const [format, text] of [
    ["boto3", "botocore.exceptions.ClientError: An error occurred (AccessDeniedException) when calling the ListPermissions operation: Not allowed."],
    ["java", "software.amazon.awssdk.services.ram.model.RamException: Not allowed. (Service: Ram, Status Code: 403, Request ID: r-1) (SDK Attempt Count: 1)"],
    ["go", "operation error RAM: ListPermissions, https response error StatusCode: 403, RequestID: r-1, api error AccessDeniedException: Not allowed."],
    ["rust", "unhandled error (AccessDeniedException)"],
    ["dotnet", "Amazon.RAM.AmazonRAMException: Not allowed."],
    ["powershell", "Get-RAMPermissionList: Not allowed."],
  ]) {
    assert.equal(printed(format, answer), `${text}\n`);
  }
});

test("clients count how often they sent a request that they repeat", () => {
  const answer = { ...REFUSED, status: 500, error: "ServerInternalException" };
  assert.match(printed("cli", answer), /operation \(reached max retries: 2\): Bad value\./);
  assert.match(printed("boto3", answer), /operation \(reached max retries: 4\): Bad value\./);
  assert.match(printed("go", answer), /CreateGrant, exceeded maximum number of attempts, 3, https response error StatusCode: 500/);
  assert.match(printedAs("printed-go", answer).note, /several times/);
});

test("the SDK for JavaScript makes the same text of every error", async () => {
  for (const { service, name } of operations) {
    const [sdk, Client] = SDKS[service];
    const Command = sdk[`${name}Command`];
    if (!Command) continue;
    const others = service === "ram" ? ["AccessDeniedException"] : ["UnrecognizedClientException"];
    for (const error of [...Object.keys(declared[`${service}:${name}`]).filter((error) => sdk[error]), ...others]) {
      const status = { ServerInternalException: 500, ServiceUnavailableException: 503 }[error] ?? 400;
      const answer = { operation: `${service}:${name}`, status, error, message: "It failed.", body: "", requestId: "r-1" };
      const real = await realError(Client, Command, answer);
      const withoutStack = inspect(real).replace(/(\n {4}at .*?)+(?= \{\n)/, "");
      const lines = withoutStack.split("\n").map((line) => line.replace(/,$/, ""));
      const text = printed("javascript", answer);
      assert.equal(text.split(" {\n")[0], String(real));
      let at = -1;
      for (const line of text.trimEnd().split("\n").map((line) => line.replace(/,$/, ""))) {
        at = lines.indexOf(line, at + 1);
        assert.ok(at >= 0, `${name} ${error}: ${line}\n${withoutStack}`);
      }
    }
  }
});

/** What the SDK throws for an answer. Its client does not wait before it sends a request again. */
async function realError(Client, Command, { error, status, message, requestId }) {
  const requestHandler = {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async () => ({
      response: {
        statusCode: status,
        headers: { "x-amzn-requestid": requestId, "x-amzn-errortype": error },
        body: Readable.from([Buffer.from(JSON.stringify({ __type: error, message }))]),
      },
    }),
  };
  const retryStrategy = { acquireInitialRetryToken: async () => token(0), refreshRetryTokenForRetry: async (last, { errorType }) => again(last, errorType), recordSuccess() {} };
  const client = new Client({ region: "us-east-1", credentials: { accessKeyId: "a", secretAccessKey: "b" }, requestHandler, retryStrategy });
  try {
    await client.send(new Command({}));
  } catch (thrown) {
    return thrown;
  }
  throw new Error("The SDK took an error for a success.");
}

const token = (retries) => ({ getRetryCount: () => retries, getRetryDelay: () => 0 });

/** As the SDK's own strategy decides: at most three attempts. */
function again(last, errorType) {
  if (last.getRetryCount() >= 2 || !["THROTTLING", "TRANSIENT"].includes(errorType)) throw new Error("no more attempts");
  return token(last.getRetryCount() + 1);
}

test("the AWS CLI prints a success as JSON, with times; other clients return objects", () => {
  const body = '{"permission":{"arn":"a","creationTime":1700000000.999,"lastUpdatedTime":1700000000,"name":"é","isNew":true},"clientToken":null}';
  const success = { operation: "ram:CreatePermission", status: 200, error: null, message: null, body, requestId: "r-1" };
  assert.deepEqual(printedAs("printed-cli", success), {
    text: '{\n    "permission": {\n        "arn": "a",\n        "name": "é",\n        "creationTime": "2023-11-14T22:13:20.999000+00:00",\n        "lastUpdatedTime": "2023-11-14T22:13:20+00:00"\n    }\n}\n',
    note: "The AWS CLI writes times in the time zone of the computer. Here it is UTC.",
  });
  assert.equal(printed("cli", { ...success, body: "{}" }), "");
  assert.match(printedAs("printed-cli", { ...success, operation: "ram:ListPrincipals", body: '{"principals":[],"nextToken":"x"}' }).problem, /asks ListPrincipals for the next pages/);
  assert.match(printedAs("printed-go", success).problem, /^For a success, the client returns an object/);
});

test("what has no text has a sentence", () => {
  for (const { id } of printedFormats) assert.match(printedAs(id, null).problem, /There is no response/);
  assert.match(printedAs("printed-dotnet", { ...REFUSED, message: null }).problem, /has no message/);
  assert.match(printedAs("printed-powershell", { ...REFUSED, operation: "ram:UpdatePermission", error: "ThrottlingException" }).problem, /no cmdlet/);
});

test("the list of cmdlets has all operations", () => {
  const names = operations.map(({ service, name }) => `${service}:${name}`);
  assert.deepEqual(names.filter((name) => !cmdlets[name]), ["ram:UpdatePermission"]);
  assert.deepEqual(Object.keys(cmdlets).filter((name) => !names.includes(name)), []);
});
