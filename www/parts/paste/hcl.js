// The blocks of Terraform's language with their arguments.
import { hclLanguage } from "codemirror-lang-hcl";

/**
 * @typedef {{ type: string, labels: string[], arguments: Map<string, object>, blocks: Block[], at: number, text: string }} Block
 *   The arguments are nodes of expressions.
 */

const START = /^(?:resource|data|provider|variable|locals|module|output|terraform)\b/gm;

/**
 * The top-level blocks of a text. If it is damaged, each block is read alone.
 * @param {string} source
 * @returns {{ blocks: Block[], damaged: number | null }} `damaged`: the place of the first damage
 */
export function blocksOf(source) {
  const tree = hclLanguage.parser.parse(source);
  const damaged = damageOf(tree);
  if (damaged === null) return { blocks: blocksIn(source, tree), damaged };
  const starts = [...source.matchAll(START)].map(({ index }) => index);
  // The empty range at the start makes the places those in the whole text.
  const alone = (from, to) => hclLanguage.parser.parse(source, [], [{ from: 0, to: 0 }, { from, to }]);
  const blocks = starts.flatMap((from, place) => blocksIn(source, alone(from, starts[place + 1] ?? source.length)));
  return { blocks: blocks.length ? blocks : blocksIn(source, tree), damaged };
}

function blocksIn(source, tree) {
  const body = tree.topNode.getChild("Body");
  return body ? body.getChildren("Block").map((node) => block(source, node, 0)) : [];
}

function damageOf(tree) {
  let place = null;
  tree.iterate({ enter: ({ type, from }) => {
    if (type.isError) place ??= from;
    return place === null;
  } });
  return place;
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

