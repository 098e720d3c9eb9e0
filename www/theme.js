// Before the first paint: the theme that was chosen on an earlier visit. Without storage, the system's.
try {
  const theme = localStorage.getItem("grant-playground/theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // The browser blocks the storage: there is nothing to restore.
}
