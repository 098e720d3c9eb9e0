// Copies a call as the text that another client takes, and a session as a transcript or as a bug report.
import { boto3 } from "./copy/boto3.js";
import { find } from "./copy/call.js";
import { bash, powershell } from "./copy/cli.js";
import { cloudtrail } from "./copy/cloudtrail.js";
import { dotnet } from "./copy/dotnet.js";
import { go } from "./copy/go.js";
import { curl, http } from "./copy/http.js";
import { java } from "./copy/java.js";
import { javascript } from "./copy/javascript.js";
import { rust } from "./copy/rust.js";
import { terraform } from "./copy/terraform.js";

export { report } from "./copy/report.js";
export { transcript } from "./copy/transcript.js";

/** @import { Call, Copy, Operation } from "./copy/call.js" */

/** @type {[string, string, (operation: Operation, call: Call) => Copy][]} */
const CLIENTS = [
  ["cli", "AWS CLI (bash)", bash],
  ["cli-powershell", "AWS CLI (PowerShell)", powershell],
  ["boto3", "Python (boto3)", boto3],
  ["javascript", "JavaScript (SDK v3)", javascript],
  ["java", "Java (SDK v2)", java],
  ["go", "Go (SDK v2)", go],
  ["rust", "Rust (SDK)", rust],
  ["dotnet", "C# (SDK for .NET)", dotnet],
  ["curl", "curl", curl],
  ["http", "Raw HTTP", http],
  ["terraform", "Terraform", terraform],
  ["cloudtrail", "CloudTrail-like event", cloudtrail],
];

/** What a call can be copied as. */
export const formats = CLIENTS.map(([id, label]) => ({ id, label }));

/**
 * The text of a call for a client, or the sentence that says why the client cannot send it.
 * @param {string} format the `id` of one of `formats`
 * @param {Call} call
 * @returns {Copy}
 */
export function copyAs(format, call) {
  const client = CLIENTS.find(([id]) => id === format);
  if (!client) return { problem: `There is no format \`${format}\`.` };
  const operation = find(call.operation);
  if (!operation) return { problem: `There is no operation \`${call.operation}\`.` };
  // Account, Region and time are written outside of strings too, so nothing else may be in them.
  if (!/^\d{12}$/.test(call.account)) return { problem: `\`${call.account}\` is not an account ID, which has 12 digits.` };
  if (!/^[a-z0-9-]+$/.test(call.region)) return { problem: `\`${call.region}\` is not a Region.` };
  if (call.at !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(call.at)) return { problem: `\`${call.at}\` is not a time.` };
  return client[2](operation, call);
}
