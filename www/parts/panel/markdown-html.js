// Markdown of sessions as HTML. A session from a link is foreign input: HTML stays text, and a link leads to http or https only.
import MarkdownIt from "markdown-it";

const reader = new MarkdownIt({ html: false, linkify: false }).disable("image");
reader.validateLink = (address) => /^https?:\/\//i.test(address);
const openLink = reader.renderer.rules.link_open ?? ((tokens, place, options, _, self) => self.renderToken(tokens, place, options));
reader.renderer.rules.link_open = (tokens, place, ...others) => {
  tokens[place].attrSet("rel", "noopener noreferrer");
  tokens[place].attrSet("target", "_blank");
  return openLink(tokens, place, ...others);
};

/** The text as HTML. */
export const html = (text) => reader.render(text);
