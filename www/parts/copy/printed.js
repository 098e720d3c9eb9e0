// A response as each client prints it. Errors have the texts that the clients make of them, see `printed-errors.js`.
import { find } from "./call.js";
import { error } from "./printed-errors.js";
import { success } from "./printed-success.js";

/**
 * @typedef {{ operation: string, status: number, error: string | null, message: string | null, body: string, requestId: string | null }} Answer
 *   `operation`: such as `ram:CreatePermission`
 */

/** As what a response can be copied. */
export const printedFormats = [
  ["printed-cli", "AWS CLI"],
  ["printed-boto3", "Python (boto3)"],
  ["printed-javascript", "JavaScript (SDK v3)"],
  ["printed-java", "Java (SDK v2)"],
  ["printed-go", "Go (SDK v2)"],
  ["printed-rust", "Rust (SDK)"],
  ["printed-dotnet", "C# (SDK for .NET)"],
  ["printed-powershell", "PowerShell 7 (AWS Tools)"],
].map(([id, label]) => ({ id, label }));

/**
 * What a client prints for a response, or the sentence that says why that is not known.
 * @param {string} format the `id` of one of `printedFormats`
 * @param {Answer | null} answer
 * @returns {{ text: string, note?: string } | { problem: string }}
 */
export function printedAs(format, answer) {
  if (!answer) return { problem: "There is no response here. Send a request, or choose a step that is one." };
  const operation = find(answer.operation);
  const label = printedFormats.find(({ id }) => id === format)?.label;
  if (!label) return { problem: `There is no format \`${format}\`.` };
  if (!operation) return { problem: `There is no operation \`${answer.operation}\`.` };
  return answer.error === null ? success(format, label, operation, answer) : error(format, operation, answer);
}
