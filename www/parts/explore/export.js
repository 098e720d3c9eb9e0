// Test vectors as files: JSON Lines, a Python test with botocore's Stubber, and a vitest test with the JavaScript package.
import { find, mismatch } from "../copy/call.js";
import { literal as python } from "../copy/boto3.js";
import { literal as javascript } from "../copy/javascript.js";
import { kebab, snake } from "../copy/names.js";
import { indented, json } from "../copy/strings.js";

/**
 * @typedef {{ operation: string, as: string, region: string, vectors: object[] }} Vectors
 * @typedef {{ name: string, text: string }} File
 */

/** Each vector as one line of JSON. @param {Vectors} answer @returns {File} */
export function jsonLines({ operation, as, region, vectors }) {
  const lines = vectors.map((vector) => `${json({ operation, as, region, ...vector })}\n`);
  return { name: `${kebab(find(operation).name)}-vectors.jsonl`, text: lines.join("") };
}

/** The vectors that a client of an SDK can send: no member of another type, none that it does not know. */
export const sendable = ({ operation, vectors }) => vectors.filter(({ input }) => mismatch(find(operation), input) === null);

const ABOUT = "inputs at and beyond each constraint, with the response to each";

const MADE = "Made with Grant Playground, which simulates AWS. Inputs that no SDK can send are not here: values of another type, and unknown members.";

/** What a test needs to know about a vector. */
const essence = ({ name, input, status, error, message }) => ({ name, input, status, ...(error && { error, message: message ?? "" }) });

/** A member that the service returns and botocore's model does not have. */
const UNKNOWN_TO_BOTOCORE = "exclusiveAccountAccess";

/** A test that stubs the responses. @param {Vectors} answer @returns {File} */
export function stubber(answer) {
  const { operation, region } = answer;
  const { service, name } = find(operation);
  const method = snake(name);
  const known = sendable(answer).filter(({ input }) => !JSON.stringify(input).includes(`"${UNKNOWN_TO_BOTOCORE}":`));
  const vectors = known.map((vector) => `    ${indented(python(essence(vector)), "    ")},\n`);
  return {
    name: `test_${method}_vectors.py`,
    text: `"""Test vectors of ${operation}: ${ABOUT}.

${MADE}
Change \`call\` to the code that you test. A success is stubbed with an empty response.
"""

import unittest

from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.session import get_session
from botocore.stub import Stubber

# It reads the models of the services once.
SESSION = get_session()

VECTORS = [
${vectors.join("")}]


def call(client, arguments):
    """Sends the request. The stub accepts exactly these arguments."""
    return client.${method}(**arguments)


def stubbed_client(vector):
    """A client that answers one request."""
    # botocore itself would refuse some of the inputs, and send some errors again.
    config = Config(parameter_validation=False, retries={"total_max_attempts": 1})
    client = SESSION.create_client(
        "${service}",
        region_name="${region}",
        aws_access_key_id="stubbed",
        aws_secret_access_key="stubbed",
        config=config,
    )
    stubber = Stubber(client)
    if "error" in vector:
        stubber.add_client_error(
            "${method}",
            service_error_code=vector["error"],
            service_message=vector["message"],
            http_status_code=vector["status"],
            expected_params=vector["input"],
        )
    else:
        stubber.add_response("${method}", {}, vector["input"])
    stubber.activate()
    return client, stubber


class ${name}Vectors(unittest.TestCase):
    def test_vectors(self):
        for vector in VECTORS:
            with self.subTest(vector["name"]):
                client, stubber = stubbed_client(vector)
                if "error" in vector:
                    with self.assertRaises(ClientError) as raised:
                        call(client, vector["input"])
                    error = raised.exception.response["Error"]
                    self.assertEqual(error["Code"], vector["error"])
                    self.assertEqual(error["Message"], vector["message"])
                else:
                    call(client, vector["input"])
                stubber.assert_no_pending_responses()


if __name__ == "__main__":
    unittest.main()
`,
  };
}

const CLIENTS = { "license-manager": "LicenseManagerClient", ram: "RAMClient" };

/**
 * A test that sends the inputs to the simulator, so that successes have their exact responses too.
 * @param {Vectors} answer
 * @param {object} session what comes before
 * @returns {File}
 */
export function vitest(answer, session) {
  const { operation, as, region } = answer;
  const { service, name } = find(operation);
  const vectors = sendable(answer).map((vector) => `  ${indented(javascript(essence(vector)), "  ")},\n`);
  return {
    name: `${kebab(name)}-vectors.test.mjs`,
    text: `// Test vectors of ${operation}: ${ABOUT}.
// ${MADE}
// Change \`call\` to the code that you test. Its client sends to the simulator: npm install --save-dev grant-playground vitest
import { ${CLIENTS[service]}, ${name}Command } from "@aws-sdk/client-${service}";
import { play, requestHandler } from "grant-playground";
import { describe, expect, it } from "vitest";

/** What was sent before. */
const session = ${json(session, 2)};

const vectors = [
${vectors.join("")}];

/** Sends the request. */
const call = (client, input) => client.send(new ${name}Command(input));

/** A client of a simulator to which the session was sent. */
const client = () =>
  new ${CLIENTS[service]}({
    region: ${json(region)},
    credentials: { accessKeyId: ${json(as)}, secretAccessKey: "any" },
    requestHandler: requestHandler(play(session).simulator),
    maxAttempts: 1,
  });

describe(${json(operation)}, () => {
  it.each(vectors)("$name", async ({ input, status, error, message }) => {
    if (error) await expect(call(client(), input)).rejects.toMatchObject({ name: error, message, $metadata: { httpStatusCode: status } });
    else expect((await call(client(), input)).$metadata.httpStatusCode).toBe(status);
  });
});
`,
  };
}
