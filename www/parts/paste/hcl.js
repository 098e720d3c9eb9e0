// The blocks of Terraform's language with their arguments.
import { hclLanguage } from "codemirror-lang-hcl";

/**
 * @typedef {{ type: string, labels: string[], arguments: Map<string, object>, blocks: Block[], at: number, text: string }} Block
 *   The arguments are nodes of expressions.
 */

/** The top-level blocks of a text. @param {string} source @returns {Block[]} */
export function blocksOf(source) {
  const body = hclLanguage.parser.parse(source).topNode.getChild("Body");
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

