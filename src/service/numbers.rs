//! Ascending numbers from the index: what answers all questions of one list, or all of another.

use std::collections::BTreeSet;

/// Keys, and the numbers they lead to.
pub(crate) type Entries = BTreeSet<(u64, usize)>;

/// The numbers that answer, each once, the lowest first. The next page of a list begins where the one before ended.
pub(crate) struct Numbers<'a> {
    entries: &'a Entries,
    sources: Vec<Source>,
}

/// What answers all of these questions.
struct Source {
    keys: Vec<u64>,
    /// The next number; `None` after the last.
    head: Option<usize>,
}

impl<'a> Numbers<'a> {
    pub(crate) fn new(entries: &'a Entries, lists: impl IntoIterator<Item = Vec<u64>>, after: Option<usize>) -> Self {
        let from = after.map_or(0, |after| after.saturating_add(1));
        let sources = lists.into_iter().map(|keys| Source { head: common(entries, &keys, from), keys }).collect();
        Self { entries, sources }
    }
}

impl Iterator for Numbers<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let lowest = self.sources.iter().filter_map(|source| source.head).min()?;
        for source in self.sources.iter_mut().filter(|source| source.head == Some(lowest)) {
            source.head = common(self.entries, &source.keys, lowest.saturating_add(1));
        }
        Some(lowest)
    }
}

/// The lowest number from `from` on that every key leads to.
fn common(entries: &Entries, keys: &[u64], from: usize) -> Option<usize> {
    let mut candidate = from;
    let mut agreeing = 0;
    for key in keys.iter().cycle() {
        let found = entries.range((*key, candidate)..=(*key, usize::MAX)).next().map(|(_, number)| *number)?;
        agreeing = if found == candidate { agreeing + 1 } else { 1 };
        candidate = found;
        if agreeing >= keys.len() {
            return Some(candidate);
        }
    }
    None
}
