//! The sizes of the panes. They are kept between visits.

/// The sizes of the panes, and whether the World pane is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// The Request pane's part of its row's width, in thousandths.
    request: u32,
    /// The part of the height above the World pane, in thousandths.
    above_world: u32,
    /// Whether the World pane shows only its heading and its tabs.
    pub is_world_folded: bool,
}

/// A divider between two panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divider {
    /// Between Request and Response.
    Response,
    /// Above World.
    World,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { request: 500, above_world: 580, is_world_folded: false }
    }
}

impl Sizes {
    /// The smallest part of a pane, in thousandths.
    pub const LEAST: u32 = 200;
    /// The largest part of a pane, in thousandths.
    pub const MOST: u32 = 800;

    /// The position of a divider, in thousandths.
    pub fn position(self, divider: Divider) -> u32 {
        match divider {
            Divider::Response => self.request,
            Divider::World => self.above_world,
        }
    }

    /// Moves a divider, as far as both panes stay usable.
    pub(super) fn place(&mut self, divider: Divider, position: u32) {
        let part = match divider {
            Divider::Response => &mut self.request,
            Divider::World => &mut self.above_world,
        };
        *part = Self::in_bounds(position);
    }

    /// The position, or the nearest one at which both panes stay usable.
    pub fn in_bounds(position: u32) -> u32 {
        position.clamp(Self::LEAST, Self::MOST)
    }

    /// The saved form: `500 580 open`. A text, because the code that reads a structure would be in the page for this alone.
    pub(super) fn to_text(self) -> String {
        let Self { request, above_world, is_world_folded } = self;
        format!("{request} {above_world} {}", if is_world_folded { FOLDED } else { "open" })
    }

    /// The sizes of a saved text. A part that cannot be read has its default.
    pub(super) fn parse(text: &str) -> Self {
        let mut sizes = Self::default();
        let mut parts = text.split(' ');
        for divider in [Divider::Response, Divider::World] {
            if let Some(position) = parts.next().and_then(|part| part.parse().ok()) {
                sizes.place(divider, position);
            }
        }
        sizes.is_world_folded = parts.next() == Some(FOLDED);
        sizes
    }
}

/// The word for a folded World pane in the saved text.
const FOLDED: &str = "folded";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_divider_stops_where_a_pane_would_be_too_small() {
        let mut sizes = Sizes::default();
        for (position, stops) in [(0, 200), (200, 200), (555, 555), (800, 800), (u32::MAX, 800)] {
            sizes.place(Divider::Response, position);
            assert_eq!((sizes.position(Divider::Response), sizes.position(Divider::World)), (stops, 580));
        }
    }

    #[test]
    fn the_saved_text_gives_the_same_sizes() {
        let mut sizes = Sizes { is_world_folded: true, ..Sizes::default() };
        sizes.place(Divider::World, 333);
        assert_eq!(sizes.to_text(), "500 333 folded");
        assert_eq!(Sizes::parse(&sizes.to_text()), sizes);
        assert_eq!(Sizes::parse(""), Sizes::default());
        assert_eq!(Sizes::parse("wide 9999"), Sizes { above_world: 800, ..Sizes::default() });
    }
}
