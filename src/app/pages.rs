//! Pagination of long lists.

/// The maximum number of rows on a page.
pub const PAGE: usize = 50;
/// The number of choices that a list to choose from can have. More are typed, with suggestions.
pub const CHOICES: usize = 100;

/// The current page of each list, by the list's caption: the number of rows before the page. A list without an entry shows its
/// first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages(Vec<(&'static str, usize)>);

/// How the rows of a list are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By age. The first page has the newest rows, and the last row of each page is its newest.
    Age,
    /// In the given order.
    Given,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page<T> {
    /// The list's caption.
    pub caption: &'static str,
    /// The rows, in the order in which they are shown.
    pub rows: Vec<T>,
    /// The number of rows before this page.
    pub skipped: usize,
    /// Whether there are rows after this page.
    pub has_more: bool,
    /// How the rows are ordered.
    pub order: Order,
}

impl Pages {
    /// Goes to the page of a list that starts after this number of rows.
    pub(super) fn turn(&mut self, caption: &'static str, skipped: usize) {
        self.0.retain(|(other, _)| *other != caption);
        self.0.push((caption, skipped));
    }

    /// The current page of a list whose rows are given with the newest first.
    pub fn newest<T, I: Iterator<Item = T>>(&self, caption: &'static str, rows: impl Fn() -> I) -> Page<T> {
        let mut page = self.given(caption, rows);
        page.rows.reverse();
        Page { order: Order::Age, ..page }
    }

    /// The current page of a list, or the first page if the current one would be empty. Only one row after the page is read.
    pub fn given<T, I: Iterator<Item = T>>(&self, caption: &'static str, rows: impl Fn() -> I) -> Page<T> {
        let page = self.0.iter().find(|(other, _)| *other == caption);
        let skipped = page.map_or(0, |(_, skipped)| *skipped);
        let page = page_after(caption, skipped, &mut rows());
        if page.rows.is_empty() && skipped > 0 { page_after(caption, 0, &mut rows()) } else { page }
    }
}

/// The page after so many rows. Every list has its own kind of iterator, so this takes a pointer to one: the program contains the
/// function once for each type of row.
fn page_after<T>(caption: &'static str, skipped: usize, rows: &mut dyn Iterator<Item = T>) -> Page<T> {
    let mut found: Vec<T> = rows.skip(skipped).take(PAGE + 1).collect();
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    Page { caption, rows: found, skipped, has_more, order: Order::Given }
}

impl<T> Page<T> {
    /// The same page with each row converted.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        let Self { caption, rows, skipped, has_more, order } = self;
        Page { caption, rows: rows.into_iter().map(change).collect(), skipped, has_more, order }
    }

    /// The same page with each row converted to any number of rows.
    pub fn flat_map<U, I: IntoIterator<Item = U>>(self, change: impl FnMut(T) -> I) -> Page<U> {
        let Self { caption, rows, skipped, has_more, order } = self;
        Page { caption, rows: rows.into_iter().flat_map(change).collect(), skipped, has_more, order }
    }

    /// Says which rows these are, if they are not all rows.
    pub fn sentence(&self) -> Option<String> {
        let (first, last) = (self.skipped + 1, self.skipped + self.rows.len());
        match (self.order, self.skipped, self.has_more) {
            (_, 0, false) => None,
            (Order::Age, 0, true) => Some(format!("These are the {last} newest rows.")),
            (Order::Age, _, _) => Some(format!("These are rows {first} to {last}, counted from the newest.")),
            (Order::Given, _, _) => Some(format!("These are rows {first} to {last}.")),
        }
    }

    /// The pages before and after this one: the label of the button, and the number of rows before that page.
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
        let page = |pages: &Pages| pages.newest("Numbers", || (1..=125).rev());
        for (skipped, first, last, sentence, others) in [
            (0, 76, 125, "These are the 50 newest rows.", vec![("Older rows", 50)]),
            (50, 26, 75, "These are rows 51 to 100, counted from the newest.", vec![("Newer rows", 0), ("Older rows", 100)]),
            (100, 1, 25, "These are rows 101 to 125, counted from the newest.", vec![("Newer rows", 50)]),
            (150, 76, 125, "These are the 50 newest rows.", vec![("Older rows", 50)]),
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
        pages.turn("Numbers", 50);
        let page = pages.given("Numbers", || 1..=75);
        assert_eq!((page.rows.first(), page.rows.last()), (Some(&51), Some(&75)));
        assert_eq!((page.sentence().as_deref(), page.others()), (Some("These are rows 51 to 75."), vec![("Previous rows", 0)]));
    }

    #[test]
    fn a_short_list_has_no_pages() {
        let page = Pages::default().newest("Numbers", || (1..=50).rev());
        assert_eq!((page.rows.len(), page.sentence(), page.others()), (50, None, vec![]));
        assert_eq!(Pages::default().given("Numbers", || 0..0).rows, [0; 0]);
    }
}
