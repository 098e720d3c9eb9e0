// Applies the theme of the last visit before the first paint. Without storage, the page uses the theme of the system.
try {
  const theme = localStorage.getItem("grant-playground/theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // The browser blocks the storage, so there is no saved theme.
}
