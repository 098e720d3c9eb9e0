// How clients write the names of operations and members.

export { camel as lowerCamel, kebab, snake } from "../paste/names.js";

/** `resourceArns` as `ResourceArns`. */
export const upperCamel = (name) => name.charAt(0).toUpperCase() + name.slice(1);
