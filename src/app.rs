//! What the page does, without a page.
