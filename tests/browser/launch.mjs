// How Chromium is started: the one that `cargo xtask` found, without a sandbox, since it may be root, and asking nobody anything.
export const launchOptions = {
  executablePath: process.env.GRANT_PLAYGROUND_CHROME ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
