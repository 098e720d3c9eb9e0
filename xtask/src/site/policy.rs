//! Checks that the page has a strict Content-Security-Policy and does not violate it.

use crate::failure::{Failure, Outcome};
use crate::site::page::Page;

/// The sources that a directive must not allow.
const FORBIDDEN: &[&str] = &["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"];

/// Fails if the page has no strict policy, or if the policy blocks a part of the page.
pub(super) fn check(page: &Page) -> Outcome {
    let policy = page.policy.as_ref().ok_or_else(|| Failure::new("index.html has no `<meta http-equiv=\"Content-Security-Policy\">`"))?;
    if policy.is_late {
        return Err(Failure::new(
            "index.html has a script, link or style before its Content-Security-Policy, which does not apply to it: move the policy up",
        ));
    }
    if !policy.text.contains("default-src 'none'") {
        return Err(Failure::new("the Content-Security-Policy of index.html does not contain `default-src 'none'`"));
    }
    let mut sources = policy.text.split([' ', ';', '\t', '\n']);
    if let Some(source) = sources.find(|source| FORBIDDEN.contains(source)) {
        return Err(Failure::new(format!("the Content-Security-Policy of index.html allows `{source}`")));
    }
    if let Some(found) = page.inline_styles_and_handlers.first() {
        return Err(Failure::new(format!("index.html has {found}, which its Content-Security-Policy blocks: move it into a file")));
    }
    if page.inline_scripts.len() > 1 {
        return Err(Failure::new("index.html has an inline script, which its Content-Security-Policy blocks: move it into a file"));
    }
    if let Some(outside) = page.references.iter().find(|reference| reference.contains("//")) {
        return Err(Failure::new(format!("index.html loads `{outside}` from another site: add the file to the site")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'">"#;

    fn check_page(html: &str, expect: Result<(), &str>) {
        let found = check(&Page::read(html)).map_err(|failure| failure.to_string());
        assert_eq!(found.as_ref().map_err(String::as_str).copied(), expect, "{html}");
    }

    #[test]
    fn accepts_a_strict_page() {
        check_page(GOOD, Ok(()));
        check_page(&format!("{GOOD}<script type=module>the loader</script>"), Ok(()));
    }

    #[test]
    fn refuses_weak_policies_and_blocked_parts() {
        check_page("<p>", Err("index.html has no `<meta http-equiv=\"Content-Security-Policy\">`"));
        check_page(
            &GOOD.replace("'wasm-unsafe-eval'", "'unsafe-eval'"),
            Err("the Content-Security-Policy of index.html allows `'unsafe-eval'`"),
        );
        check_page(
            &format!("{GOOD}<style>p {{ color: red }}</style>"),
            Err("index.html has a `<style>` element, which its Content-Security-Policy blocks: move it into a file"),
        );
        check_page(
            &format!("{GOOD}<script>a</script><script>b</script>"),
            Err("index.html has an inline script, which its Content-Security-Policy blocks: move it into a file"),
        );
        check_page(
            &format!("{GOOD}<script src=https://example.org/a.js></script>"),
            Err("index.html loads `https://example.org/a.js` from another site: add the file to the site"),
        );
    }
}
