//! The rows of a long list that are rendered: the visible ones, and some before and after them.

use std::ops::Range;

/// The number of rows that are rendered before and after the visible ones, so that the Tab key and the wheel always find the next row.
const AROUND: usize = 20;

/// The part of a list that is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowWindow {
    /// The first row in view.
    top: usize,
    /// How many rows are in view.
    size: usize,
}

impl Default for RowWindow {
    fn default() -> Self {
        Self { top: 0, size: AROUND }
    }
}

impl RowWindow {
    /// So many rows from this one on.
    pub fn new(top: usize, size: usize) -> Self {
        Self { top, size }
    }

    /// The rendered rows of a list of this length.
    pub fn rows(self, count: usize) -> Range<usize> {
        let top = self.top.min(count.saturating_sub(self.size));
        top.saturating_sub(AROUND)..(top + self.size + AROUND).min(count)
    }

    /// Whether the page still holds enough rows around those in view when the view has moved there.
    pub fn reaches(self, view: Self, count: usize) -> bool {
        let rows = self.rows(count);
        let (first, last) = (view.top.saturating_sub(AROUND / 2), (view.top + view.size + AROUND / 2).min(count));
        rows.start <= first && last <= rows.end
    }

    /// This window if the page holds that row, or else the one with the row in its middle.
    #[must_use]
    pub fn around(self, row: usize, count: usize) -> Self {
        if self.rows(count).contains(&row) { self } else { Self { top: row.saturating_sub(self.size / 2), ..self } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_in_view_are_held_with_some_around_them() {
        for (top, size, count, rows) in [
            (0, 10, 0, 0..0),
            (0, 10, 7, 0..7),
            (0, 10, 1000, 0..30),
            (500, 10, 1000, 480..530),
            (990, 10, 1000, 970..1000),
            (5000, 10, 1000, 970..1000),
        ] {
            assert_eq!(RowWindow::new(top, size).rows(count), rows, "{top}");
        }
    }

    #[test]
    fn the_window_moves_before_the_view_reaches_its_end() {
        let window = RowWindow::new(500, 10);
        for (top, reaches) in [(500, true), (491, true), (490, true), (489, false), (510, true), (511, false), (0, false)] {
            assert_eq!(window.reaches(RowWindow::new(top, 10), 1000), reaches, "{top}");
        }
        assert!(RowWindow::new(0, 10).reaches(RowWindow::new(0, 10), 1000));
        assert!(RowWindow::new(990, 10).reaches(RowWindow::new(990, 10), 1000));
    }

    #[test]
    fn a_row_that_is_selected_is_held() {
        let window = RowWindow::new(0, 10);
        for row in [0, 29, 30, 500, 999] {
            assert!(window.around(row, 1000).rows(1000).contains(&row), "{row}");
        }
        assert_eq!(window.around(29, 1000), window);
    }
}
