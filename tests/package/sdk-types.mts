// `types.test.mjs` only compiles this file. The SDK's clients must accept the request handler.
import { LicenseManagerClient } from "@aws-sdk/client-license-manager";
import { RAMClient } from "@aws-sdk/client-ram";
import { Simulator, requestHandler } from "../../package/index.js";

const simulator = new Simulator();
const credentials = { accessKeyId: "111122223333", secretAccessKey: "any" };
new LicenseManagerClient({ region: "us-east-1", credentials, requestHandler: requestHandler(simulator) });
new RAMClient({ region: "us-east-1", credentials, requestHandler: requestHandler(simulator) });

// @ts-expect-error a request handler needs a simulator
requestHandler({});
