//! Parses the finished `index.html`: its scripts, styles, references and security policy.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use std::ops::Range;

/// The scripts, styles and references of an HTML page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The ranges of inline scripts, with their tags.
    pub(super) inline_scripts: Vec<Range<usize>>,
    /// Other parts that a strict policy would block, described for a message.
    pub(super) inline_styles_and_handlers: Vec<String>,
    /// The files that the page loads immediately.
    pub(super) references: Vec<String>,
    /// The tag that preloads the program's wasm, and the address of the wasm.
    pub(super) preloaded_wasm: Option<(Range<usize>, String)>,
    /// The `Content-Security-Policy` given in a `<meta>`.
    pub(super) policy: Option<Policy>,
}

/// The policy and whether it comes before everything it has to cover.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Policy {
    /// The directives.
    pub(super) text: String,
    /// Whether a script, a link or a style comes before it and so escapes it.
    pub(super) is_late: bool,
}

/// The type of the program's file.
pub(super) const WASM: &str = "application/wasm";

impl Page {
    /// Reads a page.
    pub(super) fn read(html: &str) -> Self {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        // Text in scripts and styles is not markup.
        emitter.naively_switch_states(true);
        let mut page = Self::default();
        let mut open: Option<Range<usize>> = None;
        let mut covered = false;
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    if name == "script" && is_code(&tag) && attribute(&tag, "src").is_none() {
                        open = Some(tag.span.start..tag.span.end);
                    }
                    page.note(&name, &tag, covered);
                    covered |= matches!(name.as_str(), "script" | "link" | "style");
                }
                Token::EndTag(tag) if text(&tag.name) == "script" => {
                    if let Some(mut script) = open.take() {
                        script.end = tag.span.end;
                        page.inline_scripts.push(script);
                    }
                }
                Token::String(_) | Token::EndTag(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        page
    }

    fn note(&mut self, name: &str, tag: &StartTag<usize>, late: bool) {
        if name == "style" {
            self.inline_styles_and_handlers.push("a `<style>` element".to_owned());
        }
        for key in tag.attributes.keys().map(|key| text(key)) {
            if key == "style" || key.starts_with("on") {
                self.inline_styles_and_handlers.push(format!("the attribute `{key}` of `<{name}>`"));
            }
        }
        if name == "meta" && attribute(tag, "http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("content-security-policy")) {
            self.policy = attribute(tag, "content").map(|text| Policy { text, is_late: late });
        }
        let relation = attribute(tag, "rel").unwrap_or_default();
        let is_wasm = name == "link" && attribute(tag, "type").is_some_and(|kind| kind == WASM);
        if is_wasm && relation == "preload" {
            self.preloaded_wasm = attribute(tag, "href").map(|address| (tag.span.start..tag.span.end, address));
        }
        let reference = match name {
            "link" if is_wasm || loads_now(&relation) => attribute(tag, "href"),
            "script" | "img" | "iframe" => attribute(tag, "src"),
            _ => None,
        };
        // A `data:` URL is part of the page.
        self.references.extend(reference.filter(|address| !address.starts_with("data:")));
    }
}

/// Whether a browser loads a link of this kind immediately, as `www/start.js` loads the wasm. It loads a manifest when the page is there.
fn loads_now(rel: &str) -> bool {
    const NOW: &[&str] = &["stylesheet", "preload", "modulepreload", "icon", "apple-touch-icon"];
    rel.split_whitespace().any(|word| NOW.contains(&word.to_ascii_lowercase().as_str()))
}

/// Whether a browser runs the script. JSON in a script element is data.
fn is_code(tag: &StartTag<usize>) -> bool {
    attribute(tag, "type").is_none_or(|kind| !kind.ends_with("json"))
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| text(&value.value))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_scripts_styles_references_and_the_policy() {
        let html = r#"<!doctype html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<link rel="icon" href="data:image/svg+xml,x"><link rel="stylesheet" href="./a.css"><link rel="prefetch" href="./later.js"><link rel="modulepreload" href="./b.js">
<!-- <script>not code</script> <style></style> -->
<script type="application/ld+json">{"a": "<script>"}</script>
<script type="module">import './b.js';</script>
<script src="./c.js"></script></head><body onload="x()"><p style="color: red">text</p><img src='./d.svg'></body>"#;
        let page = Page::read(html);
        assert_eq!(page.references, ["./a.css", "./b.js", "./c.js", "./d.svg"]);
        assert_eq!(page.inline_styles_and_handlers, ["the attribute `onload` of `<body>`", "the attribute `style` of `<p>`"]);
        assert_eq!(page.policy, Some(Policy { text: "default-src 'none'".to_owned(), is_late: false }));
        let [script] = page.inline_scripts.as_slice() else { panic!("{page:?}") };
        assert_eq!(&html[script.clone()], r#"<script type="module">import './b.js';</script>"#);
    }

    #[test]
    fn a_policy_after_a_script_is_late() {
        let page = Page::read(r#"<script src="a.js"></script><meta http-equiv="content-security-policy" content="x">"#);
        assert!(page.policy.is_some_and(|policy| policy.is_late));
    }
}
