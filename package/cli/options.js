// The options of `grant-playground serve`.
import { parse } from "./arguments.js";
import { Misuse } from "./misuse.js";

export const HELP = `Usage: grant-playground serve [options]

Answers AWS clients on 127.0.0.1 as License Manager and RAM would, and STS's GetCallerIdentity. Prints each call with the reason for its
response. Clients need only the address: for example, set AWS_ENDPOINT_URL to http://127.0.0.1:4646.

Options:
  --port PORT            the port. Default: 4646. With 0, a free port is chosen
  --session FILE         starts with the state after the steps of this session file
  --save FILE            writes the session so far to this file after each call, so that you can open it on the page. An existing
                         file is replaced only if it is also the file of --session
  --account KEY=ID       calls with the access key ID KEY are calls of the account ID. Can be given several times. An access key ID of
                         twelve digits is the account itself. Every other key is the first account of the session, the vendor
  --clock session|real   session (default): time starts at the session's start, and each call takes one second, so that equal calls
                         give equal responses. real: the session has the time of this computer
  -h, --help             prints this text
`;

const OPTIONS = {
  port: { type: "string", default: "4646" },
  session: { type: "string" },
  save: { type: "string" },
  account: { type: "string", multiple: true, default: [] },
  clock: { type: "string", default: "session" },
};

/** The options `{ help, port, session, save, accounts, clock }`. */
export function options(args) {
  const { values, positionals } = parse(args, OPTIONS, "`serve --help` describes them");
  if (positionals.length > 0) {
    throw new Misuse(`\`serve\` cannot use the argument \`${positionals[0]}\`; to open a session file, write \`--session ${positionals[0]}\``);
  }
  const { help = false, session, save } = values;
  return { help, session, save, port: port(values.port), accounts: accounts(values.account), clock: clock(values.clock) };
}

function port(text) {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Misuse(`the port cannot be \`${text}\`; write a whole number from 0 to 65535, for example \`--port 4646\``);
  }
  return Number(text);
}

function accounts(texts) {
  const found = new Map();
  for (const text of texts) {
    const [, key, id] = /^([^=\s/,]+)=(\d{12})$/.exec(text) ?? [];
    if (key === undefined) {
      throw new Misuse(
        `the account cannot be \`${text}\`; write an access key ID and an account of twelve digits, for example \`--account AKIAEXAMPLE=123456789012\``,
      );
    }
    if (found.has(key)) throw new Misuse(`the access key ID \`${key}\` is given twice; name one account for each access key ID`);
    found.set(key, id);
  }
  return found;
}

function clock(text) {
  if (text !== "session" && text !== "real") throw new Misuse(`the clock cannot be \`${text}\`; write \`--clock session\` or \`--clock real\``);
  return text;
}
