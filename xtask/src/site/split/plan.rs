//! What comes first and what later: everything is first that can be reached without passing a gate.

use std::collections::BTreeSet;
use std::ops::Range;

use super::linked::{Linked, Piece};
use super::wasm::Unfit;

/// Paths in the source. In each, `*` is any part of a path.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Gates<'a> {
    /// The functions that nobody calls before the later part is there.
    pub(in crate::site) later: &'a [&'a str],
    /// What must not be reached but through them: if it is, a way around a gate was written.
    pub(in crate::site) behind: &'a [&'a str],
}

/// The two parts, in terms that outlast the optimizer: names of functions, places in the table, addresses.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// The functions of the later part.
    pub(super) later: BTreeSet<String>,
    /// Those of them that the first part may call.
    pub(super) gates: BTreeSet<String>,
    /// The places of the table that the first part needs from the start.
    pub(super) table: BTreeSet<u32>,
    /// The data of the later part.
    pub(super) data: Vec<Range<u32>>,
}

impl Plan {
    /// Decides.
    pub(super) fn new(linked: &Linked, gates: Gates<'_>) -> Result<Self, Unfit> {
        let mut plan = Self::default();
        let mut closed = BTreeSet::new();
        for pattern in gates.later {
            let found = named(linked, pattern)?;
            plan.gates.extend(found.iter().filter_map(|function| linked.names.get(function).cloned()));
            closed.extend(found.into_iter().map(Piece::Function));
        }
        let first = reached(linked, &closed);
        let is_first = |piece| first.contains(&piece);
        let names = |wanted: bool| linked.names.iter().filter(move |(function, _)| is_first(Piece::Function(**function)) == wanted);
        for pattern in gates.behind {
            if let Some(function) = named(linked, pattern)?.into_iter().find(|function| is_first(Piece::Function(*function))) {
                let way = way_to(linked, &first, Piece::Function(function));
                return Err(Unfit::new(format!("`{pattern}` is reached without passing a gate: {way}")));
            }
        }
        plan.later = names(false).map(|(_, name)| name.clone()).collect();
        for (_, name) in names(true) {
            plan.later.remove(name);
        }
        plan.table = linked.table.iter().filter(|(_, function)| is_first(Piece::Function(**function))).map(|(place, _)| *place).collect();
        let data = linked.data.iter().enumerate();
        plan.data = data.filter(|(index, _)| !is_first(Piece::Data(*index))).map(|(_, range)| range.clone()).collect();
        Ok(plan)
    }
}

/// The functions that a pattern means; a pattern that means none is out of date.
fn named(linked: &Linked, pattern: &str) -> Result<Vec<u32>, Unfit> {
    let found: Vec<u32> = linked.names.keys().copied().filter(|function| fits(pattern, &linked.path(*function))).collect();
    let none = || Unfit::new(format!("it has no function `{pattern}`; was it renamed, or is it not `#[inline(never)]`?"));
    if found.is_empty() { Err(none()) } else { Ok(found) }
}

/// Everything that the roots lead to, not going through what is closed.
fn reached(linked: &Linked, closed: &BTreeSet<Piece>) -> BTreeSet<Piece> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<Piece> = linked.roots.clone();
    while let Some(piece) = open.pop() {
        if !closed.contains(&piece) && reached.insert(piece) {
            open.extend(linked.uses(piece));
        }
    }
    reached
}

/// A way to a function, from whom to whom, for the person who has to find it; the last ten steps.
fn way_to(linked: &Linked, first: &BTreeSet<Piece>, end: Piece) -> String {
    let mut way = vec![end];
    while let Some(last) = way.last().copied().filter(|_| way.len() < 10) {
        let user = first.iter().find(|piece| !way.contains(piece) && linked.uses(**piece).contains(&last));
        let Some(user) = user else { break };
        way.push(*user);
    }
    let name = |piece: &Piece| match piece {
        Piece::Function(function) => linked.path(*function),
        Piece::Data(_) => "a table".to_owned(),
    };
    way.iter().rev().map(name).collect::<Vec<_>>().join(" > ")
}

/// Whether a path is the pattern's.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, end)) => path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end),
    }
}
