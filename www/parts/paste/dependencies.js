// The order in which resources are created: what another one refers to is created first.

/**
 * The resources in order of dependency; those that do not depend on each other keep their order.
 * @template Resource
 * @param {Resource[]} resources
 * @param {(resource: Resource) => string} nameOf
 * @param {(resource: Resource) => string[]} referencesOf the names in a resource, also those of others
 * @returns {Resource[]}
 */
export function inOrder(resources, nameOf, referencesOf) {
  const named = new Map(resources.map((resource) => [nameOf(resource), resource]));
  const done = new Set();
  const ordered = [];
  for (const first of resources) {
    const stack = [{ resource: first, left: null }];
    while (stack.length) {
      const top = stack.at(-1);
      if (top.left === null) {
        if (done.has(top.resource)) {
          stack.pop();
          continue;
        }
        done.add(top.resource);
        top.left = [...new Set(referencesOf(top.resource))].filter((name) => named.has(name));
      }
      const next = top.left.shift();
      if (next === undefined) ordered.push(stack.pop().resource);
      else if (!done.has(named.get(next))) stack.push({ resource: named.get(next), left: null });
    }
  }
  return ordered;
}
