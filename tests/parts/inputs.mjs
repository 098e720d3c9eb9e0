// Inputs for every operation, generated from the shapes: always the same ones, from the smallest to the nastiest.
import { operations } from "../../www/parts/copy/call.js";

/** Texts that a careless quoting changes, in one of the languages that calls are copied as. */
export const NASTY = [
  "it's \"quoted\"",
  "$HOME $(id) `id` !!",
  "back\\slash \\\" \\' \\n \\u0041",
  "first line\nsecond 'line'\n",
  "tab\there, bell\u0007, return\r\n, zero\0.",
  "ünïcode 日本語 😀 \u{e0001}",
  "",
  "--no-sign-request",
  "-1",
  "file:///etc/passwd",
  "https://example.com/?a=b&c=d#e",
  "'; echo '",
  "100% %a$$b%%",
  JSON.stringify({ Effect: "Allow", Action: ["ec2:Describe*"], Condition: { StringLike: { "aws:PrincipalTag/a": 'b"c\\d' } } }),
  JSON.stringify({ Effect: "Allow", Action: ["ec2:Describe*"] }, null, 2),
  "a,b=c;d|e>f<g&h",
  "[1, 2]",
  "@file",
  "‘curly’ ‚quotes‛ “too”",
  "right\u202eleft\u2028line\u00adsoft",
  "ends with a backslash\\",
  "~",
  "  blanks around  ",
  "True",
  "*/ // # -- <!--",
];

/** Nasty texts that look like places to fill in. */
export const PLACEHOLDERS = ["${HOME} or ${other:-x}", "%{if} $${a} $$${b} %%{c} {{d}}", "<your ARN>", "%PATH%"];

/** The kinds of generated inputs. There are so many nasty ones that each member has had several of the texts. */
export const KINDS = ["minimal", "maximal", "nasty 0", "nasty 1", "nasty 2", "nasty 3"];

/**
 * @param {{ omit?: string[], texts?: string[] }} options members that the other side does not know, and the nasty texts
 * @returns {{ name: string, kind: string, call: import("../../www/parts/copy/call.js").Call }[]}
 */
export function generated({ omit = [], texts = [...NASTY, ...PLACEHOLDERS] } = {}) {
  return operations.flatMap((operation, place) =>
    KINDS.map((kind, variant) => {
      const name = `${operation.service}:${operation.name}`;
      const input = structure(operation.input, { kind, omit, texts, next: counter(place * 7 + variant * 5) });
      return { name: `${name}, ${kind}`, kind, call: { operation: name, account: "111122223333", region: "us-east-1", input } };
    }),
  );
}

function counter(start) {
  let number = start;
  return () => number++;
}

function structure(shape, state) {
  const taken = Object.entries(shape.members).filter(([name, { required }]) => !state.omit.includes(name) && (required || state.kind !== "minimal"));
  return Object.fromEntries(taken.map(([name, member]) => [name, value(name, member.shape, state)]));
}

function value(name, shape, state) {
  switch (shape.type) {
    case "structure":
      return structure(shape, state);
    case "list":
      return Array.from({ length: length(state) }, () => value(name, shape.element, state));
    case "integer":
      return state.kind.startsWith("nasty") ? [0, -7, 2147483647][state.next() % 3] : state.next() + 1;
    case "boolean":
      return state.next() % 2 === 0;
    default:
      return shape.values ? shape.values[state.next() % shape.values.length] : text(name, state);
  }
}

/** A nasty list may also be empty. */
const length = ({ kind, next }) => (kind === "minimal" ? 1 : kind === "maximal" ? 2 : next() % 4);

function text(name, { kind, texts, next }) {
  const number = next();
  if (kind.startsWith("nasty")) return texts[number % texts.length];
  return /arn/i.test(name) ? `arn:aws:ram:us-east-1:111122223333:resource/${name}-${number}` : `${name} ${number}`;
}
