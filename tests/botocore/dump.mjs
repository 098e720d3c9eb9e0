// Runs every session file and writes each request with its response as one JSON object per line.
import { play, sessionFiles } from "../package/support.mjs";

for (const { name, path, text } of await sessionFiles()) {
  const vintage = JSON.parse(text).world?.vintage ?? "2023";
  play(text).forEach(({ operation, request, response, trace }, index) => {
    if (response) process.stdout.write(`${JSON.stringify({ session: name, path, step: index + 1, vintage, operation, request, response, trace })}\n`);
  });
}
