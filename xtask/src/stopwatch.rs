//! How long a step took, for the eye only: nothing decides by it.

#![expect(clippy::disallowed_types, reason = "the rule keeps the clock out of the simulator; a command may look at it")]

use std::fmt;
use std::time::{Duration, Instant};

/// A running stopwatch.
#[derive(Clone, Copy)]
pub(crate) struct Stopwatch {
    start: Instant,
}

impl Stopwatch {
    /// Starts now.
    pub(crate) fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// The time since the start.
    pub(crate) fn elapsed(self) -> Elapsed {
        Elapsed(self.start.elapsed())
    }
}

/// A duration, shown as `4.2 s` or `3 min 5 s`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Elapsed(pub(crate) Duration);

impl fmt::Display for Elapsed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        let text =
            if seconds >= 60 { format!("{} min {} s", seconds / 60, seconds % 60) } else { format!("{:.1} s", self.0.as_secs_f64()) };
        formatter.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_times() {
        assert_eq!(Elapsed(Duration::from_millis(4_240)).to_string(), "4.2 s");
        assert_eq!(Elapsed(Duration::from_secs(185)).to_string(), "3 min 5 s");
    }
}
