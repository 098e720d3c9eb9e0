// What must be known before the first paint: the theme, and whether the page is in a frame of another page.
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const view = query.get("embed");
  let theme;
  if (view === null) {
    try {
      theme = localStorage.getItem("grant-playground/theme");
    } catch {
      // The browser blocks the storage, so the theme is that of the system.
    }
  } else {
    // The address says all. A page in a frame uses no storage.
    theme = query.get("theme");
    root.dataset.embed = /^(request|answer|why|world)$/.test(view) ? view : "all";
    root.toggleAttribute("data-live", query.has("live"));
    const styles = document.createElement("link");
    styles.rel = "stylesheet";
    styles.href = "embed.css";
    styles.onload = styles.onerror = () => (root.hidden = false);
    root.hidden = true;
    document.head.append(styles);
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
}
