// Measures calls of the package in Node, from JSON text to JSON text, with all checks and the trace.
import { Simulator, license, licenseManagerRequest, ramDeletion, ramRequest, template } from "./support.mjs";

const WARM_UP = 4_000;
const ITERATIONS = 20_000;
/** Each batch uses a new simulator, because a simulator remembers client tokens and deleted versions. */
const BATCH = 50;

function send(simulator, request) {
  const { status, body } = simulator.handle(request);
  if (status !== 200) throw new Error(body);
  return body;
}

/** Runs a cycle many times and prints the median and the 99th percentile. */
function measure(name, prepare, cycle) {
  const simulator = new Simulator();
  const requests = prepare(simulator);
  const start = simulator.snapshot();
  const times = [];
  for (let iteration = 0; iteration < WARM_UP + ITERATIONS; iteration += 1) {
    if (iteration % BATCH === 0) simulator.restore(start);
    const before = process.hrtime.bigint();
    cycle(simulator, requests, iteration % BATCH);
    const after = process.hrtime.bigint();
    if (iteration >= WARM_UP) times.push(Number(after - before) / 1000);
  }
  times.sort((a, b) => a - b);
  const [median, p99] = [0.5, 0.99].map((part) => times[Math.floor(ITERATIONS * part)].toFixed(1));
  console.log(`${name}: median ${median} µs, p99 ${p99} µs`);
}

measure(
  "RAM CreatePermissionVersion + DeletePermissionVersion",
  (simulator) => {
    const input = { name: "bench", resourceType: "ssm:Parameter", policyTemplate: template("GetParameter") };
    const permissionArn = JSON.parse(send(simulator, ramRequest("/createpermission", input))).permission.arn;
    // Creates a version and deletes the previous one, which is no longer the default.
    return Array.from({ length: BATCH }, (_, index) => [
      ramRequest("/createpermissionversion", { permissionArn, policyTemplate: template(index % 2 ? "GetParameter" : "GetParameters") }),
      ramDeletion("/deletepermissionversion", { permissionArn, permissionVersion: index + 1 }),
    ]);
  },
  (simulator, requests, index) => requests[index].forEach((request) => send(simulator, request)),
);

measure(
  "License Manager CreateGrantVersion",
  (simulator) => {
    const body = send(simulator, licenseManagerRequest("CreateLicense", { ...license, ClientToken: "license" }));
    const grant = {
      ClientToken: "grant",
      GrantName: "bench",
      LicenseArn: JSON.parse(body).LicenseArn,
      Principals: ["arn:aws:iam::444455556666:root"],
      HomeRegion: "us-east-1",
      AllowedOperations: ["CreateGrant", "CheckoutLicense"],
    };
    const { GrantArn } = JSON.parse(send(simulator, licenseManagerRequest("CreateGrant", grant)));
    return Array.from({ length: BATCH }, (_, index) =>
      licenseManagerRequest("CreateGrantVersion", { ClientToken: `version-${index}`, GrantArn, GrantName: `name-${index}` }),
    );
  },
  (simulator, requests, index) => send(simulator, requests[index]),
);
