// Styles that come with a part, so that the page's own file does not carry them.

/** Adds the rules to the page, once. */
export function addStyle(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}
