// Values that stand for others: what documentation writes for a value, and what was hidden before it was copied.
import { WHY } from "./paste.js";

const PLACEHOLDERS = [
  /<[A-Za-z][^<>"{}]{0,80}>/, // <grant ARN>
  /\{\{[^{}]{1,80}\}\}/, // {{ grant_arn }}
  /\$\{(?!aws:)[^{}]{1,80}\}/, // ${GRANT_ARN} where no variable is replaced
  /^\$[A-Za-z_]\w*$/,
  /^arn:[^\s]*(?:…|\.\.\.)/,
  /^(?:…|\.\.\.)$/,
  /^STRING_VALUE$/, // AWS SDK for JavaScript
  /^string$/, // boto3
  /^(?:YOUR|MY)_[A-Z0-9_]+$/,
  /^\[(?:your|the|insert)[ -][^\]]{1,80}\]$/i,
];
const HIDDEN = [/x{6,}/i, /\*{3,}/, /^HIDDEN_/, /\bREDACTED\b/i, /sensitiveDataRemoved/i, /^\(sensitive( value)?\)$/, /[█▇■●•]{3,}/];
const CMD_VARIABLE = /%[A-Za-z_]\w*%/;

/** Why this text is not a value, or null if it is one. @param {string} text */
export function placeholder(text) {
  if (text.length > 2_000) return null;
  if (PLACEHOLDERS.some((pattern) => pattern.test(text))) return WHY.placeholder;
  if (CMD_VARIABLE.test(text)) return WHY.shellVariable;
  return HIDDEN.some((pattern) => pattern.test(text)) ? WHY.hidden : null;
}
