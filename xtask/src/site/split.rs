//! The program in two parts: what the page needs to be seen and composed in, and what is used only when the services are.
//!
//! Nobody lists what belongs where. A few functions of the page are gates, which it does not call before the later part is
//! there. [`linked`] reads from the linker every reference in the program, [`plan`] finds what can be reached without
//! passing a gate, [`optimized`] finds that again in what the optimizer made of it, and [`parts`] writes two modules.
//!
//! So the first part never lacks anything, whatever is written later: code and data that a gate no longer hides move to the
//! first part by themselves, where the size budget notices.

mod linked;
mod optimized;
mod parts;
mod plan;
#[cfg(test)]
mod tests;
mod wasm;

use linked::Linked;
use plan::Plan;
use wasm::Unfit;

use crate::failure::{Failure, Outcome};

pub(super) use parts::Parts;
pub(super) use plan::Gates;
pub(super) use wasm::without_linking;

/// A program whose parts are known.
#[derive(Debug)]
pub(super) struct Split(Plan);

impl Split {
    /// Finds the parts of a program, given as it was linked.
    pub(super) fn of(linked: &[u8], gates: Gates<'_>) -> Outcome<Self> {
        Linked::read(linked).and_then(|linked| Plan::new(&linked, gates)).map(Self).map_err(|unfit| failure(&unfit))
    }

    /// The names of the gates, for an optimizer that has to leave them standing.
    pub(super) fn gates(&self) -> impl Iterator<Item = &str> {
        self.0.gates.iter().map(String::as_str)
    }

    /// Takes the program apart, given as the optimizer left it, with names.
    pub(super) fn carry_out(&self, optimized: &[u8]) -> Outcome<Parts> {
        parts::split(optimized, &self.0).map_err(|unfit| failure(&unfit))
    }
}

fn failure(unfit: &Unfit) -> Failure {
    Failure::new(format!("the program can't be split: {unfit}"))
}
