// How clients write the names of operations and members.

/** `ProductSKU` as `product-sku`, as the AWS CLI does. */
export const kebab = (name) => words(name).join("-");

/** `ProductSKU` as `product_sku`, as boto3, Rust and Terraform do. */
export const snake = (name) => words(name).join("_");

/** `ProductSKU` as `productSKU`. */
export const lowerCamel = (name) => name.charAt(0).toLowerCase() + name.slice(1);

/** `resourceArns` as `ResourceArns`. */
export const upperCamel = (name) => name.charAt(0).toUpperCase() + name.slice(1);

/** @returns {string[]} the words of a name, in lower case */
function words(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(" ");
}
