export function readCloudFormationValue() {}
