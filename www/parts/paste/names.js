// Names in the styles of the clients, and which real name an invented one resembles.

/** `ListReceivedGrants` as the AWS CLI writes it: `list-received-grants`. @param {string} name */
export const kebab = (name) => name.replace(/(.)([A-Z][a-z]+)/g, "$1-$2").replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
/** As Python writes it: `list_received_grants`. @param {string} name */
export const snake = (name) => kebab(name).replaceAll("-", "_");
/** As JavaScript and CloudTrail write it: `listReceivedGrants`. @param {string} name */
export const camel = (name) => name.slice(0, 1).toLowerCase() + name.slice(1);

/** The names that resemble this one, the most similar ones first, at most two. @param {string} name @param {Iterable<string>} names */
export function similar(name, names) {
  const asked = words(name);
  if (name.length > 80) return [];
  const rated = [...names].map((real) => ({ real, rate: rate(asked, words(real)) })).filter(({ rate }) => rate >= 0.4);
  rated.sort((one, other) => other.rate - one.rate);
  return rated.filter(({ rate }) => rate >= rated[0].rate - 0.1).slice(0, 2).map(({ real }) => real);
}

/** The share of the words that two names have in common. */
function rate(asked, real) {
  const common = asked.filter((word) => real.some((other) => alike(word, other))).length;
  return common / Math.max(1, asked.length + real.length - common);
}

const words = (name) => kebab(name.replace(/[^A-Za-z0-9]+/g, "-")).split("-").filter(Boolean);

/** Whether two words differ by no more than a plural or a slip of the hand. */
function alike(one, other) {
  if (one === other || `${one}s` === other || one === `${other}s`) return true;
  return one.length > 4 && other.length > 4 && distance(one, other) <= (Math.min(one.length, other.length) > 7 ? 2 : 1);
}

function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[other.length];
}
