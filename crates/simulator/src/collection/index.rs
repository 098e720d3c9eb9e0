//! A secondary index: which records have something in common.

use super::{MapKey, Set};
use std::marker::PhantomData;

/// The numbers of records by a key. A key is a value with a type of its own, so that no two things are mistaken for each other.
///
/// `S` is what the keys are stored as. Indexes of several kinds of keys that are stored as one type share their code.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Index<K, S: MapKey = K> {
    entries: Set<(S, usize)>,
    keys: PhantomData<K>,
}

impl<K, S: MapKey> Default for Index<K, S> {
    fn default() -> Self {
        Self { entries: Set::new(), keys: PhantomData }
    }
}

impl<K: Clone + PartialEq + Into<S>, S: MapKey> Index<K, S> {
    /// Adds a number to a key.
    pub(crate) fn insert(&mut self, key: K, number: usize) {
        self.entries.insert((key.into(), number));
    }

    /// Removes a number from a key.
    pub(crate) fn remove(&mut self, key: K, number: usize) {
        self.entries.remove(&(key.into(), number));
    }

    /// Lists a number under the keys `after` instead of the keys `before`.
    pub(crate) fn replace(&mut self, number: usize, before: &[K], after: &[K]) {
        for key in before.iter().filter(|key| !after.contains(key)) {
            self.remove(key.clone(), number);
        }
        for key in after.iter().filter(|key| !before.contains(key)) {
            self.insert(key.clone(), number);
        }
    }

    /// The numbers of a key that are greater than `after`, the lowest first.
    pub(crate) fn numbers(&self, key: &K, after: Option<usize>) -> impl DoubleEndedIterator<Item = usize> + use<'_, K, S> {
        self.numbers_from(key.clone().into(), following(after))
    }

    /// The lowest key, and its lowest number.
    pub(crate) fn first(&self) -> Option<(&S, usize)> {
        self.entries.get_min().map(|(key, number)| (key, *number))
    }

    /// The numbers of all keys up to and including this one, in the order of the keys.
    pub(crate) fn up_to(&self, key: &K) -> Vec<usize> {
        self.entries.range(..=(key.clone().into(), usize::MAX)).map(|(_, number)| *number).collect()
    }
}

impl<K, S: MapKey> Index<K, S> {
    fn numbers_from(&self, key: S, from: usize) -> impl DoubleEndedIterator<Item = usize> + use<'_, K, S> {
        self.entries.range((key.clone(), from)..=(key, usize::MAX)).map(|(_, number)| *number)
    }
}

/// The records that match: the numbers that stand under every key of one group, or of another, each once, the lowest first. The next
/// page of a list begins where the previous one ended.
pub(crate) struct Matches<'a, S: MapKey> {
    groups: Vec<Group<'a, S>>,
}

/// Keys that a record must all have.
struct Group<'a, S: MapKey> {
    keys: Vec<(&'a Set<(S, usize)>, S)>,
    /// The next number; `None` after the last.
    head: Option<usize>,
}

impl<'a, S: MapKey> Matches<'a, S> {
    /// The numbers greater than `after` that match one of these groups of keys. A group without keys matches nothing.
    pub(crate) fn new<K: Into<S> + 'a>(groups: impl IntoIterator<Item = Vec<(&'a Index<K, S>, K)>>, after: Option<usize>) -> Self {
        let from = following(after);
        let group = |keys: Vec<(&'a Index<K, S>, K)>| {
            let keys: Vec<_> = keys.into_iter().map(|(index, key)| (&index.entries, key.into())).collect();
            Group { head: common(&keys, from), keys }
        };
        Self { groups: groups.into_iter().map(group).collect() }
    }
}

impl<S: MapKey> Iterator for Matches<'_, S> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let lowest = self.groups.iter().filter_map(|group| group.head).min()?;
        for group in self.groups.iter_mut().filter(|group| group.head == Some(lowest)) {
            group.head = common(&group.keys, lowest.saturating_add(1));
        }
        Some(lowest)
    }
}

/// The lowest number from `from` on that stands under every key. Each key in turn moves on to the number the others have reached.
fn common<S: MapKey>(keys: &[(&Set<(S, usize)>, S)], from: usize) -> Option<usize> {
    let mut reached = from;
    let mut agreeing = 0;
    for (entries, key) in keys.iter().cycle() {
        let (_, next) = entries.range((key.clone(), reached)..=(key.clone(), usize::MAX)).next()?;
        agreeing = if *next == reached { agreeing + 1 } else { 1 };
        reached = *next;
        if agreeing == keys.len() {
            return Some(reached);
        }
    }
    None
}

fn following(after: Option<usize>) -> usize {
    after.map_or(0, |after| after.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn index(entries: &[(char, &[usize])]) -> Index<char> {
        let mut index = Index::default();
        for (key, numbers) in entries {
            for number in *numbers {
                index.insert(*key, *number);
            }
        }
        index
    }

    fn matches(index: &Index<char>, groups: &[&str], after: Option<usize>) -> Vec<usize> {
        Matches::new(groups.iter().map(|keys| keys.chars().map(|key| (index, key)).collect()), after).collect()
    }

    #[test]
    fn numbers_come_in_order_and_begin_after_any_of_them() {
        let index = index(&[('b', &[1_000, 5, 0, 64, 5]), ('a', &[2]), ('c', &[2])]);
        for (after, expected) in [(None, &[0, 5, 64, 1_000][..]), (Some(0), &[5, 64, 1_000]), (Some(64), &[1_000]), (Some(usize::MAX), &[])]
        {
            assert_eq!(index.numbers(&'b', after).collect::<Vec<_>>(), expected, "{after:?}");
            assert_eq!(matches(&index, &["b"], after), expected, "{after:?}");
        }
        assert!(index.numbers(&'b', None).rev().eq([1_000, 64, 5, 0]));
        assert_eq!(index.first(), Some((&'a', 2)));
        assert_eq!(index.up_to(&'b'), [2, 0, 5, 64, 1_000]);
    }

    #[test]
    fn what_is_removed_leaves_nothing() {
        let mut index = index(&[('a', &[3, 64])]);
        index.remove('a', 4);
        index.remove('b', 3);
        index.replace(3, &['a', 'c'], &['b', 'c']);
        assert!(index.numbers(&'a', None).eq([64]));
        assert!(index.numbers(&'b', None).eq([3]));
        index.remove('a', 64);
        index.remove('b', 3);
        assert_eq!(index, Index::default());
    }

    #[test]
    fn a_group_needs_all_its_keys_and_one_group_is_enough() {
        let index = index(&[('a', &[1, 5, 70, 71, 200]), ('b', &[5, 6, 71, 200]), ('c', &[70])]);
        for (groups, after, expected) in [
            (&["ab"][..], None, &[5, 71, 200][..]),
            (&["ab", "c", "b"], Some(5), &[6, 70, 71, 200]),
            (&["ad", ""], None, &[]),
            (&["abc"], None, &[]),
        ] {
            assert_eq!(matches(&index, groups, after), expected, "{groups:?}");
        }
    }

    #[test]
    fn matches_are_what_comparing_every_record_finds() {
        let index = index(&[('a', &[0, 2, 4, 6, 8, 10, 12]), ('b', &[0, 3, 6, 9, 12]), ('c', &[1, 2, 3, 6, 7, 12])]);
        let has = |key: char, number: usize| index.numbers(&key, None).any(|found| found == number);
        for groups in [&["abc"][..], &["ab", "bc"], &["ac", "b"], &["a", "b", "c"]] {
            let expected: BTreeSet<usize> =
                (0..13).filter(|number| groups.iter().any(|group| group.chars().all(|key| has(key, *number)))).collect();
            assert_eq!(matches(&index, groups, None), expected.into_iter().collect::<Vec<_>>(), "{groups:?}");
        }
    }
}
