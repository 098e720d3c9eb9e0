// The blocks of Terraform's language with their arguments.
import { hclLanguage } from "codemirror-lang-hcl";

/**
 * @typedef {{ type: string, labels: string[], arguments: Map<string, object>, blocks: Block[], at: number, text: string }} Block
 *   The arguments are nodes of expressions.
 */

const START = /^[ \t]*(?:resource|data|provider|variable|locals|module|output|terraform|moved|import|check)(?:[ \t]+"?[\w-]{1,80}"?){0,2}[ \t]*\{/gm;

/** What is not structure: comments, here-documents, and texts in quotation marks. */
const NOT_STRUCTURE = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|<<-?(\w+)\n[\s\S]*?\n[ \t]*\1\b|"(?:[^"\\\n]|\\.)*"/g;

/** The longest block, and how much of a damaged one is read: the parser needs the square of the time for what it cannot read. */
const LONGEST = 30_000;
const LONGEST_DAMAGED = 2_000;
const MOST_DAMAGED = 20;

/**
 * The top-level blocks of a text. Each is read alone, so that damage in one does not reach the others.
 * @param {string} source
 * @returns {{ blocks: Block[], damaged: number[] }} `damaged`: the places of the blocks that are damaged
 */
export function blocksOf(source) {
  const starts = [...source.matchAll(START)].map(({ index }) => index);
  const damaged = [];
  const blocks = starts.flatMap((from, place) => {
    const to = Math.min(starts[place + 1] ?? source.length, from + LONGEST);
    const whole = isWhole(source.slice(from, to));
    if (!whole) damaged.push(from);
    if (damaged.length > MOST_DAMAGED && !whole) return [];
    return blocksIn(source, from, whole ? to : Math.min(to, from + LONGEST_DAMAGED));
  });
  return { blocks, damaged };
}

/** Whether every bracket is closed, and there is no character that Terraform does not have. */
function isWhole(text) {
  const structure = text.replace(NOT_STRUCTURE, "");
  if (/["'`;@$\\]/.test(structure)) return false;
  const open = [];
  for (const [bracket] of structure.matchAll(/[()[\]{}]/g)) {
    const opening = { ")": "(", "]": "[", "}": "{" }[bracket];
    if (!opening) open.push(bracket);
    else if (open.pop() !== opening) return false;
    if (open.length > 60) return false;
  }
  return open.length === 0;
}

function blocksIn(source, from, to) {
  // The empty range at the start makes the places those in the whole text.
  const body = hclLanguage.parser.parse(source, [], [{ from: 0, to: 0 }, { from, to }]).topNode.getChild("Body");
  return body ? body.getChildren("Block").map((node) => block(source, node, 0)) : [];
}

function block(source, node, depth) {
  const text = (part) => source.slice(part.from, part.to);
  const body = node.getChild("Body");
  const made = { type: text(node.getChild("BlockType") ?? node), labels: node.getChildren("BlockLabel").map((label) => text(label).replace(/^"|"$/g, "")), arguments: new Map(), blocks: [], at: node.from, text: text(node) };
  if (!body || depth > 10) return made;
  for (const attribute of body.getChildren("Attribute")) {
    const [name, value] = [attribute.getChild("Identifier"), attribute.getChild("Expression")];
    if (name && value) made.arguments.set(text(name), value);
  }
  made.blocks = body.getChildren("Block").map((inner) => block(source, inner, depth + 1));
  return made;
}

