//! The browser entry.

#[cfg(target_arch = "wasm32")]
fn main() {
    grant_playground::web::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is the page; `cargo xtask serve` builds it for the browser and serves it");
}
