//! The index of what is stored: questions as keys, and the ascending numbers of what answers them.
//!
//! What asking costs hardly depends on how much is stored, and the answers come in the order of age. Two questions may have one
//! key: who asks compares what is found.

use super::value::Timestamp;
use super::world::Ids;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A question as a key. Its upper half is about whom or what is asked, so that all that is asked of one account, principal or
/// resource stands together, and what changes together is found together.
pub(crate) fn key(question: u64, whose: u64, what: u64) -> u64 {
    let mixed = |bits| Ids::new(bits).bits();
    let whose = mixed(whose);
    (whose & !u64::from(u32::MAX)) | (mixed(mixed(whose ^ question) ^ what) >> 32)
}

/// A text as a part of a question, eight bytes at a time, after rustc's own hash.
pub(crate) fn digest(text: &str) -> u64 {
    text.as_bytes().chunks(8).fold(text.len() as u64, |digest, chunk| {
        let word = chunk.iter().rev().fold(0, |word, byte| (word << 8) | u64::from(*byte));
        both(digest, word)
    })
}

/// Two parts of a question as one.
pub(crate) fn both(first: u64, second: u64) -> u64 {
    (first.rotate_left(5) ^ second).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// A moment as a key: the order of keys is the order of moments.
pub(crate) fn moment(moment: Timestamp) -> u64 {
    moment.milliseconds().cast_unsigned() ^ (1 << 63)
}

/// How many numbers stand in one word.
const WIDTH: usize = u64::BITS as usize;

/// Keys, and the numbers they lead to, 64 of a key in a word: what many things answer stays small, and near.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Entries {
    words: BTreeMap<(u64, usize), u64>,
}

impl Entries {
    /// Lets a key lead to a number.
    pub(crate) fn insert(&mut self, key: u64, number: usize) {
        *self.words.entry((key, number / WIDTH)).or_default() |= 1 << (number % WIDTH);
    }

    /// Lets a key lead to a number no longer.
    pub(crate) fn remove(&mut self, key: u64, number: usize) {
        if let Entry::Occupied(mut found) = self.words.entry((key, number / WIDTH)) {
            *found.get_mut() &= !(1 << (number % WIDTH));
            if *found.get() == 0 {
                found.remove();
            }
        }
    }

    /// Lets a number be found by these keys in the place of those.
    pub(crate) fn replace(&mut self, number: usize, before: &[u64], after: &[u64]) {
        for key in before.iter().filter(|key| !after.contains(key)) {
            self.remove(*key, number);
        }
        for key in after.iter().filter(|key| !before.contains(key)) {
            self.insert(*key, number);
        }
    }

    /// The numbers above `after` that a key leads to, the lowest first.
    pub(crate) fn answers(&self, key: u64, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        let from = following(after);
        let words = self.words.range((key, from / WIDTH)..=(key, usize::MAX));
        words.flat_map(|((_, place), word)| numbers_in(*place, *word)).skip_while(move |number| *number < from)
    }

    /// The numbers a key leads to, the highest first.
    pub(crate) fn newest(&self, key: u64) -> impl Iterator<Item = usize> + use<'_> {
        let words = self.words.range((key, 0)..=(key, usize::MAX)).rev();
        words.flat_map(|((_, place), word)| (0..WIDTH).rev().filter(move |bit| word >> bit & 1 == 1).map(move |bit| place * WIDTH + bit))
    }

    /// The numbers that the keys up to this one lead to, in the order of the keys.
    pub(crate) fn until(&self, key: u64) -> Vec<usize> {
        self.words.range(..=(key, usize::MAX)).flat_map(|((_, place), word)| numbers_in(*place, *word)).collect()
    }

    /// The first word of a key from a place on, and its place.
    fn word(&self, key: u64, from: usize) -> Option<(usize, u64)> {
        self.words.range((key, from)..=(key, usize::MAX)).next().map(|((_, place), word)| (*place, *word))
    }
}

/// A question to entries, by its key.
pub(crate) type Asked<'a> = (&'a Entries, u64);

/// The lowest number from `from` on that answers every question; 64 are judged at once.
fn common(asked: &[Asked<'_>], from: usize) -> Option<usize> {
    let mut place = from / WIDTH;
    let mut common = u64::MAX << (from % WIDTH);
    while !asked.is_empty() {
        let begun = place;
        for (turn, (entries, key)) in asked.iter().enumerate() {
            let (found, word) = entries.word(*key, place)?;
            common = match found == place {
                true => common & word,
                // What the first question has further on is judged there at once.
                false if turn == 0 => word,
                false => 0,
            };
            place = found;
        }
        if let Some(number) = numbers_in(place, common).next() {
            return Some(number);
        }
        place += usize::from(place == begun);
        common = u64::MAX;
    }
    None
}

/// The numbers in a word, the lowest first.
fn numbers_in(place: usize, word: u64) -> impl Iterator<Item = usize> {
    let rest = std::iter::successors(Some(word), |rest| Some(rest & rest.wrapping_sub(1)));
    rest.take_while(|rest| *rest != 0).map(move |rest| place * WIDTH + rest.trailing_zeros() as usize)
}

fn following(after: Option<usize>) -> usize {
    after.map_or(0, |after| after.saturating_add(1))
}

/// The numbers that answer all questions of one list, or all of another, each once, the lowest first. The next page of a list
/// begins where the one before ended.
pub(crate) struct Numbers<'a> {
    sources: Vec<Source<'a>>,
}

/// What answers all of these questions.
struct Source<'a> {
    asked: Vec<Asked<'a>>,
    /// The next number; `None` after the last.
    head: Option<usize>,
}

impl<'a> Numbers<'a> {
    pub(crate) fn new(lists: impl IntoIterator<Item = Vec<Asked<'a>>>, after: Option<usize>) -> Self {
        let from = following(after);
        Self { sources: lists.into_iter().map(|asked| Source { head: common(&asked, from), asked }).collect() }
    }
}

impl Iterator for Numbers<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let lowest = self.sources.iter().filter_map(|source| source.head).min()?;
        for source in self.sources.iter_mut().filter(|source| source.head == Some(lowest)) {
            source.head = common(&source.asked, lowest.saturating_add(1));
        }
        Some(lowest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(numbers: &[usize]) -> Entries {
        let mut entries = Entries::default();
        for number in numbers {
            entries.insert(7, *number);
        }
        entries
    }

    fn asking<'a>(entries: &'a Entries, lists: &[&[u64]], after: Option<usize>) -> Numbers<'a> {
        Numbers::new(lists.iter().map(|list| list.iter().map(|key| (entries, *key)).collect()), after)
    }

    #[test]
    fn answers_come_in_the_order_of_age_from_wherever_one_asks() {
        let numbers = [0, 1, 62, 63, 64, 65, 127, 128, 1_000];
        let mut entries = entries(&[1_000, 128, 65, 64, 0, 127, 63, 62, 1, 1]);
        entries.insert(6, 2);
        entries.insert(8, 2);
        for after in [None, Some(0), Some(2), Some(62), Some(63), Some(64), Some(127), Some(999), Some(1_000), Some(usize::MAX)] {
            let expected: Vec<_> = numbers.into_iter().filter(|number| after.is_none_or(|after| *number > after)).collect();
            assert_eq!(entries.answers(7, after).collect::<Vec<_>>(), expected, "{after:?}");
            assert_eq!(asking(&entries, &[&[7]], after).collect::<Vec<_>>(), expected, "{after:?}");
        }
        assert!(entries.newest(7).eq(numbers.into_iter().rev()));
        assert_eq!(entries.until(7), [vec![2], numbers.to_vec()].concat());
    }

    #[test]
    fn what_is_taken_out_leaves_nothing() {
        let mut entries = entries(&[3, 64]);
        entries.remove(7, 4);
        entries.remove(8, 3);
        entries.replace(3, &[7, 9], &[8, 9]);
        assert!(entries.answers(7, None).eq([64]));
        assert!(entries.answers(8, None).eq([3]));
        entries.remove(7, 64);
        entries.remove(8, 3);
        assert_eq!(entries, Entries::default());
    }

    #[test]
    fn lists_of_questions_are_met_together_and_their_answers_come_once() {
        let mut entries = entries(&[1, 5, 70, 71, 200]);
        for number in [5, 6, 71, 200] {
            entries.insert(8, number);
        }
        entries.insert(9, 70);
        assert!(asking(&entries, &[&[7, 8]], None).eq([5, 71, 200]));
        assert!(asking(&entries, &[&[7, 8], &[9], &[8]], Some(5)).eq([6, 70, 71, 200]));
        assert_eq!(asking(&entries, &[&[7, 10], &[]], None).next(), None);
    }

    #[test]
    fn moments_keep_their_order() {
        let at = |milliseconds| moment(Timestamp::from_milliseconds(milliseconds));
        assert!(at(0) < at(1) && at(1) < at(1_000_000));
    }
}
