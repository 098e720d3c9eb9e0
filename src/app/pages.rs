//! Pagination of long lists.

use std::collections::BTreeMap;

/// How many rows a page has.
pub const PAGE: usize = 100;

/// Which page of each list is looked at, by the list's caption: how many rows come before it. A list that is not named shows
/// its first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages(BTreeMap<&'static str, usize>);

/// How the rows of a list are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By their age. The first page has the newest rows; on a page, the newest row is the last one.
    Age,
    /// As they are given.
    Given,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page<T> {
    /// The list's caption.
    pub caption: &'static str,
    /// The rows, in the order in which they are shown.
    pub rows: Vec<T>,
    /// How many rows come before this page.
    pub skipped: usize,
    /// Whether rows come after this page.
    pub has_more: bool,
    /// How the rows are ordered.
    pub order: Order,
}

impl Pages {
    /// Goes to the page of a list before which so many rows come.
    pub(super) fn turn(&mut self, caption: &'static str, skipped: usize) {
        self.0.insert(caption, skipped);
    }

    /// The page of a list whose rows are given with the newest one first.
    pub fn newest<T, I: Iterator<Item = T>>(&self, caption: &'static str, rows: impl Fn() -> I) -> Page<T> {
        let mut page = self.given(caption, rows);
        page.rows.reverse();
        Page { order: Order::Age, ..page }
    }

    /// The page of a list. Rows after it are not asked for; a page that would be empty gives way to the first one.
    pub fn given<T, I: Iterator<Item = T>>(&self, caption: &'static str, rows: impl Fn() -> I) -> Page<T> {
        let mut skipped = self.0.get(caption).copied().unwrap_or_default();
        let mut found: Vec<T> = rows().skip(skipped).take(PAGE + 1).collect();
        if found.is_empty() && skipped > 0 {
            skipped = 0;
            found = rows().take(PAGE + 1).collect();
        }
        let has_more = found.len() > PAGE;
        found.truncate(PAGE);
        Page { caption, rows: found, skipped, has_more, order: Order::Given }
    }
}

impl<T> Page<T> {
    /// The same page of what becomes of each row.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        let Self { caption, rows, skipped, has_more, order } = self;
        Page { caption, rows: rows.into_iter().map(change).collect(), skipped, has_more, order }
    }

    /// The same page when several rows, or none, become of each row.
    pub fn flat_map<U, I: IntoIterator<Item = U>>(self, change: impl FnMut(T) -> I) -> Page<U> {
        let Self { caption, rows, skipped, has_more, order } = self;
        Page { caption, rows: rows.into_iter().flat_map(change).collect(), skipped, has_more, order }
    }

    /// Which rows these are, if they are not all.
    pub fn sentence(&self) -> Option<String> {
        let (first, last) = (self.skipped + 1, self.skipped + self.rows.len());
        match (self.order, self.skipped, self.has_more) {
            (_, 0, false) => None,
            (Order::Age, 0, true) => Some(format!("These are the {last} newest rows.")),
            (Order::Age, _, _) => Some(format!("These are rows {first} to {last}, counted from the newest.")),
            (Order::Given, _, _) => Some(format!("These are rows {first} to {last}.")),
        }
    }

    /// The other pages that can be gone to: what the button says, and how many rows come before that page.
    pub fn others(&self) -> Vec<(&'static str, usize)> {
        let (back, on) = match self.order {
            Order::Age => ("Newer rows", "Older rows"),
            Order::Given => ("Previous rows", "Next rows"),
        };
        let back = (self.skipped > 0).then(|| (back, self.skipped.saturating_sub(PAGE)));
        let on = self.has_more.then_some((on, self.skipped + PAGE));
        back.into_iter().chain(on).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_newest_ends_with_the_newest() {
        let mut pages = Pages::default();
        let page = |pages: &Pages| pages.newest("Numbers", || (1..=250).rev());
        for (skipped, first, last, sentence, others) in [
            (0, 151, 250, "These are the 100 newest rows.", vec![("Older rows", 100)]),
            (100, 51, 150, "These are rows 101 to 200, counted from the newest.", vec![("Newer rows", 0), ("Older rows", 200)]),
            (200, 1, 50, "These are rows 201 to 250, counted from the newest.", vec![("Newer rows", 100)]),
            (300, 151, 250, "These are the 100 newest rows.", vec![("Older rows", 100)]),
        ] {
            pages.turn("Numbers", skipped);
            let page = page(&pages);
            assert_eq!((page.rows.first(), page.rows.last()), (Some(&first), Some(&last)), "{skipped}");
            assert_eq!((page.sentence().as_deref(), page.others()), (Some(sentence), others), "{skipped}");
        }
    }

    #[test]
    fn a_list_as_it_is_given_begins_at_its_beginning() {
        let mut pages = Pages::default();
        pages.turn("Numbers", 100);
        let page = pages.given("Numbers", || 1..=150);
        assert_eq!((page.rows.first(), page.rows.last()), (Some(&101), Some(&150)));
        assert_eq!((page.sentence().as_deref(), page.others()), (Some("These are rows 101 to 150."), vec![("Previous rows", 0)]));
    }

    #[test]
    fn a_short_list_has_no_pages() {
        let page = Pages::default().newest("Numbers", || (1..=100).rev());
        assert_eq!((page.rows.len(), page.sentence(), page.others()), (100, None, vec![]));
        assert_eq!(Pages::default().given("Numbers", || 0..0).rows, [0; 0]);
    }
}
