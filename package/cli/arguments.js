// The arguments of a command.
import { parseArgs } from "node:util";
import { Misuse } from "./misuse.js";

/** Options and positional arguments. `--help` is an option of every command. */
export function parse(args, options, usage) {
  try {
    return parseArgs({ args, options: { help: { type: "boolean", short: "h" }, ...options }, allowPositionals: true });
  } catch (error) {
    throw new Misuse(`${sentence(error, args, options)}; ${usage}`);
  }
}

function sentence(error, args, options) {
  const [, name] = /'(?:-\w, )?(--?[^' ]+)/.exec(error.message) ?? [];
  switch (error.code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION": {
      const names = ["help", ...Object.keys(options)].map((option) => `\`--${option}\``).join(", ");
      return `there is no option \`${name}\`; the options are ${names}`;
    }
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return error.message.includes("does not take an argument") ? `the option \`${name}\` takes no value` : `the option \`${name}\` needs a value`;
    default:
      return `the arguments \`${args.join(" ")}\` cannot be read`;
  }
}
