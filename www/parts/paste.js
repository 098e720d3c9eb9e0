// Understands what people have in their clipboard: commands, code, events, templates and requests become calls, snapshots become sessions.
// It knows neither the page nor the simulator, and it never throws. What it could not take, it says in sentences.
import { Paste } from "./paste/paste.js";
import { readCloudFormation } from "./paste/cloudformation.js";
import { readCommands } from "./paste/commands.js";
import { readJsonDocuments } from "./paste/json.js";
import { readHttp } from "./paste/http.js";
import { readJavaScript } from "./paste/javascript.js";
import { readLinks } from "./paste/sessions.js";
import { readPython } from "./paste/python.js";
import { readPrinted } from "./paste/snapshot.js";
import { readTerraform } from "./paste/terraform.js";

/** The readers, and what each one reads. A reader that returns true has read everything. */
const READERS = [
  [readLinks, "links"],
  [readJsonDocuments, "JSON"],
  [readPrinted, "the output of the package"],
  [readCommands, "commands of a shell"],
  [readHttp, "HTTP"],
  [readPython, "Python"],
  [readJavaScript, "JavaScript"],
  [readTerraform, "Terraform"],
  [readCloudFormation, "CloudFormation"],
];

const NOTHING = "Nothing here is a request to License Manager or RAM. Paste a command of the AWS CLI, code with boto3 or the SDK for JavaScript, curl or HTTP, an event of CloudTrail, a Terraform or CloudFormation resource, or a session.";

/**
 * @typedef {{ kind: string, operation: string, account: string | null, region: string | null, time: string | null, input: object,
 *   unknown: { path: string, text: string, why: string }[], notes: string[],
 *   reported: null | { error: string | null, message?: string }, line: number, creates?: string }} Call
 * @typedef {{ calls: Call[], sessions: ({ text: string, notes?: string[], point?: number } | { link: string })[], problems: string[] }} Understood
 */

/**
 * What a text asks for. The result is plain JSON, and equal texts give equal results.
 * @param {string} text
 * @returns {Understood}
 */
export default function understand(text) {
  const paste = new Paste(String(text ?? ""));
  for (const [read, what] of READERS) {
    try {
      if (read(paste) === true) break;
    } catch (error) {
      paste.problem(`The text could not be read as ${what}: ${error instanceof RangeError ? "it is nested too deeply" : "it is damaged"}.`);
    }
  }
  const { calls, sessions, problems } = paste;
  if (!calls.length && !sessions.length && !problems.size) paste.problem(NOTHING);
  const places = calls.map((_, place) => place).sort((one, other) => paste.order[one] - paste.order[other] || one - other);
  return { calls: places.map((place) => calls[place]), sessions, problems: [...problems] };
}
