//! The browser entry.

#[cfg(all(target_arch = "wasm32", feature = "page"))]
fn main() {
    grant_playground::web::start();
}

#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
fn main() {
    eprintln!("this is the page; `cargo xtask serve` builds it for the browser and serves it");
}
