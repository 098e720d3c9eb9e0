// `grant-playground serve`: answers AWS clients on 127.0.0.1.
import { once } from "node:events";
import { Simulator } from "../index.js";
import { beginning, starter } from "./clock.js";
import { accountOf } from "./credential.js";
import { createEndpoint } from "./endpoint.js";
import { Misuse } from "./misuse.js";
import { HELP, options } from "./options.js";
import { open, writer } from "./session-file.js";

/** Runs the command until it is interrupted, and returns the exit code. */
export async function run(args) {
  const chosen = options(args);
  if (chosen.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const simulator = chosen.session === undefined ? new Simulator(beginning(chosen.clock)) : open(chosen.session).simulator;
  checkAccounts(chosen.accounts, simulator.accounts());
  const save = chosen.save === undefined ? () => {} : writer(chosen.save, chosen.session);
  const before = starter(chosen.clock, simulator, chosen.session !== undefined);
  const [vendor] = simulator.accounts();
  const server = createEndpoint({
    simulator,
    accountOf: accountOf(chosen.accounts, vendor?.id),
    before,
    after: () => report(() => save(simulator.session())),
    print: (lines) => process.stdout.write(`${lines}\n`),
  });
  await listen(server, chosen.port);
  try {
    save(simulator.session());
  } catch (error) {
    server.close();
    throw error;
  }
  // A closed pipe must not end the endpoint.
  process.stdout.on("error", () => {});
  process.stdout.write(greeting(server.address().port, simulator.accounts(), chosen.accounts));
  return untilInterrupted(server);
}

function checkAccounts(mapped, accounts) {
  for (const id of mapped.values()) {
    if (!accounts.some((account) => account.id === id)) {
      throw new Misuse(`there is no account \`${id}\`; the accounts are ${accounts.map((account) => `\`${account.id}\``).join(", ")}`);
    }
  }
}

async function listen(server, port) {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const reasons = { EADDRINUSE: "is used by another program", EACCES: "is reserved by the system" };
    throw new Misuse(`the port \`${port}\` ${reasons[error.code] ?? `cannot be used (${error.message})`}; choose another port, for example \`--port 0\``);
  }
}

/** Runs a function. A misuse that becomes visible only now, such as a full disk, is printed, and the endpoint goes on. */
function report(action) {
  try {
    action();
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    console.error(error.message);
  }
}

function greeting(port, accounts, mapped) {
  const names = accounts.map(({ id, name }) => (name ? `${id} (${name})` : id)).join(", ");
  const keys = [...mapped].map(([key, id]) => `The access key ID ${key} is the account ${id}.\n`).join("");
  const others = accounts.length > 0 ? ` Every other key is the account ${accounts[0].id}.` : "";
  return `Listening on http://127.0.0.1:${port}. Press Ctrl+C to stop.
Accounts: ${names || "none"}.
${keys}An access key ID of twelve digits is the account itself.${others}
`;
}

async function untilInterrupted(server) {
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  await once(server, "close");
  return 0;
}
