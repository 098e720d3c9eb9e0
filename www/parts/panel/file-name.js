// The names of the files that the panels download.

/** `activate-after-accept.md`: the title in the file's name. */
export function fileName(title, format) {
  const words = (title || "session").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "session";
  const endings = { transcript: "md", report: "md", json: "json", python: "py", boto3: "py", javascript: "mjs", java: "java", go: "go", rust: "rs", dotnet: "cs", terraform: "tf", cloudtrail: "json", http: "txt", "cli-powershell": "ps1" };
  return `${words}.${format.startsWith("printed-") ? "txt" : (endings[format] ?? "sh")}`;
}
