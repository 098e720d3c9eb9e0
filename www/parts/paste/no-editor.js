// Stands for `@codemirror/language` in the bundle: `codemirror-lang-hcl` brings its grammar in an editor's language, and the page has no
// editor. Without this file the part would be 70 KB larger after gzip.
import { NodeProp } from "@lezer/common";

/** The language: only its parser is used. */
export const LRLanguage = { define: ({ parser }) => ({ parser }) };
export const indentNodeProp = new NodeProp();
export const foldNodeProp = new NodeProp();
export const delimitedIndent = () => null;
export const foldInside = () => null;
export class LanguageSupport {}
